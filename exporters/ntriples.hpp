#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes canonical N-Triples (RDF 1.2 N-Triples, 4) as statements arrive; graph names are lost.
std::unique_ptr<Exporter> open_ntriples(Output& out, const ExportOptions& options);

/// Writes canonical N-Quads (RDF 1.2 N-Quads, 4) as statements arrive.
std::unique_ptr<Exporter> open_nquads(Output& out, const ExportOptions& options);

}  // namespace graphwright
