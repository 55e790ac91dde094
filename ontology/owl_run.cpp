#include "owl_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "rule_iris.hpp"
#include "schema_closure.hpp"

namespace graphwright {

InferenceCounts infer_owl_rl(Graph& graph, const Graph& axioms, std::span<const UserRule> rules,
                             const OwlRlOptions& options, Diagnostics& diagnostics) {
  const entailment::SchemaGraph schema(graph, axioms);
  entailment::OwlRun run(graph, schema, rules, options);
  InferenceCounts counts = run.run();
  if (options.scope == OwlRlScope::whole)
    counts.others +=
        entailment::close_schema(graph, schema, options.max_derived - std::min(counts.others, options.max_derived));
  run.contradictions().report(diagnostics);
  run.report_limits(diagnostics);
  return counts;
}

}  // namespace graphwright

namespace graphwright::entailment {
namespace {

/// So many conclusions are added at once, so that they wait for memory together.
constexpr std::size_t block_size = 64;

}  // namespace

OwlRun::OwlRun(Graph& graph, const SchemaGraph& axioms, std::span<const UserRule> rules, const OwlRlOptions& options)
    : graph_(graph),
      options_(options),
      schema_(axioms),
      matcher_(rules, graph.terms()),
      conclusions_(graph, options.max_derived),
      contradictions_(graph),
      type_(graph.terms().intern_iri(iri::rdf::type)),
      same_as_(graph.terms().intern_iri(iri::owl::same_as)),
      different_from_(graph.terms().intern_iri(axiom::different_from)),
      nothing_(graph.terms().intern_iri(axiom::owl_nothing)),
      is_whole_(options.scope == OwlRlScope::whole) {
  for (std::uint32_t group = 0; group < schema_.all_different().size(); ++group)
    for (TermId member : schema_.all_different()[group].members) different_groups_[member].push_back(group);
}

InferenceCounts OwlRun::run() {
  load();
  add_enumerations();
  while (next_ < rows_.size() && !has_refused()) {
    process(static_cast<RowId>(next_++));
    if (next_ == rows_.size()) add_waiting();
  }
  return conclusions_.counts();
}

void OwlRun::report_limits(Diagnostics& diagnostics) const {
  if (has_refused())
    diagnostics.error("inference-limit", {},
                      fmt::format("more than {} statements follow; the rest was not derived", options_.max_derived));
  if (matcher_.has_given_up())
    diagnostics.error("inference-limit", {}, "a rule has too many ways to meet its premises; the rest was not tried");
}

// Loading

void OwlRun::load() {
  bool has_sameness = false;
  for (std::uint32_t row = 0; row < graph_.statement_count() && !has_sameness; ++row)
    has_sameness = graph_.statement(static_cast<StatementId>(row)).predicate == same_as_;
  replaces_equals_ = is_whole_ && (has_sameness || schema_.can_equate());
  for (StatementId id : canonical_statements(graph_)) {
    if (!graph_.is_stated(id) || !is_used(graph_.statement(id).predicate)) continue;
    const std::vector<FactId> facts = graph_.facts_of(id);
    const bool is_known_better = std::any_of(
        facts.begin(), facts.end(), [&](FactId fact) { return graph_.fact(fact).modality == Modality::asserted; });
    if (!is_known_better) load(id, FactId::none);
  }
  if (graph_.facts().empty()) return;
  for (FactId fact : canonical_facts(graph_))
    if (graph_.fact(fact).modality != Modality::denied &&
        is_used(graph_.statement(graph_.fact(fact).statement).predicate))
      load(graph_.fact(fact).statement, fact);
}

void OwlRun::load(StatementId id, FactId fact) {
  const Statement one = graph_.statement(id);
  if (one.predicate == type_) note_typed(one.subject);
  rows_.add({one.subject, one.predicate, one.object, one.graph, id, fact});
}

bool OwlRun::is_used(TermId predicate) const {
  return replaces_equals_ || predicate == type_ || predicate == same_as_ || predicate == different_from_ ||
         schema_.property(predicate) != nullptr || matcher_.uses(predicate);
}

void OwlRun::note_typed(TermId resource) {
  if (!is_whole_) typed_.insert(resource);
}

void OwlRun::add_enumerations() {
  for (const OwlIntersection& one : schema_.enumerations())
    for (TermId member : one.parts) conclude(rule::one_of, member, type_, one.whole, {});
}

// Concluding

bool OwlRun::is_plain(RowId id) const {
  const Row row = rows_.at(id);
  return !row.is_hidden() && row.fact == FactId::none;
}

Qualifiers OwlRun::qualifiers_of(RowId id) const {
  const Row row = rows_.at(id);
  if (row.is_hidden()) return hidden_[index(row.fact)].qualifiers;
  return row.fact == FactId::none ? Qualifiers{} : entailment::qualifiers_of(graph_.fact(row.fact));
}

std::optional<Qualifiers> OwlRun::qualifiers_of(Rows premises) {
  if (std::all_of(premises.begin(), premises.end(), [&](RowId id) { return is_plain(id); })) return Qualifiers{};
  std::vector<Qualifiers> all;
  for (RowId id : premises) all.push_back(qualifiers_of(id));
  return combine(graph_, all);
}

std::vector<Premise> OwlRun::premises_of(Rows rows) const {
  std::vector<Premise> premises;
  premises.reserve(rows.size());
  for (RowId id : rows) {
    const Row row = rows_.at(id);
    if (!row.is_hidden()) {
      premises.push_back({row.statement, row.fact});
      continue;
    }
    for (const Premise& one : hidden_[index(row.fact)].premises)
      if (std::find(premises.begin(), premises.end(), one) == premises.end()) premises.push_back(one);
  }
  return premises;
}

bool OwlRun::is_nameless(TermId predicate, TermId object) const {
  if (graph_.terms().kind(predicate) != TermKind::iri) return true;
  return predicate == type_ && graph_.terms().kind(object) == TermKind::blank;
}

void OwlRun::conclude(std::string_view rule, TermId subject, TermId predicate, TermId object, Rows premises) {
  if (!premises.empty() && premises.size() <= 2 && !is_nameless(predicate, object) &&
      std::all_of(premises.begin(), premises.end(), [&](RowId id) { return is_plain(id); }))
    return wait(rule, subject, predicate, object, premises);
  const std::optional<Qualifiers> qualifiers = qualifiers_of(premises);
  if (qualifiers)
    add({.subject = subject, .predicate = predicate, .object = object, .qualifiers = *qualifiers, .rule = rule},
        premises);
}

void OwlRun::conclude_type(std::string_view rule, TermId resource, TermId type, RowId premise) {
  if (!is_undisputed(premise) || (!is_whole_ && typed_.contains(resource))) return;
  if (is_plain(premise) && !is_nameless(type_, type)) return wait(rule, resource, type_, type, {&premise, 1});
  add({.subject = resource, .predicate = type_, .object = type, .rule = rule}, {&premise, 1});
}

void OwlRun::wait(std::string_view rule, TermId subject, TermId predicate, TermId object, Rows premises) {
  waiting_.push_back(
      {rule, subject, predicate, object, premises.front(), premises.size() == 2 ? premises.back() : RowId::none});
  const TermId graph = rows_.at(premises.front()).graph;
  graph_.prefetch({subject, predicate, object, graph});
  if (waiting_.size() >= block_size) add_waiting();
}

void OwlRun::add_waiting() {
  for (const Waiting& one : waiting_) {
    const Row first = rows_.at(one.first);
    const bool is_alone = one.second == RowId::none;
    // Subjects of statements are resources.
    const TermKind kind = one.subject == first.subject ? TermKind::iri : graph_.terms().kind(one.subject);
    if (kind != TermKind::iri && kind != TermKind::blank) continue;
    const TermId graph = is_alone || rows_.at(one.second).graph == first.graph ? first.graph : TermId::none;
    const Premise premises[]{{first.statement, FactId::none},
                             {is_alone ? StatementId::none : rows_.at(one.second).statement, FactId::none}};
    const StatementId added = conclusions_.add_plain({one.subject, one.predicate, one.object, graph}, one.rule,
                                                     std::span(premises).first(is_alone ? 1 : 2));
    if (added != StatementId::none && is_used(one.predicate))
      rows_.add({one.subject, one.predicate, one.object, graph, added, FactId::none, one.rule == rule::transitive});
  }
  waiting_.clear();
}

void OwlRun::add(Conclusion conclusion, Rows premises) {
  add_waiting();
  const TermKind kind = graph_.terms().kind(conclusion.subject);
  if (kind != TermKind::iri && kind != TermKind::blank) return;
  if (!premises.empty()) conclusion.graph = rows_.at(premises.front()).graph;
  for (RowId id : premises)
    if (rows_.at(id).graph != conclusion.graph) conclusion.graph = TermId::none;
  const bool is_nameless_one = is_nameless(conclusion.predicate, conclusion.object);
  if (!is_nameless_one && conclusions_.is_known(conclusion)) return;
  // What follows through a class without a name follows by the rule that led there.
  const bool only_passes = conclusion.rule == rule::subclass || conclusion.rule == rule::equivalent_class_1 ||
                           conclusion.rule == rule::equivalent_class_2;
  if (only_passes && premises.size() == 1 && rows_.at(premises.front()).is_hidden())
    conclusion.rule = hidden_[index(rows_.at(premises.front()).fact)].rule;
  conclusion.premises = premises_of(premises);
  if (is_nameless_one) return add_hidden(conclusion);
  const std::optional<Premise> added = conclusions_.add(conclusion);
  if (added && is_used(conclusion.predicate))
    rows_.add({conclusion.subject, conclusion.predicate, conclusion.object, conclusion.graph, added->statement,
               added->fact, conclusion.rule == rule::transitive});
}

void OwlRun::add_hidden(const Conclusion& conclusion) {
  if (conclusions_.is_full()) return;
  bool is_known = false;
  hidden_rows_.for_each_of_subject(conclusion.predicate, conclusion.subject, [&](RowId id) {
    const Row row = hidden_rows_.at(id);
    is_known |= row.object == conclusion.object && hidden_[index(row.fact)].qualifiers == conclusion.qualifiers;
  });
  if (is_known) return;
  const auto place = static_cast<FactId>(hidden_.size());
  hidden_.push_back({conclusion.qualifiers, conclusion.rule, conclusion.premises});
  const Row row{conclusion.subject, conclusion.predicate, conclusion.object,
                conclusion.graph,   StatementId::none,    place};
  hidden_rows_.index_by_terms(hidden_rows_.add(row));
  rows_.add(row);
}

void OwlRun::contradict(std::string_view rule, Rows rows, std::string what) {
  const std::optional<Qualifiers> qualifiers = qualifiers_of(rows);
  if (qualifiers && qualifiers->is_undisputed()) contradictions_.add(rule, premises_of(rows), std::move(what));
}

void OwlRun::process(RowId id) {
  const Row row = rows_.at(id);
  const OwlProperty* property = schema_.property(row.predicate);
  const bool is_joined = (property != nullptr && property->is_joined) || matcher_.uses(row.predicate) ||
                         row.predicate == same_as_ || row.predicate == different_from_ ||
                         (row.predicate == type_ && schema_.asks_for_classes());
  if (is_joined || replaces_equals_) rows_.index_by_terms(id);
  if (!matcher_.is_empty() || replaces_equals_) rows_.index_alone(id);
  if (row.predicate == type_) apply_class(id, row);
  if (property != nullptr) apply_property(id, row, *property);
  if (row.predicate == same_as_) apply_sameness(id, row);
  if (row.predicate == different_from_) apply_difference(id, row);
  if (replaces_equals_ && row.predicate != same_as_) replace_equals(id, row);
  if (matcher_.uses(row.predicate)) apply_user_rules(id);
}

void OwlRun::apply_user_rules(RowId id) {
  matcher_.for_each_match(rows_, id, [&](const RuleMatcher::Match& match) {
    for (const Statement& one : match.conclusions)
      conclude(match.rule, one.subject, one.predicate, one.object, match.premises);
  });
}

}  // namespace graphwright::entailment
