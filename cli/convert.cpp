#include <fmt/format.h>

#include "inputs.hpp"
#include "measuring.hpp"
#include "outputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ConvertOptions {
  InputOptions inputs;
  OutputOptions output;
  std::string path = "-";
};

int convert(const ConvertOptions& options, Session& session) {
  check_measures(options.output.measures);
  Export file(options.path, options.output);
  if (has_facts(options.inputs) || !options.output.measures.empty())
    write_measured(read_graph(options.inputs, session), options.output, export_options(options.output), file, session);
  else
    read_inputs(options.inputs, file.exporter(), session);
  file.close(session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_convert(CLI::App& app) {
  auto options = std::make_shared<ConvertOptions>();
  declare_inputs(app, options->inputs);
  declare_export(app, options->output);
  app.add_option("-f,--output-format", options->output.format, "format to write (default: by suffix)");
  app.add_flag("--stream", options->output.stream, "write statements as they come, without grouping them");
  app.add_option("-o,--output", options->path, "file to write, - for the standard output")->capture_default_str();
  return [options](Session& session) { return convert(*options, session); };
}

}  // namespace graphwright::cli
