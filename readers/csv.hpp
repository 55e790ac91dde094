#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads a table of nodes or edges, or any other by the mapping of the options, with commas between its
/// columns (RFC 4180).
void read_csv(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);
/// The same with tabs between the columns.
void read_tsv(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
