#include "turtle_lexer.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "limits.hpp"
#include "name_characters.hpp"

namespace graphwright {
namespace {

// What looks like a token in a broken statement is not waited for beyond this.
constexpr std::size_t longest_skipped_token = 4096;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::string_view, 27> token_names{"the end of the input",
                                                       "an IRI",
                                                       "a prefixed name",
                                                       "a blank node",
                                                       "a string",
                                                       "a long string",
                                                       "an integer",
                                                       "a decimal",
                                                       "a double",
                                                       "a word",
                                                       "an @ word",
                                                       "'.'",
                                                       "','",
                                                       "';'",
                                                       "'['",
                                                       "']'",
                                                       "'('",
                                                       "')'",
                                                       "'{'",
                                                       "'}'",
                                                       "'{|'",
                                                       "'|}'",
                                                       "'<<'",
                                                       "'>>'",
                                                       "'<<('",
                                                       "')>>'",
                                                       "'~'"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }
/// What may follow a backslash in a local name (PN_LOCAL_ESC).
bool is_local_escape(char c) { return std::string_view("_~.-!$&'()*+,;=/?#@%").find(c) != std::string_view::npos; }

}  // namespace

std::string_view name(TokenKind kind) { return token_names[static_cast<std::size_t>(kind)]; }

TurtleLexer::TurtleLexer(ByteSource& source, std::size_t block_bytes, TextArena& arena, bool lenient)
    : window_(source, block_bytes), arena_(arena), scanner_(window_, arena, {.lenient = lenient}) {
  if (window_.text(0, std::min<std::size_t>(window_.size(), 3)) == byte_order_mark) at_ = known_at_ = 3;
}

Scanned TurtleLexer::next(Token& token) {
  if (const Scanned scanned = skip_space(); scanned != Scanned::ok) return scanned;
  token.begin = at_;
  if (at_ >= window_.size()) {
    token.kind = TokenKind::end;
    return Scanned::ok;
  }
  std::size_t at = at_;
  const Scanned scanned = scan(at, token);
  return finish(scanned, at);
}

/// Moves behind a token that was read whole and is UTF-8.
Scanned TurtleLexer::finish(Scanned scanned, std::size_t at) {
  is_encoding_error_ = is_in_comment_ = false;
  if (scanned == Scanned::more) return scanned;
  if (const std::size_t bad = window_.first_bad(); bad < at || (scanned == Scanned::bad && bad <= error_.at)) {
    is_encoding_error_ = true;
    return fail(bad, not_utf8_message(window_[bad]));
  }
  if (scanned == Scanned::ok) at_ = at;
  return scanned;
}

Scanned TurtleLexer::fail_in_comment(std::size_t end) {
  const std::size_t bad = window_.first_bad();
  at_ = end;
  window_.find_bad_from(end);
  is_encoding_error_ = is_in_comment_ = true;
  return fail(bad, not_utf8_message(window_[bad]));
}

Scanned TurtleLexer::from_scanner(Scanned scanned) {
  if (scanned == Scanned::bad) error_ = scanner_.error();
  return scanned;
}

Scanned TurtleLexer::skip_space() {
  std::size_t at = at_;
  for (;;) {
    while (is_space(window_[at]) && at < window_.size()) ++at;
    if (window_[at] != '#' || at >= window_.size()) break;
    std::size_t end = at;
    while (!is_line_end(window_[end])) end = window_.next_string_stop(end + 1);
    if (is_cut(end)) {
      at_ = at;
      return Scanned::more;
    }
    at = std::min(end, window_.size());
    if (window_.first_bad() < at) return fail_in_comment(at);
  }
  at_ = at;
  return is_cut(at) ? Scanned::more : Scanned::ok;
}

Scanned TurtleLexer::take(std::size_t& at, std::size_t size, TokenKind kind, Token& token) {
  token.kind = kind;
  at += size;
  return Scanned::ok;
}

Scanned TurtleLexer::scan(std::size_t& at, Token& token) {
  switch (const char c = window_[at]) {
    case '<':
      return scan_angle(at, token);
    case '>':
    case ')':
      return scan_closing_angle(at, token);
    case '"':
    case '\'':
      return scan_quoted(at, token);
    case '_':
      token.kind = TokenKind::blank;
      return from_scanner(scanner_.scan_blank_label(at, token.text));
    case '.':
      if (is_cut(at + 1)) return Scanned::more;
      if (is_ascii_digit(window_[at + 1])) return scan_number(at, token);
      return take(at, 1, TokenKind::dot, token);
    case ',':
      return take(at, 1, TokenKind::comma, token);
    case ';':
      return take(at, 1, TokenKind::semicolon, token);
    case '[':
      return take(at, 1, TokenKind::open_bracket, token);
    case ']':
      return take(at, 1, TokenKind::close_bracket, token);
    case '(':
      return take(at, 1, TokenKind::open_paren, token);
    case '}':
      return take(at, 1, TokenKind::close_brace, token);
    case '~':
      return take(at, 1, TokenKind::tilde, token);
    case '{':
      if (is_cut(at + 1)) return Scanned::more;
      if (window_[at + 1] == '|') return take(at, 2, TokenKind::open_annotation, token);
      return take(at, 1, TokenKind::open_brace, token);
    case '|':
      if (is_cut(at + 1)) return Scanned::more;
      if (window_[at + 1] == '}') return take(at, 2, TokenKind::close_annotation, token);
      return fail(at, "unexpected '|'");
    case '@':
      return scan_at_word(at, token);
    default:
      if (is_ascii_digit(c) || c == '+' || c == '-') return scan_number(at, token);
      return scan_name(at, token);
  }
}

/// `<<(` and `<<` or an IRI (longest match).
Scanned TurtleLexer::scan_angle(std::size_t& at, Token& token) {
  if (window_[at + 1] == '<') {
    if (is_cut(at + 2)) return Scanned::more;
    if (window_[at + 2] == '(') return take(at, 3, TokenKind::open_triple_term, token);
    return take(at, 2, TokenKind::open_reified, token);
  }
  token.kind = TokenKind::iri;
  return from_scanner(scanner_.scan_iri(at, token.text));
}

/// `>>`, `)>>` or `)`.
Scanned TurtleLexer::scan_closing_angle(std::size_t& at, Token& token) {
  const std::size_t angle = window_[at] == ')' ? at + 1 : at;
  if (is_cut(angle + 1)) return Scanned::more;
  const bool is_double = window_[angle] == '>' && window_[angle + 1] == '>';
  if (angle != at)
    return is_double ? take(at, 3, TokenKind::close_triple_term, token) : take(at, 1, TokenKind::close_paren, token);
  return is_double ? take(at, 2, TokenKind::close_reified, token) : fail(at, "unexpected '>'");
}

Scanned TurtleLexer::scan_quoted(std::size_t& at, Token& token) {
  const char quote = window_[at];
  if (is_cut(at + 2)) return Scanned::more;
  const bool is_long = window_[at + 1] == quote && window_[at + 2] == quote;
  token.kind = is_long ? TokenKind::long_string : TokenKind::string;
  if (is_long) return from_scanner(scanner_.scan_long_string(at, quote, token.text));
  if (quote == '"') return from_scanner(scanner_.scan_string(at, token.text));
  return from_scanner(scanner_.scan_string_slowly(at, quote, token.text));
}

std::size_t TurtleLexer::skip_digits(std::size_t at) const {
  while (is_ascii_digit(window_[at])) ++at;
  return at;
}

/// Behind EXPONENT, or the same offset where there is none.
std::size_t TurtleLexer::skip_exponent(std::size_t at) const {
  if (window_[at] != 'e' && window_[at] != 'E') return at;
  const std::size_t sign = at + 1 + (window_[at + 1] == '+' || window_[at + 1] == '-' ? 1 : 0);
  const std::size_t end = skip_digits(sign);
  return end == sign && !is_cut(end) ? at : end;
}

/// INTEGER, DECIMAL or DOUBLE, whichever is longest; `1.` is an integer and a dot.
Scanned TurtleLexer::scan_number(std::size_t& at, Token& token) {
  const std::size_t begin = at + (window_[at] == '+' || window_[at] == '-' ? 1 : 0);
  const std::size_t whole = skip_digits(begin);
  std::size_t end = whole;
  token.kind = TokenKind::integer;
  if (window_[whole] == '.') {
    const std::size_t fraction = skip_digits(whole + 1);
    const std::size_t exponent = skip_exponent(fraction);
    if (fraction != whole + 1 || (exponent != fraction && whole != begin)) {
      token.kind = exponent != fraction ? TokenKind::double_ : TokenKind::decimal;
      end = exponent;
    }
    if (is_cut(fraction) || is_cut(exponent)) return Scanned::more;
  } else if (whole != begin) {
    end = skip_exponent(whole);
    if (end != whole) token.kind = TokenKind::double_;
  }
  if (is_cut(end) || is_cut(whole + 1)) return Scanned::more;
  if (end == begin) return fail(at, "expected digits behind the sign");
  token.text = window_.text(at, end);
  at = end;
  return Scanned::ok;
}

/// How many bytes of a code point beyond ASCII can stand in a name here, or 0.
std::size_t TurtleLexer::name_length(std::size_t at, bool first) const {
  std::size_t length = 0;
  const char32_t c = decode_utf8(window_.text(at, window_.size()), length);
  return (first ? is_name_start(c) : is_name_character(c)) ? length : 0;
}

/// A prefixed name, or a word that stands for itself. A name that reaches the end of the window, or may go on
/// with a code point that the end cuts, is read again once more is there.
Scanned TurtleLexer::scan_name(std::size_t& at, Token& token) {
  std::size_t end = at;
  while (window_[end] != ':') {
    if (is_plain_name_byte(window_[end]) || (window_[end] == '.' && end != at)) {
      ++end;
      continue;
    }
    if (is_cut(end) || (is_wide(window_[end]) && is_cut(end + 3))) return Scanned::more;
    const std::size_t length = is_wide(window_[end]) ? name_length(end, end == at) : 0;
    if (length == 0) break;
    end += length;
  }
  if (window_[end] != ':') {
    while (end > at && window_[end - 1] == '.') --end;
    if (end == at) return fail(at, fmt::format("unexpected {}", shown_byte(window_[at])));
    token.kind = TokenKind::word;
    token.text = window_.text(at, end);
    at = end;
    return Scanned::ok;
  }
  token.prefix = window_.text(at, end);
  if (token.prefix.ends_with('.')) return fail(end - 1, "a prefix must not end in '.'");
  at = end + 1;
  return scan_local(at, token);
}

/// PN_LOCAL as a slice; what has an escape is put together.
Scanned TurtleLexer::scan_local(std::size_t& at, Token& token) {
  token.kind = TokenKind::prefixed_name;
  const std::size_t begin = at;
  std::size_t end = at;
  if (window_[end] == '-' || window_[end] == '.') {
    if (is_cut(end + 1)) return Scanned::more;
    token.text = {};
    return Scanned::ok;
  }
  for (;;) {
    while (is_plain_name_byte(window_[end]) || window_[end] == ':' || window_[end] == '.') ++end;
    if (is_cut(end) || (is_wide(window_[end]) && is_cut(end + 3))) return Scanned::more;
    if (window_[end] == '\\') return scan_escaped_local(at, token);
    std::size_t length = is_wide(window_[end]) ? name_length(end, end == begin) : 0;
    if (window_[end] == '%') {
      if (is_cut(end + 2)) return Scanned::more;
      if (!is_hex_digit(window_[end + 1]) || !is_hex_digit(window_[end + 2]))
        return fail(end, "'%' must be followed by two hexadecimal digits");
      length = 3;
    }
    if (length == 0) break;
    end += length;
  }
  while (end > begin && window_[end - 1] == '.') --end;
  token.text = window_.text(begin, end);
  at = end;
  return Scanned::ok;
}

/// The same for a local name with escapes; the dots that end a statement are told from escaped ones.
Scanned TurtleLexer::scan_escaped_local(std::size_t& at, Token& token) {
  std::string local;
  std::size_t end = at;
  std::size_t kept_end = at;
  std::size_t kept_size = 0;
  for (;;) {
    const char c = window_[end];
    std::size_t length = is_plain_name_byte(c) || c == ':' || c == '.' ? 1 : 0;
    if (is_cut(end + 3)) return Scanned::more;
    if (is_wide(c)) length = name_length(end, end == at);
    if (c == '%') {
      if (!is_hex_digit(window_[end + 1]) || !is_hex_digit(window_[end + 2]))
        return fail(end, "'%' must be followed by two hexadecimal digits");
      length = 3;
    }
    if (c == '\\') {
      if (!is_local_escape(window_[end + 1]))
        return fail(end, fmt::format("{} cannot be escaped in a name", shown_byte(window_[end + 1])));
      local += window_[end + 1];
      end += 2;
    } else {
      if (length == 0 || end >= window_.size()) break;
      local.append(window_.text(end, end + length));
      end += length;
    }
    if (c != '.') {
      kept_end = end;
      kept_size = local.size();
    }
  }
  token.text = arena_.copy(std::string_view(local).substr(0, kept_size));
  at = kept_end;
  return Scanned::ok;
}

Scanned TurtleLexer::scan_at_word(std::size_t& at, Token& token) {
  std::size_t end = at + 1;
  while (is_ascii_letter(window_[end])) ++end;
  if (is_cut(end)) return Scanned::more;
  token.kind = TokenKind::at_word;
  token.text = window_.text(at, end);
  at = end;
  return Scanned::ok;
}

Scanned TurtleLexer::peek_suffix(char& first) {
  if (const Scanned scanned = skip_space(); scanned != Scanned::ok) return scanned;
  const char c = at_ < window_.size() ? window_[at_] : '\0';
  first = c == '@' || c == '^' ? c : '\0';
  return Scanned::ok;
}

Scanned TurtleLexer::next_language(std::string_view& tag, Direction& direction) {
  std::size_t at = at_;
  const Scanned scanned = from_scanner(scanner_.scan_language(at, tag, direction));
  return finish(scanned, at);
}

Scanned TurtleLexer::next_datatype_mark() {
  if (is_cut(at_ + 1)) return Scanned::more;
  if (window_[at_ + 1] != '^') return fail(at_, "expected '^^' and a datatype");
  at_ += 2;
  return Scanned::ok;
}

void TurtleLexer::slide() {
  // A carriage return is kept until it is known whether a line feed follows: the two are one line end.
  const std::size_t keep = at_ - (at_ != 0 && window_[at_ - 1] == '\r' ? 1 : 0);
  location(std::max(keep, known_at_));
  window_.slide(keep);
  at_ -= keep;
  known_at_ -= keep;
}

Location TurtleLexer::location(std::size_t offset) {
  std::size_t at = known_at_;
  std::size_t line_begin = at;
  for (std::size_t stop = window_.next_string_stop(at); stop < offset; stop = window_.next_string_stop(stop + 1)) {
    const char c = window_[stop];
    if (c != '\n' && (c != '\r' || window_[stop + 1] == '\n')) continue;
    ++known_line_;
    known_column_ = 1;
    line_begin = stop + 1;
  }
  at = std::max(at, offset);
  known_column_ += static_cast<std::uint32_t>(window_.count_code_points(line_begin, at));
  known_at_ = at;
  return {FileId::none, known_line_, known_column_};
}

/// Where a token that must not be looked into ends, or the next byte; at the end of the window where that cuts it.
std::size_t TurtleLexer::skip_recovered(std::size_t at) const {
  const char c = window_[at];
  if (c == '|') return window_[at + 1] == '}' ? at + 2 : at + 1;
  if (c == '<') {
    const std::size_t stop = window_.next_iri_stop(at + 1);
    if (stop - at > longest_skipped_token) return at + 1;
    if (is_cut(stop)) return stop;
    return window_[stop] == '>' ? stop + 1 : at + 1;
  }
  if (c == '"' || c == '\'') {
    // A string that is closed on its line is one; anything else is a lone quote.
    for (std::size_t end = at + 1; end - at <= longest_skipped_token; ++end) {
      if (is_cut(end)) return end;
      if (is_line_end(window_[end])) break;
      if (window_[end] == c) return end + 1;
      if (window_[end] == '\\') ++end;
    }
  }
  return at + 1;
}

/// Whether the line ends in the window.
bool TurtleLexer::skip_recovered_comment() {
  while (!is_line_end(window_[at_])) at_ = window_.next_string_stop(at_ + 1);
  at_ = std::min(at_, window_.size());
  is_recovering_in_comment_ = is_cut(at_);
  return !is_recovering_in_comment_;
}

Scanned TurtleLexer::recover(bool stop_at_brace) {
  while (at_ < window_.size()) {
    const char c = window_[at_];
    if (is_recovering_in_comment_ || c == '#') {
      if (!skip_recovered_comment()) break;
      continue;
    }
    if (stop_at_brace && c == '}') break;
    const std::size_t end = skip_recovered(at_);
    if (is_cut(end)) return Scanned::more;
    at_ = std::min(end, window_.size());
    if (c == '.' && (is_space(window_[end]) || window_[end] == '}' || window_[end] == '#')) break;
    // A directive at the beginning of a line is where the next statement begins for sure.
    if (is_line_end(c) && window_[at_] == '@') break;
  }
  if (window_.first_bad() < at_) window_.find_bad_from(at_);
  return is_cut(at_) ? Scanned::more : Scanned::ok;
}

}  // namespace graphwright
