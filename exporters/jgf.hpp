#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of JSON Graph Format 2 (jsongraphformat.info).
std::unique_ptr<Exporter> open_jgf(Output& output, const ExportOptions& options);

}  // namespace graphwright
