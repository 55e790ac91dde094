#include "graphwright/graph_builder.hpp"

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

void GraphBuilder::base(std::string_view iri) {
  if (graph_.base().empty()) graph_.set_base(std::string(iri));
}

void GraphBuilder::prefix(std::string_view name, std::string_view iri) {
  if (!graph_.prefixes().find(name)) graph_.prefixes().add(name, iri);
}

void GraphBuilder::statements(std::span<const StatementView> batch) {
  TermTable& terms = graph_.terms();
  for (const StatementView& one : batch) {
    const Statement statement{terms.intern(one.subject), terms.intern(one.predicate), terms.intern(one.object),
                              terms.intern(one.graph)};
    const Location location = options_.keep_locations ? one.location : Location{};
    if (one.fact == nullptr)
      graph_.add_statement(statement, location);
    else
      add_fact(statement, *one.fact, location);
  }
}

void GraphBuilder::add_fact(const Statement& statement, const FactView& view, Location location) {
  TermTable& terms = graph_.terms();
  Fact fact{.modality = view.modality};
  if (!view.time.empty()) fact.time = terms.intern(TermView::literal(view.time, iri::edtf));
  fact.place = terms.intern(view.place);
  fact.speaker = terms.intern(view.speaker);
  if (!view.edge_id.empty()) fact.edge_id = terms.intern(TermView::literal(view.edge_id));
  const FactId id = graph_.add_fact(statement, fact, location);
  for (const EvidenceView& one : view.evidence) {
    Evidence evidence{.fact = id, .source = terms.intern(one.source), .begin = one.begin, .end = one.end};
    if (!one.quote.empty()) evidence.quote = terms.intern(TermView::literal(one.quote));
    if (one.confidence) evidence.confidence = static_cast<float>(*one.confidence);
    graph_.add_evidence(evidence, options_.keep_locations ? one.location : Location{});
  }
}

void GraphBuilder::node(const TermView& resource, Location location) {
  graph_.add_node(graph_.terms().intern(resource), options_.keep_locations ? location : Location{});
}

}  // namespace graphwright
