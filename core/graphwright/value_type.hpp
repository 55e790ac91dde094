#pragma once

#include <cstdint>
#include <string>

#include "graphwright/term.hpp"

namespace graphwright {

/// The types of value that graph formats tell apart, beside text: boolean, integers of 32 and 64 bits, real.
enum class ValueType : std::uint8_t { none, boolean, int32, int64, real, text };

/// The type that a term fits by its datatype and its lexical form; resources and all other literals are text.
///
/// The XSD integer types are integers, xsd:decimal, xsd:double and xsd:float are real. A lexical form
/// that its datatype does not have, and an integer beyond 64 bits, is text.
ValueType value_type(const TermView& term);

/// The narrowest type that holds values of both types; `none` is no value yet.
ValueType wider(ValueType a, ValueType b);

/// Appends the text of a value as a type of `value_type` is read everywhere: `true`, `-7`, `1.5`,
/// `Infinity`, `NaN`; as text it is the lexical form, or the IRI of a resource.
void append_value(const TermView& term, ValueType type, std::string& out);

}  // namespace graphwright
