#pragma once

#include <compare>
#include <string_view>

#include "graphwright/term.hpp"

namespace graphwright {

/// Whether a lexical form lies in the lexical space of an XSD datatype (XML Schema 1.1 Part 2);
/// datatypes that are not known take every form.
bool is_valid_lexical_form(std::string_view datatype, std::string_view lexical_form);

/// Whether a text is a number that is neither endless nor NaN, as xsd:double is written.
bool is_finite_number(std::string_view text);

/// Whether a text is a day or a moment that exists, as xsd:date or xsd:dateTime is written.
bool is_day_or_moment(std::string_view text);

/// Compares two literals by value as SPARQL 1.1 does for `<` (17.3): numbers, strings, booleans,
/// dates and times; all else, and what is ill-typed, is unordered.
std::partial_ordering compare_values(const TermView& a, const TermView& b);

}  // namespace graphwright
