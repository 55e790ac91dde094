#include "meanings.hpp"

#include <algorithm>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// The remembered answer for a term, asked for the first time where there is none.
template <typename Id, typename Find>
Id remembered(std::vector<std::uint32_t>& column, TermId term, std::uint32_t not_asked, Find find) {
  if (index(term) >= column.size()) column.resize(std::max<std::size_t>(index(term) + 1, column.size() * 2), not_asked);
  std::uint32_t& row = column[index(term)];
  if (row == not_asked) row = static_cast<std::uint32_t>(find());
  return static_cast<Id>(row);
}

}  // namespace

PropertyId Meanings::property(TermId term) {
  return remembered<PropertyId>(properties_, term, not_asked,
                                [&] { return ontology_.find_property(graph_.view(term).text); });
}

ClassId Meanings::class_of(TermId term) {
  return remembered<ClassId>(classes_, term, not_asked, [&] {
    const TermView view = graph_.view(term);
    return view.is_iri() ? ontology_.find_class(view.text) : ClassId::none;
  });
}

AssertedTypes::AssertedTypes(const Graph& graph, const Ontology& ontology, Meanings& meanings) : ontology_(ontology) {
  const TermId rdf_type = graph.terms().find_iri(iri::rdf::type);
  if (rdf_type == TermId::none) return;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    const Statement one = graph.statement(id);
    if (one.predicate != rdf_type) continue;
    const auto [at, is_new] = rows_.try_emplace(one.subject);
    if (is_new) resources_.push_back(one.subject);
    const ClassId type = meanings.class_of(one.object);
    if (type != ClassId::none && ontology.at(type).is_declared) at->second.push_back({type, id});
  }
}

std::span<const AssertedType> AssertedTypes::of(TermId resource) const {
  const auto at = rows_.find(resource);
  return at == rows_.end() ? std::span<const AssertedType>{} : at->second;
}

bool AssertedTypes::is_any(TermId resource, const ClassUnion& classes) const {
  for (const AssertedType& one : of(resource))
    for (ClassId wanted : classes)
      if (ontology_.is_subclass(one.type, wanted)) return true;
  return false;
}

Location position_of(const Graph& graph, StatementId statement) {
  const Location own = graph.location(statement);
  if (own.line != 0) return own;
  for (FactId fact : graph.facts_of(statement))
    if (const Location of_fact = graph.location(fact); of_fact.line != 0) return of_fact;
  return own;
}

}  // namespace graphwright
