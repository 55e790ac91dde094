#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/value_type.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "diff_report.hpp"

namespace graphwright::cli {
namespace {

Location stated_location(const Graph& graph, const Premise& one) {
  const Location of_fact = one.fact == FactId::none ? Location{} : graph.location(one.fact);
  return of_fact.line != 0 ? of_fact : graph.location(one.statement);
}

}  // namespace

PrefixMap GraphWords::joined(const Graph& graph, const PropertyGraphOptions& options) {
  PrefixMap prefixes = well_known_prefixes();
  for (const PrefixMap* map : {&graph.prefixes(), &options.prefixes})
    for (const auto& [name, iri] : map->by_name()) prefixes.add(name, iri);
  return prefixes;
}

std::string GraphWords::name(std::string_view iri) const {
  return prefixes_.shorten(iri).value_or(fmt::format("<{}>", iri));
}

std::string GraphWords::literal(const TermView& view) const {
  if (!view.tagged && value_type(view) != ValueType::text && value_type(view) != ValueType::none)
    return std::string(view.text);
  std::string text;
  append_ntriples(TermView::literal(view.text), text);
  if (view.tagged) return text.append("@").append(view.qualifier);
  return view.datatype() == iri::xsd::string ? text : text.append("^^").append(name(view.datatype()));
}

std::string_view GraphWords::label(TermId id) const {
  const TermView view = graph().view(id);
  if (view.is_blank() && view_.own_label(id) == TermId::none) return {};
  if (!view.is_resource()) return {};
  const std::string_view label = view_.label(id);
  return label == view_.name(id) ? std::string_view{} : label;
}

std::string GraphWords::term(const TermView& view, TermId id) const {
  if (view.is_literal()) return literal(view);
  if (view.is_triple()) {
    const TripleIds parts = graph().terms().triple(id);
    return fmt::format("<<( {} {} {} )>>", term(parts.subject), term(parts.predicate), term(parts.object));
  }
  const std::string own = view.is_blank() ? fmt::format("_:{}", view.text) : name(view.text);
  const std::string_view called = label(id);
  return called.empty() ? own : fmt::format("{} ({})", called, own);
}

void GraphWords::note_references() {
  const auto order = [&](const Statement& a, const Statement& b) {
    const int by_subject = compare(graph().view(a.subject), graph().view(b.subject));
    return by_subject != 0 ? by_subject : compare(graph().view(a.predicate), graph().view(b.predicate));
  };
  for (std::uint32_t row = 0; row < graph().statement_count(); ++row) {
    const Statement one = graph().statement(StatementId{row});
    if (!graph().view(one.object).is_blank()) continue;
    const auto [first, is_new] = references_.try_emplace(one.object, one);
    if (!is_new && order(one, first->second) < 0) first->second = one;
  }
}

std::string GraphWords::heading(TermId id) const {
  std::string text = term(id);
  const auto reference = references_.find(id);
  if (reference == references_.end()) return text;
  const Statement& one = reference->second;
  return text.append(", ").append(term(one.predicate)).append(" of ").append(term(one.subject));
}

Location GraphWords::location(const Premise& one) const {
  if (one.fact != FactId::none)
    if (const Location of_fact = graph().location(one.fact); of_fact.line != 0) return of_fact;
  if (const Derivation* derivation = graph().derivation_of(one))
    for (const Premise& premise : derivation->premises)
      if (const Location stated = stated_location(graph(), premise); stated.line != 0) return stated;
  return graph().location(one.statement);
}

std::string_view GraphWords::file_of(Location location) const {
  return location.file == FileId::none ? std::string_view(file_) : diagnostics_.file_name(location.file);
}

std::string GraphWords::place(const Premise& one) const {
  const Location at = location(one);
  const std::string_view how = graph().derivation_of(one) == nullptr ? "" : "derived, ";
  if (at.line == 0) return fmt::format("{}{}", how, file_);
  return fmt::format("{}{}:{}:{}", how, file_of(at), at.line, at.column);
}

std::vector<Detail> details(const GraphWords& words, const Premise& one) {
  std::vector<Detail> result;
  const Graph& graph = words.graph();
  const auto add = [&](std::string_view name, TermId id) {
    if (id != TermId::none) result.push_back({name, words.term(id)});
  };
  add("graph", graph.statement(one.statement).graph);
  if (const Derivation* derivation = graph.derivation_of(one)) add("derived by", derivation->rule);
  if (one.fact == FactId::none) return result;
  const Fact& fact = graph.fact(one.fact);
  if (fact.time != TermId::none) result.push_back({"time", std::string(graph.view(fact.time).text)});
  add("place", fact.place);
  if (fact.modality != Modality::asserted) result.push_back({"modality", std::string(name(fact.modality))});
  add("speaker", fact.speaker);
  if (const TermView edge = graph.view(fact.edge); !edge.is_absent())
    result.push_back({"edge", edge.is_iri() ? words.term(fact.edge) : std::string(edge.text)});
  for (std::uint32_t row : canonical_evidence(graph, one.fact)) {
    const Evidence& evidence = graph.evidence()[row];
    std::string text = evidence.quote == TermId::none ? "" : words.term(evidence.quote);
    if (evidence.source != TermId::none) text.append(text.empty() ? "" : ", ").append(words.term(evidence.source));
    if (evidence.begin != EvidenceView::no_offset) text += fmt::format(" [{}, {})", evidence.begin, evidence.end);
    if (evidence.confidence >= 0) text += fmt::format(", confidence {}", evidence.confidence);
    result.push_back({"evidence", std::move(text)});
  }
  return result;
}

}  // namespace graphwright::cli
