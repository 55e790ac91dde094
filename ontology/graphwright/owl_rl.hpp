#pragma once

#include <cstddef>
#include <span>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/infer.hpp"
#include "graphwright/rule_file.hpp"

namespace graphwright {

/// How far the rules of OWL 2 RL go.
enum class OwlRlScope : std::uint8_t {
  /// Inference types only what has no type, does not chain what is disputed or comes back to itself, and does
  /// not copy what is said of one thing to all that are the same: what a build wants.
  cautious,
  /// As the recommendation has it, with the schema's own consequences where the data holds the axioms.
  whole,
};

struct OwlRlOptions {
  OwlRlScope scope = OwlRlScope::cautious;
  /// More conclusions than this are an error; what was derived until then stays.
  std::size_t max_derived = 10'000'000;
};

/// Adds to a graph what its statements entail by OWL 2 RL (OWL 2 Profiles, 4.3) and by a user's rules, each
/// conclusion with its rule and premises.
///
/// The axioms are those of `axioms` and of the graph itself. Semi-naive to the fixpoint: a rule runs once
/// on each new statement with all earlier ones. A conclusion is as weak as its weakest premise and holds where
/// their times meet; what is denied entails nothing. Left out are the rules that only restate that something
/// is itself, a thing, or of its datatype (eq-ref, cls-thing, prp-ap, dt-*). Statements of classes and
/// properties without a name are used but not added. What contradicts itself is reported at the facts under
/// `inconsistent`. The result does not depend on the order of the statements.
///
/// @complexity linear in the premises and in the pairs that a rule joins
InferenceCounts infer_owl_rl(Graph& graph, const Graph& axioms, std::span<const UserRule> rules,
                             const OwlRlOptions& options, Diagnostics& diagnostics);

}  // namespace graphwright
