#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of DOT, the language of Graphviz (graphviz.org/doc/info/lang.html).
std::unique_ptr<Exporter> open_dot(Output& output, const ExportOptions& options);

}  // namespace graphwright
