// Writes a fixture in a format to the standard output, for the tests that run other programs.
#include <cstdio>

#include <fmt/format.h>

#include "fixture.hpp"

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: export_fixture FILE FORMAT [FLAVOUR]\n");
    return 2;
  }
  graphwright::Fixture fixture = graphwright::read_fixture_file(argv[1]);
  if (argc > 3) fixture.options.flavour = argv[3];
  graphwright::ExportSummary summary;
  const std::string bytes = graphwright::exported(fixture, argv[2], &summary);
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  fmt::print(stderr, "nodes {} edges {}\n", summary.nodes, summary.edges);
  for (const graphwright::Loss& loss : summary.losses) fmt::print(stderr, "loss {} {}\n", loss.count, loss.kind);
  return 0;
}
