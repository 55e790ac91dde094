#include <algorithm>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "limits.hpp"
#include "turtle_parser.hpp"

namespace graphwright {
namespace {

constexpr TermView rdf_type = TermView::iri(iri::rdf::type);
constexpr TermView rdf_first = TermView::iri(iri::rdf::first);
constexpr TermView rdf_rest = TermView::iri(iri::rdf::rest);
constexpr TermView rdf_nil = TermView::iri(iri::rdf::nil);
constexpr TermView rdf_reifies = TermView::iri(iri::rdf::reifies);

}  // namespace

bool TurtleParser::step() {
  switch (top().step) {
    case Step::subject:
      return read_subject();
    case Step::verb:
    case Step::verb_or_end:
    case Step::first_verb:
    case Step::next_verb:
      return read_verb();
    case Step::object:
      return read_object();
    case Step::item:
      return read_item();
    case Step::after_object:
      return read_after_object();
    case Step::reifier:
      return read_reifier();
  }
  return false;
}

bool TurtleParser::read_subject() {
  where_ = place(token_.begin);
  Frame& frame = top();
  switch (token_.kind) {
    case TokenKind::iri:
    case TokenKind::prefixed_name:
    case TokenKind::blank:
      frame.can_name_graph = true;
      frame.step = Step::verb;
      return read_resource(frame.subject);
    case TokenKind::open_bracket:
      return open_bracket();
    case TokenKind::open_paren:
      if (frame.construct != Construct::statement) return fail("a collection cannot stand here");
      return open_collection();
    case TokenKind::open_reified:
      if (frame.construct == Construct::triple_term) return fail("a reified triple cannot stand in a triple term");
      return open_reified();
    case TokenKind::open_triple_term:
      return fail("a triple term cannot be the subject");
    case TokenKind::string:
    case TokenKind::long_string:
    case TokenKind::integer:
    case TokenKind::decimal:
    case TokenKind::double_:
      return fail("a literal cannot be the subject");
    default:
      return unexpected(expected());
  }
}

bool TurtleParser::read_verb() {
  Frame& frame = top();
  if (frame.must_be_empty && token_.kind != TokenKind::close_bracket) return fail("only an empty [] can stand here");
  switch (token_.kind) {
    case TokenKind::prefixed_name:
    case TokenKind::iri:
      frame.step = Step::object;
      return read_resource(frame.predicate);
    case TokenKind::word:
      if (token_.text != "a") break;
      frame.step = Step::object;
      frame.predicate = rdf_type;
      return true;
    case TokenKind::blank:
      return fail("a blank node cannot be the predicate");
    case TokenKind::semicolon:
      if (frame.step == Step::next_verb) return true;
      break;
    case TokenKind::open_brace:
      if (trig_ && frame.can_name_graph && !in_graph_ && frame.step == Step::verb &&
          frame.construct == Construct::statement) {
        begin_graph(frame.subject);
        pop();
        return true;
      }
      break;
    default:
      break;
  }
  if (frame.step == Step::verb) return unexpected(expected());
  return frame.step == Step::first_verb && token_.kind == TokenKind::close_bracket ? close_bracket() : close();
}

bool TurtleParser::read_object() {
  where_ = place(token_.begin);
  const Construct construct = top().construct;
  switch (token_.kind) {
    case TokenKind::iri:
    case TokenKind::prefixed_name:
    case TokenKind::blank: {
      TermView term;
      if (!read_resource(term)) return false;
      accept(term);
      return true;
    }
    case TokenKind::open_bracket:
      return open_bracket();
    case TokenKind::open_paren:
      if (construct == Construct::reified || construct == Construct::triple_term)
        return fail("a collection cannot stand here");
      return open_collection();
    case TokenKind::open_reified:
      if (construct == Construct::triple_term) return fail("a reified triple cannot stand in a triple term");
      return open_reified();
    case TokenKind::open_triple_term:
      return open_triple_term();
    default:
      if (!read_literal()) return false;
      accept(pending_);
      pending_ = {};
      return true;
  }
}

bool TurtleParser::read_item() { return token_.kind == TokenKind::close_paren ? close_collection() : read_object(); }

bool TurtleParser::read_after_object() {
  Frame& frame = top();
  const bool is_triple = frame.construct == Construct::reified || frame.construct == Construct::triple_term;
  switch (token_.kind) {
    case TokenKind::comma:
      if (is_triple) break;
      frame.step = Step::object;
      return true;
    case TokenKind::semicolon:
      if (is_triple) break;
      frame.step = Step::next_verb;
      return true;
    case TokenKind::tilde:
      // One reifier at most in `<< >>`, none in `<<( )>>`.
      if (frame.construct == Construct::triple_term || (is_triple && !frame.reifier.is_absent())) break;
      frame.step = Step::reifier;
      return true;
    case TokenKind::open_annotation:
      if (is_triple) break;
      return open_annotation();
    default:
      break;
  }
  return close();
}

/// What follows `~`; where nothing that can be a reifier does, it is a new blank node.
bool TurtleParser::read_reifier() {
  where_ = place(token_.begin);
  if (is_resource()) {
    TermView term;
    if (!read_resource(term)) return false;
    set_reifier(top(), term);
    return true;
  }
  if (token_.kind == TokenKind::open_bracket) return open_bracket();
  set_reifier(top(), new_blank());
  return read_after_object();
}

void TurtleParser::set_reifier(Frame& frame, const TermView& term) {
  frame.reifier = term;
  frame.step = Step::after_object;
  if (frame.construct != Construct::reified) emit(term, rdf_reifies, triple_of(frame));
}

/// Gives a finished term to the frame on top.
void TurtleParser::accept(const TermView& term) {
  Frame& frame = top();
  switch (frame.step) {
    case Step::subject:
      frame.subject = term;
      frame.step = frame.construct == Construct::statement ? Step::verb_or_end : Step::verb;
      break;
    case Step::item:
      accept_item(frame, term);
      break;
    case Step::reifier:
      set_reifier(frame, term);
      break;
    default:
      frame.object = term;
      frame.reifier = {};
      frame.step = Step::after_object;
      if (frame.construct != Construct::reified && frame.construct != Construct::triple_term)
        emit(frame.subject, frame.predicate, term);
  }
}

/// The cells of a collection come to be with their items; the first, kept as the object, is the collection.
void TurtleParser::accept_item(Frame& frame, const TermView& term) {
  const TermView cell = new_blank();
  if (frame.predicate.is_absent()) {
    frame.predicate = rdf_first;
    frame.object = cell;
  } else {
    emit(frame.subject, rdf_rest, cell);
  }
  frame.subject = cell;
  emit(frame.subject, rdf_first, term);
}

bool TurtleParser::push(Construct construct, Step first) {
  if (stack_.size() >= options_.max_depth)
    return fail_at(place(token_.begin), "limit", fmt::format("nested deeper than {}", options_.max_depth));
  Frame frame;
  frame.construct = construct;
  frame.step = first;
  frame.location = stack_.empty() ? Location{} : place(token_.begin);
  frame.mark = settled_.mark();
  if (!stack_.empty()) {
    Frame& below = top();
    for (TermView* term : {&below.subject, &below.predicate, &below.object, &below.reifier})
      *term = settled_.copy(*term);
  }
  stack_.push_back(frame);
  return true;
}

void TurtleParser::pop() {
  const TextArena::Mark mark = top().mark;
  stack_.pop_back();
  if (!stack_.empty()) {
    Frame& frame = top();
    for (TermView* term : {&frame.subject, &frame.predicate, &frame.object, &frame.reifier}) *term = arena_.copy(*term);
  }
  settled_.release(mark);
}

/// `[`: the node is known at once, so that the statement in which it stands comes before those about it.
bool TurtleParser::open_bracket() {
  const bool must_be_empty =
      top().construct == Construct::reified || top().construct == Construct::triple_term || top().step == Step::reifier;
  const TermView node = new_blank();
  accept(node);
  if (!push(Construct::properties, Step::first_verb)) return false;
  top().subject = node;
  top().must_be_empty = must_be_empty;
  return true;
}

/// `]` right behind `[`: no list of properties but a blank node, which as a subject needs a predicate.
bool TurtleParser::close_bracket() {
  pop();
  if (top().step == Step::verb_or_end) {
    top().step = Step::verb;
    top().can_name_graph = true;
  }
  return true;
}

bool TurtleParser::open_collection() { return push(Construct::collection, Step::item); }

bool TurtleParser::open_annotation() {
  where_ = place(token_.begin);
  if (top().reifier.is_absent()) set_reifier(top(), new_blank());
  const TermView reifier = top().reifier;
  top().reifier = {};
  if (!push(Construct::annotation, Step::verb)) return false;
  top().subject = reifier;
  return true;
}

bool TurtleParser::open_reified() { return push(Construct::reified, Step::subject); }

bool TurtleParser::open_triple_term() {
  if (triple_depth_ >= max_triple_term_depth)
    return fail_at(place(token_.begin), "limit", fmt::format("triple terms are nested deeper than {}", triple_depth_));
  ++triple_depth_;
  return push(Construct::triple_term, Step::subject);
}

/// Closes the frame on top if the token is what closes it.
bool TurtleParser::close() {
  switch (top().construct) {
    case Construct::statement:
      if (token_.kind == TokenKind::dot) {
        pop();
        return true;
      }
      if (token_.kind == TokenKind::close_brace && in_graph_) {
        pop();
        return end_graph();
      }
      break;
    case Construct::properties:
      if (token_.kind != TokenKind::close_bracket) break;
      pop();
      return true;
    case Construct::annotation:
      if (token_.kind != TokenKind::close_annotation) break;
      pop();
      return true;
    case Construct::reified:
      if (token_.kind == TokenKind::close_reified) return close_reified();
      break;
    case Construct::triple_term:
      if (token_.kind == TokenKind::close_triple_term) return close_triple_term();
      break;
    case Construct::collection:
      break;
  }
  return unexpected(expected());
}

/// The triples of the cells come before the one in which the collection stands: only here is it known
/// whether it is empty.
bool TurtleParser::close_collection() {
  const Frame frame = top();
  const bool is_empty = frame.predicate.is_absent();
  if (!is_empty) {
    where_ = place(token_.begin);
    emit(frame.subject, rdf_rest, rdf_nil);
  }
  where_ = frame.location;
  pop();
  accept(is_empty ? rdf_nil : frame.object);
  if (top().step == Step::verb_or_end) top().step = Step::verb;
  return true;
}

bool TurtleParser::close_reified() {
  const Frame frame = top();
  const TermView reifier = frame.reifier.is_absent() ? new_blank() : frame.reifier;
  where_ = frame.location;
  emit(reifier, rdf_reifies, triple_of(frame));
  pop();
  accept(reifier);
  return true;
}

bool TurtleParser::close_triple_term() {
  const TermView term = triple_of(top());
  where_ = top().location;
  --triple_depth_;
  pop();
  accept(term);
  return true;
}

/// What the step on top waits for, for messages.
std::string TurtleParser::expected() const {
  constexpr std::string_view closers[] = {"'.'", "']'", "')'", "'|}'", "'>>'", "')>>'"};
  const Frame& frame = stack_.back();
  const std::string_view closer = closers[static_cast<std::size_t>(frame.construct)];
  const bool is_triple = frame.construct == Construct::reified || frame.construct == Construct::triple_term;
  switch (frame.step) {
    case Step::subject:
      return frame.construct == Construct::statement ? "expected a statement" : "expected a subject";
    case Step::verb:
      return "expected a predicate";
    case Step::verb_or_end:
    case Step::first_verb:
    case Step::next_verb:
      return fmt::format("expected a predicate or {}", closer);
    case Step::object:
      return "expected an object";
    case Step::item:
      return "expected an item or ')'";
    case Step::reifier:
    case Step::after_object:
      return is_triple ? fmt::format("expected {}", closer) : fmt::format("expected ',', ';' or {}", closer);
  }
  return {};
}

}  // namespace graphwright
