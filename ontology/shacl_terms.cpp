#include "shacl_terms.hpp"

#include "graphwright/ascii_case.hpp"

namespace graphwright::shacl {

bool matches_language(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  const std::string low_tag = ascii_lower(tag);
  const std::string low_range = ascii_lower(range);
  return low_tag == low_range || (low_tag.starts_with(low_range) && low_tag[low_range.size()] == '-');
}

bool is_of_kind(const TermView& term, std::string_view kind) {
  if (term.is_iri()) return kind.find("IRI") != std::string_view::npos;
  if (term.is_blank()) return kind.find("BlankNode") != std::string_view::npos;
  return term.is_literal() && kind.find("Literal") != std::string_view::npos;
}

}  // namespace graphwright::shacl
