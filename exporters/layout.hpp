#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "class_style.hpp"

namespace graphwright {

/// A point of a picture in typographic points, y downwards.
struct Point {
  double x = 0;
  double y = 0;
};

/// A rectangle of a picture.
struct Box {
  Point corner;
  double width = 0;
  double height = 0;
};

/// Whether two rectangles cover each other in part; those that only touch do not.
bool overlap(const Box& a, const Box& b);

/// A node to be placed: its outline and the lines of its text, by which it is measured.
struct LayoutNode {
  Shape shape = Shape::box;
  std::vector<std::string> lines;
  /// Nodes of one cluster are kept together; `none` belongs to no cluster.
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t cluster = none;
  /// Drawn as a dot of this diameter, without text; 0: by its lines.
  double dot = 0;
  /// The size of its text; 0: that of all.
  double font_size = 0;
  friend bool operator==(const LayoutNode&, const LayoutNode&) = default;
};

/// An edge to be drawn between two nodes, by their numbers.
struct LayoutEdge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::vector<std::string> lines;
  bool has_arrow = true;
  friend bool operator==(const LayoutEdge&, const LayoutEdge&) = default;
};

/// In layers from above to below, or by forces that pull neighbours together.
enum class LayoutKind : std::uint8_t { layers, forces };

struct LayoutRequest {
  LayoutKind kind = LayoutKind::layers;
  double node_font_size = 11;
  double edge_font_size = 9;
  std::vector<LayoutNode> nodes;
  std::vector<LayoutEdge> edges;
  std::vector<std::string> clusters;
  friend bool operator==(const LayoutRequest&, const LayoutRequest&) = default;
};

/// Where an edge runs: Bezier curves (one point, then three for each curve), the tip of its arrow and
/// the rectangle around its text.
struct PlacedEdge {
  std::vector<std::vector<Point>> curves;
  std::optional<Point> tip;
  std::optional<Box> label;
};

struct Layout {
  double width = 0;
  double height = 0;
  /// By node: the rectangle around it.
  std::vector<Box> nodes;
  std::vector<PlacedEdge> edges;
  std::vector<Box> clusters;
};

/// Places nodes and edges with the Graphviz library.
///
/// One call runs at a time, since the library has global state. Throws `std::system_error` where it
/// cannot lay out, for instance because its plugins are not installed. What the library allocates for a
/// picture with clusters is kept until the process ends.
Layout lay_out(const LayoutRequest& request);

/// Moves layers apart until a picture is at least so high by its width; nodes and texts keep their size.
void spread_layers(double least_height, Layout& layout);

/// Moves texts that stand away from their lines to the nearest place at them where no node, text or title of a frame
/// is.
///
/// The library leaves room for a text before it knows where its line will run. Where there is much room, beside frames
/// above all, the line takes a short way through it and leaves its text behind.
void pull_labels(const std::vector<Box>& titles, Layout& layout);

}  // namespace graphwright
