#pragma once

#include <cstdint>
#include <vector>

#include "graphwright/relation_graph.hpp"

namespace graphwright {

/// The sizes of the parts into which relations join the vertices, whichever way they point; the part of
/// the first vertex comes first.
///
/// @complexity linear in vertices and edges
std::vector<std::uint32_t> weak_component_sizes(const RelationGraph& graph);

}  // namespace graphwright
