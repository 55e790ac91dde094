#include "picture_advice.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::size_t longest_name = 100;

/// The id of the node with the most edges; a placeholder where there is none, or its id is no single short word.
std::string best_connected(const PropertyGraph& graph) {
  std::vector<std::uint32_t> degrees(graph.node_count());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    ++degrees[graph.edge(edge).source];
    ++degrees[graph.edge(edge).target];
  }
  const auto most = std::max_element(degrees.begin(), degrees.end());
  if (most == degrees.end()) return "NAME";
  const std::string_view id = graph.id(static_cast<std::uint32_t>(most - degrees.begin()));
  const bool is_plain =
      std::all_of(id.begin(), id.end(), [](unsigned char letter) { return letter > 0x20 && letter < 0x7F; }) &&
      id.find_first_of("'\"\\`") == std::string_view::npos;
  return is_plain && id.size() <= longest_name ? fmt::format("'{}'", id) : "NAME";
}

}  // namespace

std::string select_command(const PropertyGraph& graph, std::string_view suffix) {
  return fmt::format("graphwright select FILE --near {} --steps 1 -o part.{}", best_connected(graph), suffix);
}

}  // namespace graphwright
