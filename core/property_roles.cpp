#include "property_roles.hpp"

#include <algorithm>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool has(const std::vector<TermId>& terms, TermId term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

std::vector<TermId> known_terms(const Graph& graph, std::span<const std::string> iris) {
  std::vector<TermId> known;
  for (const std::string& one : iris)
    if (const TermId id = graph.terms().find_iri(one); id != TermId::none) known.push_back(id);
  return known;
}

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
         !has(attributes, one.predicate) && !has(hidden, one.predicate);
}

void fetch_literals_after(const Graph& graph, std::uint32_t row) {
  const auto object = [&](std::uint32_t at) { return graph.statement(static_cast<StatementId>(at)).object; };
  if (row + 2 * texts_ahead < graph.statement_count()) graph.terms().prefetch(object(row + 2 * texts_ahead));
  if (row + texts_ahead >= graph.statement_count()) return;
  const TermId literal = object(row + texts_ahead);
  if (graph.terms().kind(literal) == TermKind::literal) graph.terms().prefetch_text(literal);
}

}  // namespace graphwright
