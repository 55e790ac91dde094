#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes RDF/XML (RDF 1.1 XML Syntax; what needs RDF 1.2 by its draft, with rdf:version="1.2").
std::unique_ptr<Exporter> open_rdfxml(Output& out, const ExportOptions& options);

}  // namespace graphwright
