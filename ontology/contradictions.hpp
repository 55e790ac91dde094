#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/contradiction.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright::entailment {

/// What cannot all be true, gathered during a run.
class Contradictions {
 public:
  explicit Contradictions(const Graph& graph) : graph_(graph) {}

  /// Notes that the premises cannot stand together by a rule, given by its IRI or name; `what` says why.
  void add(std::string_view rule, std::vector<Premise> premises, std::string what);
  /// Each once, in the order of the texts.
  std::vector<Contradiction> listed() const;
  /// Reports each at the last of the stated facts behind it, the others as notes.
  void report(Diagnostics& diagnostics) const;

 private:
  std::vector<Premise> grounds_of(std::vector<Premise> open) const;
  Location location(const Premise& premise) const;

  const Graph& graph_;
  std::vector<Contradiction> found_;
};

}  // namespace graphwright::entailment
