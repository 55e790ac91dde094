#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes JSON-LD 1.1: compact, or in expanded form where the options say so.
std::unique_ptr<Exporter> open_jsonld(Output& out, const ExportOptions& options);

}  // namespace graphwright
