#pragma once

#include <string_view>

namespace graphwright {

/// White space (XML 1.0, production S).
inline constexpr std::string_view white_space = " \t\r\n";

/// Whether the text is white space only.
constexpr bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(white_space) == std::string_view::npos;
}

/// The text without the white space around it.
constexpr std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(white_space);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

}  // namespace graphwright
