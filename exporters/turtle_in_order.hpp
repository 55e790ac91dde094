#pragma once

#include <cstddef>

#include "graphwright/output.hpp"
#include "graphwright/sink.hpp"

#include "term_bytes.hpp"
#include "term_writer.hpp"
#include "turtle_names.hpp"
#include "turtle_terms.hpp"

namespace graphwright {

/// Writes statements that come in the order of grouped Turtle, holding one object at most.
///
/// The bytes are those of `write_turtle`, but that blank nodes are called by their labels and reifiers stand on
/// their own: what could be nested where may lie anywhere in what is still to come.
class TurtleInOrder {
 public:
  TurtleInOrder(const TurtleNames& names, bool has_graphs, Output& out)
      : names_(names), has_graphs_(has_graphs), out_(out), literals_(out), terms_(out) {}

  /// Writes a statement that stands behind the one before in the order of grouped Turtle.
  void write(const StatementView& statement);
  /// Ends the last block; called once, last.
  void finish();

 private:
  bool is_same_block(const StatementView& statement) const;
  void begin_block(const StatementView& statement);
  void end_block();
  void begin_graph(const TermView& graph);
  void begin_predicate(const TermView& predicate);
  void add_object(const TermView& object);
  void write_held_object();
  void new_line(std::size_t indent);
  void write_object(const TermView& object);
  void write_name(const TermView& term);
  void write_iri(std::string_view iri);
  void write_triple(const TripleView& triple);

  const TurtleNames& names_;
  bool has_graphs_;
  Output& out_;
  TurtleLiteralWriter literals_;
  TermWriter terms_;
  KeptTerm graph_;
  KeptTerm subject_;
  KeptTerm predicate_;
  KeptTerm object_;  // the first of a predicate, which stands behind it if it is the only one
  bool has_block_ = false;
  bool is_type_ = false;
  bool holds_object_ = false;
  std::size_t margin_ = 0;
};

}  // namespace graphwright
