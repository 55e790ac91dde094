#pragma once

#include <string>

#include "graphwright/term.hpp"

namespace graphwright {

/// Appends a term in the canonical form of RDF 1.2 N-Triples (4, canonical N-Triples); absent is `-`.
///
/// This is the plain version: messages and content hashes use it, and the fast writers are tested
/// against it.
void append_ntriples(const TermView& term, std::string& out);

}  // namespace graphwright
