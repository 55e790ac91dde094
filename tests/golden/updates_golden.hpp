#pragma once

#include <cstdlib>
#include <string_view>

namespace graphwright {

/// Whether GRAPHWRIGHT_UPDATE_GOLDEN asks that what comes out be written over what was expected: neither empty nor 0.
inline bool updates_golden() {
  const char* const word = std::getenv("GRAPHWRIGHT_UPDATE_GOLDEN");
  return word != nullptr && *word != '\0' && std::string_view(word) != "0";
}

}  // namespace graphwright
