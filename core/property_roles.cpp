#include "property_roles.hpp"

#include "graphwright/vocabulary_iris.hpp"

#include "known_terms.hpp"

namespace graphwright {

PropertyRoles::PropertyRoles(const Graph& graph, const GraphProfile& profile)
    : type(graph.terms().find_iri(iri::rdf::type)),
      attributes(known_terms(graph, profile.attribute_properties)),
      hidden(known_terms(graph, profile.hidden_properties)) {
  for (std::size_t i = 0; i < label_properties.size(); ++i) labels[i] = graph.terms().find_iri(label_properties[i]);
}

bool PropertyRoles::is_hidden(TermId property) const { return has(hidden, property); }

bool PropertyRoles::is_relation(const Graph& graph, const Statement& one) const {
  const TermKind kind = graph.terms().kind(one.object);
  return (kind == TermKind::iri || kind == TermKind::blank) && one.predicate != type &&
         !has(attributes, one.predicate) && !is_hidden(one.predicate);
}

void fetch_literals_after(const Graph& graph, std::uint32_t row) {
  const auto object = [&](std::uint32_t at) { return graph.statement(static_cast<StatementId>(at)).object; };
  if (row + 2 * texts_ahead < graph.statement_count()) graph.terms().prefetch(object(row + 2 * texts_ahead));
  if (row + texts_ahead >= graph.statement_count()) return;
  const TermId literal = object(row + texts_ahead);
  if (graph.terms().kind(literal) == TermKind::literal) graph.terms().prefetch_text(literal);
}

}  // namespace graphwright
