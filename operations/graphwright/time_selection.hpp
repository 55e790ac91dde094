#pragma once

#include "graphwright/graph.hpp"
#include "graphwright/time_span.hpp"

namespace graphwright {

/// What held at some time: facts whose time meets it or is not known, and what is stated without a time.
///
/// Things that say of themselves when they were (gw:time on an event) at another time are left out with all that is
/// said of them.
///
/// @complexity linear in statements and facts
Graph held_at(const Graph& graph, const TimeSpan& time);

/// What was known at the end of some time: evidence from sources of that day or earlier, and from sources without a
/// date (dcterms:date); a fact all of whose evidence came later is left out.
///
/// @complexity linear in statements, facts and evidence
Graph known_by(const Graph& graph, const TimeSpan& time);

}  // namespace graphwright
