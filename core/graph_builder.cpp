#include "graphwright/graph_builder.hpp"

#include <algorithm>
#include <array>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

void GraphBuilder::base(std::string_view iri) {
  if (graph_.base().empty()) graph_.set_base(std::string(iri));
}

void GraphBuilder::prefix(std::string_view name, std::string_view iri) {
  if (!graph_.prefixes().find(name)) graph_.prefixes().add(name, iri);
}

/// Terms first, then statements, each many at once, so that their memory is waited for together.
void GraphBuilder::statements(std::span<const StatementView> batch) {
  constexpr std::size_t at_once = 64;
  std::array<const TermView*, 4 * at_once> terms;
  std::array<TermId, 4 * at_once> ids;
  for (; !batch.empty(); batch = batch.subspan(std::min(at_once, batch.size()))) {
    const auto rows = batch.first(std::min(at_once, batch.size()));
    std::size_t count = 0;
    for (const StatementView& one : rows)
      for (const TermView* term : {&one.subject, &one.predicate, &one.object, &one.graph}) terms[count++] = term;
    graph_.terms().intern(std::span(terms).first(count), ids.data());
    add(rows, ids.data());
  }
}

void GraphBuilder::add(std::span<const StatementView> rows, const TermId* ids) {
  const auto statement = [&](std::size_t row) {
    return Statement{ids[4 * row], ids[4 * row + 1], ids[4 * row + 2], ids[4 * row + 3]};
  };
  for (std::size_t row = 0; row < rows.size(); ++row) graph_.prefetch(statement(row));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Location location = options_.keep_locations ? rows[row].location : Location{};
    if (rows[row].fact == nullptr)
      graph_.add_statement(statement(row), location);
    else
      add_fact(statement(row), *rows[row].fact, location);
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
