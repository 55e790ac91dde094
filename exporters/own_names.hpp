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

/// Says that the kinds or labels that edges have in their XML attributes tell parallel edges apart, that what relation
/// an edge is stands in its attribute `type`, and that the keys `e_time`, `e_earliest` and `e_latest` are its time.
inline constexpr std::string_view numbered_kinds = "  <?graphwright kinds?>\n";

}  // namespace graphwright
