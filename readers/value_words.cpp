#include "value_words.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <string>

#include "graphwright/ascii_case.hpp"
#include "graphwright/letter_kind.hpp"
#include "graphwright/utf8.hpp"

#include "white_space.hpp"

namespace graphwright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void skip_sign(std::string_view& text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
}

/// Takes digits, single underscores between them; how many there were.
std::size_t take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (!text.empty() &&
         (is_digit(text.front()) || (text.front() == '_' && count > 0 && text.size() > 1 && is_digit(text[1])))) {
    count += is_digit(text.front()) ? 1 : 0;
    text.remove_prefix(1);
  }
  return count;
}

bool is_python_int(std::string_view text) {
  skip_sign(text);
  return take_digits(text) > 0 && text.empty();
}

bool is_python_float(std::string_view text) {
  skip_sign(text);
  const std::string word = ascii_lower(text);
  if (word == "inf" || word == "infinity" || word == "nan") return true;
  std::size_t digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  if (digits == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    return is_python_int(text);
  }
  return text.empty();
}

/// Python reads the digits of all scripts.
std::string with_ascii_digits(std::string_view text) {
  std::string result;
  if (find_invalid_utf8(text) != std::string_view::npos) return std::string(text);  // cut within a letter
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = decode_utf8(text, at);
    const int digit = digit_value(letter);
    if (digit >= 0)
      result += static_cast<char>('0' + digit);
    else
      append_utf8(letter, result);
  }
  return result;
}

bool is_igraph_number(const std::string& word) {
  char* end = nullptr;
  errno = 0;
  std::strtod(word.c_str(), &end);  // as igraph does; the program does not change its locale
  return end == word.c_str() + word.size() && errno != ERANGE;
}

bool is_igraph_truth(std::string_view word) {
  constexpr std::array<std::string_view, 4> truths{"true", "false", "yes", "no"};
  if (std::find(truths.begin(), truths.end(), ascii_lower(word)) != truths.end()) return true;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number >= 0 && !word.starts_with('-');
}

}  // namespace

std::string_view description(ValueKind kind) {
  constexpr std::array<std::string_view, 4> words{"", "a whole number", "a number", "true or false"};
  return words[static_cast<std::size_t>(kind)];
}

bool networkx_reads(ValueKind kind, std::string_view text) {
  constexpr std::array<std::string_view, 4> truths{"true", "false", "0", "1"};
  switch (kind) {
    case ValueKind::whole:
      return is_python_int(with_ascii_digits(trimmed(text)));
    case ValueKind::real:
      return is_python_float(with_ascii_digits(trimmed(text)));
    case ValueKind::truth:
      return std::find(truths.begin(), truths.end(), ascii_lower(text)) != truths.end();
    default:
      return true;
  }
}

bool igraph_reads(ValueKind kind, std::string_view text) {
  const std::string word(trimmed(text));
  if (kind == ValueKind::text) return true;
  return kind == ValueKind::truth ? is_igraph_truth(word) : is_igraph_number(word);
}

}  // namespace graphwright
