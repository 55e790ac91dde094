#pragma once

#include <memory>
#include <string>

#include "graphwright/diagnostics.hpp"
#include "graphwright/picture_style.hpp"

namespace graphwright {

/// Reads a style file for pictures (docs/styles.md); null where something is wrong, which is reported.
///
/// Throws `std::system_error` where the file cannot be opened.
std::shared_ptr<const PictureStyle> read_style(const std::string& path, Diagnostics& diagnostics);

}  // namespace graphwright
