#pragma once

#include <string>
#include <string_view>

#include "graphwright/location.hpp"

namespace graphwright {

/// A token of DOT, borrowed from the text.
struct DotToken {
  enum class Kind : std::uint8_t { end, name, quoted, html, mark };
  Kind kind = Kind::end;
  /// Without quotation marks or angle brackets, escapes as they stand.
  std::string_view text;
  Location location;
};

/// Whether a token is a keyword, whatever its case.
bool is_word(const DotToken& token, std::string_view word);
bool is_mark(const DotToken& token, std::string_view mark);

/// The text of a token as Graphviz takes it: behind a backslash a quotation mark is plain, and a line goes on.
std::string plain_text(const DotToken& token);

/// Splits DOT into tokens as Graphviz does (The DOT Language); comments and lines that begin with # are left out.
class DotTokens {
 public:
  DotTokens(std::string_view text, FileId file) : text_(text), location_{file, 1, 1} {}
  DotToken next();

 private:
  void advance(std::size_t count);
  bool skip_space_or_comment();
  DotToken take(DotToken::Kind kind, std::size_t size, std::size_t trim);
  std::size_t quoted_size() const;
  std::size_t html_size() const;

  std::string_view text_;
  std::size_t at_ = 0;
  Location location_;
};

}  // namespace graphwright
