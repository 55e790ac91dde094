#include "graphwright/time_selection.hpp"

#include <optional>
#include <unordered_set>
#include <vector>

#include "graphwright/vocabulary_iris.hpp"

#include "graph_copy.hpp"

namespace graphwright {
namespace {

std::optional<TimeSpan> span_of(const Graph& graph, TermId time) {
  if (time == TermId::none || !graph.view(time).is_literal()) return std::nullopt;
  return parse_time(graph.view(time).text).span;
}

/// The subjects that a predicate gives a time for which `is_out` holds.
template <typename Test>
std::unordered_set<TermId> dated(const Graph& graph, std::string_view predicate, Test is_out) {
  std::unordered_set<TermId> found;
  const TermId wanted = graph.terms().find_iri(predicate);
  if (wanted == TermId::none) return found;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(static_cast<StatementId>(row));
    if (one.predicate != wanted) continue;
    if (const std::optional<TimeSpan> span = span_of(graph, one.object); span && is_out(*span))
      found.insert(one.subject);
  }
  return found;
}

/// Copies what passes a selection of statements, facts and evidence.
template <typename IsStatement, typename IsFact, typename IsEvidence>
Graph select(const Graph& graph, IsStatement is_statement, IsFact is_fact, IsEvidence is_evidence) {
  Graph selected;
  GraphCopy copy(graph, selected);
  copy.copy_names();
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    if (graph.is_stated(id) && is_statement(graph.statement(id))) copy.copy_bare(id);
  }
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row) {
    const auto id = static_cast<FactId>(row);
    if (!is_fact(graph.fact(id)) || !is_statement(graph.statement(graph.fact(id).statement))) continue;
    const std::vector<std::uint32_t> all = graph.evidence_of(id);
    std::vector<std::uint32_t> kept;
    for (std::uint32_t one : all)
      if (is_evidence(graph.evidence()[one])) kept.push_back(one);
    if (all.empty() || !kept.empty()) copy.copy_fact(id, kept);
  }
  copy.copy_derivations();
  for (TermId node : graph.nodes())
    if (is_statement({node, TermId::none, node, TermId::none}))
      selected.add_node(copy.term(node), graph.node_location(node));
  return selected;
}

}  // namespace

Graph held_at(const Graph& graph, const TimeSpan& time) {
  const std::unordered_set<TermId> out =
      dated(graph, iri::gw::time, [&](const TimeSpan& span) { return !overlap(span, time); });
  const auto is_statement = [&](const Statement& one) {
    return !out.contains(one.subject) && !out.contains(one.object);
  };
  const auto is_fact = [&](const Fact& fact) {
    const std::optional<TimeSpan> span = span_of(graph, fact.time);
    return !span || overlap(*span, time);
  };
  return select(graph, is_statement, is_fact, [](const Evidence&) { return true; });
}

Graph known_by(const Graph& graph, const TimeSpan& time) {
  const std::unordered_set<TermId> later = dated(graph, iri::dcterms::date, [&](const TimeSpan& span) {
    return time.latest && (!span.latest || *span.latest > *time.latest);
  });
  return select(
      graph, [](const Statement&) { return true; }, [](const Fact&) { return true; },
      [&](const Evidence& one) { return !later.contains(one.source); });
}

}  // namespace graphwright
