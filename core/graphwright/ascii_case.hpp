#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace graphwright {

/// The small letter of an ASCII capital; any other byte as it is, whatever the locale.
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether a byte is a letter or digit of ASCII, whatever the locale.
constexpr bool is_ascii_alphanumeric(char c) {
  return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9');
}

inline std::string ascii_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return ascii_lower(c); });
  return result;
}

}  // namespace graphwright
