#pragma once

#include <cstdint>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// One line of a proof: a fact or statement, and what it rests on in the lines below it that are one level deeper.
struct ProofLine {
  Premise what;
  std::uint32_t depth = 0;
  /// The rule by which it follows; `none` where it is stated.
  TermId rule = TermId::none;
  /// Whether its premises were shown further up.
  bool is_repeated = false;
  /// Whether its premises are left out because the proof is too long or too deep.
  bool is_cut = false;
};

/// The proof of a conclusion, down to what is stated: each premise once, before its own premises.
///
/// @complexity linear in the premises; at most 10,000 lines, 100 levels deep
std::vector<ProofLine> proof_of(const Graph& graph, const Premise& conclusion);

}  // namespace graphwright
