#include "graph_exporter.hpp"

namespace graphwright {

void GraphExporter::write(const Graph& graph) {
  PropertyGraphOptions shown;
  shown.view = options().view;
  shown.profile = options().profile;
  shown.events = options().events;
  shown.prefixes = options().prefixes;
  shown.base = options().base;
  shown.incoming = false;
  const PropertyGraph view(graph, shown);
  summary_ = {};
  summary_.statements = graph.statement_count();
  summary_.nodes = view.node_count();
  summary_.edges = view.edge_count();
  count_loss(loss::attribute_facts, lost_descriptions(view));
  count_loss(loss::attribute_claims, view.losses().claims);
  count_loss(loss::directions, view.losses().directions);
  if (writes_edge_ids() && !writes_structure(view)) count_loss(loss::edge_ids, lost_edge_ids(view));
  if (!view.foreign().empty() && !writes_structure(view)) {
    count_loss(loss::ports, view.foreign().port_count());
    count_loss(loss::further_graphs, view.foreign().further_graph_count());
    count_loss(loss::structure_values, view.foreign().structure_value_count());
    count_loss(loss::further_values, view.losses().further);
    if (!writes_drawings()) count_loss(loss::drawings, view.foreign().drawing_count());
  }
  write_graph(view);
}

std::size_t GraphExporter::lost_edge_ids(const PropertyGraph& graph) {
  std::size_t lost = 0;
  if (graph.graph().facts().empty()) return lost;
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) lost += graph.loses_edge_id(edge) ? 1 : 0;
  return lost;
}

bool GraphExporter::is_undirected(const PropertyGraph& graph) {
  if (graph.foreign().empty() || graph.edge_count() == 0) return false;
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    if (!graph.foreign().is_undirected(graph.predicate(edge))) return false;
  return true;
}

void GraphExporter::count_undirected(const PropertyGraph& graph) {
  if (graph.foreign().empty()) return;
  std::size_t count = 0;
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    if (graph.foreign().is_undirected(graph.predicate(edge))) ++count;
  count_loss(loss::undirected, count);
}

}  // namespace graphwright
