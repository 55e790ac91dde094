#include "knowledge.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/byte_source.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/scoped_blank_nodes.hpp"
#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

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

void read_file(const std::string& path, Sink& sink, Session& session) {
  InputOptions input;
  input.files = {path};
  read_inputs(input, sink, session);
}

std::vector<UserRule> read_rule_file(const std::string& path, Session& session) {
  const auto source = open_source(path);
  const FileId file = session.diagnostics().add_file(path, path);
  const std::string text = read_all(*source);
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string::npos) {
    const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<long>(bad), '\n'));
    session.diagnostics().error("encoding", {file, line + 1, 1}, "the rule file is not UTF-8 in this line");
    return {};
  }
  return read_rules(text, file, file_iri(path), session.diagnostics());
}

/// The superclass of a class that has the most superclasses itself, the first by its IRI among equals.
ClassId nearest_superclass(const Ontology& ontology, ClassId id) {
  ClassId nearest = ClassId::none;
  for (ClassId one : ontology.superclasses(id))
    if (nearest == ClassId::none || ontology.superclasses(one).size() > ontology.superclasses(nearest).size())
      nearest = one;
  return nearest;
}

/// Reads ontologies one after another, the blank nodes of each file kept apart.
class OntologyFiles {
 public:
  OntologyFiles(Sink& sink, std::vector<UserRule>& rules, Session& session)
      : sink_(sink), rules_(rules), session_(session) {}

  void read(const std::string& name) {
    if (name.ends_with(".n3")) {
      std::ranges::move(read_rule_file(name, session_), std::back_inserter(rules_));
      return;
    }
    const std::span<const BuiltinFile> files = builtin_ontology(name);
    for (const BuiltinFile& file : files) {
      ScopedBlankNodes scoped(sink_, next_scope());
      read_builtin(file, scoped, session_);
    }
    if (!files.empty()) return;
    ScopedBlankNodes scoped(sink_, next_scope());
    read_file(name, scoped, session_);
  }

 private:
  std::string next_scope() { return fmt::format("o{}", ++count_); }

  Sink& sink_;
  std::vector<UserRule>& rules_;
  Session& session_;
  std::size_t count_ = 0;
};

Graph read_axioms(const std::vector<std::string>& ontologies, std::vector<UserRule>& rules, Session& session) {
  Graph axioms;
  GraphBuilder builder(axioms, {.keep_locations = true});
  OntologyFiles files(builder, rules, session);
  for (const std::string& name : ontologies) {
    files.read(name);
    if (name == default_ontology) files.read("diplomacy-shapes");
  }
  return axioms;
}

// Below these a property says in which place something lies or happened.
constexpr std::array<std::string_view, 4> place_properties{
    iri::gw::place, "https://w3id.org/graphwright/diplomacy#located-within", "https://schema.org/containedInPlace",
    "http://www.opengis.net/ont/geosparql#sfWithin"};

bool says_place(const Ontology& ontology, PropertyId property) {
  return std::any_of(place_properties.begin(), place_properties.end(), [&](std::string_view iri) {
    const PropertyId super = ontology.find_property(iri);
    return super != PropertyId::none && (super == property || ontology.is_subproperty(property, super));
  });
}

}  // namespace

Knowledge::Knowledge(const std::vector<std::string>& ontologies, Session& session)
    : axioms_(read_axioms(ontologies, rules_, session)),
      ontology_(axioms_, session.diagnostics()),
      vocabulary_(vocabulary_of(ontology_, session.diagnostics())) {}

/// Classes in the order in which the ontology declares them: its author names first what matters first.
std::vector<std::string> Knowledge::classes_as_declared() const {
  std::vector<const OntologyClass*> classes;
  for (const OntologyClass& one : ontology_.classes()) classes.push_back(&one);
  std::stable_sort(classes.begin(), classes.end(),
                   [](const OntologyClass* a, const OntologyClass* b) { return a->location < b->location; });
  std::vector<std::string> iris;
  iris.reserve(classes.size());
  for (const OntologyClass* one : classes) iris.push_back(one->iri);
  return iris;
}

GraphProfile Knowledge::profile() const {
  GraphProfile profile;
  // What a thing is called elsewhere is said of it; it is no relation between two things.
  profile.attribute_properties.emplace_back(iri::owl::same_as);
  profile.class_order = classes_as_declared();
  const ClassId event = ontology_.find_class(event_class);
  for (const OntologyClass& one : ontology_.classes()) {
    if (event != ClassId::none && ontology_.is_subclass(ontology_.find_class(one.iri), event))
      profile.event_classes.push_back(one.iri);
    if (!one.label.empty()) profile.labels.emplace(one.iri, one.label);
    if (const ClassId above = nearest_superclass(ontology_, ontology_.find_class(one.iri)); above != ClassId::none)
      profile.superclasses.emplace(one.iri, ontology_.at(above).iri);
  }
  for (const Property& one : ontology_.properties()) {
    if (says_place(ontology_, ontology_.find_property(one.iri))) profile.place_properties.push_back(one.iri);
    if (one.is_symmetric) profile.symmetric_properties.push_back(one.iri);
    if (!one.label.empty()) profile.labels.emplace(one.iri, one.label);
  }
  return profile;
}

}  // namespace graphwright::cli
