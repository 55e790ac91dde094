#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graphwright/location.hpp"

namespace graphwright {

/// The kinds of token in a rule file; `keyword` is a directive, `fault` text that is no token.
struct RuleToken {
  enum class Kind : std::uint8_t { end, mark, keyword, iri, name, variable, string, language, number, boolean, fault };
};

/// Cuts a rule file into tokens, one at a time.
class RuleTokens {
 public:
  RuleTokens(std::string_view text, FileId file) : text_(text), file_(file) {}

  /// Goes to the next token.
  void next();
  RuleToken::Kind kind() const { return kind_; }
  /// The token's text, without brackets, quotes and signs; of a fault what is wrong.
  const std::string& text() const { return token_; }
  Location location() const { return location_; }
  /// Whether the token can begin a statement.
  bool starts_statement() const;

 private:
  using Kind = RuleToken::Kind;

  void skip_blanks();
  void step();
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void take(Kind kind, std::size_t length);
  void fault(std::string message);
  bool take_mark();
  void take_iri();
  void take_string();
  bool take_escape();
  void take_word();
  void take_number();

  std::string_view text_;
  FileId file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  Kind kind_ = Kind::end;
  std::string token_;
  Location location_;
};

}  // namespace graphwright
