#pragma once

#include <cstdint>
#include <vector>

#include "node_links.hpp"

namespace graphwright {

/// Groups nodes that are linked more among themselves than with others; gives the group of each.
///
/// The method of Louvain (Blondel and others, 2008): nodes move to the group where the modularity grows most
/// until none moves, then groups become nodes. Links must lead both ways. Nodes are taken in ascending order
/// and of equal gains the smallest group wins, so the result is always the same.
///
/// @complexity nearly linear in the links for each level; few levels in practice
std::vector<std::uint32_t> communities(const NodeLinks& links);

}  // namespace graphwright
