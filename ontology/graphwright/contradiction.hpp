#pragma once

#include <span>
#include <string>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"
#include "graphwright/rule_file.hpp"

namespace graphwright {

/// Facts that cannot all be true.
struct Contradiction {
  /// What excludes them: a rule of OWL 2 RL such as `cax-dw`, a check of times such as `two-holders`, `functional`
  /// for two values of which there is one at a time, `denied` for what one says and another denies.
  std::string rule;
  std::string message;
  /// The stated facts and bare statements that stand against each other, by their places.
  std::vector<Premise> facts;

  /// Whether somebody only denies what somebody says: then nothing need be wrong with the data.
  bool is_dispute() const { return rule == "denied"; }
};

/// Lists what cannot be true at once: of what is stated, and of what follows from it.
///
/// Facts that hold at different times do not stand against each other, nor do those of different speakers unless
/// one is denied. The graph gains what inference derives. Each contradiction is told once, by the place of the last
/// of its facts; at most 10,000.
std::vector<Contradiction> find_contradictions(Graph& graph, const Graph& axioms, const Ontology& ontology,
                                               std::span<const UserRule> rules, Diagnostics& diagnostics);

}  // namespace graphwright
