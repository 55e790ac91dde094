#pragma once

#include "graphwright/graph.hpp"
#include "graphwright/output.hpp"
#include "graphwright/prefix_map.hpp"

namespace graphwright {

/// How a document is written.
struct TurtleOptions {
  PrefixMap prefixes;
  /// Write named graphs (TriG); without it all statements lie in one graph.
  bool has_graphs = false;
};

/// Writes the statements of a graph as Turtle or TriG, grouped and in canonical order; what is known of
/// them beyond that must have been turned into statements before. Gives their number.
///
/// @complexity n log n; the namespace of each IRI is found once
std::size_t write_turtle(const Graph& graph, const TurtleOptions& options, Output& out);

}  // namespace graphwright
