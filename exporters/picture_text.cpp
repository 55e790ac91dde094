#include "picture_text.hpp"

#include <algorithm>
#include <array>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether a code point belongs to the one before it: marks, joiners, variation selectors, skin tones.
bool is_joined(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x65F) ||
         (c >= 0x93A && c <= 0x94F) || c == 0x200D || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF);
}

/// The length in bytes of the first `most` letters with what belongs to them.
std::size_t prefix_length(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  bool is_after_joiner = false;
  for (std::size_t count = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = decode_utf8(text, next);
    if (!is_joined(c) && !is_after_joiner && count++ == most) break;
    is_after_joiner = c == 0x200D;
    at = next;
  }
  return at;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

/// Where to break a word that is too long: after the last hyphen or slash that fits, else at `most` bytes.
std::size_t break_place(std::string_view word, std::size_t most) {
  const std::size_t at = word.substr(0, most).find_last_of("-/_");
  return at == std::string_view::npos || at < most / 3 ? most : at + 1;
}

/// Fills lines word by word; a word longer than a line is cut.
class Lines {
 public:
  Lines(std::size_t width, std::size_t most) : width_(width), most_(most) {}

  void add(std::string_view word) {
    while (!is_full_) {
      const std::size_t length = count_code_points(word);
      if (used_ == 0 || used_ + 1 + length > width_) begin_line();
      if (is_full_) return;
      if (length <= width_ || used_ != 0) return append(word, length);
      const std::size_t cut = break_place(word, prefix_length(word, width_));
      append(word.substr(0, cut), width_);
      word.remove_prefix(cut);
      if (word.empty()) return;
    }
  }

  std::vector<std::string> take() {
    if (is_full_) shorten_last();
    return std::move(lines_);
  }

 private:
  void begin_line() {
    if (lines_.size() == most_) {
      is_full_ = true;
      return;
    }
    lines_.emplace_back();
    used_ = 0;
  }

  void append(std::string_view word, std::size_t length) {
    if (used_ != 0) lines_.back() += ' ';
    lines_.back() += word;
    used_ += length + (used_ != 0 ? 1 : 0);
  }

  void shorten_last() {
    std::string& last = lines_.back();
    if (count_code_points(last) >= width_) last.resize(prefix_length(last, width_ - 1));
    last += ellipsis;
  }

  std::size_t width_;
  std::size_t most_;
  std::size_t used_ = 0;
  bool is_full_ = false;
  std::vector<std::string> lines_;
};

std::vector<std::string> fill(const std::vector<std::string_view>& words, std::size_t width, std::size_t most_lines) {
  Lines lines(width, most_lines);
  for (std::string_view word : words) lines.add(word);
  return lines.take();
}

/// The code points of the longest word.
std::size_t longest(const std::vector<std::string_view>& words) {
  std::size_t most = 0;
  for (std::string_view word : words) most = std::max(most, count_code_points(word));
  return most;
}

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view month_name(std::string_view digits) {
  const int number = (digits[0] - '0') * 10 + digits[1] - '0';
  if (number >= 1 && number <= 12) return months[static_cast<std::size_t>(number - 1)];
  if (number >= 21 && number <= 24) return seasons[static_cast<std::size_t>(number - 21)];
  return {};
}

/// Says a date without qualifiers; empty where it has a form that has no short words.
std::string date_words(std::string_view date) {
  const std::string_view year = date.substr(0, 4);
  if (date.size() == 4) {
    if (is_digits(date)) return std::string(date);
    const std::string digits(year.substr(0, year.find('X')));
    if (!is_digits(digits)) return {};
    if (year.ends_with("XX") && digits.size() == 2) return digits + "00s";
    return digits.size() == 3 ? digits + "0s" : std::string{};
  }
  if (!is_digits(year) || date[4] != '-') return {};
  const std::string_view month = date.substr(5, 2);
  if (date.size() == 7 && month == "XX") return std::string(year);
  if (month.size() != 2 || !is_digits(month) || month_name(month).empty()) return {};
  std::string words = std::string(month_name(month)).append(" ").append(year);
  if (date.size() == 7) return words;
  const std::string_view day = date.substr(8, 2);
  if (date[7] != '-' || date.size() < 10) return {};
  if (day == "XX") return words;
  if (!is_digits(day)) return {};
  return std::string(day.front() == '0' ? day.substr(1) : day).append(" ").append(words);
}

std::string qualified_words(std::string_view date) {
  std::string_view before;
  std::string_view after;
  if (date.ends_with('~') || date.ends_with('%')) before = "c. ";
  if (date.ends_with('?') || date.ends_with('%')) after = "?";
  if (!before.empty() || !after.empty()) date.remove_suffix(1);
  const std::string words = date.size() < 4 ? std::string{} : date_words(date);
  return words.empty() ? words : std::string(before).append(words).append(after);
}

/// Says from when to when, what both dates share only once: `7–8 Nov 2022`, `27 Sep–10 Nov 2020`.
std::string interval_words(std::string_view first, std::string_view last) {
  const auto tail = [](std::string_view words, std::size_t parts) {
    std::size_t at = words.size();
    for (std::size_t i = 0; i < parts && at != std::string_view::npos && at > 0; ++i) at = words.rfind(' ', at - 1);
    return at == std::string_view::npos ? std::string_view{} : words.substr(at);
  };
  for (std::size_t parts : {2U, 1U}) {
    const std::string_view shared = tail(first, parts);
    if (shared.empty() || shared != tail(last, parts)) continue;
    first.remove_suffix(shared.size());
    break;
  }
  return std::string(first).append("–").append(last);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines) {
  std::size_t replaced = 0;
  const std::string plain = without_controls(text, replaced);
  const std::vector<std::string_view> words = words_of(plain);
  std::vector<std::string> lines = fill(words, width, most_lines);
  if (lines.size() < 2 || lines.back().ends_with(ellipsis)) return lines;
  // The narrowest lines that are no more of them are the most even ones.
  for (std::size_t narrower = width - 1; narrower > width / 2; --narrower) {
    std::vector<std::string> even = fill(words, narrower, most_lines + 1);
    if (even.size() != lines.size() || longest(words) > narrower) break;
    lines = std::move(even);
  }
  return lines;
}

std::string shorten(std::string_view text, std::size_t most) {
  const std::size_t length = prefix_length(text, most);
  if (length == text.size()) return std::string(text);
  return std::string(text.substr(0, prefix_length(text, most - 1))).append(ellipsis);
}

std::string time_words(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  std::string words;
  if (slash == std::string_view::npos) {
    words = qualified_words(edtf);
  } else {
    const std::string_view from = edtf.substr(0, slash);
    const std::string_view to = edtf.substr(slash + 1);
    const std::string first = qualified_words(from);
    const std::string last = qualified_words(to);
    const bool is_open_before = from.empty() || from == "..";
    const bool is_open_after = to.empty() || to == "..";
    if (is_open_before && !last.empty()) words = "until " + last;
    if (is_open_after && !first.empty()) words = "since " + first;
    if (!first.empty() && !last.empty()) words = interval_words(first, last);
  }
  return words.empty() ? std::string(edtf) : words;
}

std::string without_controls(std::string_view text, std::size_t& replaced) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code_point = decode_utf8(text, at);
    const bool is_control = code_point < 0x20 || code_point == 0x7F;
    if (code_point == 0xFFFE || code_point == 0xFFFF)
      append_utf8(0xFFFD, plain);
    else if (is_control && !is_space(text[begin]))
      append_utf8(code_point == 0x7F ? 0x2421 : 0x2400 + code_point, plain);
    else {
      plain += text.substr(begin, at - begin);
      continue;
    }
    ++replaced;
  }
  return plain;
}

}  // namespace graphwright
