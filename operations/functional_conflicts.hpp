#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// Warns about resources that have two values of a functional property at one time; says how many there are.
///
/// @complexity n log n in the statements of these properties, quadratic in the values of one resource
std::size_t report_conflicts(const Graph& graph, const std::set<std::string>& functional, Diagnostics& diagnostics);

}  // namespace graphwright
