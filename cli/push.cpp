#include "graphwright/push.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/isomorphism.hpp"

#include "dataset.hpp"
#include "outputs.hpp"
#include "store_options.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct PushCommand {
  InputOptions inputs;
  OutputOptions view;
  StoreOptions store;
  PushOptions options;
  std::string graph;
  std::string method;
  std::string verify = "count";
  bool default_graph = false;
  bool dry_run = false;
};

std::string shown(const std::string& graph) {
  return graph.empty() ? std::string("default graph") : fmt::format("<{}>", graph);
}

/// Gives the triples without a graph the name they were asked to have.
void name_default_graph(std::vector<GraphToSend>& graphs, const PushCommand& command, const std::string& base) {
  const auto nameless =
      std::find_if(graphs.begin(), graphs.end(), [](const GraphToSend& one) { return one.name.empty(); });
  if (nameless == graphs.end() || command.default_graph) return;
  const std::string name = command.graph.empty() ? base : command.graph;
  if (name.empty())
    throw UsageError(
        "there are triples in no named graph: name one for them with --graph IRI, or replace the store's default graph "
        "with --default-graph");
  for (const GraphToSend& one : graphs)
    if (one.name == name) throw UsageError(fmt::format("--graph: the input has a graph <{}> of its own", name));
  nameless->name = name;
  std::sort(graphs.begin(), graphs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

void set_method(Store& store, const std::string& method) {
  if (method.empty()) return;
  if (method != "graph-store" && method != "update")
    throw UsageError(fmt::format("--method: unknown word '{}'; known are graph-store, update", method));
  store.method = method == "update" ? WriteMethod::update : WriteMethod::graph_store;
  if (method == "update" && store.update_url.empty()) throw UsageError("--method update needs --update-url");
}

std::string progress(const GraphAccount& account, const GraphToSend& graph) {
  switch (account.state) {
    case GraphState::sent:
      return "is in";
    case GraphState::partly:
      return fmt::format("is in for a part: {} of {} triples, {} of {} requests", account.triples_done, graph.triples,
                         account.requests_done, account.requests);
    case GraphState::uncertain:
      return fmt::format("may be in: the store had the request but gave no answer; before it {} of {} requests were in",
                         account.requests_done, account.requests);
    case GraphState::waiting:
      break;
  }
  return "is not in";
}

/// After a failure: what is in, what is not, and how to go on.
void give_account(const Push& push, const std::vector<GraphToSend>& graphs, const std::string& journal) {
  for (std::size_t number = 0; number < graphs.size(); ++number)
    fmt::print(stderr, "  {} {}\n", shown(graphs[number].name), progress(push.accounts()[number], graphs[number]));
  if (journal.empty())
    fmt::print(stderr, "  run the same command again: each graph is replaced as a whole\n");
  else
    fmt::print(stderr, "  run the same command again: '{}' remembers what is in\n", journal);
}

void report_difference(const Connection& connection, const std::string& message, Session& session,
                       std::vector<Note> notes = {}) {
  const FileId store = session.diagnostics().add_file(connection.store().graph_store_url);
  session.diagnostics().error("store-differs", {.file = store}, message, std::move(notes));
}

Graph triples_of(const StoreDocument& document, const std::string& name, Session& session) {
  Graph graph;
  GraphBuilder builder(graph);
  read_document(document, name, builder, session);
  return graph;
}

/// Says which triple that was sent is not there, and which is there instead; blank nodes have no names to tell.
std::vector<Note> first_differences(const Graph& sent, const Graph& held) {
  const auto lines = [](const Graph& graph) {
    std::set<std::string> found;
    for (const GraphToSend& one : graphs_of(graph))
      for (std::size_t begin = 0, end = 0; begin < one.ntriples.size(); begin = end + 1) {
        end = one.ntriples.find('\n', begin);
        std::string line = one.ntriples.substr(begin, end - begin);
        if (line.find("_:") == std::string::npos) found.insert(std::move(line));
      }
    return found;
  };
  const std::set<std::string> here = lines(sent), there = lines(held);
  std::vector<Note> notes;
  const auto note = [&](const std::set<std::string>& a, const std::set<std::string>& b, std::string_view what) {
    const auto found = std::find_if(a.begin(), a.end(), [&](const std::string& line) { return !b.contains(line); });
    if (found != a.end()) notes.push_back({{}, fmt::format("{}: {}", what, *found)});
  };
  note(here, there, "sent, but not there");
  note(there, here, "there, but not sent");
  return notes;
}

/// Compares what the store gives back with what was sent, blank nodes by what is said of them.
void compare_content(Connection& connection, const GraphToSend& graph, Session& session) {
  const Graph sent = triples_of({"application/n-triples", graph.ntriples}, "<sent>", session);
  const Graph held = triples_of(connection.graph(graph.name), graph_url(connection.store(), graph.name), session);
  const Sameness sameness = find_isomorphism(sent, held).sameness;
  if (sameness == Sameness::different)
    report_difference(connection, fmt::format("{} holds other triples than were sent", shown(graph.name)), session,
                      first_differences(sent, held));
  if (sameness == Sameness::undecided)
    report_difference(connection, fmt::format("{}: its blank nodes are too alike to compare", shown(graph.name)),
                      session);
}

void verify(Connection& connection, const std::vector<GraphToSend>& graphs, const std::string& how, Session& session) {
  for (const GraphToSend& graph : graphs) {
    const auto count = count_triples(connection, graph.name);
    if (!count && how == "count")
      session.diagnostics().warning(
          "store-not-counted", {},
          fmt::format("{} cannot be counted there; --verify content compares it", shown(graph.name)));
    if (count && *count != graph.triples)
      report_difference(connection,
                        fmt::format("{} holds {} triples, but {} were sent", shown(graph.name), *count, graph.triples),
                        session);
    if (how == "content") compare_content(connection, graph, session);
  }
}

void print_table(const Push& push, const std::vector<GraphToSend>& graphs) {
  for (std::size_t number = 0; number < graphs.size(); ++number) {
    const GraphAccount& account = push.accounts()[number];
    fmt::print(
        "{:>10} triples  {}{}\n", graphs[number].triples, shown(graphs[number].name),
        account.resumed == 0 ? "" : fmt::format("  ({} of {} requests were in)", account.resumed, account.requests));
  }
}

int send(const PushCommand& command, const Store& store, const std::vector<GraphToSend>& graphs, Push& push,
         Session& session) {
  const auto connection = connect(command.store);
  connection->set_method(store.method);
  try {
    push.run(*connection);
  } catch (const StoreError& error) {
    fmt::print(stderr, "graphwright: {}\n", error.what());
    give_account(push, graphs, command.options.journal);
    return exit_cannot;
  }
  if (command.verify != "none") verify(*connection, graphs, command.verify, session);
  if (!session.is_quiet()) print_table(push, graphs);
  return session.close();
}

int run(const PushCommand& command, Session& session) {
  if (command.verify != "count" && command.verify != "content" && command.verify != "none")
    throw UsageError(fmt::format("--verify: unknown word '{}'; known are count, content, none", command.verify));
  Store store = store_of(command.store);
  set_method(store, command.method);
  const Dataset dataset = read_dataset(command.inputs, export_options(command.view).view, session);
  if (session.has_failed()) return session.close();
  std::vector<GraphToSend> graphs = graphs_of(dataset.graph);
  name_default_graph(graphs, command, dataset.base);
  Push push(store, graphs, command.options);
  if (!command.dry_run) return send(command, store, graphs, push, session);
  for (const PushRequest& request : push.requests()) fmt::print("{}\n", push.describe(request));
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_push(CLI::App& app) {
  auto command = std::make_shared<PushCommand>();
  command->view.statements = "named-graph";
  declare_inputs(app, command->inputs);
  declare_view(app, command->view);
  declare_statements(app, command->view);
  declare_store(app, command->store, "--to")->required();
  CLI::Option* graph =
      app.add_option("--graph", command->graph, "name of the graph for triples that are in none")->type_name("IRI");
  app.add_flag("--default-graph", command->default_graph, "triples in no graph replace the store's default graph")
      ->excludes(graph);
  app.add_option("--method", command->method, "how graphs are written (default: as the kind of store has it)")
      ->type_name("graph-store|update");
  app.add_option("--chunk", command->options.chunk, "triples in one request (default: a graph at once)");
  app.add_flag("--gzip", command->options.is_gzip, "compress what is sent, where the store takes that");
  app.add_option("--journal", command->options.journal,
                 "file that remembers what is in, to go on there after a failure")
      ->type_name("FILE");
  app.add_option("--verify", command->verify, "what to compare afterwards")
      ->type_name("count|content|none")
      ->capture_default_str();
  app.add_flag("--dry-run", command->dry_run, "print the requests and send nothing");
  return [command](Session& session) { return run(*command, session); };
}

}  // namespace graphwright::cli
