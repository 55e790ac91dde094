#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright::entailment {

/// What cannot all be true, gathered during a run.
class Contradictions {
 public:
  explicit Contradictions(const Graph& graph) : graph_(graph) {}

  /// Notes that the premises cannot stand together; `what` says why.
  void add(std::string_view rule, std::vector<Premise> premises, std::string what);
  /// Reports each at the last of the stated facts behind it, the others as notes, in the order of the texts.
  void report(Diagnostics& diagnostics) const;

 private:
  struct Contradiction {
    std::string_view rule;
    std::string message;
    std::vector<Premise> grounds;
  };

  static std::vector<std::uint32_t> key_of(const Contradiction& one);
  std::vector<Premise> grounds_of(std::vector<Premise> open) const;
  Location location(const Premise& premise) const;

  const Graph& graph_;
  std::vector<Contradiction> found_;
};

}  // namespace graphwright::entailment
