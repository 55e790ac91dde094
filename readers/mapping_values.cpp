#include "mapping_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/time_span.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Two digits may be of any century: `14-Sep-22` is no date.
bool is_year(std::string_view text) { return are_digits(text) && text.size() == 4; }

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The number of a month by its English name or the beginning of it, at least three letters; 0 where it is none.
unsigned month_number(std::string_view word) {
  const std::string name = ascii_lower(word);
  const auto at =
      std::find_if(months.begin(), months.end(), [&](std::string_view one) { return one.starts_with(name); });
  return name.size() < 3 || at == months.end() ? 0 : static_cast<unsigned>(at - months.begin()) + 1;
}

/// The words of a date; its time of day was taken off.
std::vector<std::string_view> date_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" ,./-", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" ,./-", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::optional<std::string> checked(std::string day) {
  if (!parse_time(day).span) return std::nullopt;
  return day;
}

std::optional<std::string> day_of(unsigned year, unsigned month, unsigned day) {
  return checked(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

std::optional<std::string> day_of_words(const std::vector<std::string_view>& words, DateOrder order) {
  if (words.size() != 3) return std::nullopt;
  if (const unsigned month = month_number(words[1]); month != 0 && are_digits(words[0]) && is_year(words[2]))
    return day_of(number(words[2]), month, number(words[0]));
  if (const unsigned month = month_number(words[0]); month != 0 && are_digits(words[1]) && is_year(words[2]))
    return day_of(number(words[2]), month, number(words[1]));
  if (!are_digits(words[0]) || !are_digits(words[1]) || !are_digits(words[2])) return std::nullopt;
  if (is_year(words[0])) return day_of(number(words[0]), number(words[1]), number(words[2]));
  if (!is_year(words[2]) || order == DateOrder::year_first) return std::nullopt;
  const bool is_day_first = order == DateOrder::day_first;
  return day_of(number(words[2]), number(words[is_day_first ? 1 : 0]), number(words[is_day_first ? 0 : 1]));
}

/// The date of a date-time: what stands before a `T`, or before a word with a colon.
std::string_view without_time_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  const std::size_t cut = text.find_last_of(" T", colon);
  return cut == std::string_view::npos ? text : text.substr(0, cut);
}

}  // namespace

std::string slug(std::string_view text) {
  std::string made;
  for (char c : text) {
    const bool is_kept =
        is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (is_kept)
      made += ascii_lower(c);
    else if (!made.empty() && made.back() != '-')
      made += '-';
  }
  if (made.ends_with('-')) made.pop_back();
  return made;
}

std::optional<std::string> read_day(std::string_view text, DateOrder order) {
  text = without_time_of_day(text);
  if (text.starts_with('-')) return checked(std::string(text));
  if (are_digits(text) && text.size() == 8)
    return day_of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
  if (are_digits(text) && text.size() == 4) return checked(std::string(text));
  if (text.size() == 7 && text[4] == '-') return checked(std::string(text));
  return day_of_words(date_words(text), order);
}

}  // namespace graphwright
