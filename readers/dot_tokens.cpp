#include "dot_tokens.hpp"

#include <algorithm>

#include "graphwright/ascii_case.hpp"

namespace graphwright {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

}  // namespace

bool is_word(const DotToken& token, std::string_view word) {
  return token.kind == DotToken::Kind::name && ascii_lower(token.text) == word;
}

bool is_mark(const DotToken& token, std::string_view mark) {
  return token.kind == DotToken::Kind::mark && token.text == mark;
}

std::string plain_text(const DotToken& token) {
  if (token.kind != DotToken::Kind::quoted) return std::string(token.text);
  std::string text;
  for (std::size_t at = 0; at < token.text.size(); ++at) {
    const std::string_view pair = token.text.substr(at, 2);
    if (pair == "\\\n") {
      ++at;
    } else if (pair == "\\\\") {
      text += pair;
      ++at;
    } else if (pair != "\\\"") {
      text += token.text[at];
    }
  }
  return text;
}

void DotTokens::advance(std::size_t count) {
  for (char c : text_.substr(at_, count)) {
    if (c == '\n') {
      ++location_.line;
      location_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++location_.column;
    }
  }
  at_ = std::min(at_ + count, text_.size());
}

bool DotTokens::skip_space_or_comment() {
  const std::string_view rest = text_.substr(at_);
  if (rest.empty()) return false;
  if (is_space(rest.front())) {
    advance(1);
    return true;
  }
  std::size_t size = 0;
  if (rest.starts_with("//") || (rest.front() == '#' && location_.column == 1)) {
    size = std::min(rest.find('\n'), rest.size());
  } else if (rest.starts_with("/*")) {
    const std::size_t close = rest.find("*/", 2);
    size = close == std::string_view::npos ? rest.size() : close + 2;
  }
  advance(size);
  return size != 0;
}

DotToken DotTokens::take(DotToken::Kind kind, std::size_t size, std::size_t trim) {
  const std::string_view whole = text_.substr(at_, size);
  DotToken token{kind, whole, location_};
  if (trim != 0) {
    token.text.remove_prefix(std::min(trim, token.text.size()));
    token.text.remove_suffix(std::min(trim, token.text.size()));
  }
  advance(size);
  return token;
}

std::size_t DotTokens::quoted_size() const {
  for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
    if (text_[at] == '\\')
      ++at;
    else if (text_[at] == '"')
      return at + 1 - at_;
  }
  return text_.size() - at_;
}

std::size_t DotTokens::html_size() const {
  std::size_t depth = 0;
  for (std::size_t at = at_; at < text_.size(); ++at) {
    if (text_[at] == '<') ++depth;
    if (text_[at] == '>' && --depth == 0) return at + 1 - at_;
  }
  return text_.size() - at_;
}

DotToken DotTokens::next() {
  while (skip_space_or_comment()) {
  }
  if (at_ >= text_.size()) return {DotToken::Kind::end, {}, location_};
  const char c = text_[at_];
  if (c == '"') return take(DotToken::Kind::quoted, quoted_size(), 1);
  if (c == '<') return take(DotToken::Kind::html, html_size(), 1);
  if (c == '-' && (text_.substr(at_).starts_with("->") || text_.substr(at_).starts_with("--")))
    return take(DotToken::Kind::mark, 2, 0);
  std::size_t size = c == '-' ? 1 : 0;
  while (at_ + size < text_.size() && is_name_byte(text_[at_ + size])) ++size;
  return size == 0 ? take(DotToken::Kind::mark, 1, 0) : take(DotToken::Kind::name, size, 0);
}

}  // namespace graphwright
