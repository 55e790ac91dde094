#pragma once

#include <string>

#include "layout.hpp"

namespace graphwright {

/// A length or coordinate with at most one decimal.
std::string coordinate(double value);

/// The outline of a shape that fills a box, as SVG elements without fill and stroke.
std::string shape_elements(Shape shape, const Box& box);

/// The path data of an edge's curves.
std::string path_data(const PlacedEdge& edge);

/// The triangle at the tip of an edge as the `points` of a polygon; empty where it has no tip.
std::string arrow_points(const PlacedEdge& edge);

/// The attribute of a text whose size is not that of all nodes.
std::string font_attribute(double font);

}  // namespace graphwright
