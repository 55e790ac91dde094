#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace graphwright {

/// Turns byte offsets of one well-formed UTF-8 text into counts of code points, in constant time.
///
/// The text is not kept: the same one is handed over again with each question.
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text);

  /// The number of code points before a byte of the text, which may be its end.
  std::uint32_t before(std::string_view text, std::size_t byte) const;

 private:
  std::vector<std::uint32_t> blocks_;  // the count before each block of bytes
};

}  // namespace graphwright
