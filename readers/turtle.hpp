#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads Turtle (RDF 1.2 Turtle, 6.5) as a stream; memory is that of the longest token and the depth.
void read_turtle(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

/// Reads TriG (RDF 1.2 TriG, 4) as a stream.
void read_trig(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
