#include <fstream>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/push.hpp"
#include "graphwright/query_text.hpp"
#include "graphwright/scoped_blank_nodes.hpp"

#include "outputs.hpp"
#include "store_options.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view graph_types = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5";

struct PullCommand {
  StoreOptions store;
  OutputOptions output;
  std::vector<std::string> graphs;
  std::string construct;
  std::string path = "-";
  bool default_graph = false;
  bool verify = true;
};

/// Puts statements into a named graph and counts them.
class NamedGraphSink : public Sink {
 public:
  NamedGraphSink(Sink& next, std::string_view name) : next_(next), name_(name) {}
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    count_ += batch.size();
    for (StatementView one : batch) {
      if (!name_.empty()) one.graph = TermView::iri(name_);
      next_.statement(one);
    }
  }
  std::size_t count() const { return count_; }

 private:
  Sink& next_;
  std::string_view name_;
  std::size_t count_ = 0;
};

/// A store may cut a long answer short and say nothing of it, so what came is compared with what it counts.
void compare_count(Connection& connection, const std::string& graph, std::size_t came, Session& session) {
  const auto count = count_triples(connection, graph);
  if (!count || came >= *count) return;
  const FileId file = session.diagnostics().add_file(graph_url(connection.store(), graph));
  session.diagnostics().error("store-differs", {.file = file},
                              fmt::format("the store counts {} triples there, but sent {}", *count, came));
}

void pull_graph(Connection& connection, const std::string& name, const PullCommand& command, bool keeps_name,
                Sink& sink, Session& session) {
  const StoreDocument document = connection.graph(name);
  NamedGraphSink named(sink, keeps_name ? std::string_view(name) : std::string_view{});
  read_document(document, graph_url(connection.store(), name), named, session);
  if (command.verify) compare_count(connection, name, named.count(), session);
}

void pull_query(Connection& connection, const PullCommand& command, Sink& sink, Session& session) {
  const auto source = open_source(command.construct);
  const std::string query = read_all(*source);
  const QueryForm form = look_at_query(query).form;
  if (form != QueryForm::construct && form != QueryForm::describe)
    throw UsageError(fmt::format("{}: no CONSTRUCT or DESCRIBE query", command.construct));
  read_document(connection.query(query, graph_types), connection.store().query_url, sink, session);
}

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
    pull_graph(*connection, graph, command, keeps_names, scoped, session);
  }
  if (!command.construct.empty()) pull_query(*connection, command, file.exporter(), session);
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
