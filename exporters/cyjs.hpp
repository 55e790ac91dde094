#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of Cytoscape.js JSON (js.cytoscape.org, Notation - Elements JSON).
std::unique_ptr<Exporter> open_cyjs(Output& output, const ExportOptions& options);

}  // namespace graphwright
