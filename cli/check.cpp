#include "graphwright/check.hpp"

#include <fmt/format.h>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/scoped_blank_nodes.hpp"
#include "graphwright/shacl.hpp"
#include "graphwright/time_check.hpp"

#include "build_exports.hpp"
#include "contradictions.hpp"
#include "inputs.hpp"
#include "jobs.hpp"
#include "outputs.hpp"
#include "project.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct CheckCommand {
  InputOptions inputs;
  std::vector<std::string> ontologies;
  std::string shapes;
  std::string report_format;
  std::string report_path = "-";
  std::string contradictions;
};

int check_project(const CheckCommand& command, Session& session) {
  Project project(command.inputs.files.front(), session);
  project.read(session, command.inputs.jobs);
  project.select(command.inputs.time);
  project.check(thread_count(command.inputs.jobs), session);
  if (!session.has_failed()) check_words(planned_exports(project, {}, {}), project, session);
  return session.close();
}

/// Writes the report graph; its own errors are data, not messages.
int write_report(const CheckCommand& command, const shacl::Report& report, const shacl::Shapes& shapes,
                 const Graph& data, Session& session) {
  OutputOptions output;
  output.format = command.report_format;
  Export file(command.report_path, output);
  shacl::write_report(report, shapes, data, file.exporter());
  file.close(session);
  const int code = session.close();
  return code == exit_fine && !report.conforms ? exit_data_errors : code;
}

/// The shapes of a file. Its blank nodes are none of the data's, unless it is the data.
Graph read_shapes(const CheckCommand& command, Session& session) {
  InputOptions input = command.inputs;
  input.files = {command.shapes};
  input.format.clear();
  const std::vector<std::string>& data = command.inputs.files;
  if (data.size() == 1 && data.front() == command.shapes) return read_graph(input, session);
  Graph shapes;
  GraphBuilder builder(shapes, {.keep_locations = true});
  ScopedBlankNodes scoped(builder, "s");
  read_inputs(input, scoped, session);
  return shapes;
}

int check_shapes_only(const CheckCommand& command, Session& session) {
  const Graph shapes = read_shapes(command, session);
  Graph data = read_graph(command.inputs, session);
  const shacl::Shapes compiled(shapes, data.terms(), session.diagnostics());
  const shacl::Report report = shacl::validate(data, compiled, thread_count(command.inputs.jobs));
  if (!command.report_format.empty()) return write_report(command, report, compiled, data, session);
  fmt::print("conforms: {}\n", report.conforms);
  shacl::report_results(report, compiled, data, session.diagnostics());
  return session.close();
}

int check(CheckCommand& command, Session& session) {
  if (!command.contradictions.empty())
    return list_contradictions(command.inputs, command.ontologies, command.contradictions, session);
  if (!command.shapes.empty()) return check_shapes_only(command, session);
  if (names_manifest(command.inputs)) return check_project(command, session);
  if (command.ontologies.empty()) command.ontologies.emplace_back(default_ontology);
  const Knowledge knowledge(command.ontologies, session);
  Graph graph = read_graph(command.inputs, session);
  graphwright::check(graph, knowledge.ontology(), {}, session.diagnostics());
  check_times(graph, knowledge.axioms(), session.diagnostics());
  check_shapes(graph, knowledge.axioms(), thread_count(command.inputs.jobs), session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_check(CLI::App& app) {
  auto command = std::make_shared<CheckCommand>();
  declare_inputs(app, command->inputs);
  app.add_option("--ontology", command->ontologies, "ontology to check against")->type_name("diplomacy|FILE");
  app.add_option("--shapes", command->shapes, "check against the SHACL shapes of this file only")->type_name("FILE");
  app.add_option("--contradictions", command->contradictions,
                 "list instead the facts that cannot all be true, with their sources")
      ->type_name("text|json");
  app.add_option("-f,--output-format", command->report_format, "write the SHACL report graph in this format")
      ->type_name("FORMAT");
  app.add_option("-o,--output", command->report_path, "where the report graph goes")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return check(*command, session); };
}

}  // namespace graphwright::cli
