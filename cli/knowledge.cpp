#include "knowledge.hpp"

#include <fmt/format.h>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/graph_builder.hpp"

#include "inputs.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view event_class = "http://semanticweb.cs.vu.nl/2009/11/sem/Event";

void read_builtin(const BuiltinFile& file, Sink& sink, Session& session) {
  const auto source = memory_source(file.turtle);
  ReadOptions options;
  options.file = session.diagnostics().add_file(fmt::format("<{}>", file.name));
  find_reader("turtle")->read(*source, options, sink, session.diagnostics());
}

void read_ontology(const std::string& name, Sink& sink, Session& session) {
  const std::span<const BuiltinFile> files = builtin_ontology(name);
  for (const BuiltinFile& file : files) read_builtin(file, sink, session);
  if (!files.empty()) return;
  InputOptions input;
  input.files = {name};
  read_inputs(input, sink, session);
}

Graph read_axioms(const std::vector<std::string>& ontologies, Session& session) {
  Graph axioms;
  GraphBuilder builder(axioms, {.keep_locations = true});
  for (const std::string& name : ontologies) {
    read_ontology(name, builder, session);
    if (name == default_ontology) read_ontology("diplomacy-shapes", builder, session);
  }
  return axioms;
}

}  // namespace

Knowledge::Knowledge(const std::vector<std::string>& ontologies, Session& session)
    : axioms_(read_axioms(ontologies, session)),
      ontology_(axioms_, session.diagnostics()),
      vocabulary_(vocabulary_of(ontology_, session.diagnostics())) {}

GraphProfile Knowledge::profile() const {
  GraphProfile profile;
  const ClassId event = ontology_.find_class(event_class);
  for (const OntologyClass& one : ontology_.classes()) {
    if (event != ClassId::none && ontology_.is_subclass(ontology_.find_class(one.iri), event))
      profile.event_classes.push_back(one.iri);
    if (!one.label.empty()) profile.labels.emplace(one.iri, one.label);
  }
  for (const Property& one : ontology_.properties()) {
    if (one.is_symmetric) profile.symmetric_properties.push_back(one.iri);
    if (!one.label.empty()) profile.labels.emplace(one.iri, one.label);
  }
  return profile;
}

}  // namespace graphwright::cli
