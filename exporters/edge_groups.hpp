#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picture.hpp"

namespace graphwright {

/// A line of text beside a drawn line: a relation, when it held, and where that was said.
struct EdgeText {
  std::string relation;
  /// Times and speakers; may be empty.
  std::string detail;
  std::string tooltip;
  std::string_view link;
  /// The edges that it stands for, by their numbers.
  std::vector<std::uint32_t> edges;
};

/// All edges from one node to another that are held alike, drawn as one line.
struct EdgeGroup {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  /// None of the relations has a direction.
  bool is_undirected = true;
  /// The firmest of the edges.
  LineStyle style = LineStyle::denied;
  std::size_t edge_count = 0;
  /// The evidence or the weights of its edges together.
  double share = 0;
  std::vector<EdgeText> texts;
};

/// Draws the edges between two nodes together, with a text for each relation that lists its times.
///
/// Edges in opposite directions are two groups; symmetric ones join the group that is there. Each kind
/// of claim is a group of its own.
std::vector<EdgeGroup> group_edges(const Picture& picture);

}  // namespace graphwright
