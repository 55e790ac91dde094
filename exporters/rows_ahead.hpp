#pragma once

#include <cstdint>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// Calls `act` with the numbers from 0 to before `count`, and `fetch` with those ahead of it, step by step.
///
/// A graph that is larger than the caches is so written at the pace of memory that is asked for many places at
/// once, instead of one after the other.
template <typename Fetch, typename Act>
void for_each_ahead(std::uint32_t count, const Fetch& fetch, const Act& act) {
  constexpr std::uint64_t rows_a_step = 8;
  constexpr std::uint64_t steps = PropertyGraph::fetch_steps;
  for (std::uint64_t row = 0; row < count + steps * rows_a_step; ++row) {
    for (std::uint32_t step = 0; step < steps; ++step)
      if (const std::uint64_t at = row - step * rows_a_step; at < count) fetch(static_cast<std::uint32_t>(at), step);
    if (const std::uint64_t at = row - steps * rows_a_step; at < count) act(static_cast<std::uint32_t>(at));
  }
}

/// Calls `act` with each node of a graph, in order.
template <typename Act>
void for_each_node(const PropertyGraph& graph, const Act& act) {
  const auto fetch = [&](std::uint32_t node, std::uint32_t step) { graph.fetch_node(node, step); };
  for_each_ahead(graph.node_count(), fetch, act);
}

/// The same with each edge, for writers that ask for the ids of its ends.
template <typename Act>
void for_each_edge(const PropertyGraph& graph, const Act& act) {
  const auto fetch = [&](std::uint32_t edge, std::uint32_t step) { graph.fetch_edge(edge, step); };
  for_each_ahead(graph.edge_count(), fetch, act);
}

/// The same for writers that ask for the resources at its ends too.
template <typename Act>
void for_each_edge_between_resources(const PropertyGraph& graph, const Act& act) {
  const auto fetch = [&](std::uint32_t edge, std::uint32_t step) {
    graph.fetch_edge(edge, step);
    graph.fetch_target(edge, step);
  };
  for_each_ahead(graph.edge_count(), fetch, act);
}

}  // namespace graphwright
