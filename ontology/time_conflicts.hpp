#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// Times that exclude each other by a rule of the ontology, as `check_times` reports them.
struct TimeConflict {
  std::string_view code;
  Location location;
  std::string message;
  std::vector<Note> notes;
  /// The facts and statements that say so.
  std::vector<Premise> facts;
};

std::vector<TimeConflict> time_conflicts(const Graph& graph, const Graph& axioms);

}  // namespace graphwright
