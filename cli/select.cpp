#include "graphwright/select.hpp"

#include <fmt/format.h>

#include "inputs.hpp"
#include "loaded_graph.hpp"
#include "measuring.hpp"
#include "outputs.hpp"
#include "selection.hpp"
#include "style_names.hpp"
#include "styling.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct SelectCommand {
  InputOptions inputs;
  OutputOptions output;
  ManifestSelection selection;
  std::string path = "-";
};

/// Without a format a path is told in words.
bool is_told(const SelectCommand& command) {
  return !command.selection.path.empty() && command.output.format.empty() && command.path == "-";
}

int select(const SelectCommand& command, Session& session) {
  if (command.selection.is_whole())
    throw UsageError("a selection needs a condition, such as --near, --class or --time; convert writes all of a graph");
  if (!is_told(command)) exporter_for(command.path, command.output.format);
  check_measures(command.output.measures);
  InputOptions inputs = command.inputs;
  inputs.lift = true;
  ExportOptions settings = export_options(command.output);
  OutputOptions output = command.output;
  if (!is_told(command)) apply_style(command.path, output, settings, session);
  if (session.has_failed()) return session.close();
  const LoadedGraph loaded(inputs, settings.view.derived, session);
  if (session.has_failed() && !command.output.keep_going) return session.close();
  loaded.complete(settings);
  check_style_names(loaded.graph(), settings, session);
  const auto report = [&](std::string_view code, const std::string& message) {
    if (code != "select-empty") throw UsageError(message);
    session.diagnostics().warning(code, {}, message);
  };
  const std::optional<SelectedPart> part =
      select_part(loaded.graph(), shown_by(settings), loaded.ontology(), command.selection,
                  !is_told(command) && is_rdf(exporter_for(command.path, output.format).format), report);
  if (is_told(command)) {
    fmt::print("{}", part->path);
    return session.close();
  }
  settings.profile.labels.insert(part->labels.begin(), part->labels.end());
  write_measured(part->graph, command.path, output, settings, session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_select(CLI::App& app) {
  auto command = std::make_shared<SelectCommand>();
  declare_inputs(app, command->inputs);
  declare_selection(app, command->selection);
  declare_export(app, command->output);
  declare_style(app, command->output);
  app.add_option("-f,--output-format", command->output.format,
                 "format to write (default: by suffix; a path is told in words)")
      ->type_name("FORMAT");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return select(*command, session); };
}

}  // namespace graphwright::cli
