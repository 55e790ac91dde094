#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Whether two graphs are the same up to the names of blank nodes; `undecided` is said at the work limit.
enum class Sameness : std::uint8_t { same, different, undecided };

/// What comparing two graphs gives.
struct Isomorphism {
  Sameness sameness = Sameness::different;
  /// Where the graphs are the same: each blank node of the first that something is said of, with that of
  /// the second which takes its place, in the order of the first's labels.
  std::vector<std::pair<TermId, TermId>> blank_nodes;
};

/// Steps that comparing may take; a step looks at one quad of one blank node.
inline constexpr std::uint64_t default_matching_limit = 50'000'000;

/// Compares what two graphs say: plain statements, facts and evidence (RDF 1.2 Concepts, 3.7).
///
/// Triple terms that hold blank nodes are compared too. Base, prefixes, positions and derivations do not
/// count, and neither does whether an asserted fact is also stated bare.
///
/// @complexity linear in what has no blank nodes, n log n in the rest where colour refinement tells its
/// blank nodes apart up to symmetry; beyond that exponential, up to the limit
Isomorphism find_isomorphism(const Graph& a, const Graph& b, std::uint64_t limit = default_matching_limit);

/// Whether two graphs are the same up to the names of blank nodes; false where it is undecided.
bool is_isomorphic(const Graph& a, const Graph& b);

}  // namespace graphwright
