#pragma once

#include <string_view>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// Whether a text belongs to a datatype; reported where it does not.
bool check_literal(std::string_view text, std::string_view datatype, Location location, Diagnostics& diagnostics);

/// Whether a text is a language tag; reported where it is none.
bool check_language(std::string_view tag, Location location, Diagnostics& diagnostics);

}  // namespace graphwright
