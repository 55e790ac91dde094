#pragma once

#include <vector>

#include "graphwright/graph_index.hpp"
#include "graphwright/shacl.hpp"

namespace graphwright::shacl {

/// The nodes that a property path leads to from a node, each once (SHACL, 2.3.1; SPARQL 1.1, 9.1).
std::vector<TermId> reach(const GraphIndex& data, const Path& path, TermId from);

}  // namespace graphwright::shacl
