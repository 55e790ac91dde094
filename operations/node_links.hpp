#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// The links of a graph as measures see it: each target once, in ascending order, without loops.
///
/// What a symmetric relation joins is linked both ways.
class NodeLinks {
 public:
  enum class Direction : std::uint8_t { along, both };

  NodeLinks(const PropertyGraph& view, Direction direction);

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  std::size_t link_count() const { return targets_.size(); }
  std::span<const std::uint32_t> from(std::uint32_t node) const {
    return std::span(targets_).subspan(first_[node], first_[node + 1] - first_[node]);
  }
  /// How many edges a link stands for, by its place among all.
  std::span<const std::uint32_t> weights(std::uint32_t node) const {
    return std::span(weights_).subspan(first_[node], first_[node + 1] - first_[node]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> weights_;
};

}  // namespace graphwright
