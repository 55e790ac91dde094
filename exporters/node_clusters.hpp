#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "picture.hpp"

namespace graphwright {

/// Nodes that stand in one frame of a picture.
struct NodeCluster {
  /// Distinct among the clusters of a graph, and the same whatever else it holds.
  std::string name;
  std::string label;
  ClassStyle style;
  std::vector<std::uint32_t> nodes;
};

/// What an export gathers nodes by, itself or by its style; empty: nothing.
std::string_view cluster_word(const ExportOptions& options);

/// Gathers the nodes of a picture by what `cluster_word` says, in the order of the clusters' names.
///
/// By `class`: the one that a node is drawn by. By `place`: the widest place that a node lies in, or happened in,
/// through undisputed facts; that place stands in its own frame. By `year` and `decade`: a node's own time, else the
/// first of its facts; what has neither is `undated`, the last. A node without class or place stands in no frame.
std::vector<NodeCluster> gather_nodes(const Picture& picture, const ExportOptions& options);

}  // namespace graphwright
