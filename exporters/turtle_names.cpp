#include "turtle_names.hpp"

#include <algorithm>

#include "graphwright/vocabulary_iris.hpp"

#include "term_writer.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

bool has_written_datatype(const TermView& literal) {
  return !literal.tagged && !literal.qualifier.empty() && literal.qualifier != iri::xsd::string &&
         !is_bare_literal(literal);
}

}  // namespace

std::uint32_t TurtleNames::use(const TermView& term) {
  std::uint32_t number = PrefixedNames::none;
  if (term.is_iri()) number = names_.find(term.text);
  if (term.is_literal() && has_written_datatype(term)) number = names_.find(term.qualifier);
  if (number != PrefixedNames::none) is_used_[number] = true;
  return number;
}

const PrefixedNames::Namespace* TurtleNames::find(std::string_view iri) const {
  const std::uint32_t number = names_.find(iri);
  return number == PrefixedNames::none ? nullptr : &names_[number];
}

void TurtleNames::write_prefixes(Output& out) const {
  std::vector<const PrefixedNames::Namespace*> used;
  for (std::uint32_t number = 0; number < is_used_.size(); ++number)
    if (is_used_[number]) used.push_back(&names_[number]);
  const auto name = [](const PrefixedNames::Namespace* one) {
    return std::string_view(one->prefix).substr(0, one->prefix.size() - 1);
  };
  std::sort(used.begin(), used.end(), [&](const auto* a, const auto* b) { return name(a) < name(b); });
  TermWriter terms(out);
  for (const PrefixedNames::Namespace* one : used) {
    out.write("@prefix ");
    out.write(one->prefix);
    out.put(' ');
    terms.write_iri(one->iri);
    out.write(" .\n");
  }
}

}  // namespace graphwright
