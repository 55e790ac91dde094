#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of Cypher: a script that creates the graph in Neo4j, and changes nothing when it runs again.
std::unique_ptr<Exporter> open_cypher(Output& output, const ExportOptions& options);

}  // namespace graphwright
