#pragma once

#include <cstddef>

#include "schema_graph.hpp"

namespace graphwright::entailment {

/// Adds to the data what its own axioms entail about classes and properties (OWL 2 Profiles, 4.3, table 9),
/// each with rule and premises; gives how many were added.
///
/// Left out are the rules that restate that a class is below itself (scm-cls, scm-op, scm-dp), and what only an
/// ontology beside the data says.
std::size_t close_schema(Graph& data, const SchemaGraph& schema, std::size_t max_derived);

}  // namespace graphwright::entailment
