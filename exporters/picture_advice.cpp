#include "picture_advice.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::size_t longest_name = 100;

/// Whether a shell takes a name between single quotes as it is, and a person can read it.
bool is_plain(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && name.find_first_of("'\"\\`") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), [](unsigned char letter) { return letter >= 0x20 && letter < 0x7F; });
}

bool is_same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char one, unsigned char other) { return std::tolower(one) == std::tolower(other); });
}

/// What a node is called where it alone is called so, else its id; empty where neither can be typed.
std::string_view name_to_type(const PropertyGraph& graph, std::uint32_t node) {
  const std::string_view label = graph.label(graph.resource(node));
  std::size_t count = 0;
  for (std::uint32_t one = 0; one < graph.node_count(); ++one)
    if (is_same_name(graph.label(graph.resource(one)), label)) ++count;
  if (count == 1 && is_plain(label)) return label;
  const std::string_view id = graph.id(node);
  return is_plain(id) && id.find(' ') == std::string_view::npos ? id : std::string_view{};
}

/// The name of the node with the most edges, between quotes; a placeholder where there is none that can be typed.
std::string best_connected(const PropertyGraph& graph) {
  std::vector<std::uint32_t> degrees(graph.node_count());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    ++degrees[graph.edge(edge).source];
    ++degrees[graph.edge(edge).target];
  }
  const auto most = std::max_element(degrees.begin(), degrees.end());
  if (most == degrees.end()) return "NAME";
  const std::string_view name = name_to_type(graph, static_cast<std::uint32_t>(most - degrees.begin()));
  return name.empty() ? "NAME" : fmt::format("'{}'", name);
}

}  // namespace

std::string select_command(const PropertyGraph& graph, std::string_view suffix) {
  return fmt::format("graphwright select FILE --near {} --steps 1 -o part.{}", best_connected(graph), suffix);
}

}  // namespace graphwright
