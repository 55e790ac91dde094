#include "turtle_in_order.hpp"

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

void TurtleInOrder::write(const StatementView& statement) {
  const bool goes_on = has_block_ && is_same_block(statement);
  if (goes_on && statement.predicate == predicate_.view()) return add_object(statement.object);
  write_held_object();
  if (goes_on) {
    out_.write(" ;");
    new_line(margin_ + 4);
  } else {
    end_block();
    begin_block(statement);
  }
  begin_predicate(statement.predicate);
  object_.keep(statement.object);
  holds_object_ = true;
}

void TurtleInOrder::finish() {
  write_held_object();
  end_block();
  begin_graph({});
}

bool TurtleInOrder::is_same_block(const StatementView& statement) const {
  return statement.subject == subject_.view() && (!has_graphs_ || statement.graph == graph_.view());
}

void TurtleInOrder::begin_block(const StatementView& statement) {
  begin_graph(statement.graph);
  new_line(margin_);
  write_name(statement.subject);
  out_.put(' ');
  subject_.keep(statement.subject);
  has_block_ = true;
}

void TurtleInOrder::end_block() {
  if (has_block_) out_.write(" .\n");
  has_block_ = false;
}

void TurtleInOrder::begin_graph(const TermView& graph) {
  if (!has_graphs_ || graph == graph_.view()) return;
  if (!graph_.view().is_absent()) out_.write("}\n");
  margin_ = 0;
  graph_.keep(graph);
  if (graph.is_absent()) return;
  out_.put('\n');
  write_name(graph);
  out_.write(" {");
  margin_ = 4;
}

void TurtleInOrder::begin_predicate(const TermView& predicate) {
  predicate_.keep(predicate);
  is_type_ = predicate.text == iri::rdf::type;
  if (is_type_)
    out_.put('a');
  else
    write_name(predicate);
}

/// Several objects stand one a line, but for classes.
void TurtleInOrder::add_object(const TermView& object) {
  if (is_type_) {
    write_held_object();
    out_.write(", ");
    return write_object(object);
  }
  if (holds_object_) {
    new_line(margin_ + 8);
    write_object(object_.view());
    holds_object_ = false;
  }
  out_.write(" ,");
  new_line(margin_ + 8);
  write_object(object);
}

/// Writes the only object of a predicate.
void TurtleInOrder::write_held_object() {
  if (!holds_object_) return;
  out_.put(' ');
  write_object(object_.view());
  holds_object_ = false;
}

void TurtleInOrder::new_line(std::size_t indent) {
  constexpr std::string_view spaces = "            ";
  out_.put('\n');
  out_.write(spaces.substr(0, indent));
}

void TurtleInOrder::write_object(const TermView& object) {
  if (object.is_iri() && object.text == iri::rdf::nil)
    out_.write("()");
  else
    write_name(object);
}

void TurtleInOrder::write_name(const TermView& term) {
  switch (term.kind) {
    case TermKind::absent:
      return;
    case TermKind::iri:
      return write_iri(term.text);
    case TermKind::blank:
      out_.write("_:");
      return out_.write(term.text);
    case TermKind::literal:
      if (literals_.write(term)) write_iri(term.qualifier);
      return;
    case TermKind::triple:
      return write_triple(*term.triple);
  }
}

void TurtleInOrder::write_iri(std::string_view iri) {
  const PrefixedNames::Namespace* const name = names_.find(iri);
  if (name == nullptr) return terms_.write_iri(iri);
  out_.write(name->prefix);
  out_.write(iri.substr(name->iri.size()));
}

void TurtleInOrder::write_triple(const TripleView& triple) {
  out_.write("<<( ");
  write_name(triple.subject);
  out_.put(' ');
  write_name(triple.predicate);
  out_.put(' ');
  write_name(triple.object);
  out_.write(" )>>");
}

}  // namespace graphwright
