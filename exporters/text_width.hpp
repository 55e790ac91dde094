#pragma once

#include <string_view>

namespace graphwright {

/// How far a line of text lies below the one before, in sizes of its font.
inline constexpr double line_height = 1.2;

/// The width of a line of text at a size of `font`, in the unit of that size: a letter of ASCII as wide as in DejaVu
/// Sans (which Verdana matches within a twentieth), any other by its kind. It asks no font of the machine, so that a
/// picture is the same everywhere.
///
/// @complexity linear
double text_width(std::string_view text, double font);

}  // namespace graphwright
