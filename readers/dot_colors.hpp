#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// The first part of a color, or of a list of them, that Graphviz draws in black since it does not know it (Color
/// Names, type colorList); empty where it knows all. Of names in other schemes than X11 and SVG nothing is said.
std::string_view find_unknown_color(std::string_view colors);

}  // namespace graphwright
