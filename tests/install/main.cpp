#include <cstdio>

#include <graphwright/diagnostics.hpp>
#include <graphwright/exporter.hpp>
#include <graphwright/graph_builder.hpp>
#include <graphwright/output.hpp>
#include <graphwright/reader.hpp>

using namespace graphwright;

// Reads one Turtle statement and writes it as N-Triples, as a user of the library would.
int main() {
  const auto source = memory_source("@prefix ex: <http://example.org/> . ex:a ex:b \"c\"@en .");
  Diagnostics diagnostics;
  Graph graph;
  GraphBuilder builder(graph);
  find_reader("turtle")->read(*source, {}, builder, diagnostics);
  StringOutput output;
  const auto exporter = find_exporter("ntriples")->open(output, {});
  exporter->write(graph);
  const std::string text = output.take();
  std::fputs(text.c_str(), stdout);
  return text == "<http://example.org/a> <http://example.org/b> \"c\"@en .\n" && !diagnostics.has_errors() ? 0 : 1;
}
