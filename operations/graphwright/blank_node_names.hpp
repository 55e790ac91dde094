#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graphwright/canonicalize.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// Names for the blank nodes of a graph, or why there are none.
struct BlankNodeNames {
  /// Each blank node that something is said of, with 32 hexadecimal digits, in the order of the names.
  std::vector<std::pair<TermId, std::string>> names;
  std::optional<Refusal> refusal;
};

/// Names blank nodes by what is said of them, whatever their labels (docs/data_model.md, "Names of blank nodes").
///
/// Blank nodes that statements, facts, evidence or triple terms join are labelled together by RDFC-1.0;
/// a name is the SHA-256 of their canonical N-Quads and the node's label. So a name changes only where
/// something in that group changes. Groups that are equal as a whole are numbered.
///
/// @complexity as `canonical_labels`, for each group by itself
BlankNodeNames blank_node_names(const Graph& graph, const CanonicalizeOptions& options = {});

/// Puts IRIs in place of all blank nodes: `/.well-known/genid/` and the name below the root of `base`.
///
/// Where the base has no authority, names come below `https://w3id.org/graphwright/id/blank-`. The graph
/// is left as it is where it is refused.
std::optional<Refusal> name_blank_nodes(Graph& graph, std::string_view base, const CanonicalizeOptions& options = {});

}  // namespace graphwright
