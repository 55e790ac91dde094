#pragma once

#include "graphwright/diff.hpp"

namespace graphwright {

/// Compares both graphs of a difference term by term and fills in what changed and how much did not.
///
/// @complexity linear in what is the same, n log n in what differs
void find_changes(GraphDiff& diff);

}  // namespace graphwright
