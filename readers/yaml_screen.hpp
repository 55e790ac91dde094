#pragma once

#include <string>

#include "graphwright/diagnostics.hpp"
#include "graphwright/location.hpp"

namespace graphwright {

/// Makes the bytes of a YAML file fit for its parser: takes a byte order mark away and makes lone
/// carriage returns line feeds. False where they are no text (not UTF-8, control characters) or
/// lines are indented with tabs; that is reported.
///
/// @complexity linear
bool screen_yaml(std::string& bytes, FileId file, Diagnostics& diagnostics);

}  // namespace graphwright
