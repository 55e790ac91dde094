#pragma once

#include <cstdint>

namespace graphwright {

/// Names one input among those that a `Diagnostics` has seen.
enum class FileId : std::uint32_t { none = 0xFFFFFFFF };

/// Where something stands in an input; lines and columns start at 1, 0 means that it is not known.
///
/// Columns count code points, so that an editor's cursor lands on the same place.
struct Location {
  FileId file = FileId::none;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
  // The check takes the 0 that a rewritten comparison compares with for a null pointer.
  friend auto operator<=>(const Location&, const Location&) = default;  // NOLINT(modernize-use-nullptr)
};

}  // namespace graphwright
