#include "graphwright/term.hpp"

#include <algorithm>

#include "graphwright/ascii_case.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

int compare_ignoring_case(std::string_view a, std::string_view b) {
  const auto order = std::lexicographical_compare_three_way(
      a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) <=> ascii_lower(y); });
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int sign(int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

int compare_literals(const TermView& a, const TermView& b) {
  if (const int order = sign(a.text.compare(b.text))) return order;
  if (a.tagged != b.tagged) return a.tagged ? 1 : -1;
  if (!a.tagged) return sign(a.datatype().compare(b.datatype()));
  if (const int order = compare_ignoring_case(a.qualifier, b.qualifier)) return order;
  return static_cast<int>(a.direction) - static_cast<int>(b.direction);
}

int compare_triples(const TripleView& a, const TripleView& b) {
  if (const int order = compare(a.subject, b.subject)) return order;
  if (const int order = compare(a.predicate, b.predicate)) return order;
  return compare(a.object, b.object);
}

}  // namespace

std::string_view TermView::datatype() const {
  if (!is_literal()) return {};
  if (tagged) return direction == Direction::none ? iri::rdf::lang_string : iri::rdf::dir_lang_string;
  return qualifier.empty() ? iri::xsd::string : qualifier;
}

int compare(const TermView& a, const TermView& b) {
  if (a.kind != b.kind) return static_cast<int>(a.kind) - static_cast<int>(b.kind);
  switch (a.kind) {
    case TermKind::absent:
      return 0;
    case TermKind::iri:
    case TermKind::blank:
      return sign(a.text.compare(b.text));
    case TermKind::literal:
      return compare_literals(a, b);
    case TermKind::triple:
      return compare_triples(*a.triple, *b.triple);
  }
  return 0;
}

bool operator==(const TermView& a, const TermView& b) { return compare(a, b) == 0; }

}  // namespace graphwright
