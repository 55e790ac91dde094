#include "event_context.hpp"

#include <algorithm>
#include <array>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright::entailment {
namespace {

Modality modality_of(std::string_view iri) {
  for (std::size_t i = 0; i < modality_names.size(); ++i)
    if (iri.starts_with(iri::gw::ns) && iri.substr(iri::gw::ns.size()) == modality_names[i])
      return static_cast<Modality>(i);
  return Modality::asserted;
}

}  // namespace

EventContext::EventContext(const Graph& graph, const Ontology& ontology, Meanings& meanings) {
  const PropertyId place = ontology.find_property(iri::gw::place);
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    const Statement one = graph.statement(id);
    const PropertyId property = meanings.property(one.predicate);
    const bool is_place =
        property != PropertyId::none && place != PropertyId::none && ontology.is_subproperty(property, place);
    const std::string_view kind = is_place ? iri::gw::place : graph.view(one.predicate).text;
    if (!is_place && !kind.starts_with(iri::gw::ns)) continue;
    if (graph.is_asserted(id)) read(graph, one, kind);
  }
}

void EventContext::Single::take(TermId other) {
  has_others |= value != TermId::none && value != other;
  value = other;
}

void EventContext::read(const Graph& graph, const Statement& statement, std::string_view kind) {
  const TermView object = graph.view(statement.object);
  Row& row = rows_[statement.subject];
  if (kind == iri::gw::time && object.is_literal()) row.time.take(statement.object);
  if (kind == iri::gw::place) row.place.take(statement.object);
  if (kind == iri::gw::speaker) row.speaker.take(statement.object);
  if (kind == iri::gw::modality) row.modality = std::max(row.modality, modality_of(object.text));
}

Qualifiers EventContext::of(TermId event) const {
  const auto at = rows_.find(event);
  if (at == rows_.end()) return {};
  const Row& row = at->second;
  Qualifiers known{row.time.get(), row.place.get(), row.speaker.get(), row.modality, false};
  known.is_fact = known.time != TermId::none || known.place != TermId::none || known.speaker != TermId::none ||
                  known.modality != Modality::asserted;
  return known;
}

}  // namespace graphwright::entailment
