#pragma once

#include <string>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright {

/// What a check is told of the graph.
struct CheckOptions {
  /// Names below this IRI must be declared as nodes or have a type; empty: no name must.
  std::string names_below;
};

/// Reports where a graph contradicts the ontology or itself.
///
/// Looks at what is stated, whatever its modality, before inference: unknown classes and relations in
/// the ontology's own namespaces, domain and range on asserted types (what has no type that the
/// ontology knows is passed over), classes that exclude each other, values that do not fit their
/// datatype, names that nobody declared, times and dates that cannot be. Each message has the position
/// of the statement, where the graph knows it.
///
/// @complexity linear in the statements, times the types of a resource
void check(const Graph& graph, const Ontology& ontology, const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace graphwright
