#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens an exporter of GEXF 1.3, for Gephi.
std::unique_ptr<Exporter> open_gexf(Output& output, const ExportOptions& options);

}  // namespace graphwright
