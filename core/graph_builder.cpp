#include "graphwright/graph_builder.hpp"

#include <algorithm>
#include <array>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

void GraphBuilder::base(std::string_view iri) { graph_.offer_base(iri); }

void GraphBuilder::prefix(std::string_view name, std::string_view iri) { graph_.offer_prefix(name, iri); }

void GraphBuilder::relation_label(std::string_view iri, std::string_view label) {
  graph_.offer_relation_label(iri, label);
}

namespace {

/// Also where one of them is held, since then the other one's number differs.
bool is_same_resource(const TermView& a, const TermView& b) {
  return a.kind == b.kind && a.is_resource() && a.held == b.held && a.text == b.text;
}

TermId held(const TermView& term) { return static_cast<TermId>(term.held); }

Statement statement_at(const TermId* ids, std::size_t row) {
  return {ids[4 * row], ids[4 * row + 1], ids[4 * row + 2], ids[4 * row + 3]};
}

}  // namespace

TermId GraphBuilder::intern(const TermView& term) { return term.is_held() ? held(term) : graph_.terms().intern(term); }

GraphBuilder::RecentPredicate& GraphBuilder::recent(const TermView& predicate) {
  const std::string_view text = predicate.text;
  return recent_[text.empty() ? 0 : (text.size() * 5 + static_cast<unsigned char>(text.back())) % recent_.size()];
}

/// Terms first, then statements, each many at once, so that their memory is waited for together. What is known
/// is not looked up again: a subject that is that of the row before, as in most files, or the edge of its fact, recent
/// predicates, and what the graph was asked to hold.
void GraphBuilder::statements(std::span<const StatementView> batch) {
  constexpr std::size_t at_once = 64;
  static constexpr TermView known;
  const auto unless_held = [](const TermView& term) { return term.is_held() ? &known : &term; };
  std::array<const TermView*, 5 * at_once> terms;  // four of each row, then the edges of facts
  std::array<TermId, 5 * at_once> ids;
  std::array<const TermId*, at_once> subjects;  // where they will stand
  std::array<TermId, at_once> predicates;
  for (; !batch.empty(); batch = batch.subspan(std::min(at_once, batch.size()))) {
    const auto rows = batch.first(std::min(at_once, batch.size()));
    std::size_t count = 0;
    const TermId* next_edge = &ids[4 * rows.size()];
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const StatementView& one = rows[row];
      const bool repeats = row != 0 && is_same_resource(one.subject, rows[row - 1].subject);
      const bool is_edge = !repeats && row != 0 && rows[row - 1].fact != nullptr &&
                           is_same_resource(one.subject, rows[row - 1].fact->edge);
      subjects[row] = repeats ? subjects[row - 1] : is_edge ? next_edge - 1 : &ids[4 * row];
      if (one.fact != nullptr) ++next_edge;
      const RecentPredicate& predicate = recent(one.predicate);
      const bool is_recent = predicate.id != TermId::none && predicate.text == one.predicate.text;
      predicates[row] = predicate.id;
      terms[count++] = repeats || is_edge ? &known : unless_held(one.subject);
      terms[count++] = is_recent ? &known : &one.predicate;
      terms[count++] = unless_held(one.object);
      terms[count++] = unless_held(one.graph);
    }
    for (const StatementView& one : rows)
      if (one.fact != nullptr) terms[count++] = &one.fact->edge;
    graph_.terms().intern(std::span(terms).first(count), ids.data());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const StatementView& one = rows[row];
      TermId* const id = &ids[4 * row];
      if (terms[4 * row] == &known) id[0] = one.subject.is_held() ? held(one.subject) : *subjects[row];
      if (terms[4 * row + 1] == &known)
        id[1] = predicates[row];
      else
        recent(one.predicate) = {graph_.view(id[1]).text, id[1]};
      if (one.object.is_held()) id[2] = held(one.object);
      if (one.graph.is_held()) id[3] = held(one.graph);
    }
    if (options_.append)
      append(rows, ids.data());
    else
      add(rows, ids.data());
  }
}

void GraphBuilder::append(std::span<const StatementView> rows, const TermId* ids) {
  const TermId* edge = ids + 4 * rows.size();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].fact == nullptr)
      graph_.append_statement(statement_at(ids, row));
    else
      add_fact(statement_at(ids, row), *rows[row].fact, *edge++, {});
  }
}

void GraphBuilder::add(std::span<const StatementView> rows, const TermId* ids) {
  const TermId* edge = ids + 4 * rows.size();
  for (std::size_t row = 0; row < rows.size(); ++row) graph_.prefetch(statement_at(ids, row));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Location location = options_.keep_locations ? rows[row].location : Location{};
    if (rows[row].fact == nullptr)
      graph_.add_statement(statement_at(ids, row), location);
    else
      add_fact(statement_at(ids, row), *rows[row].fact, *edge++, location);
  }
}

void GraphBuilder::add_fact(const Statement& statement, const FactView& view, TermId edge, Location location) {
  TermTable& terms = graph_.terms();
  Fact fact{.edge = edge, .modality = view.modality};
  if (!view.time.empty()) fact.time = terms.intern(TermView::literal(view.time, iri::edtf));
  fact.place = intern(view.place);
  fact.speaker = intern(view.speaker);
  const FactId id = graph_.add_fact(statement, fact, location);
  for (const EvidenceView& one : view.evidence) {
    Evidence evidence{.fact = id, .source = intern(one.source), .begin = one.begin, .end = one.end};
    if (!one.quote.empty()) evidence.quote = terms.intern(TermView::literal(one.quote));
    if (one.confidence) evidence.confidence = static_cast<float>(*one.confidence);
    graph_.add_evidence(evidence, options_.keep_locations ? one.location : Location{});
  }
}

void GraphBuilder::node(const TermView& resource, Location location) {
  graph_.add_node(intern(resource), options_.keep_locations ? location : Location{});
}

}  // namespace graphwright
