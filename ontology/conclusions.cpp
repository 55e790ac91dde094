#include "conclusions.hpp"

#include <algorithm>

namespace graphwright::entailment {

std::optional<Premise> Conclusions::add(const Conclusion& conclusion) {
  if (!graph_.view(conclusion.subject).is_resource()) return std::nullopt;
  const Statement statement{conclusion.subject, conclusion.predicate, conclusion.object, conclusion.graph};
  return conclusion.qualifiers.is_fact ? add_fact(conclusion, statement) : add_bare(conclusion, statement);
}

std::optional<Premise> Conclusions::add_bare(const Conclusion& conclusion, const Statement& statement) {
  const StatementId known = graph_.find(statement);
  if (known != StatementId::none && graph_.is_asserted(known)) return std::nullopt;
  if (refuse()) return std::nullopt;
  const Premise added{graph_.add_statement(statement), FactId::none};
  record(conclusion, added);
  return added;
}

StatementId Conclusions::add_plain(const Statement& statement, std::string_view rule,
                                   std::span<const Premise> premises) {
  // One search for all: where there are no facts, what was there before is stated.
  const bool needs_search = is_full() || !graph_.facts().empty();
  if (needs_search) {
    const StatementId known = graph_.find(statement);
    if ((known != StatementId::none && graph_.is_asserted(known)) || refuse()) return StatementId::none;
  }
  const std::size_t count = graph_.statement_count();
  const StatementId id = graph_.add_statement(statement);
  if (!needs_search && graph_.statement_count() == count) return StatementId::none;
  graph_.add_derivation({{id, FactId::none}, rule_term(rule), {premises.begin(), premises.end()}, false});
  ++counts_.others;
  return id;
}

bool Conclusions::is_known(const Conclusion& conclusion) const {
  const Statement statement{conclusion.subject, conclusion.predicate, conclusion.object, conclusion.graph};
  if (conclusion.qualifiers.is_fact) return find_fact(statement, conclusion.qualifiers) != FactId::none;
  const StatementId known = graph_.find(statement);
  return known != StatementId::none && graph_.is_asserted(known);
}

bool Conclusions::refuse() {
  has_refused_ |= is_full();
  return is_full();
}

FactId Conclusions::find_fact(const Statement& statement, const Qualifiers& qualifiers) const {
  const StatementId known = graph_.find(statement);
  if (known == StatementId::none) return FactId::none;
  for (FactId id : graph_.facts_of(known)) {
    const Fact& fact = graph_.fact(id);
    if (fact.time == qualifiers.time && fact.place == qualifiers.place && fact.speaker == qualifiers.speaker &&
        fact.modality == qualifiers.modality)
      return id;
  }
  return FactId::none;
}

std::optional<Premise> Conclusions::add_fact(const Conclusion& conclusion, const Statement& statement) {
  const Qualifiers& held = conclusion.qualifiers;
  if (const FactId known = find_fact(statement, held); known != FactId::none) {
    // Another event that yields the same fact adds its evidence; what is stated stays as it was stated.
    const bool is_derived = graph_.derivation_of({graph_.fact(known).statement, known}) != nullptr;
    if (is_derived && conclusion.is_relation) add_evidence(conclusion, known);
    return std::nullopt;
  }
  if (refuse()) return std::nullopt;
  const FactId id = graph_.add_fact(
      statement, {.time = held.time, .place = held.place, .speaker = held.speaker, .modality = held.modality});
  const Premise added{graph_.fact(id).statement, id};
  record(conclusion, added);
  if (conclusion.is_relation) add_evidence(conclusion, id);
  return added;
}

void Conclusions::record(const Conclusion& conclusion, const Premise& added) {
  graph_.add_derivation({added, rule_term(conclusion.rule), conclusion.premises, conclusion.is_relation});
  ++(conclusion.is_relation ? counts_.relations : counts_.others);
}

TermId Conclusions::rule_term(std::string_view rule) {
  if (rule.data() != last_rule_.data() || rule.size() != last_rule_.size()) {
    last_rule_ = rule;
    last_rule_term_ = graph_.terms().intern_iri(rule);
  }
  return last_rule_term_;
}

void Conclusions::add_evidence(const Conclusion& conclusion, FactId fact) {
  for (std::uint32_t row : evidence_behind(conclusion)) {
    Evidence evidence = graph_.evidence()[row];
    evidence.fact = fact;
    graph_.add_evidence(evidence, graph_.evidence_location(row));
  }
}

std::vector<std::uint32_t> Conclusions::evidence_behind(const Conclusion& conclusion) const {
  const std::size_t count = std::min(conclusion.evidence_from, conclusion.premises.size());
  std::vector<Premise> open(conclusion.premises.begin(),
                            conclusion.premises.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<std::uint32_t> rows;
  while (!open.empty()) {
    const Premise premise = open.back();
    open.pop_back();
    const Derivation* derivation = graph_.derivation_of(premise);
    if (derivation != nullptr && !derivation->is_relation)
      open.insert(open.end(), derivation->premises.begin(), derivation->premises.end());
    else if (premise.fact != FactId::none)
      for (std::uint32_t row : graph_.evidence_of(premise.fact)) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace graphwright::entailment
