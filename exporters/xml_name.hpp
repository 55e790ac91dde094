#pragma once

#include <cstddef>
#include <string_view>

namespace graphwright {

/// Whether the text is an NCName (Namespaces in XML 1.0, 3).
bool is_ncname(std::string_view text);

/// Where the longest NCName at the end of an IRI begins that cuts no percent-encoded byte in two; the length of the IRI
/// where it ends in none.
std::size_t find_local_name(std::string_view iri);

/// Whether XML 1.0 can hold each character of the text (XML 1.0, 2.2).
bool is_xml_text(std::string_view text);

}  // namespace graphwright
