#include "shortest_paths.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace graphwright {
namespace {

constexpr std::uint32_t unreached = 0xFFFFFFFF;
constexpr std::uint32_t seed = 20221107;
constexpr std::uint64_t fewest_sources = 100;

/// Follows the shortest paths from one node after another and sums up what they pass.
class PathFollower {
 public:
  explicit PathFollower(const NodeLinks& links)
      : links_(links),
        distance_(links.node_count()),
        paths_(links.node_count()),
        share_(links.node_count()),
        passed(links.node_count()),
        distances(links.node_count()),
        reached(links.node_count()) {}

  void follow(std::uint32_t source) {
    std::fill(distance_.begin(), distance_.end(), unreached);
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    share_[source] = 0;
    for (std::size_t next = 0; next < order_.size(); ++next) spread(order_[next]);
    // Brandes, A Faster Algorithm for Betweenness Centrality: shares are summed from the farthest node back.
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      for (std::uint32_t target : links_.from(*node))
        if (distance_[target] == distance_[*node] + 1)
          share_[*node] += paths_[*node] / paths_[target] * (1 + share_[target]);
      if (*node == source) continue;
      passed[*node] += share_[*node];
      distances[*node] += distance_[*node];
      ++reached[*node];
    }
  }

 private:
  void spread(std::uint32_t node) {
    for (std::uint32_t target : links_.from(node)) {
      if (distance_[target] == unreached) {
        distance_[target] = distance_[node] + 1;
        paths_[target] = 0;
        share_[target] = 0;
        order_.push_back(target);
      }
      if (distance_[target] == distance_[node] + 1) paths_[target] += paths_[node];
    }
  }

  const NodeLinks& links_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<double> share_;
  std::vector<std::uint32_t> order_;

 public:
  std::vector<double> passed;
  std::vector<double> distances;
  std::vector<std::uint32_t> reached;
};

}  // namespace

std::vector<std::uint32_t> path_sources(const NodeLinks& links, std::uint64_t limit) {
  std::vector<std::uint32_t> sources(links.node_count());
  std::iota(sources.begin(), sources.end(), 0);
  const std::uint64_t steps = links.link_count() + links.node_count();
  const std::uint64_t wanted = std::max(fewest_sources, limit / std::max<std::uint64_t>(1, steps));
  if (wanted >= sources.size()) return sources;
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < wanted; ++i) std::swap(sources[i], sources[i + random() % (sources.size() - i)]);
  sources.resize(wanted);
  std::sort(sources.begin(), sources.end());
  return sources;
}

PathMeasures follow_paths(const NodeLinks& links, std::span<const std::uint32_t> sources) {
  PathFollower follower(links);
  for (std::uint32_t source : sources) follower.follow(source);
  const double others = std::max(1.0, static_cast<double>(links.node_count()) - 1);
  const double share = static_cast<double>(sources.size()) / std::max(1.0, static_cast<double>(links.node_count()));
  const double pairs = others * std::max(1.0, others - 1) * share;
  PathMeasures result;
  for (std::uint32_t node = 0; node < links.node_count(); ++node) {
    result.betweenness.push_back(follower.passed[node] / pairs);
    const double reached = follower.reached[node];
    result.closeness.push_back(reached == 0 ? 0 : reached / follower.distances[node] * (reached / share / others));
  }
  return result;
}

}  // namespace graphwright
