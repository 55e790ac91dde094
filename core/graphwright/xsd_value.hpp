#pragma once

#include <compare>
#include <string_view>

#include "graphwright/term.hpp"

namespace graphwright {

/// Whether a lexical form lies in the lexical space of an XSD datatype (XML Schema 1.1 Part 2);
/// datatypes that are not known take every form.
bool is_valid_lexical_form(std::string_view datatype, std::string_view lexical_form);

/// Compares two literals by value as SPARQL 1.1 does for `<` (17.3): numbers, strings, booleans,
/// dates and times; all else, and what is ill-typed, is unordered.
std::partial_ordering compare_values(const TermView& a, const TermView& b);

}  // namespace graphwright
