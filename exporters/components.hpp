#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace graphwright {

/// Joins nodes into connected components, edge by edge, whatever the direction of the edges.
///
/// @complexity nearly constant an edge
class Components {
 public:
  explicit Components(std::size_t node_count) : parents_(node_count), count_(node_count) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    if (a == b) return;
    parents_[b] = a;
    --count_;
  }
  std::size_t count() const { return count_; }

 private:
  std::uint32_t root(std::uint32_t node) {
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }

  std::vector<std::uint32_t> parents_;
  std::size_t count_;
};

/// With more components than this Graphviz takes minutes to fit them into each other: put them in rows.
inline constexpr std::size_t most_fitted_components = 60;

/// More components than this are packed, where layers of all of them side by side would make a strip.
inline constexpr std::size_t most_components_in_a_row = 4;

}  // namespace graphwright
