#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "graphwright/term.hpp"

namespace graphwright {

struct OwnedTriple;

/// A term that keeps its own text while the elements around it are still open.
struct OwnedTerm {
  TermKind kind = TermKind::absent;
  std::string text;
  std::string qualifier;
  bool tagged = false;
  Direction direction = Direction::none;
  /// Whether it was reported as wrong, so that statements with it are left out.
  bool wrong = false;
  std::shared_ptr<const OwnedTriple> triple;

  static OwnedTerm iri(std::string text) {
    OwnedTerm term;
    term.kind = TermKind::iri;
    term.text = std::move(text);
    return term;
  }
  static OwnedTerm blank(std::string label) {
    OwnedTerm term;
    term.kind = TermKind::blank;
    term.text = std::move(label);
    return term;
  }
  static OwnedTerm typed(std::string lexical_form, std::string datatype) {
    OwnedTerm term;
    term.kind = TermKind::literal;
    term.text = std::move(lexical_form);
    term.qualifier = std::move(datatype);
    return term;
  }
  static OwnedTerm triple_term(OwnedTriple triple);

  bool is_absent() const { return kind == TermKind::absent; }
};

struct OwnedTriple {
  OwnedTerm subject;
  OwnedTerm predicate;
  OwnedTerm object;
};

/// Borrows an owned term; the views of inner triples live in `inner`.
TermView borrow(const OwnedTerm& term, std::deque<TripleView>& inner);

}  // namespace graphwright
