#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads RDF/XML (RDF 1.1 XML Syntax; RDF 1.2 where `rdf:version` asks for it) in constant memory but
/// for what is open at a time and the rdf:ID names, which may stand only once.
void read_rdfxml(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
