#pragma once

#include <string_view>

namespace graphwright::rdfxml {

inline constexpr std::string_view rdf_ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view its_ns = "http://www.w3.org/2005/11/its";

/// Names that may not name a node element, a property element or a property attribute
/// (RDF 1.1 XML Syntax, 5.1 and 7.2.5 to 7.2.8); `local` is a name in the RDF namespace.
bool is_forbidden_node(std::string_view local);
bool is_forbidden_property(std::string_view local);
bool is_forbidden_attribute(std::string_view local);

/// Whether an attribute without a namespace stands for one of RDF's (RDF 1.1 XML Syntax, 6.1.4).
bool is_rdf_attribute_without_prefix(std::string_view local);

/// Whether the text is an NCName (Namespaces in XML 1.0, 3), as rdf:ID and rdf:nodeID must be.
bool is_ncname(std::string_view text);

/// Whether the text is a language tag as RDF's own syntaxes write it.
bool is_language_tag(std::string_view text);

}  // namespace graphwright::rdfxml
