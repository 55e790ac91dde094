#include "term_crossing.hpp"

namespace graphwright {

TermCrossing::TermCrossing(const Graph& from, const Graph& to)
    : from_(from), to_(to), terms_(from.terms().size(), TermId::none), is_known_(from.terms().size()) {}

void TermCrossing::replace(TermId from, TermId to) {
  terms_[index(from)] = to;
  is_known_[index(from)] = true;
}

TermId TermCrossing::look_up(TermId from) {
  if (from_.terms().kind(from) != TermKind::triple) return to_.terms().find(from_.view(from));
  const TripleIds parts = from_.terms().triple(from);
  const TripleIds found{find(parts.subject), find(parts.predicate), find(parts.object)};
  if (found.subject == TermId::none || found.predicate == TermId::none || found.object == TermId::none)
    return TermId::none;
  const TripleView triple{to_.view(found.subject), to_.view(found.predicate), to_.view(found.object)};
  return to_.terms().find(TermView::triple_term(triple));
}

TermId TermCrossing::find(TermId from) {
  if (from == TermId::none) return TermId::none;
  if (!is_known_[index(from)]) replace(from, look_up(from));
  return terms_[index(from)];
}

StatementId TermCrossing::find(StatementId from) {
  const Statement one = from_.statement(from);
  const Statement other{find(one.subject), find(one.predicate), find(one.object), find(one.graph)};
  const bool is_whole = other.subject != TermId::none && other.predicate != TermId::none &&
                        other.object != TermId::none && (other.graph != TermId::none || one.graph == TermId::none);
  return is_whole ? to_.find(other) : StatementId::none;
}

FactId TermCrossing::find(FactId from) {
  const Fact& fact = from_.fact(from);
  Fact other = fact;
  other.statement = find(fact.statement);
  if (other.statement == StatementId::none) return FactId::none;
  for (TermId* part : {&other.time, &other.place, &other.speaker, &other.edge}) {
    if (*part == TermId::none) continue;
    *part = find(*part);
    if (*part == TermId::none) return FactId::none;
  }
  for (FactId candidate : to_.facts_of(other.statement))
    if (to_.fact(candidate) == other) return candidate;
  return FactId::none;
}

bool TermCrossing::is_same_evidence(std::uint32_t from, std::uint32_t to) {
  const Evidence& a = from_.evidence()[from];
  const Evidence& b = to_.evidence()[to];
  const auto is_same = [&](TermId one, TermId other) {
    return (one == TermId::none) == (other == TermId::none) && find(one) == other;
  };
  return is_same(a.source, b.source) && is_same(a.quote, b.quote) && a.begin == b.begin && a.end == b.end &&
         a.confidence == b.confidence;
}

}  // namespace graphwright
