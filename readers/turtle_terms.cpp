#include <fmt/format.h>

#include "graphwright/prefix_map.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "turtle_parser.hpp"

namespace graphwright {

/// Whether the token is an IRI or a labelled blank node.
bool TurtleParser::is_resource() const {
  return token_.kind == TokenKind::iri || token_.kind == TokenKind::prefixed_name || token_.kind == TokenKind::blank;
}

bool TurtleParser::read_resource(TermView& term) {
  if (token_.kind == TokenKind::prefixed_name) return read_prefixed_name(term);
  if (token_.kind == TokenKind::iri) return read_iri(term);
  term = TermView::blank(labels_.label_of_file(token_.text, arena_));
  return true;
}

bool TurtleParser::read_iri(TermView& term) {
  term = TermView::iri(token_.text);
  return is_absolute(token_.text) || read_relative_iri(term);
}

bool TurtleParser::read_relative_iri(TermView& term) {
  if (base_.empty() && !options_.lenient)
    return fail(fmt::format("<{}> is relative, but there is no base IRI; --base gives one", term.text));
  if (base_.empty()) mend(fmt::format("<{}> stays relative, since there is no base IRI", term.text));
  base_text_.clear();
  base_.resolve(term.text, base_text_);
  term.text = arena_.copy(base_text_);
  return true;
}

bool TurtleParser::read_prefixed_name(TermView& term) {
  if (const std::string* iri = prefixes_.find(token_.prefix)) [[likely]] {
    term = TermView::iri(arena_.concatenate(*iri, token_.text));
    return true;
  }
  const auto known = well_known_prefixes().find(token_.prefix);
  if (!options_.lenient || !known) return fail(fmt::format("the prefix '{}:' was not declared", token_.prefix));
  mend(fmt::format("the prefix '{}:' was not declared and is read as <{}>", token_.prefix, *known));
  term = TermView::iri(arena_.concatenate(*known, token_.text));
  return true;
}

/// Reads the literal that the token begins into `pending_`.
bool TurtleParser::read_literal() {
  switch (token_.kind) {
    case TokenKind::string:
    case TokenKind::long_string:
      return read_string_literal();
    case TokenKind::integer:
      pending_ = TermView::literal(token_.text, iri::xsd::integer);
      return true;
    case TokenKind::decimal:
      pending_ = TermView::literal(token_.text, iri::xsd::decimal);
      return true;
    case TokenKind::double_:
      pending_ = TermView::literal(token_.text, iri::xsd::double_);
      return true;
    case TokenKind::word:
      pending_ = TermView::literal(token_.text, iri::xsd::boolean);
      return token_.text == "true" || token_.text == "false" || unexpected(expected());
    default:
      return unexpected(expected());
  }
}

bool TurtleParser::read_string_literal() {
  pending_ = TermView::literal(token_.text);
  char suffix = '\0';
  for (;;) {
    Scanned scanned = lexer_.peek_suffix(suffix);
    if (scanned == Scanned::ok && suffix == '@') {
      scanned = lexer_.next_language(pending_.qualifier, pending_.direction);
      pending_.tagged = scanned == Scanned::ok;
    } else if (scanned == Scanned::ok && suffix == '^') {
      scanned = lexer_.next_datatype_mark();
      if (scanned == Scanned::ok) return read_datatype();
    }
    if (scanned == Scanned::ok) return true;
    pending_.qualifier = {};
    if (scanned == Scanned::bad ? !fail_scan() : !refill()) return false;
  }
}

bool TurtleParser::read_datatype() {
  if (!next()) return false;
  if (token_.kind != TokenKind::iri && token_.kind != TokenKind::prefixed_name)
    return unexpected("expected the IRI of a datatype");
  TermView datatype;
  if (!read_resource(datatype)) return false;
  if (datatype.text == iri::rdf::lang_string || datatype.text == iri::rdf::dir_lang_string) {
    if (!options_.lenient) return fail("a literal of this datatype needs a language tag in place of it");
    mend("a literal without a language tag cannot be of this datatype: read as a string");
    return true;
  }
  pending_.qualifier = datatype.text;
  return true;
}

/// The triple that a frame has just completed.
TermView TurtleParser::triple_of(const Frame& frame) {
  return TermView::triple_term(arena_.copy(TripleView{frame.subject, frame.predicate, frame.object}));
}

}  // namespace graphwright
