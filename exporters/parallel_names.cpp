#include "parallel_names.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

namespace graphwright {

ParallelNames::ParallelNames(const PropertyGraph& graph) : graph_(graph), numbers_(graph.edge_count()) {
  const auto key = [&](std::uint32_t edge) {
    const RelationGraph::Edge ends = graph.edge(edge);
    const bool is_undirected = graph.is_symmetric(edge);
    const auto [low, high] = std::minmax(ends.source, ends.target);
    return std::tuple(is_undirected, is_undirected ? low : ends.source, is_undirected ? high : ends.target,
                      short_name(graph.graph().view(graph.predicate(edge)).text));
  };
  std::vector<std::uint32_t> order(graph.edge_count());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  for (std::size_t at = 1; at < order.size(); ++at)
    if (key(order[at - 1]) == key(order[at])) numbers_[order[at]] = numbers_[order[at - 1]] + 1;
}

std::string ParallelNames::operator()(std::uint32_t edge) const {
  const std::string_view name = short_name(graph_.graph().view(graph_.predicate(edge)).text);
  return numbers_[edge] == 0 ? std::string(name) : fmt::format("{} ({})", name, numbers_[edge] + 1);
}

}  // namespace graphwright
