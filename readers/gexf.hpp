#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads GEXF 1.1, 1.2 and 1.3: attributes, hierarchy, times, kinds of edges and how things are drawn.
///
/// It streams as the reader of GraphML does, into the same statements (docs/data_model.md, "Graph files").
void read_gexf(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
