#pragma once

#include <string>
#include <string_view>

#include "graphwright/term.hpp"

namespace graphwright::shacl {

/// SPARQL's langMatches: basic filtering (RFC 4647, 3.3.1).
bool matches_language(std::string_view tag, std::string_view range);

/// Whether a term is of a node kind, such as BlankNodeOrIRI (SHACL, 4.1.3).
bool is_of_kind(const TermView& term, std::string_view kind);

}  // namespace graphwright::shacl
