#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes the evidence page: one HTML file with the drawing, its facts and their quotes, that needs no network.
std::unique_ptr<Exporter> open_html(Output& output, const ExportOptions& options);

}  // namespace graphwright
