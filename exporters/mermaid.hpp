#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of Mermaid flowcharts (mermaid.js.org).
std::unique_ptr<Exporter> open_mermaid(Output& output, const ExportOptions& options);

}  // namespace graphwright
