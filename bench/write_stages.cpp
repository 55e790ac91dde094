#include "graphwright/byte_source.hpp"
#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/reader.hpp"

#include "stages.hpp"

namespace graphwright::bench {
namespace {

void write_graph(::benchmark::State& state, const char* format) {
  Graph graph;
  Diagnostics diagnostics;
  GraphBuilder builder(graph);
  const std::unique_ptr<ByteSource> source = memory_source(stage_text());
  find_reader("ntriples")->read(*source, {}, builder, diagnostics);
  for (auto _ : state) {
    NullOutput out;
    find_exporter(format)->open(out, {})->write(graph);
    out.flush();
  }
  count_statements(state);
}
BENCHMARK_CAPTURE(write_graph, ntriples, "ntriples");
BENCHMARK_CAPTURE(write_graph, turtle, "turtle");
BENCHMARK_CAPTURE(write_graph, graphml, "graphml");
BENCHMARK_CAPTURE(write_graph, dot, "dot");

}  // namespace
}  // namespace graphwright::bench
