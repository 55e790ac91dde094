#include "time_options.hpp"

#include <fmt/format.h>

#include "graphwright/time_selection.hpp"

#include "session.hpp"

namespace graphwright::cli {
namespace {

TimeSpan span_of(std::string_view option, const std::string& text) {
  const TimeResult time = parse_time(text);
  if (time.error) throw UsageError(fmt::format("{} {}: {}", option, text, time.error->message));
  return *time.span;
}

}  // namespace

void declare_time(CLI::App& app, TimeOptions& options) {
  app.add_option("--as-of", options.as_of, "only what held at this time, such as 2022-11-07")->type_name("TIME");
  app.add_option("--known-by", options.known_by, "only what sources of this time or earlier say")->type_name("TIME");
}

Graph selected(Graph graph, const TimeOptions& options) {
  if (!options.known_by.empty()) graph = known_by(graph, span_of("--known-by", options.known_by));
  if (!options.as_of.empty()) graph = held_at(graph, span_of("--as-of", options.as_of));
  return graph;
}

}  // namespace graphwright::cli
