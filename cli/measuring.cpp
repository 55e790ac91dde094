#include "measuring.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "graphwright/diagnostics.hpp"
#include "graphwright/measures.hpp"

#include "selection.hpp"
#include "styling.hpp"

namespace graphwright::cli {

void check_measures(const std::vector<std::string>& names) {
  std::vector<std::string_view> known;
  for (const Measure& one : measures()) known.push_back(one.name);
  for (const std::string& name : names) {
    if (find_measure(name) != nullptr) continue;
    const std::string nearest = nearest_name(name, known);
    throw UsageError(fmt::format("--measure: unknown word '{}'; known are {}{}", name, fmt::join(known, ", "),
                                 nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
  }
}

Graph measured(const Graph& graph, const std::vector<std::string>& names, const ExportOptions& settings,
               Session& session) {
  check_measures(names);
  MeasuredGraph result = with_measures(graph, shown_by(settings), names);
  if (result.sampled != 0)
    session.diagnostics().warning(
        "measure-sampled", {},
        fmt::format("betweenness and closeness are estimates: the graph is so large that shortest paths were followed "
                    "from {} nodes only, drawn with a fixed seed",
                    result.sampled));
  return std::move(result.graph);
}

void write_measured(const Graph& graph, const std::string& path, const OutputOptions& options,
                    const ExportOptions& given, Session& session) {
  ExportOptions settings = given;
  std::optional<Graph> own;
  if (!options.measures.empty()) own = measured(graph, options.measures, settings, session);
  if (settings.style && settings.style->hides_something()) own = without_hidden(own ? *own : graph, settings, session);
  if (!may_write(path, options, session)) return;
  Export file(path, options, settings);
  file.exporter().write(own ? *own : graph);
  file.close(session);
}

}  // namespace graphwright::cli
