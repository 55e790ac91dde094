#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphwright/canonical_order.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// How the statements of a graph are laid out in Turtle: what is written where a node is first needed,
/// what as a list, what as an annotation of another statement.
///
/// A blank node is nested where it is the object of exactly one statement, in the graph of its own
/// statements, and is called by no other name. A reifier is nested as an annotation where it reifies
/// exactly one statement that stands in the same graph. Nesting ends at `max_depth`; what lies deeper, or
/// in a circle, is written on its own.
class TurtleLayout {
 public:
  static constexpr std::uint32_t max_depth = 32;

  /// @complexity linear in the statements beyond sorting them
  explicit TurtleLayout(const Graph& graph);

  using Line = CanonicalLine;
  /// The statements of one subject in one graph, in the order in which they are written.
  using Block = SubjectLines;

  /// The blocks by graph and subject; those that are nested in others are among them.
  std::span<const Block> blocks() const { return blocks_; }
  std::span<const Line> lines(const Block& block) const {
    return std::span(lines_).subspan(block.begin, block.end - block.begin);
  }
  /// The statements of all blocks.
  std::span<const Line> lines() const { return lines_; }
  /// Whether a block is written inside another.
  bool is_nested(const Block& block) const { return nested_[&block - blocks_.data()]; }
  /// The block of a nested blank node or reifier; null where it has no statements or is not nested.
  const Block* nested_block(TermId subject) const;
  /// Whether a blank node is written as `[ ]` or as a list where it stands as object.
  bool is_nested_object(TermId object) const;
  /// The members of a list that begins with this node; empty where it is not written as one.
  std::vector<TermId> list(TermId head) const;
  /// The reifiers that annotate a statement, in canonical order.
  std::vector<TermId> annotations(StatementId statement) const;
  bool has_annotations() const { return !annotations_.empty(); }
  /// Whether a blank reifier needs its label: something else calls it, too.
  bool needs_label(TermId reifier) const { return references_[index(reifier)] > 0; }
  /// The terms of RDF itself that the syntax stands for wherever they occur: `a`, lists and annotations.
  std::vector<TermId> unwritten() const;
  /// Whether something needs RDF 1.2.
  bool needs_version_12() const { return needs_version_12_; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Annotation {
    StatementId statement;
    TermId reifier;
    std::uint32_t place;
    bool is_unlabelled;
  };

  void make_blocks();
  void leave_out_claims();
  void put_type_first(const Block& block);
  void count_references();
  void count_inside(TermId term);
  void find_lists();
  void mark_list(const std::vector<std::uint32_t>& cells);
  void find_annotations();
  void nest();
  void put_unlabelled_last();
  bool can_nest(std::uint32_t block) const;
  void settle(const std::vector<std::uint32_t>& path);
  StatementId reified_by(const Block& block, TermId reifies) const;
  bool is_list_cell(std::uint32_t block) const;
  bool is_predicate_written(TermId predicate) const;

  const Graph* graph_;
  std::vector<Line> lines_;
  TermId type_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> block_of_;    // by term: its only block, or none; `many` where there are several
  std::vector<std::uint32_t> references_;  // by term: how often it is called as object, graph or inside a term
  std::vector<std::uint32_t> parent_;      // by block: the block that it may be nested in
  std::vector<std::uint32_t> depth_;       // by block
  std::vector<bool> nested_;               // by block
  std::vector<bool> list_cell_;            // by block
  std::vector<bool> list_head_;            // by block
  std::vector<bool> annotates_;            // by block: its subject is an annotation of a statement
  std::vector<Annotation> annotations_;
  bool has_blank_objects_ = false;
  bool needs_version_12_ = false;
};

}  // namespace graphwright
