#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of GML (Himsolt, GML: A portable Graph File Format).
std::unique_ptr<Exporter> open_gml(Output& output, const ExportOptions& options);

}  // namespace graphwright
