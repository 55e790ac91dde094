#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Which blank nodes of one graph seem to be which of another.
struct BlankNodeAlignment {
  /// Blank nodes of the first graph with those of the second, each at most once.
  std::vector<std::pair<TermId, TermId>> pairs;
  /// Whether the search was over before its limit.
  bool is_complete = true;
};

/// Matches as many blank nodes of two graphs as it can, those that are most alike first.
///
/// First go those whose surroundings are equal 16 steps far, then 4, 2 and 1; whoever is matched counts like
/// an IRI from then on, so that its neighbours follow. What is left is matched by the quads that two nodes
/// share, where these are at least a quarter of theirs. A matching is no proof that both graphs are the same,
/// and not always the best one; that would be as hard as comparing any two graphs.
///
/// @complexity linear in what mentions blank nodes for each depth, n log n in its matches
BlankNodeAlignment align_blank_nodes(const Graph& a, const Graph& b, std::uint64_t limit);

}  // namespace graphwright
