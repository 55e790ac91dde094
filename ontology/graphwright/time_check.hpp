#pragma once

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// Reports where the times of events and facts cannot be, by the time rules of the ontology (gw:WithinRule,
/// gw:NotBeforeRule, gw:OneHolderRule; docs/ontology.md).
///
/// Only what has a time is compared, and only where the times exclude each other for sure.
///
/// @complexity linear in statements and facts, n log n in those who share an office
void check_times(const Graph& graph, const Graph& axioms, Diagnostics& diagnostics);

}  // namespace graphwright
