#pragma once

#include <cstddef>

#include "graphwright/graph.hpp"
#include "graphwright/output.hpp"

#include "jsonld_options.hpp"

namespace graphwright {

/// Writes a dataset in expanded form by the algorithm Serialize RDF as JSON-LD (JSON-LD 1.1 API, 8.4 and 8.5),
/// nodes and values in canonical order.
///
/// Gives how many values the algorithm refuses: JSON literals that are no JSON, which become strings of their
/// datatype, and directions that are none.
std::size_t write_expanded(const Graph& graph, const JsonLdWriteOptions& options, Output& out);

}  // namespace graphwright
