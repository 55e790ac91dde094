#include "project.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "graphwright/check.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/lift.hpp"
#include "graphwright/owl_rl.hpp"
#include "graphwright/scoped_blank_nodes.hpp"
#include "graphwright/shacl.hpp"
#include "graphwright/symmetric_order.hpp"
#include "graphwright/time_check.hpp"

#include "inputs.hpp"
#include "store_reading.hpp"

namespace graphwright::cli {
namespace {

std::vector<std::string> ontology_names(const Manifest& manifest) {
  std::vector<std::string> names;
  for (const ManifestOntology& one : manifest.ontologies) names.push_back(one.name);
  return names;
}

bool is_fact_file(const ManifestInput& input) {
  return !input.is_store() && reader_for(input.path, input.format).format == "facts";
}

bool is_table(const ManifestInput& input) {
  const std::string_view format = reader_for(input.path, input.format).format;
  return format == "csv" || format == "tsv";
}

/// No IRI holds a path of this machine: a file without a base of its own lies below that of the graph by its name, and
/// names in tables are those of the graph.
void place_below(const std::string& base, const ManifestInput& input, InputOptions& options) {
  const bool is_of_graph = is_table(input);
  options.document = document_iri(base, input.name);
  if (options.base.empty()) options.base = is_of_graph ? base : options.document;
  if (is_of_graph) options.mapping = input.mapping;
}

/// The IRIs that a graph says something of.
std::set<std::string, std::less<>> described(const Graph& graph) {
  std::set<std::string, std::less<>> iris;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
    if (const TermView subject = graph.view(graph.statement(static_cast<StatementId>(row)).subject); subject.is_iri())
      iris.emplace(subject.text);
  return iris;
}

/// Whether a file is YAML that names inputs.
bool is_manifest(const std::string& path) {
  if (!path.ends_with(".yaml") && !path.ends_with(".yml")) return false;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("inputs:")) return true;
  return false;
}

}  // namespace

bool names_manifest(const InputOptions& inputs) {
  return inputs.files.size() == 1 && inputs.format.empty() && is_manifest(inputs.files.front());
}

void check_shapes(Graph& graph, const Graph& shapes, std::size_t threads, Session& session) {
  const shacl::Shapes compiled(shapes, graph.terms(), session.diagnostics());
  shacl::report_results(shacl::validate(graph, compiled, threads), compiled, graph, session.diagnostics());
}

void infer_whole(Graph& graph, const Knowledge& knowledge, std::size_t max_derived, Session& session) {
  const Ontology& ontology = knowledge.ontology();
  if (!ontology.shared_role_rules().empty() || !ontology.representation_rules().empty())
    infer(graph, ontology, {Derived::relations, max_derived}, session.diagnostics());
  infer_owl_rl(graph, knowledge.axioms(), knowledge.rules(), {OwlRlScope::whole, max_derived}, session.diagnostics());
}

Project::Project(const std::string& manifest, Session& session)
    : Project(read_manifest(manifest, session.diagnostics()), session) {}

Project::Project(Manifest manifest, Session& session)
    : manifest_(std::move(manifest)),
      knowledge_(ontology_names(manifest_), session),
      sources_(manifest_.sources, session.diagnostics()) {}

std::vector<SourceView> Project::source_texts() const {
  std::vector<SourceView> texts;
  for (std::string_view name : sources_.names())
    if (const SourceDocument* one = sources_.find(name); one->text) texts.push_back({one->iri, one->text->text()});
  return texts;
}

void Project::read(Session& session, std::size_t jobs) {
  GraphBuilder builder(graph_, {.keep_locations = true});
  SymmetricOrder ordered(knowledge_.ontology(), builder);
  push_manifest(manifest_, ordered);
  read_rdf_inputs(ordered, jobs, session);
  read_fact_files(ordered, session);
  name_as_manifest();
  // What was pushed comes back with its times, speakers and evidence.
  const bool asks_stores = std::any_of(manifest_.inputs.begin(), manifest_.inputs.end(),
                                       [](const ManifestInput& input) { return input.is_store(); });
  if (asks_stores) lift(graph_, session.diagnostics());
}

/// Whatever the inputs call things, names are shortened as the manifest says.
void Project::name_as_manifest() {
  graph_.set_base(manifest_.base);
  graph_.prefixes().add("", manifest_.base);
  for (const auto& [name, iri] : manifest_.prefixes.by_name()) graph_.prefixes().add(name, iri);
}

void Project::read_rdf_inputs(Sink& sink, std::size_t jobs, Session& session) {
  BlankScopes scopes;
  for (const ManifestInput& input : manifest_.inputs) {
    InputOptions options;
    options.files = {input.path};
    options.format = input.format;
    options.base = input.base;
    options.jobs = jobs;
    if (!input.is_store()) place_below(manifest_.base, input, options);
    ScopedBlankNodes scoped(sink, scopes.next(input.is_store() ? std::string{} : base_of_table(input.path, options)));
    if (input.is_store())
      pull_input(input, scoped, session);
    else if (!is_fact_file(input))
      read_inputs(options, scoped, session);
  }
}

void Project::read_fact_files(Sink& sink, Session& session) {
  FactContext context{&knowledge_.vocabulary(), &sources_, manifest_.prefixes, manifest_.base};
  FactFiles files(std::move(context), session.diagnostics());
  for (const ManifestInput& input : manifest_.inputs) {
    if (!is_fact_file(input)) continue;
    const auto source = open_source(input.path);
    ReadOptions options;
    options.file = session.diagnostics().add_file(input.path, input.path);
    files.add(*source, options);
  }
  const std::set<std::string, std::less<>> known = described(graph_);
  files.push(sink, [&](std::string_view iri) { return known.contains(iri); });
}

void Project::check(std::size_t threads, Session& session) {
  graphwright::check(graph_, knowledge_.ontology(), {.names_below = manifest_.base}, session.diagnostics());
  check_times(graph_, knowledge_.axioms(), session.diagnostics());
  check_shapes(graph_, knowledge_.axioms(), threads, session);
}

void Project::infer(Derived derived, Session& session) {
  if (!manifest_.infer || derived == Derived::none) return;
  if (derived == Derived::all) return infer_all(session);
  graphwright::infer(graph_, knowledge_.ontology(), {.derived = derived}, session.diagnostics());
}

void Project::infer_all(Session& session) {
  graphwright::infer(graph_, knowledge_.ontology(), {.derived = Derived::all}, session.diagnostics());
  infer_owl_rl(graph_, knowledge_.axioms(), knowledge_.rules(), {}, session.diagnostics());
}

}  // namespace graphwright::cli
