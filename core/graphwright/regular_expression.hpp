#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace graphwright {

/// A regular expression in the manner of SPARQL's REGEX (XPath and XQuery Functions, 5.6.1), run in
/// bounded time: a search that takes too long counts as no match.
class RegularExpression {
 public:
  /// Takes the flags `i`, `s`, `m`, `x` and `q`; `is_valid` tells whether the pattern could be read.
  RegularExpression(std::string_view pattern, std::string_view flags);
  RegularExpression(RegularExpression&&) noexcept;
  RegularExpression& operator=(RegularExpression&&) noexcept;
  ~RegularExpression();

  bool is_valid() const { return program_ != nullptr; }
  /// Whether the pattern matches somewhere in the text.
  bool finds_in(std::string_view text) const;

 private:
  struct Program;
  std::unique_ptr<Program> program_;
};

}  // namespace graphwright
