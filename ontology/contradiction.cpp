#include "graphwright/contradiction.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "graphwright/infer.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "contradictions.hpp"
#include "owl_run.hpp"
#include "rule_iris.hpp"
#include "time_conflicts.hpp"
#include "wording.hpp"

namespace graphwright {
namespace {

using entailment::Contradictions;

/// What some fact asserts or somebody says, against what another fact denies.
class Denials {
 public:
  Denials(const Graph& graph, Contradictions& found) : graph_(graph), found_(found) {}

  void find() {
    for (std::uint32_t row = 0; row < graph_.facts().size(); ++row)
      if (is_stated_denial(static_cast<FactId>(row))) find(static_cast<FactId>(row));
  }

 private:
  void find(FactId denial) {
    const StatementId id = graph_.fact(denial).statement;
    bool has_claim = false;
    for (FactId claim : graph_.facts_of(id)) {
      if (!is_claimed(claim)) continue;
      has_claim = true;
      if (can_meet(graph_.fact(denial), graph_.fact(claim))) add(denial, {id, claim});
    }
    if (!has_claim && graph_.is_stated(id)) add(denial, {id, FactId::none});
  }

  bool is_stated_denial(FactId id) const {
    const Fact& fact = graph_.fact(id);
    return fact.modality == Modality::denied && graph_.derivation_of({fact.statement, id}) == nullptr;
  }

  bool is_claimed(FactId fact) const {
    const Modality modality = graph_.fact(fact).modality;
    return modality == Modality::asserted || modality == Modality::attributed;
  }

  /// Whether two facts may speak of one time and place; where one of them does not say, they may.
  bool can_meet(const Fact& a, const Fact& b) const {
    const bool are_apart = a.place != TermId::none && b.place != TermId::none && a.place != b.place;
    return !are_apart && overlap(span(a), span(b));
  }
  TimeSpan span(const Fact& fact) const {
    if (fact.time == TermId::none) return {};
    return parse_time(graph_.view(fact.time).text).span.value_or(TimeSpan{});
  }

  void add(FactId denial, const Premise& claim) {
    const StatementId id = claim.statement;
    const Statement one = graph_.statement(id);
    found_.add("denied", {claim, {id, denial}},
               fmt::format("{} {} {} is said and denied", wording::shown(graph_, one.subject),
                           wording::shown(graph_, one.predicate), wording::shown(graph_, one.object)));
  }

  const Graph& graph_;
  Contradictions& found_;
};

/// Two names for the one value of a functional property: inference takes them for one thing, a person who lists
/// facts for one too many.
void find_second_values(const Graph& graph, Contradictions& found) {
  for (const Derivation& one : graph.derivations()) {
    if (graph.view(one.rule).text != entailment::rule::functional) continue;
    const Statement first = graph.statement(one.premises.front().statement);
    const Statement same = graph.statement(one.conclusion.statement);
    if (!graph.view(same.subject).is_iri() || !graph.view(same.object).is_iri()) continue;
    found.add("functional", one.premises,
              fmt::format("{} has one {} at a time, but two are stated: {} and {}",
                          wording::shown(graph, first.subject), wording::shown(graph, first.predicate),
                          wording::shown(graph, same.subject), wording::shown(graph, same.object)));
  }
}

}  // namespace

std::vector<Contradiction> find_contradictions(Graph& graph, const Graph& axioms, const Ontology& ontology,
                                               std::span<const UserRule> rules, Diagnostics& diagnostics) {
  std::vector<TimeConflict> times = time_conflicts(graph, axioms);
  infer(graph, ontology, {.derived = Derived::all}, diagnostics);
  const entailment::SchemaGraph schema(graph, axioms);
  entailment::OwlRun run(graph, schema, rules, {});
  run.run();
  run.report_limits(diagnostics);
  Contradictions found = run.contradictions();
  for (TimeConflict& one : times) found.add(one.code, std::move(one.facts), std::move(one.message));
  Denials(graph, found).find();
  find_second_values(graph, found);
  return found.listed();
}

}  // namespace graphwright
