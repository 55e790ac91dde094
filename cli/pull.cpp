#include <fmt/format.h>

#include "graphwright/scoped_blank_nodes.hpp"

#include "outputs.hpp"
#include "store_options.hpp"
#include "store_reading.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct PullCommand {
  StoreOptions store;
  OutputOptions output;
  std::vector<std::string> graphs;
  std::string construct;
  std::string path = "-";
  bool default_graph = false;
  bool verify = true;
};

int run(const PullCommand& command, Session& session) {
  if (command.graphs.empty() && !command.default_graph && command.construct.empty())
    throw UsageError("say what to pull: --graph IRI, --default-graph, or --construct FILE");
  const auto connection = connect(command.store);
  Export file(command.path, command.output);
  const ExporterFormat& format = exporter_for(command.path, command.output.format);
  const bool keeps_names = find_format(format.format)->is_dataset;
  std::vector<std::string> graphs = command.graphs;
  if (command.default_graph) graphs.insert(graphs.begin(), "");
  std::size_t number = 0;
  for (const std::string& graph : graphs) {
    ScopedBlankNodes scoped(file.exporter(), fmt::format("g{}", ++number));
    pull_graph(*connection, {graph, keeps_names, command.verify}, scoped, session);
  }
  if (!command.construct.empty()) pull_query(*connection, command.construct, file.exporter(), session);
  file.exporter().finish();
  file.close(session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_pull(CLI::App& app) {
  auto command = std::make_shared<PullCommand>();
  declare_store(app, command->store, "--from")->required();
  app.add_option("--graph", command->graphs, "name of a graph to pull, as often as wanted")->type_name("IRI");
  app.add_flag("--default-graph", command->default_graph, "pull the default graph");
  app.add_option("--construct", command->construct, "file with a CONSTRUCT query whose result to pull")
      ->type_name("FILE");
  app.add_flag("!--no-verify", command->verify, "do not compare with what the store counts");
  app.add_option("-f,--output-format", command->output.format, "format to write (default: by suffix)")
      ->type_name("FORMAT");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return run(*command, session); };
}

}  // namespace graphwright::cli
