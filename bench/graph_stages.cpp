#include "graphwright/byte_source.hpp"
#include "graphwright/canonical_order.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/reader.hpp"

#include "stages.hpp"

namespace graphwright::bench {
namespace {

Graph loaded() {
  Graph graph;
  Diagnostics diagnostics;
  GraphBuilder builder(graph);
  const std::unique_ptr<ByteSource> source = memory_source(stage_text());
  find_reader("ntriples")->read(*source, {}, builder, diagnostics);
  return graph;
}

void load(::benchmark::State& state) {
  for (auto _ : state) ::benchmark::DoNotOptimize(loaded().statement_count());
  count_statements(state);
}
BENCHMARK(load);

/// Interns all terms of a loaded graph into an empty table.
void intern(::benchmark::State& state) {
  const Graph graph = loaded();
  for (auto _ : state) {
    TermTable terms;
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
      const Statement one = graph.statement(static_cast<StatementId>(row));
      for (const TermId id : {one.subject, one.predicate, one.object}) terms.intern(graph.view(id));
    }
    ::benchmark::DoNotOptimize(terms.size());
  }
  count_statements(state);
}
BENCHMARK(intern);

void rank_terms(::benchmark::State& state) {
  const Graph graph = loaded();
  for (auto _ : state) ::benchmark::DoNotOptimize(graph.terms().in_order());
  count_statements(state);
}
BENCHMARK(rank_terms);

void group(::benchmark::State& state) {
  const Graph graph = loaded();
  for (auto _ : state) ::benchmark::DoNotOptimize(canonical_statements(graph));
  count_statements(state);
}
BENCHMARK(group);

void build_property_graph(::benchmark::State& state) {
  const Graph graph = loaded();
  for (auto _ : state) ::benchmark::DoNotOptimize(PropertyGraph(graph, {}).edge_count());
  count_statements(state);
}
BENCHMARK(build_property_graph);

}  // namespace
}  // namespace graphwright::bench
