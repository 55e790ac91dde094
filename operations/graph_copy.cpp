#include "graph_copy.hpp"

#include <algorithm>
#include <utility>

namespace graphwright {

GraphCopy::GraphCopy(const Graph& from, Graph& to)
    : from_(from),
      to_(to),
      terms_(from.terms().size(), TermId::none),
      statements_(from.statement_count(), StatementId::none),
      facts_(from.facts().size(), FactId::none) {}

void GraphCopy::replace(TermId from, TermId to) { terms_[index(from)] = to; }

TermId GraphCopy::term(TermId from) {
  if (from == TermId::none) return TermId::none;
  TermId& to = terms_[index(from)];
  if (to != TermId::none) return to;
  if (from_.terms().kind(from) != TermKind::triple) return to = to_.terms().intern(from_.view(from));
  const TripleIds parts = from_.terms().triple(from);
  const TripleView triple{to_.view(term(parts.subject)), to_.view(term(parts.predicate)), to_.view(term(parts.object))};
  return to = to_.terms().intern(TermView::triple_term(triple));
}

void GraphCopy::order_symmetric(TermId property) { symmetric_.push_back(property); }

Statement GraphCopy::statement(const Statement& from) {
  Statement to{term(from.subject), term(from.predicate), term(from.object), term(from.graph)};
  const bool is_symmetric = std::find(symmetric_.begin(), symmetric_.end(), from.predicate) != symmetric_.end();
  if (is_symmetric && to_.view(to.object).is_resource() && compare(to_.view(to.subject), to_.view(to.object)) > 0)
    std::swap(to.subject, to.object);
  return to;
}

void GraphCopy::copy_names() {
  to_.offer_base(from_.base());
  for (const auto& [name, iri] : from_.prefixes().by_name()) to_.offer_prefix(name, iri);
  for (const auto& [iri, label] : from_.relation_labels()) to_.offer_relation_label(iri, label);
}

void GraphCopy::copy_bare(StatementId from) {
  statements_[index(from)] = to_.add_statement(statement(from_.statement(from)), from_.location(from));
}

FactId GraphCopy::copy_fact(FactId from) { return copy_fact(from, from_.evidence_of(from)); }

FactId GraphCopy::copy_fact(FactId from, const std::vector<std::uint32_t>& evidence) {
  return copy_fact(from, statement(from_.statement(from_.fact(from).statement)), evidence);
}

FactId GraphCopy::copy_fact(FactId from, const Statement& to) { return copy_fact(from, to, from_.evidence_of(from)); }

FactId GraphCopy::copy_fact(FactId from, const Statement& as, const std::vector<std::uint32_t>& evidence) {
  Fact fact = from_.fact(from);
  const StatementId of = fact.statement;
  for (TermId* one : {&fact.time, &fact.place, &fact.speaker, &fact.edge}) *one = term(*one);
  const FactId to = to_.add_fact(as, fact, from_.location(from));
  facts_[index(from)] = to;
  statements_[index(of)] = to_.fact(to).statement;
  for (std::uint32_t row : evidence) {
    Evidence one = from_.evidence()[row];
    one.fact = to;
    one.source = term(one.source);
    one.quote = term(one.quote);
    to_.add_evidence(one, from_.evidence_location(row));
  }
  return to;
}

void GraphCopy::copy_nodes() {
  for (TermId node : from_.nodes()) to_.add_node(term(node), from_.node_location(node));
}

Premise GraphCopy::premise(const Premise& from) const {
  if (from.fact == FactId::none) return {statements_[index(from.statement)], FactId::none};
  const FactId fact = facts_[index(from.fact)];
  return {fact == FactId::none ? StatementId::none : to_.fact(fact).statement, fact};
}

void GraphCopy::copy_derivations() {
  for (const Derivation& one : from_.derivations()) {
    Derivation copy{premise(one.conclusion), term(one.rule), {}, one.is_relation};
    if (copy.conclusion.statement == StatementId::none) continue;
    for (const Premise& from : one.premises)
      if (const Premise to = premise(from); to.statement != StatementId::none) copy.premises.push_back(to);
    to_.add_derivation(std::move(copy));
  }
}

void GraphCopy::copy_all() {
  copy_names();
  for (std::uint32_t row = 0; row < from_.statement_count(); ++row)
    if (from_.is_stated(static_cast<StatementId>(row))) copy_bare(static_cast<StatementId>(row));
  for (std::uint32_t row = 0; row < from_.facts().size(); ++row) copy_fact(static_cast<FactId>(row));
  copy_nodes();
  copy_derivations();
}

}  // namespace graphwright
