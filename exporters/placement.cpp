#include "placement.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"

#include "layout.hpp"
#include "picture_text.hpp"

namespace graphwright {
namespace {

constexpr double spiral_step = 60;

std::optional<double> number(const PropertyGraph& graph, std::uint32_t node, std::string_view property) {
  const std::string_view text = node_value(graph, node, property);
  double value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || at != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// As a graph file says; files that give a size place the corner, as yEd does, others the middle.
bool place_as_given(const PropertyGraph& graph, Placement& placement) {
  if (graph.graph().terms().find_iri(iri::gw::x) == TermId::none) return false;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    const auto x = number(graph, node, iri::gw::x);
    const auto y = number(graph, node, iri::gw::y);
    if (!x || !y) return false;
    const auto width = number(graph, node, iri::gw::width);
    const auto height = number(graph, node, iri::gw::height);
    Placed& one = placement.nodes[node];
    placement.is_centred = placement.is_centred && !width && !height;
    one.x = *x + width.value_or(0) / 2;
    one.y = *y + height.value_or(0) / 2;
    if (width && *width > 0) one.width = *width;
    if (height && *height > 0) one.height = *height;
  }
  return true;
}

void place_by_forces(const PropertyGraph& graph, std::vector<Placed>& placed) {
  const Picture picture(graph);
  LayoutRequest request;
  request.kind = LayoutKind::forces;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    LayoutNode one;
    one.shape = picture.style(node).shape;
    one.lines = wrap(graph.label(graph.resource(node)), 20, 3);
    request.nodes.push_back(std::move(one));
  }
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    const RelationGraph::Edge ends = graph.edge(edge);
    request.edges.push_back({.source = ends.source, .target = ends.target, .lines = {}, .has_arrow = true});
  }
  const Layout layout = lay_out(request);
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    const Box& box = layout.nodes[node];
    placed[node] = {box.corner.x + box.width / 2, box.corner.y + box.height / 2, box.width, box.height};
  }
}

/// The golden angle between neighbours fills the plane evenly.
void place_on_spiral(const PropertyGraph& graph, std::vector<Placed>& placed) {
  const std::vector<std::uint32_t> count = degrees(graph);
  std::vector<std::uint32_t> order(graph.node_count());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return count[a] > count[b]; });
  const double turn = std::numbers::pi * (3 - std::sqrt(5.0));
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const double radius = spiral_step * std::sqrt(static_cast<double>(place));
    placed[order[place]].x = radius * std::cos(place * turn);
    placed[order[place]].y = radius * std::sin(place * turn);
  }
}

/// Where properties of graph files are called so (docs/data_model.md, "Graph files").
constexpr std::array<std::string_view, 3> channels{"attribute/r", "attribute/g", "attribute/b"};

int channel_of(std::string_view text) {
  int value = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? value : -1;
}

}  // namespace

Placement place_nodes(const PropertyGraph& graph) {
  Placement placement;
  placement.nodes.resize(graph.node_count());
  if (placement.nodes.empty()) return placement;
  placement.is_given = place_as_given(graph, placement);
  if (placement.is_given) return placement;
  placement.nodes.assign(graph.node_count(), {});
  if (graph.node_count() <= most_placed_nodes)
    place_by_forces(graph, placement.nodes);
  else
    place_on_spiral(graph, placement.nodes);
  return placement;
}

std::vector<std::uint32_t> degrees(const PropertyGraph& graph) {
  std::vector<std::uint32_t> count(graph.node_count());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    ++count[graph.edge(edge).source];
    ++count[graph.edge(edge).target];
  }
  return count;
}

bool is_color_channel(std::string_view property) {
  return std::any_of(channels.begin(), channels.end(), [=](std::string_view one) { return property.ends_with(one); });
}

std::string color_of_channels(const PropertyGraph& graph, std::uint32_t node) {
  std::array<int, channels.size()> parts{-1, -1, -1};
  for (const NodeAttribute& one : graph.attributes(node)) {
    const std::string_view property = graph.graph().view(graph.columns()[one.column].property).text;
    for (std::size_t channel = 0; channel < parts.size(); ++channel)
      if (property.ends_with(channels[channel])) parts[channel] = channel_of(graph.graph().view(one.value).text);
  }
  if (std::any_of(parts.begin(), parts.end(), [](int part) { return part < 0 || part > 255; })) return {};
  return fmt::format("#{:02x}{:02x}{:02x}", parts[0], parts[1], parts[2]);
}

std::string given_color(const PropertyGraph& graph, std::uint32_t node) {
  const std::string_view text = node_value(graph, node, iri::gw::color).substr(0, 7);
  return is_colour(text) ? std::string(text) : color_of_channels(graph, node);
}

std::string node_color(const Picture& picture, std::uint32_t node) {
  std::string given = given_color(picture.graph(), node);
  return given.empty() ? std::string(picture.style(node).line) : given;
}

std::string_view node_value(const PropertyGraph& graph, std::uint32_t node, std::string_view property) {
  for (const NodeAttribute& one : graph.attributes(node))
    if (graph.graph().view(graph.columns()[one.column].property).text == property)
      return graph.graph().view(one.value).text;
  return {};
}

std::string coordinate_text(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace graphwright
