#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads GraphML 1.1 with what real files add to it: attribute types, ports, nested graphs, hyperedges, the
/// drawings of yEd, the labels of TinkerPop, Neo4j and Gephi.
///
/// It streams; beside what goes to the sink it holds the ids of nodes and edges. What it takes for nodes,
/// keys and edges is in docs/data_model.md.
void read_graphml(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
