#include "graphwright/time_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "graphwright/graph_index.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "meanings.hpp"
#include "time_conflicts.hpp"
#include "wording.hpp"

namespace graphwright {
namespace {

constexpr std::string_view within_rule = "https://w3id.org/graphwright/vocabulary#WithinRule";
constexpr std::string_view not_before_rule = "https://w3id.org/graphwright/vocabulary#NotBeforeRule";
constexpr std::string_view one_holder_rule = "https://w3id.org/graphwright/vocabulary#OneHolderRule";

/// The properties that a rule of the ontology names, in the terms of the data.
struct TimeRule {
  TermId role = TermId::none;
  TermId via = TermId::none;
};

std::vector<TimeRule> rules_of(const Graph& axioms, const GraphIndex& index, std::string_view type, const Graph& data) {
  const auto own = [&](TermId rule, std::string_view property) {
    const TermId value = index.object(rule, axioms.terms().find_iri(property));
    return value == TermId::none ? value : data.terms().find(axioms.view(value));
  };
  std::vector<TimeRule> rules;
  const TermId wanted = axioms.terms().find_iri(type);
  if (wanted == TermId::none) return rules;
  for (const IndexedStatement& row : index.of_object(wanted, axioms.terms().find_iri(iri::rdf::type)))
    if (const TimeRule rule{own(row.subject, axiom::role), own(row.subject, axiom::via)}; rule.role != TermId::none)
      rules.push_back(rule);
  return rules;
}

/// A statement by its first fact, where it has one.
Premise premise_of(const Graph& graph, StatementId statement) {
  const std::vector<FactId> facts = graph.facts_of(statement);
  return {statement, facts.empty() ? FactId::none : facts.front()};
}

/// When things are by their own word (gw:time), and where they say so.
class OwnTimes {
 public:
  explicit OwnTimes(const Graph& graph) : graph_(graph) {
    const TermId time = graph.terms().find_iri(iri::gw::time);
    for (std::uint32_t row = 0; time != TermId::none && row < graph.statement_count(); ++row) {
      const auto id = static_cast<StatementId>(row);
      const Statement one = graph.statement(id);
      if (one.predicate != time || !graph.view(one.object).is_literal()) continue;
      if (const auto span = parse_time(graph.view(one.object).text).span) times_.try_emplace(one.subject, *span, id);
    }
  }

  const TimeSpan* of(TermId resource) const {
    const auto at = times_.find(resource);
    return at == times_.end() ? nullptr : &at->second.first;
  }
  /// The statement that says when.
  Premise said(TermId resource) const { return premise_of(graph_, times_.at(resource).second); }
  /// "'war' is 2020" at the place where that is said.
  Note note(TermId resource) const {
    const StatementId id = times_.at(resource).second;
    return {position_of(graph_, id), fmt::format("{} is dated {}", wording::shown(graph_, resource),
                                                 graph_.view(graph_.statement(id).object).text)};
  }

 private:
  const Graph& graph_;
  std::unordered_map<TermId, std::pair<TimeSpan, StatementId>> times_;
};

class TimeCheck {
 public:
  TimeCheck(const Graph& graph, const Graph& axioms) : graph_(graph), times_(graph) {
    const GraphIndex index(axioms);
    within_ = rules_of(axioms, index, within_rule, graph);
    not_before_ = rules_of(axioms, index, not_before_rule, graph);
    one_holder_ = rules_of(axioms, index, one_holder_rule, graph);
  }

  std::vector<TimeConflict> run() {
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) check_order(static_cast<StatementId>(row));
    for (const TimeRule& rule : one_holder_) check_holders(rule);
    return std::move(found_);
  }

 private:
  static bool names(const std::vector<TimeRule>& rules, TermId predicate) {
    return std::any_of(rules.begin(), rules.end(), [&](const TimeRule& rule) { return rule.role == predicate; });
  }

  void check_order(StatementId id) {
    const Statement one = graph_.statement(id);
    const bool is_within = names(within_, one.predicate);
    if (!is_within && !names(not_before_, one.predicate)) return;
    const TimeSpan* subject = times_.of(one.subject);
    const TimeSpan* object = times_.of(one.object);
    if (subject == nullptr || object == nullptr) return;
    const auto shown = [&](TermId term) { return wording::shown(graph_, term); };
    if (is_within && !overlap(*subject, *object))
      report_order("outside-time", id,
                   fmt::format("{} lies outside the time of {}", shown(one.subject), shown(one.object)), one.subject,
                   one.object);
    else if (!is_within && object->latest && subject->earliest && *object->latest < *subject->earliest)
      report_order("wrong-order", id, fmt::format("{} comes before {} begins", shown(one.object), shown(one.subject)),
                   one.object, one.subject);
  }

  void report_order(std::string_view code, StatementId id, std::string message, TermId first, TermId second) {
    found_.push_back({code,
                      position_of(graph_, id),
                      std::move(message),
                      {times_.note(first), times_.note(second)},
                      {premise_of(graph_, id), times_.said(first), times_.said(second)}});
  }

  /// Somebody who holds an office, and when.
  struct Holder {
    TimeSpan time;
    TermId who = TermId::none;
    FactId fact = FactId::none;
  };

  void check_holders(const TimeRule& rule) {
    const std::unordered_map<TermId, std::vector<TermId>> bodies = values_of(rule.via);
    std::map<std::pair<TermId, TermId>, std::vector<Holder>> groups;
    for (std::uint32_t row = 0; row < graph_.facts().size(); ++row) {
      const Fact& fact = graph_.facts()[row];
      const Statement one = graph_.statement(fact.statement);
      if (one.predicate != rule.role || fact.modality != Modality::asserted || fact.time == TermId::none) continue;
      const auto span = parse_time(graph_.view(fact.time).text).span;
      const auto at = bodies.find(one.subject);
      if (!span || at == bodies.end()) continue;
      for (TermId body : at->second)
        groups[{one.object, body}].push_back({*span, one.subject, static_cast<FactId>(row)});
    }
    for (auto& [office, holders] : groups) check_group(office.first, office.second, holders);
  }

  std::unordered_map<TermId, std::vector<TermId>> values_of(TermId predicate) const {
    std::unordered_map<TermId, std::vector<TermId>> values;
    for (std::uint32_t row = 0; predicate != TermId::none && row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      if (one.predicate == predicate && graph_.is_asserted(static_cast<StatementId>(row)))
        values[one.subject].push_back(one.object);
    }
    return values;
  }

  /// Holders by the beginning of their time: each is compared with the one that lasts longest before it.
  void check_group(TermId office, TermId body, std::vector<Holder>& holders) {
    std::sort(holders.begin(), holders.end(), [&](const Holder& a, const Holder& b) {
      return std::pair(a.time.earliest, graph_.location(a.fact)) < std::pair(b.time.earliest, graph_.location(b.fact));
    });
    const Holder* longest = nullptr;
    for (const Holder& holder : holders) {
      if (longest != nullptr && longest->who != holder.who && overlap(longest->time, holder.time))
        report(office, body, *longest, holder);
      const bool lasts_longer = longest == nullptr || !holder.time.latest ||
                                (longest->time.latest && *longest->time.latest < *holder.time.latest);
      if (lasts_longer) longest = &holder;
    }
  }

  void report(TermId office, TermId body, const Holder& a, const Holder& b) {
    const bool is_later = graph_.location(a.fact) < graph_.location(b.fact);
    const Holder& first = is_later ? a : b;
    const Holder& second = is_later ? b : a;
    const auto shown = [&](TermId term) { return wording::shown(graph_, term); };
    const auto when = [&](const Holder& one) { return graph_.view(graph_.fact(one.fact).time).text; };
    const auto premise = [&](const Holder& one) { return Premise{graph_.fact(one.fact).statement, one.fact}; };
    found_.push_back({"two-holders",
                      graph_.location(second.fact),
                      fmt::format("{} ({}) and {} ({}) hold {} of {} at once", shown(second.who), when(second),
                                  shown(first.who), when(first), shown(office), shown(body)),
                      {{graph_.location(first.fact), fmt::format("{} holds it here", shown(first.who))}},
                      {premise(first), premise(second)}});
  }

  const Graph& graph_;
  OwnTimes times_;
  std::vector<TimeRule> within_;
  std::vector<TimeRule> not_before_;
  std::vector<TimeRule> one_holder_;
  std::vector<TimeConflict> found_;
};

}  // namespace

std::vector<TimeConflict> time_conflicts(const Graph& graph, const Graph& axioms) {
  return TimeCheck(graph, axioms).run();
}

void check_times(const Graph& graph, const Graph& axioms, Diagnostics& diagnostics) {
  for (TimeConflict& one : time_conflicts(graph, axioms))
    diagnostics.error(one.code, one.location, std::move(one.message), std::move(one.notes));
}

}  // namespace graphwright
