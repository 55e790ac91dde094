#include <algorithm>

#include <CLI/CLI.hpp>

#include "inputs.hpp"
#include "jobs.hpp"
#include "loaded_graph.hpp"
#include "measuring.hpp"
#include "outputs.hpp"
#include "parallel_convert.hpp"
#include "prefix_file.hpp"
#include "style_names.hpp"
#include "styling.hpp"
#include "unfinished_sink.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ConvertOptions {
  InputOptions inputs;
  OutputOptions output;
  std::string path = "-";
  std::string prefixes = "built-in";
};

/// Whether the lines of the one input can be read and written by several threads.
bool can_share(const ConvertOptions& options) {
  const InputOptions& inputs = options.inputs;
  return inputs.jobs != 1 && inputs.files.size() == 1 && !inputs.lenient && !inputs.lift &&
         is_line_by_line(reader_for(inputs.files.front(), inputs.format),
                         exporter_for(options.path, options.output.format));
}

void convert_shared(const ConvertOptions& options, const ExportOptions& settings, Export& file, Session& session) {
  const std::string& path = options.inputs.files.front();
  const std::unique_ptr<ByteSource> source = open_source(path);
  const ExportSummary summary =
      convert_lines(*source, read_options(path, options.inputs, session), reader_for(path, options.inputs.format),
                    exporter_for(options.path, options.output.format), settings, thread_count(options.inputs.jobs),
                    file.output(), session);
  report_losses(options.path, summary, options.output.fail_on_loss, session);
}

void read_to(Exporter& exporter, const ConvertOptions& options, Session& session) {
  UnfinishedSink reading(exporter);
  read_inputs(options.inputs, reading, session);
  if (may_write(options.path, options.output, session)) exporter.finish();
}

/// A manifest gives the graph that `build` makes of it, without its checks.
void convert_project(const ConvertOptions& options, const OutputOptions& output, ExportOptions settings,
                     Session& session) {
  exporter_for(options.path, output.format);
  const LoadedGraph loaded(options.inputs, settings.view.derived, session);
  if (session.has_failed() && !output.keep_going) return;
  loaded.complete(settings);
  check_style_names(loaded.graph(), settings, session);
  write_measured(loaded.graph(), options.path, output, settings, session);
}

int convert(const ConvertOptions& options, Session& session) {
  check_measures(options.output.measures);
  ExportOptions settings = export_options(options.output);
  settings.prefixes = read_prefixes(options.prefixes, session);
  OutputOptions output = options.output;
  apply_style(options.path, output, settings, session);
  if (session.has_failed()) return session.close();
  if (names_manifest(options.inputs)) {
    convert_project(options, output, std::move(settings), session);
    return session.close();
  }
  if (has_facts(options.inputs) || !output.measures.empty() || settings.style) {
    const Graph graph = read_graph(options.inputs, session);
    check_style_names(graph, settings, session);
    write_measured(graph, options.path, output, settings, session);
    return session.close();
  }
  Export file(options.path, output, settings);
  if (can_share(options))
    convert_shared(options, settings, file, session);
  else
    read_to(file.exporter(), options, session);
  file.close(session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_convert(CLI::App& app) {
  auto options = std::make_shared<ConvertOptions>();
  declare_inputs(app, options->inputs);
  declare_export(app, options->output);
  declare_style(app, options->output);
  app.add_option("-f,--output-format", options->output.format, "format to write (default: by suffix)")
      ->type_name("FORMAT");
  app.add_flag("--stream", options->output.stream, "write statements as they come, without grouping them");
  app.add_option("-o,--output", options->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_option("--prefixes", options->prefixes,
                 "file whose prefixes names are shortened by, beside the built-in ones")
      ->type_name("FILE")
      ->capture_default_str();
  return [options](Session& session) { return convert(*options, session); };
}

}  // namespace graphwright::cli
