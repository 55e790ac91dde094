#include "graphwright/infer.hpp"

#include <fmt/format.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/owl_rl.hpp"
#include "graphwright/replay.hpp"

#include "inputs.hpp"
#include "outputs.hpp"
#include "project.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct InferCommand {
  InputOptions inputs;
  OutputOptions output;
  std::vector<std::string> ontologies;
  std::string path = "-";
  std::size_t max_derived = OwlRlOptions{}.max_derived;
  bool only_derived = false;
};

/// What was derived, as statements alone.
Graph derived_part(const Graph& graph) {
  Graph part;
  GraphBuilder builder(part);
  for (const auto& [name, iri] : graph.prefixes().by_name()) builder.prefix(name, iri);
  for (const Derivation& one : graph.derivations()) {
    if (!graph.is_asserted(one.conclusion.statement)) continue;
    const Statement statement = graph.statement(one.conclusion.statement);
    builder.statement({graph.view(statement.subject), graph.view(statement.predicate), graph.view(statement.object),
                       graph.view(statement.graph)});
  }
  return part;
}

void write(const InferCommand& command, const Graph& graph, Session& session) {
  Export file(command.path, command.output);
  if (command.only_derived)
    file.exporter().write(derived_part(graph));
  else
    file.exporter().write(graph);
  file.close(session);
}

int infer_project(const InferCommand& command, Session& session) {
  Project project(command.inputs.files.front(), session);
  project.read(session, command.inputs.jobs);
  project.select(command.inputs.time);
  if (!session.has_failed() || command.output.keep_going) {
    project.infer_all(session);
    write(command, project.graph(), session);
  }
  return session.close();
}

int infer(const InferCommand& command, Session& session) {
  if (names_manifest(command.inputs)) return infer_project(command, session);
  const Knowledge knowledge(command.ontologies, session);
  Graph graph = read_graph(command.inputs, session);
  infer_whole(graph, knowledge, command.max_derived, session);
  write(command, graph, session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_infer(CLI::App& app) {
  auto command = std::make_shared<InferCommand>();
  command->output.derived = "all";
  declare_inputs(app, command->inputs);
  declare_export(app, command->output);
  app.add_option("--ontology", command->ontologies, "ontologies and rule files (.n3) beside the data's own axioms")
      ->type_name("FILE");
  app.add_option("--max-derived", command->max_derived, "stop after so many statements")->capture_default_str();
  app.add_flag("--only-derived", command->only_derived, "write what follows, not what was read");
  app.add_option("-f,--output-format", command->output.format, "format to write (default: by suffix)")
      ->type_name("FORMAT");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return infer(*command, session); };
}

}  // namespace graphwright::cli
