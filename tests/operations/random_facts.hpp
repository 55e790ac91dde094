#pragma once

#include <random>

#include "graphwright/graph.hpp"

namespace graphwright {

/// A small graph of facts with evidence and derivations, its text as hostile as terms allow.
Graph random_facts(std::mt19937& random);

}  // namespace graphwright
