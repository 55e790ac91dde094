#pragma once

#include <cstddef>
#include <string_view>

#include "graphwright/location.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {

/// Where a byte stands in a text that is UTF-8 before it.
///
/// @complexity linear
inline Location location_at(std::string_view text, std::size_t offset, FileId file) {
  Location location{file, 1, 1};
  for (char byte : text.substr(0, offset)) {
    if (!is_continuation_byte(byte)) ++location.column;
    if (byte == '\n') location = {file, location.line + 1, 1};
  }
  return location;
}

}  // namespace graphwright
