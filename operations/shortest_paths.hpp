#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "node_links.hpp"

namespace graphwright {

/// What all shortest paths, or those from a sample of nodes, tell of each node.
struct PathMeasures {
  std::vector<double> betweenness;
  std::vector<double> closeness;
};

/// The nodes from which paths are followed: all, or as many as the limit of steps allows, drawn with a fixed seed.
std::vector<std::uint32_t> path_sources(const NodeLinks& links, std::uint64_t limit);

/// Follows all shortest paths from some nodes.
///
/// Betweenness is Brandes' count of shortest paths through a node, as a share of the pairs of other nodes.
/// Closeness is the reciprocal of the mean distance from the nodes that reach it, times the share of the nodes
/// that do (Wasserman and Faust). From a sample both are estimates.
///
/// @complexity sources times links
PathMeasures follow_paths(const NodeLinks& links, std::span<const std::uint32_t> sources);

}  // namespace graphwright
