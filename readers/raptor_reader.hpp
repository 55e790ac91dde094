#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Read the syntaxes that Raptor2 reads and we do not: RDFa in (X)HTML, RDF/JSON, RSS and Atom.
///
/// Raptor works in a child process, with limits on memory and time and without network access, and hands
/// its statements back as N-Quads; if it crashes or runs away, that is an error of the input. Its
/// statements have no positions. Inputs above 64 MiB, and language tags above 255 bytes, are refused
/// before it sees them.
void read_rdfa(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);
void read_rdfjson(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);
void read_rss(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
