#pragma once

#include "graph_exporter.hpp"
#include "json_values.hpp"

namespace graphwright {

/// The exporter of a JSON format for graphs: its `Writer` writes one graph, counts the numbers that became text and
/// says whether it tells undirected edges from directed ones.
template <typename Writer>
class JsonGraphExporter : public GraphExporter {
 public:
  JsonGraphExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    Writer writer(graph, options().title, output());
    writer.write();
    count_loss(loss::datatypes, graph.losses().datatypes);
    if (!Writer::tells_directions) count_undirected(graph);
    count_loss(no_json_number, writer.replaced_count());
  }
};

}  // namespace graphwright
