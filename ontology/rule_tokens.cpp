#include "rule_tokens.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What may stand in a name; beyond ASCII everything may, since nothing else of the form begins so.
bool is_name_byte(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

constexpr std::array<std::string_view, 4> directives{"@prefix", "@base", "prefix", "base"};

}  // namespace

bool RuleTokens::starts_statement() const {
  return kind_ == Kind::end || kind_ == Kind::keyword || (kind_ == Kind::mark && token_ == "{");
}

void RuleTokens::step() {
  const char c = text_[at_++];
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if (!is_continuation_byte(c)) {
    ++column_;
  }
}

void RuleTokens::skip_blanks() {
  while (at_ < text_.size()) {
    if (peek() == '#')
      while (at_ < text_.size() && peek() != '\n') step();
    else if (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')
      step();
    else
      return;
  }
}

void RuleTokens::take(Kind kind, std::size_t length) {
  kind_ = kind;
  token_ = text_.substr(at_, length);
  for (const std::size_t end = at_ + length; at_ < end;) step();
}

void RuleTokens::fault(std::string message) {
  kind_ = Kind::fault;
  token_ = std::move(message);
}

void RuleTokens::next() {
  skip_blanks();
  location_ = {file_, line_, column_};
  if (at_ >= text_.size()) return take(Kind::end, 0);
  const char c = peek();
  if (take_mark()) return;
  if (c == '<') return take_iri();
  if (c == '"' || c == '\'') return take_string();
  if (is_digit(c) || ((c == '-' || c == '+') && (is_digit(peek(1)) || peek(1) == '.'))) return take_number();
  take_word();
}

bool RuleTokens::take_mark() {
  for (std::string_view mark : {"=>", "<=", "^^", "{", "}", ".", ",", ";"})
    if (text_.substr(at_).starts_with(mark)) {
      take(Kind::mark, mark.size());
      return true;
    }
  return false;
}

void RuleTokens::take_iri() {
  const std::size_t end = text_.find_first_of(">\n\"{}| ", at_);
  const bool is_closed = end != std::string_view::npos && text_[end] == '>';
  if (!is_closed) {
    take(Kind::fault, 1);
    return fault("'<' begins an IRI, but no '>' ends it");
  }
  const std::string_view iri = text_.substr(at_ + 1, end - at_ - 1);
  const bool is_valid = !find_iri_error(iri);
  take(Kind::iri, end - at_ + 1);
  token_ = token_.substr(1, token_.size() - 2);
  if (!is_valid) fault("this is no IRI");
}

void RuleTokens::take_string() {
  const char quote = peek();
  step();
  kind_ = Kind::string;
  token_.clear();
  while (at_ < text_.size() && peek() != quote && peek() != '\n') {
    if (peek() == '\\') {
      if (!take_escape()) return fault(R"('\' begins an escape: \n, \t, \", \\ or \u and four digits)");
      continue;
    }
    token_ += peek();
    step();
  }
  if (peek() != quote) return fault("a string ends in its own line");
  step();
}

bool RuleTokens::take_escape() {
  step();
  const std::size_t digits = peek() == 'u' ? 4 : peek() == 'U' ? 8 : 0;
  constexpr std::array<std::pair<char, char>, 6> plain{
      {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'"', '"'}, {'\'', '\''}, {'\\', '\\'}}};
  if (digits == 0) {
    const auto at = std::find_if(plain.begin(), plain.end(), [&](const auto& one) { return one.first == peek(); });
    if (at == plain.end() || at_ >= text_.size()) return false;
    token_ += at->second;
    step();
    return true;
  }
  step();
  char32_t code_point = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const std::size_t value = std::string_view("0123456789abcdef").find(ascii_lower(peek()));
    if (value == std::string_view::npos || at_ >= text_.size()) return false;
    code_point = code_point * 16 + static_cast<char32_t>(value);
    step();
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return false;
  append_utf8(code_point, token_);
  return true;
}

void RuleTokens::take_number() {
  std::size_t length = 1;
  const auto is_part = [&](std::size_t at) {
    const char c = peek(at);
    if (is_digit(c) || c == 'e' || c == 'E') return true;
    if (c == '.') return is_digit(peek(at + 1));
    return (c == '-' || c == '+') && (peek(at - 1) == 'e' || peek(at - 1) == 'E');
  };
  while (is_part(length)) ++length;
  take(Kind::number, length);
}

/// A variable, a language tag, a directive, a boolean or a name. A dot belongs to a name where it goes on.
void RuleTokens::take_word() {
  const char first = peek();
  std::size_t length = first == '?' || first == '@' ? 1 : 0;
  while (is_name_byte(peek(length)) || (peek(length) == ':' && first != '?' && first != '@') ||
         (peek(length) == '.' && length > 0 && is_name_byte(peek(length + 1))))
    ++length;
  if (length == 0 || (length == 1 && (first == '?' || first == '@'))) {
    take(Kind::fault, 1);
    return fault(first == '[' || first == '(' || first == '_'
                     ? "blank nodes and lists are not part of the form; use variables and names"
                     : "this character means nothing in a rule");
  }
  take(Kind::name, length);
  const std::string word = ascii_lower(token_);
  if (std::find(directives.begin(), directives.end(), word) != directives.end()) {
    kind_ = Kind::keyword;
    token_ = word;
  } else if (first == '?' || first == '@') {
    kind_ = first == '?' ? Kind::variable : Kind::language;
    token_.erase(0, 1);
  } else if (token_ == "true" || token_ == "false") {
    kind_ = Kind::boolean;
  } else if (token_.starts_with("_:")) {
    fault("blank nodes are not part of the form; use variables and names");
  }
}

}  // namespace graphwright
