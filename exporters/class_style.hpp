#pragma once

#include <cstdint>
#include <string_view>

#include "graphwright/picture_style.hpp"

namespace graphwright {

/// How the members of a class are drawn. Colour never stands alone: classes differ in shape as well.
struct ClassStyle {
  Shape shape = Shape::box;
  /// A pale colour behind dark text, `#rrggbb`.
  std::string_view fill;
  /// The darker colour of its outline and of the lines that leave it.
  std::string_view line;
};

/// The style of a class by the last part of its IRI, with or without capitals.
///
/// Common classes (Person, Place, Organization, ...) have a style of their own; any other takes one
/// from the hash of its name, so that it looks the same in every picture, whatever else is in it.
ClassStyle class_style(std::string_view class_name);

/// The style of what has no class.
ClassStyle plain_style();

/// The name of a shape in Graphviz.
std::string_view graphviz_shape(Shape shape);

}  // namespace graphwright
