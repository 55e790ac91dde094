#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// How many colors an attribute takes.
enum class ColorCount {
  one,   ///< of a list Graphviz takes the first
  many,  ///< lists, parts of them without weights (`red;0.3`)
  weighed
};

/// The first part of a color, or of a list of them, that Graphviz draws in black since it does not know it (Color
/// Names, type colorList); empty where it knows all. Of names in other schemes than X11 and SVG nothing is said.
std::string_view find_unknown_color(std::string_view colors, ColorCount count);

/// Whether Graphviz knows a color since version 9 only: `#` and one digit each for red, green and blue.
bool is_short_color(std::string_view color);

/// Whether a scheme of ColorBrewer has a color, which is called by a number (Brewer Color Schemes).
bool is_brewer_color(std::string_view scheme, std::string_view color);

}  // namespace graphwright
