#pragma once

#include <string_view>

namespace graphwright {

/// Whether HTML 4 has a character entity of this name (24 Character entity references), as Graphviz has.
bool is_character_name(std::string_view name);

}  // namespace graphwright
