#include "node_looks.hpp"

#include <algorithm>
#include <cmath>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/xsd_value.hpp"

namespace graphwright {
namespace {

bool is_extent(std::string_view text) { return is_finite_number(text) && !text.starts_with('-'); }

}  // namespace

NodeLooks::NodeLooks(const PropertyGraph& graph)
    : graph_(graph), picture_(graph), placed_(place_nodes(graph)), degrees_(degrees(graph)) {
  const bool has_channels = all_have_channels();
  for (std::uint32_t column = 0; column < graph.columns().size(); ++column) {
    const std::string_view property = graph.graph().view(graph.columns()[column].property).text;
    is_carried_.push_back(((property == iri::gw::x || property == iri::gw::y) && placed_.is_given) ||
                          (property == iri::gw::z && is_all(column, is_finite_number)) ||
                          (property == iri::gw::size && is_all(column, is_extent)) ||
                          (property == iri::gw::color && is_all(column, is_colour)) ||
                          (has_channels && is_color_channel(property)));
  }
}

/// Whether three numbers are the colour of a node wherever it has one of them: others called `r`, `g` or `b` are none.
bool NodeLooks::all_have_channels() const {
  const auto is_channel = [this](const NodeAttribute& one) {
    return is_color_channel(graph_.graph().view(graph_.columns()[one.column].property).text);
  };
  const auto is_lost = [&](std::uint32_t node) {
    const auto values = graph_.attributes(node);
    if (std::none_of(values.begin(), values.end(), is_channel)) return false;
    const std::string color = color_of_channels(graph_, node);
    return color.empty() || color != ascii_lower(given_color(graph_, node));
  };
  const bool has_column = std::any_of(graph_.columns().begin(), graph_.columns().end(), [this](const NodeColumn& one) {
    return is_color_channel(graph_.graph().view(one.property).text);
  });
  if (!has_column) return false;
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
    if (is_lost(node)) return false;
  return true;
}

bool NodeLooks::is_all(std::uint32_t own_column, bool (*is_right)(std::string_view)) const {
  if (graph_.columns()[own_column].is_list) return false;
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
    for (const NodeAttribute& one : graph_.attributes(node))
      if (one.column == own_column && !is_right(graph_.graph().view(one.value).text)) return false;
  return true;
}

std::string NodeLooks::given(std::uint32_t node, std::string_view property) const {
  for (const NodeAttribute& one : graph_.attributes(node))
    if (is_carried_[one.column] && graph_.graph().view(graph_.columns()[one.column].property).text == property)
      return std::string(graph_.graph().view(one.value).text);
  return {};
}

std::string NodeLooks::x(std::uint32_t node) const {
  const std::string text = placed_.is_centred ? given(node, iri::gw::x) : std::string{};
  return text.empty() ? coordinate_text(placed_.nodes[node].x) : text;
}

std::string NodeLooks::y(std::uint32_t node) const {
  const std::string text = placed_.is_centred ? given(node, iri::gw::y) : std::string{};
  return text.empty() ? coordinate_text(placed_.upward(node)) : text;
}

std::string NodeLooks::z(std::uint32_t node) const {
  const std::string text = given(node, iri::gw::z);
  return text.empty() ? "0" : text;
}

std::string NodeLooks::size(std::uint32_t node) const {
  const std::string text = given(node, iri::gw::size);
  return text.empty() ? coordinate_text(6 + 4 * std::sqrt(static_cast<double>(degrees_[node]))) : text;
}

}  // namespace graphwright
