#pragma once

#include "conclusions.hpp"

namespace graphwright::entailment {

/// Derives classes: superclasses of asserted types; for what has no type, the classes of the domains and
/// ranges in which it stands (one class each; a union tells nothing) and their superclasses.
void infer_types(Graph& graph, const Ontology& ontology, Conclusions& conclusions);

}  // namespace graphwright::entailment
