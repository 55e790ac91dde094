#include "parallel_names.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace graphwright {
namespace {

/// Relations by the number of their kind: those of one short name are of one.
class Kinds {
 public:
  explicit Kinds(const PropertyGraph& graph) : graph_(graph) {}

  std::uint32_t operator()(std::uint32_t edge) {
    const TermId relation = graph_.predicate(edge);
    const auto [at, is_new] = of_relation_.try_emplace(relation, 0);
    if (is_new) {
      const std::string_view name = graph_.name(relation);
      at->second = of_name_.try_emplace(name, static_cast<std::uint32_t>(of_name_.size())).first->second;
    }
    return at->second;
  }

 private:
  const PropertyGraph& graph_;
  std::unordered_map<TermId, std::uint32_t> of_relation_;
  std::unordered_map<std::string_view, std::uint32_t> of_name_;
};

}  // namespace

ParallelNames::ParallelNames(const PropertyGraph& graph) : graph_(graph) {
  Kinds kind(graph);
  std::vector<Undirected> undirected;
  std::uint32_t pair = 0;
  RelationGraph::Edge before;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;  // by kind: the last pair of ends and the edges there
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    const RelationGraph::Edge ends = graph.edge(edge);
    if (graph.is_symmetric(edge)) {
      const auto [low, high] = std::minmax(ends.source, ends.target);
      undirected.emplace_back(low, high, kind(edge), edge);
      continue;
    }
    if (ends.source != before.source || ends.target != before.target) ++pair;
    before = ends;
    const std::uint32_t number = kind(edge);
    if (number >= seen.size()) seen.resize(number + 1);
    auto& [last_pair, count] = seen[number];
    if (last_pair != pair) count = 0;
    last_pair = pair;
    if (count > 0) numbers_.emplace_back(edge, count);
    ++count;
  }
  number_undirected(undirected);
  std::sort(numbers_.begin(), numbers_.end());
}

void ParallelNames::number_undirected(std::vector<Undirected>& edges) {
  std::sort(edges.begin(), edges.end());
  std::uint32_t count = 0;
  for (std::size_t at = 1; at < edges.size(); ++at) {
    const auto& [low, high, kind, edge] = edges[at];
    const auto& [other_low, other_high, other_kind, other] = edges[at - 1];
    count = low == other_low && high == other_high && kind == other_kind ? count + 1 : 0;
    if (count > 0) numbers_.emplace_back(edge, count);
  }
}

std::string ParallelNames::operator()(std::uint32_t edge) const {
  const std::string_view name = graph_.name(graph_.predicate(edge));
  const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), std::pair{edge, 0U});
  return at == numbers_.end() || at->first != edge ? std::string(name) : fmt::format("{} ({})", name, at->second + 1);
}

}  // namespace graphwright
