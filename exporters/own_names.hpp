#pragma once

#include <cstddef>

#include "graphwright/output.hpp"
#include "graphwright/property_graph.hpp"

namespace graphwright {

/// Writes processing instructions that say what the short names in a graph file stand for, so that the file read back
/// gives the graph that it was written from; other programs pass them over (docs/data_model.md).
///
///     <?graphwright base https://example.org/?>
///     <?graphwright prefix https://example.org/x# x?>
///     <?graphwright key https://example.org/population n_:population http://www.w3.org/2001/XMLSchema#integer?>
///     <?graphwright class https://example.org/x#River River?>
///
/// Gives the number of classes whose name means several, so that it is not said.
std::size_t write_own_names(const PropertyGraph& graph, Output& output);

/// Says that the keys `e_time`, `e_earliest` and `e_latest` are the times of edges.
inline constexpr std::string_view own_times = "  <?graphwright times?>\n";

/// Says so too, that what relation an edge is stands in its keys `e_type` and `e_iri` and nowhere else, and that kinds
/// or labels that edges have as XML attributes tell parallel edges apart.
inline constexpr std::string_view own_relations = "  <?graphwright kinds?>\n";

}  // namespace graphwright
