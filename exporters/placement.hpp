#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/property_graph.hpp"

#include "picture.hpp"

namespace graphwright {

/// Where a node is drawn: its centre, y downwards, and its size, in points.
struct Placed {
  double x = 0;
  double y = 0;
  double width = 30;
  double height = 30;
};

/// The places of all nodes.
struct Placement {
  std::vector<Placed> nodes;
  /// They are those of the file that the graph was read from, in whichever direction its y runs.
  bool is_given = false;
  /// The file gives centres: no node has a size of its own.
  bool is_centred = true;

  /// The y of a node where y runs upwards.
  double upward(std::uint32_t node) const { return is_given ? nodes[node].y : -nodes[node].y; }
};

/// The largest graph that the Graphviz library places for formats that are drawn elsewhere.
inline constexpr std::uint32_t most_placed_nodes = 400;

/// Places the nodes of a graph: where its file placed them, if it did so for all; else by forces up to
/// `most_placed_nodes`, and on a spiral, the best connected in the middle, above that.
///
/// @complexity n log n above that number
Placement place_nodes(const PropertyGraph& graph);

/// The number of edges of each node.
std::vector<std::uint32_t> degrees(const PropertyGraph& graph);

/// The colour that its file gave a node, `#rrggbb`, be it by a text or, as Gephi writes GraphML, by three numbers from
/// 0 to 255 called `r`, `g` and `b`; empty where it gave none.
std::string given_color(const PropertyGraph& graph, std::uint32_t node);
/// The colour that the three numbers alone give; empty where they give none.
std::string color_of_channels(const PropertyGraph& graph, std::uint32_t node);
/// Whether a property is one of those three.
bool is_color_channel(std::string_view property);

/// The colour of a node, `#rrggbb`: that of its file, else that of its class.
std::string node_color(const Picture& picture, std::uint32_t node);

/// The text of a node's value of a property; empty where it has none.
std::string_view node_value(const PropertyGraph& graph, std::uint32_t node, std::string_view property);

/// A coordinate with two decimals at most, without an exponent.
std::string coordinate_text(double value);

}  // namespace graphwright
