#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// Says why a lexical form is none of its datatype (XSD 1.1 part 2, EDTF level 1), nothing where it
/// is one or the datatype is not among those that are known here.
///
/// @complexity linear
std::optional<std::string> find_lexical_error(std::string_view lexical_form, std::string_view datatype);

}  // namespace graphwright
