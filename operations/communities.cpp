#include "communities.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace graphwright {
namespace {

/// Gains below this are noise of the arithmetic.
constexpr double least_gain = 1e-12;
constexpr int most_sweeps = 100;

/// A graph of groups: weighted links in both directions, and what lies within each node.
struct Level {
  std::vector<std::vector<std::pair<std::uint32_t, double>>> links;
  std::vector<double> loops;
};

Level first_level(const NodeLinks& links) {
  Level level;
  level.links.resize(links.node_count());
  level.loops.resize(links.node_count());
  for (std::uint32_t node = 0; node < links.node_count(); ++node)
    for (std::size_t i = 0; i < links.from(node).size(); ++i)
      level.links[node].emplace_back(links.from(node)[i], links.weights(node)[i]);
  return level;
}

/// Moves the nodes of one level between groups.
class Sweeper {
 public:
  explicit Sweeper(const Level& level)
      : level_(level), group_(level.links.size()), degree_(level.links.size()), near_(level.links.size()) {
    std::iota(group_.begin(), group_.end(), 0);
    for (std::size_t node = 0; node < degree_.size(); ++node) {
      degree_[node] = level.loops[node];
      for (const auto& [target, weight] : level.links[node]) degree_[node] += weight;
      total_ += degree_[node];
    }
    in_group_ = degree_;
  }

  /// Whether any node moved.
  bool run() {
    bool has_moved = false;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      std::size_t moves = 0;
      for (std::uint32_t node = 0; node < group_.size(); ++node) moves += move(node) ? 1U : 0U;
      if (moves == 0) break;
      has_moved = true;
    }
    return has_moved;
  }

  const std::vector<std::uint32_t>& groups() const { return group_; }

 private:
  bool move(std::uint32_t node) {
    touched_.clear();
    for (const auto& [target, weight] : level_.links[node]) {
      if (near_[group_[target]] == 0) touched_.push_back(group_[target]);
      near_[group_[target]] += weight;
    }
    const std::uint32_t old = group_[node];
    in_group_[old] -= degree_[node];
    const auto gain = [&](std::uint32_t group) { return near_[group] - in_group_[group] * degree_[node] / total_; };
    std::sort(touched_.begin(), touched_.end());
    std::uint32_t best = old;
    for (std::uint32_t group : touched_)
      if (gain(group) > gain(best) + least_gain) best = group;
    in_group_[best] += degree_[node];
    group_[node] = best;
    for (std::uint32_t group : touched_) near_[group] = 0;
    return best != old;
  }

  const Level& level_;
  std::vector<std::uint32_t> group_;
  std::vector<double> degree_;
  std::vector<double> in_group_;
  std::vector<double> near_;
  std::vector<std::uint32_t> touched_;
  double total_ = 0;
};

/// Numbers groups in the order of their first member.
std::uint32_t renumber(std::vector<std::uint32_t>& groups) {
  std::vector<std::uint32_t> numbers(groups.size(), static_cast<std::uint32_t>(groups.size()));
  std::uint32_t count = 0;
  for (std::uint32_t& group : groups) {
    if (numbers[group] == groups.size()) numbers[group] = count++;
    group = numbers[group];
  }
  return count;
}

Level next_level(const Level& level, const std::vector<std::uint32_t>& groups, std::uint32_t count) {
  Level next;
  next.links.resize(count);
  next.loops.resize(count);
  for (std::size_t node = 0; node < groups.size(); ++node) {
    next.loops[groups[node]] += level.loops[node];
    for (const auto& [target, weight] : level.links[node]) {
      if (groups[target] == groups[node])
        next.loops[groups[node]] += weight;
      else
        next.links[groups[node]].emplace_back(groups[target], weight);
    }
  }
  for (auto& links : next.links) {
    std::sort(links.begin(), links.end());
    std::vector<std::pair<std::uint32_t, double>> sums;
    for (const auto& [target, weight] : links) {
      if (sums.empty() || sums.back().first != target)
        sums.emplace_back(target, weight);
      else
        sums.back().second += weight;
    }
    links = std::move(sums);
  }
  return next;
}

}  // namespace

std::vector<std::uint32_t> communities(const NodeLinks& links) {
  std::vector<std::uint32_t> result(links.node_count());
  std::iota(result.begin(), result.end(), 0);
  for (Level level = first_level(links);;) {
    Sweeper sweeper(level);
    if (!sweeper.run()) return result;
    std::vector<std::uint32_t> groups = sweeper.groups();
    const std::uint32_t count = renumber(groups);
    for (std::uint32_t& one : result) one = groups[one];
    if (count == groups.size()) return result;
    level = next_level(level, groups, count);
  }
}

}  // namespace graphwright
