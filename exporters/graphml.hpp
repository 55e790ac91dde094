#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of GraphML (http://graphml.graphdrawing.org/primer/graphml-primer.html).
std::unique_ptr<Exporter> open_graphml(Output& output, const ExportOptions& options);

}  // namespace graphwright
