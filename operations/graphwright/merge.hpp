#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "graphwright/canonicalize.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// Adds a graph to another; a fact that both state gains the evidence of both.
///
/// A blank node is called by what is said of it (docs/data_model.md, "Names of blank nodes"), so that what both
/// graphs say of nodes without names is said once. Where telling them apart would take too long, they are kept
/// apart from those of other graphs by `scope`, and the refusal says so.
///
/// @complexity as `blank_node_names`, else linear
std::optional<Refusal> add_graph(const Graph& from, const std::string& scope, Graph& to,
                                 const CanonicalizeOptions& options = {});

/// What joining the names of one thing did.
struct JoinCounts {
  /// Names that gave way to that of another resource: because of owl:sameAs, because of equal keys.
  std::size_t same_as = 0;
  std::size_t keys = 0;
  /// Values of functional properties that exclude each other.
  std::size_t conflicts = 0;
};

/// Makes one resource of all that owl:sameAs, inverse-functional properties and owl:hasKey say are one.
///
/// `axioms` and the graph itself say which properties are keys, functional or symmetric. The name that stays is
/// an IRI before a blank node, one that more is said of than what it is the same as before one of which nothing
/// is, then the smallest; the other IRIs stay as its owl:sameAs. Facts that become equal gain the evidence of
/// both. Two values of a functional property that hold at one time both stay and are warned about
/// (`merge-conflict`).
///
/// @complexity n log n in the statements, for each round in which joined resources make further keys equal
JoinCounts join_resources(Graph& graph, const Graph& axioms, Diagnostics& diagnostics);

}  // namespace graphwright
