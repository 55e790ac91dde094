#pragma once

#include "graphwright/diagnostics.hpp"

#include "shapes_graph.hpp"

namespace graphwright::shacl {

/// Whether a node of a shapes graph is well-formed as a shape, as far as its own parameters tell (SHACL,
/// appendix A); each fault is reported at its own statement under `shape-ill-formed`.
///
/// Whether a path and a regular expression can be read is left to whoever reads them.
bool is_well_formed(const ShapesGraph& graph, TermId shape, Diagnostics& diagnostics);

/// Reports what a shapes graph asks for beyond SHACL Core: each kind once.
void report_unsupported(const ShapesGraph& graph, Diagnostics& diagnostics);

}  // namespace graphwright::shacl
