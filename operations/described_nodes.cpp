#include "described_nodes.hpp"

#include <algorithm>
#include <tuple>

namespace graphwright {

DescribedNodes::DescribedNodes(const Graph& graph, const DescriptionWords& words)
    : graph_(graph), marks_(graph.terms().size()), is_fact_(graph.terms().size()) {
  find(words);
  gather(words);
  const auto key = [&](StatementId id) {
    const Statement one = graph_.statement(id);
    return std::tuple(one.subject, one.graph, id);
  };
  std::sort(statements_.begin(), statements_.end(), [&](StatementId a, StatementId b) { return key(a) < key(b); });
  for (std::size_t begin = 0; begin < statements_.size();) {
    const Statement first = graph_.statement(statements_[begin]);
    std::size_t end = begin;
    for (; end < statements_.size(); ++end) {
      const Statement one = graph_.statement(statements_[end]);
      if (one.subject != first.subject || one.graph != first.graph) break;
    }
    groups_.push_back({first.subject, first.graph, std::span(statements_).subspan(begin, end - begin)});
    if (is_fact_[index(first.subject)]) facts_.push_back(groups_.back());
    begin = end;
  }
}

void DescribedNodes::find(const DescriptionWords& words) {
  for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
    if (!graph_.is_stated(StatementId{row})) continue;
    const Statement one = graph_.statement(StatementId{row});
    if (one.predicate == words.subject || one.predicate == words.reifies) {
      marks_[index(one.subject)] = true;
      is_fact_[index(one.subject)] = true;
    } else if (one.predicate == words.has_evidence) {
      marks_[index(one.object)] = true;
      ++evidence_links_[one.object];
    }
  }
}

void DescribedNodes::gather(const DescriptionWords& words) {
  for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
    if (!graph_.is_stated(StatementId{row})) continue;
    const Statement one = graph_.statement(StatementId{row});
    if (is_marked(one.subject)) statements_.push_back(StatementId{row});
    if (one.predicate != words.premise && one.predicate != words.has_evidence) refer(one.object);
    refer(one.predicate);
    refer(one.graph);
  }
}

void DescribedNodes::refer(TermId term) {
  if (term == TermId::none) return;
  if (is_marked(term)) ++references_[term];
  if (graph_.terms().kind(term) != TermKind::triple) return;
  const TripleIds parts = graph_.terms().triple(term);
  for (TermId part : {parts.subject, parts.predicate, parts.object}) refer(part);
}

std::span<const StatementId> DescribedNodes::of(TermId node, TermId graph) const {
  const auto at = std::lower_bound(groups_.begin(), groups_.end(), std::pair(node, graph),
                                   [](const Group& group, const std::pair<TermId, TermId>& key) {
                                     return std::pair(group.node, group.graph) < key;
                                   });
  if (at == groups_.end() || at->node != node || at->graph != graph) return {};
  return at->statements;
}

std::size_t DescribedNodes::graph_count(TermId node) const {
  const auto at = std::lower_bound(groups_.begin(), groups_.end(), node,
                                   [](const Group& group, TermId key) { return group.node < key; });
  const auto end = std::find_if(at, groups_.end(), [&](const Group& group) { return group.node != node; });
  return static_cast<std::size_t>(end - at);
}

std::size_t DescribedNodes::references(TermId node) const {
  const auto at = references_.find(node);
  return at == references_.end() ? 0 : at->second;
}

std::size_t DescribedNodes::evidence_links(TermId node) const {
  const auto at = evidence_links_.find(node);
  return at == evidence_links_.end() ? 0 : at->second;
}

}  // namespace graphwright
