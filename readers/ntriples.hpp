#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads N-Triples (RDF 1.2 N-Triples, 5.3) in constant memory.
void read_ntriples(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

/// Reads N-Quads (RDF 1.2 N-Quads, 4) in constant memory.
void read_nquads(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
