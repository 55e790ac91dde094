#pragma once

#include <graphviz/cgraph.h>

namespace graphwright {

/// A discipline of the Graphviz library by which the parts of a graph are numbered as they are made.
///
/// By its own, their numbers are the addresses of their names, and it goes through frames by number: a picture with
/// frames would depend on what the process did before.
Agdisc_t& parts_in_order();

}  // namespace graphwright
