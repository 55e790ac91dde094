#pragma once

#include <cstddef>

#include "graphwright/property_graph.hpp"

#include "attributes.hpp"

namespace graphwright {

/// What a table of nodes or edges does not tell, counted by value.
struct TableLosses {
  /// Values with a datatype, where columns have none.
  std::size_t datatypes = 0;
  /// Values in a language, which stands in the name of the column only.
  std::size_t languages = 0;
  /// Values that share a field with others.
  std::size_t listed = 0;
  /// Classes of nodes, and values, whose class or property does not follow from the name in the table.
  std::size_t names = 0;
};

/// @complexity linear in nodes, their classes and attributes
TableLosses losses_of_node_table(const PropertyGraph& graph);
/// The same of what edges bore in a graph file; where columns have types (neo4j-admin), datatypes are lost only if
/// their column has none.
TableLosses losses_of_edge_table(const PropertyGraph& graph, const EdgeAttributes& columns, bool is_typed);

}  // namespace graphwright
