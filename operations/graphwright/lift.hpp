#pragma once

#include <cstddef>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// What lifting turned into facts, and what it had to leave.
struct LiftCounts {
  std::size_t facts = 0;
  std::size_t evidence = 0;
  std::size_t derivations = 0;
  /// Descriptions in our vocabulary that stay data; each is warned about.
  std::size_t left = 0;
};

/// Turns statements about statements back into facts, evidence and derivations (docs/data_model.md, "Lifting").
///
/// It undoes `replay` in the modes rdf11 and rdf12: a node with `rdf:subject`, `rdf:predicate` and
/// `rdf:object`, or with one `rdf:reifies`, and at least one word of our vocabulary becomes a fact, and the
/// statements that `replay` would write again are taken out, the plain one of an asserted fact with them.
/// A node that is not named by its content is lifted only if nothing else is said of it and nothing
/// refers to it; all else stays data.
///
/// @complexity linear in the statements, n log n in those that describe
LiftCounts lift(Graph& graph, Diagnostics& diagnostics);

}  // namespace graphwright
