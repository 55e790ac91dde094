#include "graphwright/merge.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/infer.hpp"

#include "inputs.hpp"
#include "loaded_graph.hpp"
#include "measuring.hpp"
#include "outputs.hpp"
#include "style_names.hpp"
#include "styling.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct MergeCommand {
  InputOptions inputs;
  OutputOptions output;
  std::vector<std::string> ontologies;
  std::string path = "-";
};

/// All inputs in one graph, and what manifests among them say of the whole.
struct Inputs {
  Graph graph;
  std::vector<std::string> ontologies;
  ExportOptions settings;
};

void note_manifest(const LoadedGraph& loaded, Inputs& inputs) {
  const Manifest* manifest = loaded.manifest();
  if (manifest == nullptr) return;
  if (inputs.settings.base.empty()) inputs.settings.base = manifest->base;
  if (inputs.settings.title.empty()) inputs.settings.title = manifest->title;
  for (const auto& [name, iri] : manifest->prefixes.by_name())
    if (!inputs.settings.prefixes.find(name)) inputs.settings.prefixes.add(name, iri);
  for (const ManifestOntology& one : manifest->ontologies)
    if (std::find(inputs.ontologies.begin(), inputs.ontologies.end(), one.name) == inputs.ontologies.end())
      inputs.ontologies.push_back(one.name);
}

Inputs read(const MergeCommand& command, Session& session) {
  Inputs inputs;
  inputs.ontologies = command.ontologies;
  inputs.settings = export_options(command.output);
  std::size_t number = 0;
  for (const std::string& file : command.inputs.files) {
    InputOptions one = command.inputs;
    one.files = {file};
    one.lift = true;
    // Conclusions are drawn from the whole.
    const LoadedGraph loaded(one, Derived::none, session);
    note_manifest(loaded, inputs);
    const auto refusal = add_graph(loaded.graph(), fmt::format("i{}", ++number), inputs.graph);
    if (refusal)
      session.diagnostics().warning(
          "merge-blank-nodes", refusal->location,
          fmt::format("blank nodes of {} are kept apart from those of other inputs: {}", file, refusal->message));
  }
  return inputs;
}

int merge(const MergeCommand& command, Session& session) {
  exporter_for(command.path, command.output.format);
  check_measures(command.output.measures);
  Inputs inputs = read(command, session);
  OutputOptions output = command.output;
  apply_style(command.path, output, inputs.settings, session);
  if (session.has_failed() && !command.output.keep_going) return session.close();
  JoinCounts counts;
  if (inputs.ontologies.empty()) {
    counts = join_resources(inputs.graph, Graph(), session.diagnostics());
  } else {
    const Knowledge knowledge(inputs.ontologies, session);
    counts = join_resources(inputs.graph, knowledge.axioms(), session.diagnostics());
    inputs.settings.profile = knowledge.profile();
    if (inputs.settings.view.derived != Derived::none)
      infer(inputs.graph, knowledge.ontology(), {.derived = inputs.settings.view.derived}, session.diagnostics());
  }
  check_style_names(inputs.graph, inputs.settings, session);
  write_measured(inputs.graph, command.path, output, inputs.settings, session);
  if (!session.is_quiet() && command.path != "-")
    fmt::print("{} statements, {} facts; {} names joined by owl:sameAs, {} by keys; {} conflicts\n",
               inputs.graph.statement_count(), inputs.graph.facts().size(), counts.same_as, counts.keys,
               counts.conflicts);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_merge(CLI::App& app) {
  auto command = std::make_shared<MergeCommand>();
  declare_inputs(app, command->inputs);
  declare_export(app, command->output);
  declare_style(app, command->output);
  app.add_option("--ontology", command->ontologies, "ontology with keys and functional properties")
      ->type_name("diplomacy|FILE");
  app.add_option("-f,--output-format", command->output.format, "format to write (default: by suffix)")
      ->type_name("FORMAT");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return merge(*command, session); };
}

}  // namespace graphwright::cli
