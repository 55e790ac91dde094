#include "qualifiers.hpp"

#include <algorithm>

#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright::entailment {

Qualifiers qualifiers_of(const Fact& fact) { return {fact.time, fact.place, fact.speaker, fact.modality, true}; }

std::optional<TermId> meet(Graph& graph, TermId a, TermId b) {
  if (a == b || b == TermId::none) return a;
  if (a == TermId::none) return b;
  const std::string both = meet_times(graph.view(a).text, graph.view(b).text);
  if (both.empty()) return std::nullopt;
  return graph.terms().intern(TermView::literal(both, iri::edtf));
}

std::optional<Qualifiers> combine(Graph& graph, std::span<const Qualifiers> premises) {
  Qualifiers all;
  bool has_many_places = false;
  for (const Qualifiers& one : premises) {
    const std::optional<TermId> time = meet(graph, all.time, one.time);
    const bool has_other_speaker =
        all.speaker != TermId::none && one.speaker != TermId::none && all.speaker != one.speaker;
    if (!time || has_other_speaker) return std::nullopt;
    all.time = *time;
    if (one.speaker != TermId::none) all.speaker = one.speaker;
    has_many_places |= all.place != TermId::none && one.place != TermId::none && all.place != one.place;
    if (one.place != TermId::none) all.place = one.place;
    all.modality = std::max(all.modality, one.modality);
    all.is_fact |= one.is_fact;
  }
  if (has_many_places) all.place = TermId::none;
  return all;
}

}  // namespace graphwright::entailment
