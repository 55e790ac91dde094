#include "rdfxml_terms.hpp"

namespace graphwright {

OwnedTerm OwnedTerm::triple_term(OwnedTriple triple) {
  OwnedTerm term;
  term.kind = TermKind::triple;
  term.wrong = triple.subject.wrong || triple.predicate.wrong || triple.object.wrong;
  term.triple = std::make_shared<const OwnedTriple>(std::move(triple));
  return term;
}

TermView borrow(const OwnedTerm& term, std::deque<TripleView>& inner) {
  TermView view{.text = term.text, .qualifier = term.qualifier, .kind = term.kind};
  view.tagged = term.tagged;
  view.direction = term.direction;
  if (term.triple) {
    const TripleView triple{borrow(term.triple->subject, inner), borrow(term.triple->predicate, inner),
                            borrow(term.triple->object, inner)};
    inner.push_back(triple);
    view.triple = &inner.back();
  }
  return view;
}

}  // namespace graphwright
