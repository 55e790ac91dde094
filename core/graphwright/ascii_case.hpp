#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace graphwright {

/// The small letter of an ASCII capital; any other byte as it is, whatever the locale.
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return ascii_lower(c); });
  return result;
}

}  // namespace graphwright
