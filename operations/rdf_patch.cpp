#include <string>

#include "graphwright/canonical_order.hpp"
#include "graphwright/diff.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/ntriples_text.hpp"

#include "term_crossing.hpp"

namespace graphwright {
namespace {

Graph as_rdf(const Graph& graph, const ViewOptions& view) {
  Graph rdf;
  GraphBuilder builder(rdf);
  replay(graph, view, builder);
  return rdf;
}

/// Writes a row for each quad of one graph that the other does not hold.
void write_rows(char action, const Graph& graph, const Graph& other, Output& output) {
  TermCrossing terms(graph, other);
  std::string row;
  for (StatementId id : canonical_statements(graph)) {
    if (terms.find(id) != StatementId::none) continue;
    const Statement one = graph.statement(id);
    row.assign(1, action);
    for (TermId part : {one.subject, one.predicate, one.object, one.graph}) {
      if (part == TermId::none) continue;
      append_ntriples(graph.view(part), row.append(" "));
    }
    output.write(row.append(" .\n"));
  }
}

}  // namespace

void write_patch(const GraphDiff& diff, const ViewOptions& view, Output& output) {
  if (diff.changes.empty()) return;
  const Graph before = as_rdf(diff.before, view);
  const Graph after = as_rdf(diff.after, view);
  output.write("TX .\n");
  write_rows('D', before, after, output);
  write_rows('A', after, before, output);
  output.write("TC .\n");
}

}  // namespace graphwright
