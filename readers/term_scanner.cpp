#include "term_scanner.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "name_characters.hpp"

namespace graphwright {
namespace {

constexpr std::string_view open_iri = "this IRI is not closed by '>'";
constexpr std::string_view open_string = "this string is not closed";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool may_stand_in_iri(std::uint32_t c) {
  return c > 0x20 &&
         (c >= 0x80 || std::string_view("<>\"{}|^`\\").find(static_cast<char>(c)) == std::string_view::npos);
}

bool is_surrogate(std::uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

/// What a string escape stands for (ECHAR), or 0.
char escaped_character(char c) {
  switch (c) {
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    case '"':
    case '\'':
    case '\\':
      return c;
    default:
      return '\0';
  }
}

void append_percent_encoded(char c, std::string& out) {
  out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
}

}  // namespace

std::string shown_byte(char c) {
  if (c == ' ') return "a space";
  if (is_line_end(c)) return "a line end";
  const auto byte = static_cast<unsigned char>(c);
  if (byte > 0x20 && byte < 0x7F) return fmt::format("'{}'", c);
  return fmt::format("U+{:04X}", static_cast<unsigned>(byte));
}

Scanned TermScanner::scan_iri_slowly(std::size_t& at, std::size_t stop, std::string_view& iri) {
  scratch_.clear();
  std::size_t run = at + 1;
  for (;;) {
    scratch_.append(window_.text(run, std::min(stop, window_.size())));
    if (is_end(stop)) return fail_at_end(at, open_iri);
    if (window_[stop] == '>') break;
    run = stop;
    if (const Scanned scanned = scan_iri_byte(at, run); scanned != Scanned::ok) return scanned;
    stop = window_.next_iri_stop(run);
  }
  iri = arena_.copy(scratch_);
  at = stop + 1;
  return Scanned::ok;
}

/// Takes one byte that may not stand in an IRI as it is: an escape, or in lenient reading what is encoded.
Scanned TermScanner::scan_iri_byte(std::size_t begin, std::size_t& at) {
  const char c = window_[at];
  if (c == '\\') return scan_escape(at, true);
  if (is_line_end(c)) return fail(begin, std::string(open_iri) + " on its line");
  if (!lenient_ || c == '<' || c == '\0') return fail(at, fmt::format("an IRI must not contain {}", shown_byte(c)));
  mend(at, fmt::format("{} in an IRI is percent-encoded", shown_byte(c)));
  append_percent_encoded(c, scratch_);
  ++at;
  return Scanned::ok;
}

Scanned TermScanner::scan_string_slowly(std::size_t& at, char quote, std::string_view& text) {
  scratch_.clear();
  std::size_t run = at + 1;
  for (;;) {
    std::size_t stop = window_.next_string_stop(run);
    if (quote != '"') {
      const std::size_t found = window_.text(run, stop).find(quote);
      if (found != std::string_view::npos) stop = run + found;
    }
    scratch_.append(window_.text(run, std::min(stop, window_.size())));
    if (is_end(stop)) return fail_at_end(at, open_string);
    run = stop;
    if (window_[stop] == quote) break;
    if (is_line_end(window_[stop])) return fail(at, std::string(open_string) + " on its line");
    if (window_[stop] == '\\') {
      if (const Scanned scanned = scan_escape(run, false); scanned != Scanned::ok) return scanned;
    } else {
      scratch_ += window_[run++];
    }
  }
  text = arena_.copy(scratch_);
  at = run + 1;
  return Scanned::ok;
}

/// Up to two quotes are text; the first three in a row end the string, so that a fourth begins no new one
/// (RDF 1.1 Turtle, 6.5).
Scanned TermScanner::scan_long_string(std::size_t& at, char quote, std::string_view& text) {
  scratch_.clear();
  std::size_t run = at + 3;
  for (;;) {
    std::size_t stop = run;
    while (!is_end(stop) && window_[stop] != quote && window_[stop] != '\\') ++stop;
    scratch_.append(window_.text(run, stop));
    if (stop + 2 >= window_.size() && !is_final()) return Scanned::more;
    if (is_end(stop)) return fail(at, std::string(open_string));
    run = stop;
    if (window_[stop] == '\\') {
      if (const Scanned scanned = scan_escape(run, false); scanned != Scanned::ok) return scanned;
      continue;
    }
    if (stop + 2 < window_.size() && window_[stop + 1] == quote && window_[stop + 2] == quote) break;
    scratch_ += window_[run++];
  }
  text = arena_.copy(scratch_);
  at = run + 3;
  return Scanned::ok;
}

/// Takes the escape at `at` into the scratch text and moves behind it.
Scanned TermScanner::scan_escape(std::size_t& at, bool in_iri) {
  if (is_end(at + 1)) return fail_at_end(at, in_iri ? open_iri : open_string);
  const char kind = window_[at + 1];
  if (kind == 'u' || kind == 'U') return scan_numeric_escape(at, in_iri);
  const char meant = in_iri ? '\0' : escaped_character(kind);
  if (meant == '\0') return unknown_escape(at, in_iri);
  scratch_ += meant;
  at += 2;
  return Scanned::ok;
}

Scanned TermScanner::unknown_escape(std::size_t& at, bool in_iri) {
  if (!lenient_)
    return fail(at, in_iri ? std::string("in an IRI only \\u and \\U may follow a backslash")
                           : fmt::format("{} is no escape that the grammar knows after a backslash",
                                         shown_byte(window_[at + 1])));
  mend(at, "a backslash that begins no escape is kept as it is");
  if (in_iri)
    append_percent_encoded('\\', scratch_);
  else
    scratch_ += '\\';
  ++at;
  return Scanned::ok;
}

Scanned TermScanner::scan_numeric_escape(std::size_t& at, bool in_iri) {
  const std::size_t digits = window_[at + 1] == 'u' ? 4 : 8;
  const std::size_t end = at + 2 + digits;
  std::uint32_t value = 0;
  for (std::size_t digit = at + 2; digit < end; ++digit) {
    if (is_end(digit)) return fail_at_end(at, in_iri ? open_iri : open_string);
    const int nibble = hex_value(window_[digit]);
    if (nibble < 0)
      return fail(at, fmt::format("\\{} must be followed by {} hexadecimal digits", window_[at + 1],
                                  digits == 4 ? "four" : "eight"));
    value = value << 4U | static_cast<std::uint32_t>(nibble);
  }
  return take_code_point(at, end, value, in_iri);
}

Scanned TermScanner::take_code_point(std::size_t& at, std::size_t end, std::uint32_t value, bool in_iri) {
  if (is_surrogate(value) && lenient_) {
    if (end + 6 > window_.size() && !is_final()) return Scanned::more;
    if (take_surrogates(at, end, value)) return Scanned::ok;
    mend(at, "half a surrogate pair is replaced by U+FFFD");
    value = 0xFFFD;
  }
  if (is_surrogate(value)) return fail(at, fmt::format("\\u{:04X} is half a surrogate pair, not a character", value));
  if (value > 0x10FFFF) return fail(at, "this escape is beyond U+10FFFF");
  if (in_iri && !may_stand_in_iri(value)) {
    if (!lenient_ || value == 0)
      return fail(at, fmt::format("this escape stands for {}, which an IRI must not contain",
                                  shown_byte(static_cast<char>(value))));
    mend(at, "an escape that an IRI must not contain is percent-encoded");
    append_percent_encoded(static_cast<char>(value), scratch_);
  } else {
    append_utf8(value, scratch_);
  }
  at = end;
  return Scanned::ok;
}

/// Joins two escapes that together are one character of UTF-16, as some programs write them.
bool TermScanner::take_surrogates(std::size_t& at, std::size_t end, std::uint32_t high) {
  if (high >= 0xDC00 || end + 6 > window_.size() || window_[end] != '\\' || window_[end + 1] != 'u') return false;
  std::uint32_t low = 0;
  for (std::size_t digit = end + 2; digit < end + 6; ++digit) {
    const int nibble = hex_value(window_[digit]);
    if (nibble < 0) return false;
    low = low << 4U | static_cast<std::uint32_t>(nibble);
  }
  if (low < 0xDC00 || low > 0xDFFF) return false;
  mend(at, "a surrogate pair is read as the character that it stands for");
  append_utf8(0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00), scratch_);
  at = end + 6;
  return true;
}

/// Moves over letters, and digits if they may stand there.
std::size_t TermScanner::skip_alphanumeric(std::size_t at, bool with_digits) const {
  while (is_ascii_letter(window_[at]) || (with_digits && is_ascii_digit(window_[at]))) ++at;
  return at;
}

Scanned TermScanner::scan_language(std::size_t& at, std::string_view& tag, Direction& direction) {
  std::size_t end = skip_alphanumeric(at + 1, false);
  bool has_underscore = false;
  while (end > at + 1 && (window_[end] == '-' || (lenient_ && window_[end] == '_'))) {
    const std::size_t part = skip_alphanumeric(end + 1, true);
    if (part == end + 1) break;
    has_underscore = has_underscore || window_[end] == '_';
    end = part;
  }
  if (end + 2 >= window_.size() && !is_final()) return Scanned::more;
  if (end == at + 1) return fail(at, "expected a language tag behind '@'");
  tag = window_.text(at + 1, end);
  if (has_underscore) {
    mend(at, "'_' in a language tag is read as '-'");
    scratch_ = tag;
    std::replace(scratch_.begin(), scratch_.end(), '_', '-');
    tag = arena_.copy(scratch_);
  }
  direction = Direction::none;
  if (window_[end] == '-') return scan_direction(at, end, direction);
  at = end;
  return Scanned::ok;
}

Scanned TermScanner::scan_direction(std::size_t& at, std::size_t dashes, Direction& direction) {
  if (window_[dashes + 1] != '-') return fail(at, "a language tag must not end in '-'");
  const std::size_t word = dashes + 2;
  const std::size_t end = skip_alphanumeric(word, false);
  if (is_end(end) && !is_final()) return Scanned::more;
  const std::string_view name = window_.text(word, end);
  if (name != "ltr" && name != "rtl") return fail(word, "the base direction must be 'ltr' or 'rtl'");
  direction = name == "ltr" ? Direction::ltr : Direction::rtl;
  at = end;
  return Scanned::ok;
}

/// Where a run of PN_CHARS and dots ends; the end of the window where it may go on behind it.
std::size_t TermScanner::name_end(std::size_t at) const {
  for (;;) {
    while (is_plain_name_byte(window_[at]) || window_[at] == '.') ++at;
    if (is_end(at) || static_cast<unsigned char>(window_[at]) < 0x80) return at;
    if (at + 4 > window_.size() && !is_final()) return window_.size();
    std::size_t length = 0;
    if (!is_name_character(decode_utf8(window_.text(at, window_.size()), length))) return at;
    at += length;
  }
}

Scanned TermScanner::scan_blank_label(std::size_t& at, std::string_view& label) {
  constexpr std::string_view expected = "expected a blank node label behind '_:'";
  if (at + 6 > window_.size() && !is_final()) return Scanned::more;
  if (window_[at + 1] != ':') return fail(at, "expected ':' behind '_'");
  const std::size_t begin = at + 2;
  if (is_end(begin)) return fail(at, std::string(expected));
  std::size_t length = 0;
  const char32_t first = decode_utf8(window_.text(begin, window_.size()), length);
  if (!is_name_start(first) && !(first >= '0' && first <= '9')) return fail(at, std::string(expected));
  std::size_t end = name_end(begin + length);
  if (is_end(end) && !is_final()) return Scanned::more;
  // A label does not end in a dot: that ends the statement.
  while (window_[end - 1] == '.') --end;
  label = window_.text(begin, end);
  at = end;
  return Scanned::ok;
}

}  // namespace graphwright
