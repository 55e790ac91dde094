#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace graphwright {

/// Whether a word is one of a short list.
template <std::size_t count>
constexpr bool has(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace graphwright
