#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "drawing.hpp"

namespace graphwright {

/// A line of text in a picture: the middle of its baseline, and the ground that keeps what lies behind it from showing.
struct PlacedLine {
  Point baseline;
  Box ground;
};

/// The middles of the baselines of a node's name: lines of one font, one below another around the middle of the node.
std::vector<Point> place_name(std::size_t line_count, double font, const Box& node);

/// Where the lines of an edge's text stand in the box that the layout kept for them.
std::vector<PlacedLine> place_text(const std::vector<DrawnLine>& lines, const Box& box);

/// One ground for all lines of a text, of which there is at least one.
Box common_ground(const std::vector<PlacedLine>& lines);

/// The baseline at which the title of a frame begins.
Point place_title(const Box& frame);

/// The corner of a frame that its title takes.
Box title_box(const Box& frame, std::string_view title);

}  // namespace graphwright
