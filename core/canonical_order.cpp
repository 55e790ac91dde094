#include "graphwright/canonical_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace graphwright {
namespace {

/// The place of a term among all, absent first.
class Ranks {
 public:
  explicit Ranks(const Graph& graph) : ranks_(graph.terms().ranks()) {}
  std::uint64_t operator()(TermId id) const { return id == TermId::none ? 0 : ranks_[index(id)] + std::uint64_t{1}; }

 private:
  std::vector<std::uint32_t> ranks_;
};

std::array<std::uint64_t, 4> key(const Statement& statement, const Ranks& rank) {
  return {rank(statement.graph), rank(statement.subject), rank(statement.predicate), rank(statement.object)};
}

int compare_terms(const Graph& graph, TermId a, TermId b) { return compare(graph.view(a), graph.view(b)); }

}  // namespace

std::vector<StatementId> canonical_statements(const Graph& graph) {
  const Ranks rank(graph);
  std::vector<StatementId> order(graph.statement_count());
  for (std::uint32_t row = 0; row < order.size(); ++row) order[row] = static_cast<StatementId>(row);
  std::sort(order.begin(), order.end(), [&](StatementId a, StatementId b) {
    return key(graph.statement(a), rank) < key(graph.statement(b), rank);
  });
  return order;
}

std::vector<FactId> canonical_facts(const Graph& graph) {
  const Ranks rank(graph);
  const auto fact_key = [&](FactId id) {
    const Fact& fact = graph.fact(id);
    return std::array{rank(fact.time), rank(fact.place), static_cast<std::uint64_t>(fact.modality), rank(fact.speaker),
                      rank(fact.edge_id)};
  };
  std::vector<FactId> order(graph.facts().size());
  for (std::uint32_t row = 0; row < order.size(); ++row) order[row] = static_cast<FactId>(row);
  std::sort(order.begin(), order.end(), [&](FactId a, FactId b) {
    const auto left = key(graph.statement(graph.fact(a).statement), rank);
    const auto right = key(graph.statement(graph.fact(b).statement), rank);
    return left != right ? left < right : fact_key(a) < fact_key(b);
  });
  return order;
}

std::vector<std::uint32_t> canonical_evidence(const Graph& graph, FactId fact) {
  std::vector<std::uint32_t> order = graph.evidence_of(fact);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Evidence& left = graph.evidence()[a];
    const Evidence& right = graph.evidence()[b];
    if (const int by_source = compare_terms(graph, left.source, right.source)) return by_source < 0;
    if (left.begin != right.begin) return left.begin < right.begin;
    return compare_terms(graph, left.quote, right.quote) < 0;
  });
  return order;
}

}  // namespace graphwright
