// Writes a random graph in a format to the standard output, for the test that opens it with other programs.
#include <cstdio>
#include <string>

#include <fmt/format.h>

#include "graphwright/exporter.hpp"

#include "random_graph.hpp"

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: export_random SEED FORMAT [FLAVOUR]\n");
    return 2;
  }
  graphwright::Graph graph;
  const graphwright::RandomGraph random(graph, static_cast<unsigned>(std::stoul(argv[1])));
  graphwright::StringOutput out;
  graphwright::ExportOptions options;
  options.view = graphwright::whole_view;
  if (argc > 3) options.flavour = argv[3];
  const auto exporter = graphwright::find_exporter(argv[2])->open(out, options);
  exporter->write(graph);
  const std::string bytes = out.take();
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  for (const graphwright::Loss& loss : exporter->summary().losses) fmt::print(stderr, "{} {}\n", loss.count, loss.kind);
  return 0;
}
