#include "graphwright/isomorphism.hpp"

#include <algorithm>

#include "blank_node_matcher.hpp"
#include "term_crossing.hpp"

namespace graphwright {
namespace {

/// Compares what does not mention blank nodes: the same number of the same things on both sides.
class GroundComparison {
 public:
  GroundComparison(const Graph& a, const Graph& b) : a_(a), b_(b), terms_(a, b) {}

  bool is_same() {
    return count_statements(a_) == count_statements(b_) && count_facts(a_) == count_facts(b_) && has_statements() &&
           has_facts();
  }

 private:
  static bool is_ground(const Graph& graph, TermId id) { return id == TermId::none || is_ground(graph.view(id)); }
  static bool is_ground(const TermView& term) {
    if (!term.is_triple()) return !term.is_blank();
    return is_ground(term.triple->subject) && is_ground(term.triple->object);
  }
  static bool is_ground(const Graph& graph, const Statement& one) {
    return is_ground(graph, one.subject) && is_ground(graph, one.object) && is_ground(graph, one.graph);
  }
  static bool is_ground(const Graph& graph, FactId id) {
    const Fact& fact = graph.fact(id);
    if (!is_ground(graph, graph.statement(fact.statement)) || !is_ground(graph, fact.place) ||
        !is_ground(graph, fact.speaker))
      return false;
    const std::vector<std::uint32_t> evidence = graph.evidence_of(id);
    return std::all_of(evidence.begin(), evidence.end(),
                       [&](std::uint32_t row) { return is_ground(graph, graph.evidence()[row].source); });
  }

  static bool counts(const Graph& graph, StatementId id) {
    return graph.is_asserted(id) && is_ground(graph, graph.statement(id));
  }
  static std::size_t count_statements(const Graph& graph) {
    std::size_t count = 0;
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row) count += counts(graph, StatementId{row}) ? 1 : 0;
    return count;
  }
  static std::size_t count_facts(const Graph& graph) {
    std::size_t count = 0;
    for (std::uint32_t row = 0; row < graph.facts().size(); ++row) count += is_ground(graph, FactId{row}) ? 1 : 0;
    return count;
  }

  bool has_statements() {
    for (std::uint32_t row = 0; row < a_.statement_count(); ++row) {
      if (!counts(a_, StatementId{row})) continue;
      const StatementId other = terms_.find(StatementId{row});
      if (other == StatementId::none || !b_.is_asserted(other)) return false;
    }
    return true;
  }

  bool has_facts() {
    for (std::uint32_t row = 0; row < a_.facts().size(); ++row)
      if (is_ground(a_, FactId{row}) && !has_fact(FactId{row})) return false;
    return true;
  }

  bool has_fact(FactId id) {
    const FactId other = terms_.find(id);
    if (other == FactId::none) return false;
    const std::vector<std::uint32_t> of_a = a_.evidence_of(id);
    const std::vector<std::uint32_t> of_b = b_.evidence_of(other);
    return of_a.size() == of_b.size() && std::all_of(of_a.begin(), of_a.end(), [&](std::uint32_t row) {
             return std::any_of(of_b.begin(), of_b.end(),
                                [&](std::uint32_t candidate) { return terms_.is_same_evidence(row, candidate); });
           });
  }

  const Graph& a_;
  const Graph& b_;
  TermCrossing terms_;
};

}  // namespace

Isomorphism find_isomorphism(const Graph& a, const Graph& b, std::uint64_t limit) {
  if (!GroundComparison(a, b).is_same()) return {};
  const BlankQuads of_a(a, BlankQuads::Scope::everything);
  const BlankQuads of_b(b, BlankQuads::Scope::everything);
  BlankNodeMatcher matcher(of_a, of_b, limit);
  const std::optional<bool> is_matched = matcher.match();
  if (!is_matched) return {.sameness = Sameness::undecided, .blank_nodes = {}};
  if (!*is_matched) return {};
  Isomorphism result{.sameness = Sameness::same, .blank_nodes = {}};
  const std::vector<std::uint32_t> pairs = matcher.pairs();
  for (std::uint32_t blank = 0; blank < pairs.size(); ++blank)
    if (of_a.node(blank) != TermId::none) result.blank_nodes.emplace_back(of_a.node(blank), of_b.node(pairs[blank]));
  return result;
}

bool is_isomorphic(const Graph& a, const Graph& b) { return find_isomorphism(a, b).sameness == Sameness::same; }

}  // namespace graphwright
