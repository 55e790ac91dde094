#include "selection.hpp"

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/name_book.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "path_text.hpp"

namespace graphwright::cli {
namespace {

/// Turns the words of a selection into terms of a graph.
class SelectionReader {
 public:
  SelectionReader(const PropertyGraph& view, const PropertyGraphOptions& shown, const Ontology* ontology,
                  const SelectionFault& report)
      : view_(view), graph_(view.graph()), shown_(shown), ontology_(ontology), report_(report) {}

  std::optional<Selection> read(const ManifestSelection& options) {
    Selection selection;
    selection.steps = options.steps;
    selection.confidence = static_cast<float>(options.confidence);
    selection.largest_component = options.largest_component;
    if (!options.near.empty() || !options.path.empty()) read_entities(options, selection);
    if (!options.classes.empty()) read_classes(options, selection);
    if (!options.relations.empty()) read_relations(options, selection);
    if (!options.sources.empty()) read_sources(options, selection);
    if (!options.time.empty()) read_time(options.time, selection);
    if (has_fault_) return std::nullopt;
    return selection;
  }

 private:
  NameBook book() const {
    PrefixMap prefixes = well_known_prefixes();
    for (const PrefixMap* map : {&graph_.prefixes(), &shown_.prefixes})
      for (const auto& [name, iri] : map->by_name()) prefixes.add(name, iri);
    return {std::move(prefixes), shown_.base.empty() ? graph_.base() : shown_.base};
  }

  void add_resource(TermId id, NameBook& book) const {
    const TermView view = graph_.view(id);
    if (view.is_blank()) {
      const TermId label = view_.own_label(id);
      book.add_blank(view.text, label == TermId::none ? std::string_view{} : graph_.terms().text(label));
    } else {
      book.add(view.text, view_.label(id));
    }
  }

  /// Further labels of resources, in other languages and as alternatives.
  void add_labels(NameBook& book) const {
    for (std::string_view property : {iri::rdfs::label, iri::skos::pref_label, iri::skos::alt_label}) {
      const TermId id = graph_.terms().find_iri(property);
      if (id == TermId::none) continue;
      for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
        const Statement one = graph_.statement(StatementId{row});
        if (one.predicate != id || view_.node(one.subject) == RelationGraph::none) continue;
        const TermView subject = graph_.view(one.subject);
        if (subject.is_blank())
          book.add_blank(subject.text, graph_.terms().text(one.object));
        else
          book.add(subject.text, graph_.terms().text(one.object));
      }
    }
  }

  void fault(std::string_view code, const std::string& message) {
    has_fault_ = true;
    report_(code, message);
  }

  /// The IRI, or `_:` and label, that a name stands for; empty after a message where there is none.
  std::string find(const NameBook& book, std::string_view what, const std::string& name) {
    return sole(book.find(name), what, name);
  }

  std::string sole(FoundName found, std::string_view what, const std::string& name) {
    if (!found.candidates.empty()) {
      fault("select-ambiguous", fmt::format("'{}' may be any of {} things: <{}>; name one by its IRI", name,
                                            found.candidates.size(), fmt::join(found.candidates, ">, <")));
    } else if (found.name.empty()) {
      fault("select-unknown-name",
            fmt::format("no {} is called '{}'{}", what, name,
                        found.suggestion.empty() ? "" : fmt::format("; did you mean '{}'?", found.suggestion)));
    }
    return std::move(found.name);
  }

  TermId term_of(const std::string& name) const {
    return graph_.terms().find(name.starts_with("_:") ? TermView::blank(std::string_view(name).substr(2))
                                                      : TermView::iri(name));
  }

  void read_entities(const ManifestSelection& options, Selection& selection) {
    NameBook names = book();
    for (std::uint32_t node = 0; node < view_.node_count(); ++node) add_resource(view_.resource(node), names);
    add_labels(names);
    for (const std::string& one : options.near)
      if (const std::string name = find(names, "entity", one); !name.empty()) selection.near.push_back(term_of(name));
    if (options.path.empty()) return;
    const std::string from = find(names, "entity", options.path[0]);
    const std::string to = find(names, "entity", options.path[1]);
    if (!from.empty() && from == to)
      fault("select-one-end",
            fmt::format("'{}' and '{}' are one thing, <{}>: a path needs two", options.path[0], options.path[1], from));
    if (!from.empty() && !to.empty()) selection.path.emplace(term_of(from), term_of(to));
  }

  /// The classes that nodes have, each once.
  std::vector<TermId> node_classes() const {
    std::vector<bool> is_known(graph_.terms().size());
    std::vector<TermId> classes;
    for (std::uint32_t node = 0; node < view_.node_count(); ++node) {
      for (TermId type : view_.types(node)) {
        if (is_known[index(type)]) continue;
        is_known[index(type)] = true;
        classes.push_back(type);
      }
    }
    return classes;
  }

  /// The classes that nodes have, also by the labels of the ontology.
  NameBook book_of_classes(const std::vector<TermId>& classes) const {
    NameBook names = book();
    for (TermId one : classes) {
      add_resource(one, names);
      const std::string_view iri = graph_.terms().text(one);
      const ClassId known = ontology_ == nullptr ? ClassId::none : ontology_->find_class(iri);
      if (known != ClassId::none) names.add(iri, ontology_->at(known).label);
    }
    return names;
  }

  /// A name means first what is there, rather than what another vocabulary calls the same.
  void read_classes(const ManifestSelection& options, Selection& selection) {
    const std::vector<TermId> classes = node_classes();
    const NameBook of_nodes = book_of_classes(classes);
    NameBook all = of_nodes;
    if (ontology_ != nullptr)
      for (const OntologyClass& one : ontology_->classes()) all.add(one.iri, one.label);
    for (const std::string& word : options.classes) {
      FoundName found = of_nodes.find(word);
      if (found.name.empty() && found.candidates.empty()) found = all.find(word);
      const std::string wanted = sole(std::move(found), "class", word);
      if (wanted.empty()) continue;
      for (TermId one : classes)
        if (is_below_class(graph_.terms().text(one), wanted)) selection.classes.push_back(one);
      // A class that no node has chooses nothing, not all.
      if (selection.classes.empty()) selection.classes.push_back(TermId::none);
    }
  }

  bool is_below_class(std::string_view sub, std::string_view super) const {
    if (sub == super) return true;
    if (ontology_ == nullptr) return false;
    const ClassId a = ontology_->find_class(sub);
    const ClassId b = ontology_->find_class(super);
    return a != ClassId::none && b != ClassId::none && ontology_->is_subclass(a, b);
  }

  void read_relations(const ManifestSelection& options, Selection& selection) {
    std::vector<TermId> relations;
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      if (const TermId one = view_.predicate(edge);
          std::find(relations.begin(), relations.end(), one) == relations.end())
        relations.push_back(one);
    NameBook names = book();
    for (TermId one : relations) add_resource(one, names);
    if (ontology_ != nullptr)
      for (const Property& one : ontology_->properties())
        if (one.kind != PropertyKind::datatype) names.add(one.iri, one.label);
    for (const std::string& word : options.relations) {
      const std::string wanted = find(names, "relation", word);
      if (wanted.empty()) continue;
      for (TermId one : relations)
        if (is_below_property(graph_.terms().text(one), wanted)) selection.relations.push_back(one);
      if (selection.relations.empty()) selection.relations.push_back(TermId::none);
    }
  }

  bool is_below_property(std::string_view sub, std::string_view super) const {
    if (sub == super) return true;
    if (ontology_ == nullptr) return false;
    const PropertyId a = ontology_->find_property(sub);
    const PropertyId b = ontology_->find_property(super);
    return a != PropertyId::none && b != PropertyId::none && ontology_->is_subproperty(a, b);
  }

  void read_sources(const ManifestSelection& options, Selection& selection) {
    std::vector<bool> is_known(graph_.terms().size());
    NameBook names = book();
    for (const Evidence& one : graph_.evidence()) {
      if (one.source == TermId::none || is_known[index(one.source)]) continue;
      is_known[index(one.source)] = true;
      add_resource(one.source, names);
    }
    for (const std::string& word : options.sources)
      if (const std::string name = find(names, "source", word); !name.empty())
        selection.sources.push_back(term_of(name));
  }

  void read_time(const std::string& text, Selection& selection) {
    const TimeResult time = parse_time(text);
    if (time.span)
      selection.time = time.span;
    else
      fault("time", fmt::format("'{}' is no time: {}", text, time.error->message));
  }

  const PropertyGraph& view_;
  const Graph& graph_;
  const PropertyGraphOptions& shown_;
  const Ontology* ontology_;
  const SelectionFault& report_;
  bool has_fault_ = false;
};

/// NaN compares with nothing, and so lies in every range for CLI11.
std::string find_no_number(const std::string& text) {
  return ascii_lower(text).find("nan") == std::string::npos ? std::string{}
                                                            : fmt::format("Value {} is no number", text);
}

}  // namespace

void declare_selection(CLI::App& app, ManifestSelection& options) {
  CLI::Option* const near =
      app.add_option("--near", options.near, "select what is near this entity; may be given several times")
          ->type_name("NAME");
  app.add_option("--steps", options.steps, "how many edges away that is")->capture_default_str()->needs(near);
  app.add_option("--path", options.path, "select the shortest paths between two entities")
      ->type_name("NAME")
      ->expected(2);
  app.add_option("--class", options.classes, "select members of this class; may be given several times")
      ->type_name("CLASS");
  app.add_option("--relation", options.relations, "select edges of this relation; may be given several times")
      ->type_name("RELATION");
  app.add_option("--source", options.sources, "select edges that this document states; may be given several times")
      ->type_name("SOURCE");
  app.add_option("--time", options.time, "select edges that hold at this time: 2022, 2020/2022-06")->type_name("TIME");
  app.add_option("--confidence", options.confidence, "select edges that are at least so sure, 0 to 1")
      ->type_name("NUMBER")
      ->check(CLI::Range(0.0, 1.0))
      ->check(find_no_number);
  app.add_flag("--largest-component", options.largest_component, "of what is left, select the largest connected part");
}

std::optional<SelectedPart> select_part(const Graph& graph, const PropertyGraphOptions& shown, const Ontology* ontology,
                                        const ManifestSelection& options, bool is_rdf, const SelectionFault& report) {
  // Claims are copied too, since RDF carries them in any case; steps lead over them only if they are shown.
  PropertyGraphOptions all = shown;
  all.view.claims = true;
  const PropertyGraph view(graph, all);
  const std::optional<Selection> selection = SelectionReader(view, shown, ontology, report).read(options);
  if (!selection) return std::nullopt;
  const Claims claims = shown.view.claims ? Claims::walked : is_rdf ? Claims::copied : Claims::hidden;
  const Selected selected = choose(view, *selection, claims);
  if (selected.node_count == 0)
    report("select-empty", options.path.empty()
                               ? std::string("nothing in the graph meets all conditions of the selection")
                               : fmt::format("no path joins '{}' and '{}'", options.path[0], options.path[1]));
  SelectedPart part{copy_selected(view, selected, is_rdf), {}, labels_at_edges(view, selected)};
  if (selection->path) part.path = path_text(view, selected, view.node(selection->path->first));
  return part;
}

std::map<std::string, std::string, std::less<>> labels_at_edges(const PropertyGraph& view, const Selected& selected) {
  std::map<std::string, std::string, std::less<>> labels;
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge) {
    const Fact* fact = selected.edges[edge] ? view.fact(edge) : nullptr;
    if (fact == nullptr) continue;
    for (TermId one : {fact->place, fact->speaker})
      if (one != TermId::none && view.own_label(one) != TermId::none)
        labels.emplace(view.graph().view(one).text, view.label(one));
  }
  return labels;
}

PropertyGraphOptions shown_by(const ExportOptions& options) {
  PropertyGraphOptions shown;
  shown.view = options.view;
  shown.profile = options.profile;
  shown.events = options.events;
  shown.prefixes = options.prefixes;
  shown.base = options.base;
  return shown;
}

}  // namespace graphwright::cli
