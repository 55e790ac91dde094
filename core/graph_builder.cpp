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

namespace {

bool is_same_resource(const TermView& a, const TermView& b) {
  return a.kind == b.kind && a.is_resource() && a.text == b.text;
}

Statement statement_at(const TermId* ids, std::size_t row) {
  return {ids[4 * row], ids[4 * row + 1], ids[4 * row + 2], ids[4 * row + 3]};
}

}  // namespace

GraphBuilder::RecentPredicate& GraphBuilder::recent(const TermView& predicate) {
  const std::string_view text = predicate.text;
  return recent_[text.empty() ? 0 : (text.size() * 5 + static_cast<unsigned char>(text.back())) % recent_.size()];
}

/// Terms first, then statements, each many at once, so that their memory is waited for together. What is known
/// is not looked up again: a subject that is that of the row before, as in most files, and recent predicates.
void GraphBuilder::statements(std::span<const StatementView> batch) {
  constexpr std::size_t at_once = 64;
  static constexpr TermView known;
  std::array<const TermView*, 4 * at_once> terms;
  std::array<TermId, 4 * at_once> ids;
  std::array<TermId, at_once> predicates;
  for (; !batch.empty(); batch = batch.subspan(std::min(at_once, batch.size()))) {
    const auto rows = batch.first(std::min(at_once, batch.size()));
    std::size_t count = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const StatementView& one = rows[row];
      const bool repeats = row != 0 && is_same_resource(one.subject, rows[row - 1].subject);
      const RecentPredicate& predicate = recent(one.predicate);
      const bool is_recent = predicate.id != TermId::none && predicate.text == one.predicate.text;
      predicates[row] = predicate.id;
      terms[count++] = repeats ? &known : &one.subject;
      terms[count++] = is_recent ? &known : &one.predicate;
      terms[count++] = &one.object;
      terms[count++] = &one.graph;
    }
    graph_.terms().intern(std::span(terms).first(count), ids.data());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (terms[4 * row] == &known) ids[4 * row] = ids[4 * row - 4];
      TermId& predicate = ids[4 * row + 1];
      if (terms[4 * row + 1] == &known)
        predicate = predicates[row];
      else
        recent(rows[row].predicate) = {graph_.view(predicate).text, predicate};
    }
    if (options_.append)
      append(rows, ids.data());
    else
      add(rows, ids.data());
  }
}

void GraphBuilder::append(std::span<const StatementView> rows, const TermId* ids) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].fact == nullptr)
      graph_.append_statement(statement_at(ids, row));
    else
      add_fact(statement_at(ids, row), *rows[row].fact, {});
  }
}

void GraphBuilder::add(std::span<const StatementView> rows, const TermId* ids) {
  for (std::size_t row = 0; row < rows.size(); ++row) graph_.prefetch(statement_at(ids, row));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Location location = options_.keep_locations ? rows[row].location : Location{};
    if (rows[row].fact == nullptr)
      graph_.add_statement(statement_at(ids, row), location);
    else
      add_fact(statement_at(ids, row), *rows[row].fact, location);
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
