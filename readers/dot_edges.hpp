#pragma once

#include <string_view>

#include "doctor_findings.hpp"

namespace graphwright {

/// Finds edges between single nodes that Gephi takes for one, since DOT has no kinds of edges. Of edges that begin or
/// end at a subgraph nothing is said, and of a strict graph, which has no parallel edges.
void examine_parallel_edges(std::string_view bytes, FileId file, DoctorFindings& findings);

}  // namespace graphwright
