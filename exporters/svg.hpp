#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of SVG pictures (W3C SVG 1.1), laid out with the Graphviz library.
std::unique_ptr<Exporter> open_svg(Output& output, const ExportOptions& options);

}  // namespace graphwright
