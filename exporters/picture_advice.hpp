#pragma once

#include <string>
#include <string_view>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// Above this number of nodes a picture no longer helps.
inline constexpr std::size_t most_readable_nodes = 2000;

/// The command line that takes a part out of a graph that is too large for a picture: the neighbourhood of its best
/// connected node, of several the first.
std::string select_command(const PropertyGraph& graph, std::string_view suffix);

}  // namespace graphwright
