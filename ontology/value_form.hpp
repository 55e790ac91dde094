#pragma once

#include <cstdint>
#include <string_view>

namespace graphwright {

/// Whether a text is a value of its datatype.
enum class ValueForm : std::uint8_t { valid, malformed, impossible_date, interval_reversed };

/// Checks the lexical form of a value (XSD 1.1 part 2; EDTF level 1); datatypes that are not known hold
/// every text.
ValueForm value_form(std::string_view lexical_form, std::string_view datatype);

/// Whether a datatype is one of the numbers of XSD.
bool is_numeric(std::string_view datatype);

}  // namespace graphwright
