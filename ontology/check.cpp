#include "graphwright/check.hpp"

#include "checks.hpp"

namespace graphwright {

void check(const Graph& graph, const Ontology& ontology, const CheckOptions& options, Diagnostics& diagnostics) {
  Meanings meanings(graph, ontology);
  const AssertedTypes types(graph, ontology, meanings);
  CheckContext context{graph, ontology, meanings, types, diagnostics};
  check_names(context, options);
  check_types(context);
  check_values(context);
}

}  // namespace graphwright
