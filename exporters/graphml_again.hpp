#pragma once

#include "graphwright/property_graph.hpp"

#include "xml_text.hpp"

namespace graphwright {

/// Whether all that a property graph shows comes from one graph file, so that the file can be written again.
bool is_one_graph_file(const PropertyGraph& graph);

/// Writes the graph file that a graph was read from again as GraphML: the same nodes, edges, ids, keys and
/// values, with hyperedges, ports and nested graphs (docs/data_model.md, "Graph files").
///
/// Gives the number of places in graphs that elements lose, since they have further ones, or lie within themselves.
///
/// @complexity n log n in the statements; an index of 64 bytes a statement
std::size_t write_graphml_again(const PropertyGraph& graph, Output& output, XmlText& text);

}  // namespace graphwright
