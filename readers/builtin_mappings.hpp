#pragma once

#include <string_view>

namespace graphwright {

/// The text of a mapping that is compiled into the program; empty where there is none of that name.
std::string_view builtin_mapping(std::string_view name);

}  // namespace graphwright
