#include "graphwright/weak_components.hpp"

#include <boost/graph/connected_components.hpp>

#include "graphwright/boost_graph.hpp"

namespace graphwright {

std::vector<std::uint32_t> weak_component_sizes(const RelationGraph& graph) {
  std::vector<std::uint32_t> part(graph.vertex_count());
  const auto view = undirected(graph);
  const std::uint32_t count = boost::connected_components(view, part.data());
  std::vector<std::uint32_t> sizes(count);
  for (std::uint32_t one : part) ++sizes[one];
  return sizes;
}

}  // namespace graphwright
