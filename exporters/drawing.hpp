#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edge_groups.hpp"
#include "layout.hpp"
#include "picture.hpp"
#include "text_width.hpp"

namespace graphwright {

/// How much of a graph a picture shows: texts at the lines; names only; dots, of which a few are named.
enum class Detail : std::uint8_t { full, names, dots };

/// Whether a graph can be drawn at all.
bool can_be_drawn(const PropertyGraph& graph);

/// The sizes of texts in the pictures that we lay out ourselves.
inline constexpr double node_font = 11;
inline constexpr double edge_font = 9;
inline constexpr std::size_t node_label_width = 24;

/// A line of an edge's text as it is drawn: dark words, then fainter ones; `text` is a number in the group's texts.
struct DrawnLine {
  std::string dark;
  std::string faint;
  std::size_t text = 0;

  std::string whole() const { return dark.empty() || faint.empty() ? dark + faint : dark + " " + faint; }
};

/// A frame around nodes that belong together.
struct DrawnCluster {
  std::string label;
  ClassStyle style;
  Box box;
};

/// Where everything stands in a picture of a graph, and with which words.
struct Drawing {
  Detail detail = Detail::full;
  double width = 0;
  double height = 0;
  /// By node: its outline, and the lines of its name with the size of its text.
  std::vector<Box> nodes;
  std::vector<std::vector<std::string>> names;
  std::vector<double> fonts;
  std::vector<std::size_t> degrees;
  /// The lines between nodes; by group, where they run, the lines of their texts and how wide they are.
  std::vector<EdgeGroup> groups;
  std::vector<PlacedEdge> edges;
  std::vector<std::vector<DrawnLine>> texts;
  std::vector<double> widths;
  std::vector<DrawnCluster> clusters;
  /// How many frames were asked for where none are drawn.
  std::size_t missing_clusters = 0;
};

/// Chooses how much is shown by the size of the graph, and lays it out with the Graphviz library, once for all exports
/// that share a store of layouts. A drawing in layers is spread to at least so much height by its width.
Drawing draw(const Picture& picture, const ExportOptions& options, double least_height = 0);

/// The width of a line that stands for so many edges.
double stroke_width(LineStyle style, std::size_t edge_count);

/// The width of a line that goes by evidence or weight: `share` of the `most` that a line has.
double scaled_width(double share, double most);

/// The name of a node that is a dot, on one line, with an ellipsis where it is cut.
std::string dot_name(const Drawing& drawing, std::uint32_t node);

/// The boxes of names for the best connected of the nodes that are dots, as far as they do not cover each other.
struct DotName {
  std::uint32_t node = 0;
  std::string text;
  Box box;
};
std::vector<DotName> dot_names(const Drawing& drawing, double scale);

}  // namespace graphwright
