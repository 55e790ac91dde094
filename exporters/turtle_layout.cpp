#include "turtle_layout.hpp"

#include <algorithm>
#include <tuple>

#include "graphwright/vocabulary_iris.hpp"

#include "turtle_terms.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t many = 0xFFFFFFFE;

}  // namespace

TurtleLayout::TurtleLayout(const Graph& graph) : graph_(&graph), type_(graph.terms().find_iri(iri::rdf::type)) {
  make_blocks();
  count_references();
  find_lists();
  find_annotations();
  nest();
  put_unlabelled_last();
}

void TurtleLayout::make_blocks() {
  CanonicalLines canonical = canonical_lines(*graph_);
  lines_ = std::move(canonical.lines);
  blocks_ = std::move(canonical.subjects);
  leave_out_claims();
  block_of_.assign(graph_->terms().size(), none);
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    std::uint32_t& known = block_of_[index(blocks_[number].subject)];
    known = known == none ? number : many;
  }
  for (Block& block : blocks_) put_type_first(block);
  parent_.assign(blocks_.size(), none);
  depth_.assign(blocks_.size(), none);
  nested_.assign(blocks_.size(), false);
  list_cell_.assign(blocks_.size(), false);
  list_head_.assign(blocks_.size(), false);
  annotates_.assign(blocks_.size(), false);
}

/// Drops the statements that only facts speak of, none of them asserted.
void TurtleLayout::leave_out_claims() {
  const auto is_claim = [&](const Line& line) { return !graph_->is_asserted(line.id); };
  if (std::none_of(lines_.begin(), lines_.end(), is_claim)) return;
  std::uint32_t kept = 0;
  for (Block& block : blocks_) {
    const std::uint32_t begin = kept;
    for (const Line& line : lines(block))
      if (!is_claim(line)) lines_[kept++] = line;
    block.begin = begin;
    block.end = kept;
  }
  lines_.resize(kept);
  std::erase_if(blocks_, [](const Block& block) { return block.begin == block.end; });
}

/// The lines of one predicate stand together, so that those of rdf:type only change places with those before.
void TurtleLayout::put_type_first(const Block& block) {
  const auto begin = lines_.begin() + block.begin;
  const auto end = lines_.begin() + block.end;
  const auto is_type = [&](const Line& line) { return line.predicate == type_; };
  const auto first = std::find_if(begin, end, is_type);
  std::rotate(begin, first, std::find_if_not(first, end, is_type));
}

/// Counts who is called where; only blank nodes that are called exactly once can be nested.
void TurtleLayout::count_references() {
  constexpr std::size_t ahead = 16;  // kinds lie all over the memory
  references_.assign(graph_->terms().size(), 0);
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    const Block& block = blocks_[number];
    if (block.graph != TermId::none) ++references_[index(block.graph)];
    for (std::size_t place = block.begin; place < block.end; ++place) {
      if (place + ahead < lines_.size()) graph_->terms().prefetch(lines_[place + ahead].object);
      const TermId object = lines_[place].object;
      ++references_[index(object)];
      const TermKind kind = graph_->terms().kind(object);
      if (kind == TermKind::literal) needs_version_12_ |= graphwright::needs_version_12(graph_->view(object));
      if (kind == TermKind::triple) {
        needs_version_12_ = true;
        count_inside(object);
      }
      if (kind != TermKind::blank) continue;
      has_blank_objects_ = true;
      const std::uint32_t child = block_of_[index(object)];
      if (child < many && blocks_[child].graph == block.graph) parent_[child] = number;
    }
  }
}

void TurtleLayout::count_inside(TermId term) {
  const TripleIds inner = graph_->terms().triple(term);
  for (TermId one : {inner.subject, inner.predicate, inner.object}) {
    references_[index(one)] += 2;  // as good as called from two places: never nested
    if (graph_->terms().kind(one) == TermKind::triple) count_inside(one);
  }
}

/// A cell has one rdf:first, one rdf:rest and nothing else.
bool TurtleLayout::is_list_cell(std::uint32_t number) const {
  const Block& block = blocks_[number];
  if (block.end - block.begin != 2 || graph_->terms().kind(block.subject) != TermKind::blank) return false;
  const TermId first = graph_->terms().find_iri(iri::rdf::first);
  const TermId rest = graph_->terms().find_iri(iri::rdf::rest);
  return lines_[block.begin].predicate == first && lines_[block.begin + 1].predicate == rest;
}

/// Walks from each head, a cell that no rdf:rest leads to, along the cells to rdf:nil.
void TurtleLayout::find_lists() {
  const TermId nil = graph_->terms().find_iri(iri::rdf::nil);
  const TermId rest = graph_->terms().find_iri(iri::rdf::rest);
  if (nil == TermId::none || rest == TermId::none) return;
  std::vector<bool> is_tail(blocks_.size(), false);
  for (const Line& one : lines_)
    if (one.predicate == rest && block_of_[index(one.object)] < many) is_tail[block_of_[index(one.object)]] = true;
  for (std::uint32_t head = 0; head < blocks_.size(); ++head) {
    if (is_tail[head] || references_[index(blocks_[head].subject)] != 1 || parent_[head] == none) continue;
    std::vector<std::uint32_t> cells;
    std::uint32_t at = head;
    while (at < many && is_list_cell(at) && references_[index(blocks_[at].subject)] == 1 &&
           blocks_[at].graph == blocks_[head].graph && block_of_[index(blocks_[at].subject)] == at) {
      cells.push_back(at);
      const TermId next = lines_[blocks_[at].begin + 1].object;
      if (next == nil) {
        mark_list(cells);
        break;
      }
      at = block_of_[index(next)];
      if (at == head) break;
    }
  }
}

/// Cells belong to the block in which the head stands, so that a long list is not deep; members belong to their
/// cells, so that lists in lists are.
void TurtleLayout::mark_list(const std::vector<std::uint32_t>& cells) {
  const std::uint32_t owner = parent_[cells.front()];
  list_head_[cells.front()] = true;
  for (std::uint32_t cell : cells) {
    list_cell_[cell] = true;
    parent_[cell] = owner;
  }
}

/// The statement that a block's subject reifies, if it is exactly one that stands in the same graph.
StatementId TurtleLayout::reified_by(const Block& block, TermId reifies) const {
  StatementId reified = StatementId::none;
  std::size_t count = 0;
  for (const Line& one : lines(block)) {
    if (one.predicate != reifies) continue;
    ++count;
    if (graph_->terms().kind(one.object) != TermKind::triple) continue;
    const TripleIds triple = graph_->terms().triple(one.object);
    reified = graph_->find({triple.subject, triple.predicate, triple.object, block.graph});
  }
  return count == 1 && reified != StatementId::none && graph_->is_asserted(reified) ? reified : StatementId::none;
}

void TurtleLayout::find_annotations() {
  const TermId reifies = graph_->terms().find_iri(iri::rdf::reifies);
  if (reifies == TermId::none) return;
  std::vector<std::uint32_t> owner(graph_->statement_count(), none);
  for (std::uint32_t number = 0; number < blocks_.size(); ++number)
    for (const Line& line : lines(blocks_[number])) owner[index(line.id)] = number;
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    const Block& block = blocks_[number];
    const StatementId reified = reified_by(block, reifies);
    if (reified == StatementId::none || block_of_[index(block.subject)] != number) continue;
    const bool is_object_too = parent_[number] != none && references_[index(block.subject)] == 1;
    if (is_object_too || list_cell_[owner[index(reified)]]) continue;
    const bool is_unlabelled = graph_->terms().kind(block.subject) == TermKind::blank && !needs_label(block.subject);
    annotations_.push_back({reified, block.subject, number, is_unlabelled});
    annotates_[number] = true;
    parent_[number] = owner[index(reified)];
  }
  std::sort(annotations_.begin(), annotations_.end(), [](const Annotation& a, const Annotation& b) {
    return std::tie(a.statement, a.is_unlabelled, a.place) < std::tie(b.statement, b.is_unlabelled, b.place);
  });
}

std::vector<TermId> TurtleLayout::unwritten() const {
  std::vector<TermId> unwritten;
  for (const std::string_view iri :
       {iri::rdf::type, iri::rdf::first, iri::rdf::rest, iri::rdf::nil, iri::rdf::reifies}) {
    const TermId id = graph_->terms().find_iri(iri);
    if (id == TermId::none || block_of_[index(id)] != none || is_predicate_written(id)) continue;
    const auto is_object = [&](const Line& line) { return line.object == id; };
    const auto as_nil = iri == iri::rdf::nil ? std::count_if(lines_.begin(), lines_.end(), is_object) : 0;
    if (references_[index(id)] == static_cast<std::uint32_t>(as_nil)) unwritten.push_back(id);
  }
  return unwritten;
}

bool TurtleLayout::is_predicate_written(TermId predicate) const {
  if (predicate == type_) return false;
  const TermId reifies = graph_->terms().find_iri(iri::rdf::reifies);
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    if (nested_[number] && (list_cell_[number] || (annotates_[number] && predicate == reifies))) continue;
    const std::span<const Line> inside = lines(blocks_[number]);
    if (std::any_of(inside.begin(), inside.end(), [&](const Line& line) { return line.predicate == predicate; }))
      return true;
  }
  return false;
}

bool TurtleLayout::can_nest(std::uint32_t number) const {
  if (parent_[number] == none) return false;
  if (annotates_[number] || list_cell_[number]) return true;
  const TermId subject = blocks_[number].subject;
  return graph_->terms().kind(subject) == TermKind::blank && references_[index(subject)] == 1 &&
         block_of_[index(subject)] == number;
}

/// Walks up from each block to one whose depth is known; all blocks of a circle stand on their own, so that
/// their labels, which the order would else depend on, are read back as they are.
void TurtleLayout::nest() {
  constexpr std::uint32_t open = none - 1;
  std::vector<std::uint32_t> path;
  for (std::uint32_t start = 0; start < blocks_.size(); ++start) {
    path.clear();
    std::uint32_t at = start;
    while (depth_[at] == none && can_nest(at)) {
      depth_[at] = open;
      path.push_back(at);
      at = parent_[at];
    }
    if (depth_[at] == open)
      for (auto member = std::find(path.begin(), path.end(), at); member != path.end(); ++member) depth_[*member] = 0;
    if (depth_[at] == none) depth_[at] = 0;
    settle(path);
  }
}

/// What is written without a label stands behind what has one, so that reading it back, which gives it a new
/// label, leaves the order as it is.
void TurtleLayout::put_unlabelled_last() {
  if (!has_blank_objects_) return;
  for (const Block& block : blocks_) {
    for (std::uint32_t begin = block.begin, end = begin; begin < block.end; begin = end) {
      const auto is_alike = [&](const Line& line) {
        return line.predicate == lines_[begin].predicate && graph_->terms().kind(line.object) == TermKind::blank;
      };
      while (end < block.end && is_alike(lines_[end])) ++end;
      if (end == begin) ++end;
      if (end - begin < 2) continue;
      std::stable_partition(lines_.begin() + begin, lines_.begin() + end,
                            [&](const Line& line) { return !is_nested_object(line.object); });
    }
  }
}

/// Gives depths to a path of blocks, each nested in the next.
void TurtleLayout::settle(const std::vector<std::uint32_t>& path) {
  constexpr std::uint32_t open = none - 1;
  for (auto block = path.rbegin(); block != path.rend(); ++block) {
    if (depth_[*block] != open) continue;
    const std::uint32_t depth = depth_[parent_[*block]] + 1;
    nested_[*block] = depth <= max_depth;
    depth_[*block] = nested_[*block] ? depth : 0;
  }
}

const TurtleLayout::Block* TurtleLayout::nested_block(TermId subject) const {
  const std::uint32_t number = block_of_[index(subject)];
  return number < many && nested_[number] ? &blocks_[number] : nullptr;
}

bool TurtleLayout::is_nested_object(TermId object) const {
  if (graph_->terms().kind(object) != TermKind::blank || references_[index(object)] != 1) return false;
  const std::uint32_t number = block_of_[index(object)];
  return number == none || (number < many && nested_[number] && !annotates_[number]);
}

std::vector<TermId> TurtleLayout::list(TermId head) const {
  std::vector<TermId> members;
  std::uint32_t number = block_of_[index(head)];
  if (number >= many || !list_head_[number] || !nested_[number]) return members;
  while (number < many && list_cell_[number]) {  // something may be said of rdf:nil too
    const Block& cell = blocks_[number];
    members.push_back(lines_[cell.begin].object);
    number = block_of_[index(lines_[cell.begin + 1].object)];
  }
  return members;
}

std::vector<TermId> TurtleLayout::annotations(StatementId statement) const {
  std::vector<TermId> reifiers;
  auto at = std::partition_point(annotations_.begin(), annotations_.end(),
                                 [&](const Annotation& one) { return one.statement < statement; });
  for (; at != annotations_.end() && at->statement == statement; ++at)
    if (nested_[at->place]) reifiers.push_back(at->reifier);
  return reifiers;
}

}  // namespace graphwright
