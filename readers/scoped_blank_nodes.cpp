#include "graphwright/scoped_blank_nodes.hpp"

#include "text_arena.hpp"

namespace graphwright {

ScopedBlankNodes::ScopedBlankNodes(Sink& next, std::string_view scope)
    : next_(next), prefix_(std::string(scope) + "_"), arena_(std::make_unique<TextArena>()) {}

ScopedBlankNodes::~ScopedBlankNodes() = default;

void ScopedBlankNodes::statements(std::span<const StatementView> batch) {
  for (const StatementView& one : batch) {
    StatementView& row = rows_.emplace_back(one);
    row.subject = scoped(one.subject);
    row.predicate = scoped(one.predicate);
    row.object = scoped(one.object);
    row.graph = scoped(one.graph);
    if (one.fact != nullptr) row.fact = scoped(*one.fact);
  }
  next_.statements(rows_);
  clear();
}

void ScopedBlankNodes::node(const TermView& resource, Location location) {
  next_.node(scoped(resource), location);
  clear();
}

TermView ScopedBlankNodes::scoped(const TermView& term) {
  if (term.is_blank()) return TermView::blank(arena_->concatenate(prefix_, term.text));
  if (!term.is_triple()) return term;
  const TripleView& triple = *term.triple;
  return TermView::triple_term(
      arena_->copy(TripleView{scoped(triple.subject), scoped(triple.predicate), scoped(triple.object)}));
}

const FactView* ScopedBlankNodes::scoped(const FactView& fact) {
  FactView& copy = *facts_.emplace_back(std::make_unique<FactView>(fact));
  copy.place = scoped(fact.place);
  copy.speaker = scoped(fact.speaker);
  auto& evidence = evidence_.emplace_back(fact.evidence.begin(), fact.evidence.end());
  for (EvidenceView& one : evidence) one.source = scoped(one.source);
  copy.evidence = evidence;
  return &copy;
}

void ScopedBlankNodes::clear() {
  arena_->clear();
  rows_.clear();
  facts_.clear();
  evidence_.clear();
}

}  // namespace graphwright
