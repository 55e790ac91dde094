#include "trip.hpp"

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/isomorphism.hpp"

namespace graphwright {

std::string read_into(std::string_view format, std::string_view text, const std::string& base, Graph& graph) {
  GraphBuilder builder(graph);
  Diagnostics diagnostics;
  ReadOptions options;
  options.base = base;
  options.jsonld.direction = JsonLdDirection::rdf12;
  find_reader(format)->read(*memory_source(text), options, builder, diagnostics);
  return diagnostics.has_errors() ? render(diagnostics, MessageFormat::text) : std::string{};
}

std::string make_trip(std::string_view format, const Graph& graph, bool& is_carried) {
  StringOutput out;
  ExportOptions options;
  options.view.statements = StatementMode::none;
  const auto exporter = find_exporter(format)->open(out, options);
  exporter->write(graph);
  is_carried = exporter->summary().losses.empty();
  const std::string text = out.take();
  Graph back;
  if (std::string fault = read_into(format, text, {}, back); !fault.empty())
    return "what was written is refused: " + fault + text.substr(0, 2000);
  if (!is_carried) return {};
  return is_isomorphic(graph, back) ? std::string{} : "it comes back changed:\n" + text.substr(0, 2000);
}

}  // namespace graphwright
