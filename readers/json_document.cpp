#include "json_document.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "limits.hpp"

namespace graphwright {
namespace {

constexpr std::size_t many_members = 16;

/// Copies values into memory that is freed with the document.
template <typename Value>
std::span<const Value> keep(std::span<const Value> values, std::pmr::memory_resource& memory) {
  if (values.empty()) return {};
  auto* const copy = static_cast<Value*>(memory.allocate(values.size_bytes(), alignof(Value)));
  std::uninitialized_copy(values.begin(), values.end(), copy);
  return {copy, values.size()};
}

/// Reads one text.
class Parser {
 public:
  Parser(std::string_view text, const JsonOptions& options, std::pmr::memory_resource& memory, Diagnostics& diagnostics)
      : text_(text), options_(options), memory_(memory), diagnostics_(diagnostics) {}

  bool read(JsonValue& root) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = cursor_ = 3;
    if (const std::size_t fault = find_invalid_utf8(text_); fault != std::string_view::npos)
      return fail_at(fault, "encoding", not_utf8_message(text_[fault]));
    while (!is_over_)
      if (!step()) return false;
    skip_space();
    if (at_ < text_.size()) return fail("the document has ended; nothing may follow");
    root = values_.front();
    return true;
  }

 private:
  enum class Step : std::uint8_t { value, first_item, first_key, key, after_value };

  /// An array or object that is still open.
  struct Frame {
    bool is_object;
    std::size_t first;  // its first value or member on the stack
    Location location;
  };

  bool step() {
    skip_space();
    switch (step_) {
      case Step::value:
        return read_value();
      case Step::first_item:
        return peek() == ']' ? close() : read_value();
      case Step::first_key:
        return peek() == '}' ? close() : read_key();
      case Step::key:
        return read_key();
      case Step::after_value:
        return read_after_value();
    }
    return false;
  }

  bool read_value() {
    JsonValue value;
    value.location = place(at_);
    switch (peek()) {
      case '{':
        return open(true, value.location);
      case '[':
        return open(false, value.location);
      case '"':
        value.kind = JsonKind::string;
        return read_string(value.text) && accept(value);
      case 't':
        value.kind = JsonKind::boolean;
        value.is_true = true;
        return read_word("true") && accept(value);
      case 'f':
        value.kind = JsonKind::boolean;
        return read_word("false") && accept(value);
      case 'n':
        return read_word("null") && accept(value);
      default:
        value.kind = JsonKind::number;
        return read_number(value.text) && accept(value);
    }
  }

  bool open(bool is_object, Location location) {
    if (frames_.size() >= options_.max_depth)
      return fail_at(at_, "limit", fmt::format("values are nested deeper than {}", options_.max_depth));
    ++at_;
    frames_.push_back({is_object, is_object ? members_.size() : values_.size(), location});
    step_ = is_object ? Step::first_key : Step::first_item;
    return true;
  }

  bool close() {
    ++at_;
    const Frame frame = frames_.back();
    frames_.pop_back();
    JsonValue value;
    value.location = frame.location;
    if (frame.is_object) {
      value.kind = JsonKind::object;
      if (!close_object(value, frame.first)) return false;
    } else {
      value.kind = JsonKind::array;
      value.items = keep(std::span<const JsonValue>(values_).subspan(frame.first), memory_);
      values_.resize(frame.first);
    }
    return accept(value);
  }

  bool close_object(JsonValue& value, std::size_t first) {
    const std::span<const JsonMember> members = std::span<const JsonMember>(members_).subspan(first);
    std::vector<std::uint32_t> order(members.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return members[a].key < members[b].key; });
    std::vector<bool> is_repeated(members.size(), false);
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (members[order[i - 1]].key != members[order[i]].key) continue;
      const JsonMember& second = members[order[i]];
      if (!options_.lenient) {
        diagnostics_.error("duplicate-key", second.location,
                           fmt::format("'{}' stands in this object already", second.key),
                           {{members[order[i - 1]].location, "it stands here first"}});
        return false;
      }
      mend(second.location, fmt::format("'{}' stands in this object already; the last one counts", second.key));
      is_repeated[order[i - 1]] = true;
    }
    if (std::find(is_repeated.begin(), is_repeated.end(), true) != is_repeated.end()) {
      std::size_t number = 0;
      members_.erase(std::remove_if(members_.begin() + static_cast<std::ptrdiff_t>(first), members_.end(),
                                    [&](const JsonMember&) { return is_repeated[number++]; }),
                     members_.end());
      return close_object(value, first);
    }
    value.members = keep(members, memory_);
    if (members.size() > many_members) value.by_key = keep(std::span<const std::uint32_t>(order), memory_).data();
    members_.resize(first);
    return true;
  }

  bool accept(const JsonValue& value) {
    if (frames_.empty()) {
      values_.push_back(value);
      is_over_ = true;
      return true;
    }
    if (frames_.back().is_object)
      members_.back().value = value;
    else
      values_.push_back(value);
    step_ = Step::after_value;
    return true;
  }

  bool read_key() {
    if (peek() != '"')
      return fail(peek() == '}' ? "no comma may stand before '}'" : "a key in double quotes is expected");
    JsonMember member{};
    member.location = place(at_);
    if (!read_string(member.key)) return false;
    skip_space();
    if (peek() != ':') return fail("':' is expected between a key and its value");
    ++at_;
    members_.push_back(member);
    step_ = Step::value;
    return true;
  }

  bool read_after_value() {
    const bool is_object = frames_.back().is_object;
    if (peek() == (is_object ? '}' : ']')) return close();
    if (peek() != ',') return fail(is_object ? "',' or '}' is expected" : "',' or ']' is expected");
    ++at_;
    step_ = is_object ? Step::key : Step::value;
    return true;
  }

  bool read_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return fail("a value is expected");
    at_ += word.size();
    return true;
  }

  /// Numbers (RFC 8259, 6).
  bool read_number(std::string_view& number) {
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    if (!is_digit(peek())) {
      at_ = begin;
      return fail("a value is expected");
    }
    const bool starts_with_zero = peek() == '0';
    const std::size_t digits = skip_digits();
    if (starts_with_zero && digits > 1) return fail_at(begin, "syntax", "a number has no leading zeros");
    if (peek() == '.') {
      ++at_;
      if (skip_digits() == 0) return fail("a digit is expected behind the decimal point");
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (skip_digits() == 0) return fail("a digit is expected in the exponent");
    }
    number = text_.substr(begin, at_ - begin);
    return true;
  }

  std::size_t skip_digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ - begin;
  }

  /// Strings (RFC 8259, 7); one without escapes is a part of the text itself.
  bool read_string(std::string_view& string) {
    const std::size_t quote = at_++;
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && is_string_byte(text_[at_])) ++at_;
    if (peek() == '"' && at_ < text_.size()) {
      string = text_.substr(begin, at_++ - begin);
      return true;
    }
    unescaped_.assign(text_.substr(begin, at_ - begin));
    while (at_ < text_.size() && text_[at_] != '"') {
      if (!is_string_byte(text_[at_])) return fail("a control character in a string must be written as an escape");
      if (text_[at_] != '\\')
        unescaped_ += text_[at_++];
      else if (!read_escape())
        return false;
    }
    if (at_ >= text_.size()) return fail_at(quote, "syntax", "the string that begins here does not end");
    ++at_;
    const auto kept = keep(std::span<const char>(unescaped_), memory_);
    string = {kept.data(), kept.size()};
    return true;
  }

  bool read_escape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (letter == 'u') return read_code_point();
    const std::size_t number = letter == '\0' ? std::string_view::npos : letters.find(letter);
    if (number == std::string_view::npos) return fail(R"(no such escape; \" \\ \/ \b \f \n \r \t \uXXXX are known)");
    unescaped_ += meanings[number];
    at_ += 2;
    return true;
  }

  bool read_code_point() {
    constexpr std::size_t escape_bytes = 6;
    char32_t high = 0;
    char32_t low = 0;
    if (!read_hex(at_, high)) return fail("four hexadecimal digits are expected behind \\u");
    const bool is_high = high >= 0xD800 && high < 0xDC00;
    if (is_high && read_hex(at_ + escape_bytes, low) && low >= 0xDC00 && low < 0xE000) {
      append_utf8(0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00), unescaped_);
      at_ += 2 * escape_bytes;
      return true;
    }
    if (high >= 0xD800 && high < 0xE000) {
      if (!options_.lenient) return fail("half a surrogate pair is no character");
      mend(place(at_), "half a surrogate pair is read as U+FFFD");
      high = 0xFFFD;
    }
    append_utf8(high, unescaped_);
    at_ += escape_bytes;
    return true;
  }

  bool read_hex(std::size_t at, char32_t& value) const {
    if (text_.substr(at, 2) != "\\u" || text_.size() < at + 6) return false;
    value = 0;
    for (char digit : text_.substr(at + 2, 4)) {
      if (!is_digit(digit) && !(digit >= 'a' && digit <= 'f') && !(digit >= 'A' && digit <= 'F')) return false;
      value = value * 16 + static_cast<char32_t>(is_digit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
    }
    return true;
  }

  void skip_space() {
    while (at_ < text_.size() && std::strchr(" \t\n\r", text_[at_]) != nullptr && text_[at_] != '\0') ++at_;
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
  static bool is_string_byte(char byte) { return static_cast<unsigned char>(byte) >= 0x20; }

  bool fail(std::string message) {
    if (at_ >= text_.size()) message += ", but the file ends";
    return fail_at(at_, "syntax", std::move(message));
  }
  bool fail_at(std::size_t at, std::string_view code, std::string message) {
    if (at < cursor_) restart();
    diagnostics_.error(code, place(at), std::move(message));
    return false;
  }

  void mend(Location location, std::string message) { diagnostics_.warning("mended", location, std::move(message)); }

  /// The place of an offset; offsets grow from call to call, so that each byte is counted once.
  Location place(std::size_t at) {
    for (; cursor_ < at; ++cursor_) {
      if (text_[cursor_] == '\n') {
        ++line_;
        column_ = 1;
      } else if (!is_continuation_byte(text_[cursor_])) {
        ++column_;
      }
    }
    return {options_.file, line_, column_};
  }
  void restart() {
    cursor_ = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    line_ = column_ = 1;
  }

  std::string_view text_;
  const JsonOptions& options_;
  std::pmr::memory_resource& memory_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t cursor_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  Step step_ = Step::value;
  bool is_over_ = false;
  std::vector<Frame> frames_;
  std::vector<JsonValue> values_;
  std::vector<JsonMember> members_;
  std::string unescaped_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  if (by_key == nullptr) {
    for (const JsonMember& member : members)
      if (member.key == key) return &member.value;
    return nullptr;
  }
  const std::span order(by_key, members.size());
  const auto at =
      std::partition_point(order.begin(), order.end(), [&](std::uint32_t one) { return members[one].key < key; });
  return at != order.end() && members[*at].key == key ? &members[*at].value : nullptr;
}

bool is_equal(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind || a.is_true != b.is_true || a.text != b.text || a.members.size() != b.members.size())
    return false;
  if (!std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), is_equal)) return false;
  return std::all_of(a.members.begin(), a.members.end(), [&](const JsonMember& member) {
    const JsonValue* const other = b.find(member.key);
    return other != nullptr && is_equal(member.value, *other);
  });
}

bool JsonDocument::read(const JsonOptions& options, Diagnostics& diagnostics) {
  return Parser(text_, options, memory_, diagnostics).read(root_);
}

}  // namespace graphwright
