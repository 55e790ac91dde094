#pragma once

#include "graphwright/graph.hpp"
#include "graphwright/output.hpp"

#include "jsonld_options.hpp"

namespace graphwright {

/// Writes a dataset for people: a context of prefixes, nodes in canonical order, lists and blank nodes that are used
/// once in place, numbers and booleans native where they read back as the same literals.
void write_compact(const Graph& graph, const PrefixMap& prefixes, const JsonLdWriteOptions& options, Output& out);

}  // namespace graphwright
