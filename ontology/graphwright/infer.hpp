#pragma once

#include <cstddef>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright {

/// What is derived.
struct InferOptions {
  /// `relations` derives the direct relations that follow from events and only what they rest on; `all`
  /// adds inverse, symmetric, transitive, superproperty and class statements.
  Derived derived = Derived::relations;
  /// More conclusions than this are an error; what was derived until then stays.
  std::size_t max_derived = 10'000'000;
};

/// How much was derived.
struct InferenceCounts {
  std::size_t relations = 0;
  std::size_t others = 0;
};

/// Adds to a graph what its statements and facts entail, each conclusion with its rule and premises.
///
/// Semi-naive to the fixpoint: a rule runs once on each new premise with all earlier ones. A conclusion
/// is as weak as its weakest premise and holds where their times meet; premises that never hold at once,
/// or that different speakers hold, conclude nothing. From what is denied follows only what means the
/// same (inverse, symmetric) or belongs to the same event. Only what is asserted and undisputed is
/// chained transitively. Relations that an event yields take its place and evidence, and a symmetric one
/// has the smaller IRI first. A conclusion that is stated already stays as it was stated.
///
/// Rules are named after OWL 2 RL (OWL 2 Profiles, 4.3) or by the ontology's own rule. The result does
/// not depend on the order of the statements.
InferenceCounts infer(Graph& graph, const Ontology& ontology, const InferOptions& options, Diagnostics& diagnostics);

}  // namespace graphwright
