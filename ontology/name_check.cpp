#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "checks.hpp"
#include "wording.hpp"

namespace graphwright {
namespace {

/// Names that the ontology should know and does not: each reported once, where it first stands.
class UnknownNames {
 public:
  explicit UnknownNames(CheckContext& context) : context_(context) {}

  void run() {
    const TermId rdf_type = context_.graph.terms().find_iri(iri::rdf::type);
    for (std::uint32_t row = 0; row < context_.graph.statement_count(); ++row) {
      const auto id = static_cast<StatementId>(row);
      const Statement one = context_.graph.statement(id);
      if (is_unknown_property(one.predicate)) note(one.predicate, id, false);
      if (one.predicate == rdf_type && is_unknown_class(one.object)) note(one.object, id, true);
    }
    for (TermId term : order_) report(term, found_.at(term));
  }

 private:
  struct Found {
    StatementId first;
    std::size_t count;
    bool is_class;
  };

  bool is_owned(TermId term) const {
    const TermView view = context_.graph.view(term);
    return view.is_iri() && context_.ontology.owns(view.text) && !iri::gw::is_graph_file_word(view.text);
  }

  bool is_unknown_property(TermId term) {
    const PropertyId id = context_.meanings.property(term);
    return (id == PropertyId::none || !context_.ontology.at(id).is_declared) && is_owned(term);
  }

  bool is_unknown_class(TermId term) {
    const ClassId id = context_.meanings.class_of(term);
    return (id == ClassId::none || !context_.ontology.at(id).is_declared) && is_owned(term);
  }

  void note(TermId term, StatementId statement, bool is_class) {
    const auto [at, is_new] = found_.try_emplace(term, Found{statement, 0, is_class});
    ++at->second.count;
    if (is_new) order_.push_back(term);
  }

  void report(TermId term, const Found& found) {
    const std::string_view iri = context_.graph.view(term).text;
    const bool is_other = found.is_class ? context_.meanings.property(term) != PropertyId::none
                                         : context_.meanings.class_of(term) != ClassId::none;
    std::string message = fmt::format("unknown {} {}", found.is_class ? "class" : "relation", wording::shown(iri));
    if (is_other) message += fmt::format(", which is a {}", found.is_class ? "relation" : "class");
    if (found.count > 1) message += fmt::format(" ({} times)", found.count);
    context_.diagnostics.error(found.is_class ? "unknown-class" : "unknown-relation",
                               position_of(context_.graph, found.first), std::move(message),
                               did_you_mean(nearest(local_name(iri), found.is_class)));
  }

  std::string nearest(std::string_view name, bool is_class) const {
    std::vector<std::string_view> candidates;
    if (is_class) {
      for (const OntologyClass& one : context_.ontology.classes())
        if (one.is_declared) candidates.push_back(local_name(one.iri));
    } else {
      for (const Property& one : context_.ontology.properties())
        if (one.is_declared) candidates.push_back(local_name(one.iri));
    }
    return nearest_name(name, candidates);
  }

  CheckContext& context_;
  std::unordered_map<TermId, Found> found_;
  std::vector<TermId> order_;
};

/// Names below the graph's own IRI that stand in relations although nobody declared them.
class UndeclaredNames {
 public:
  UndeclaredNames(CheckContext& context, std::string_view names_below) : context_(context), below_(names_below) {
    declared_.insert(context.types.resources().begin(), context.types.resources().end());
    declared_.insert(context.graph.nodes().begin(), context.graph.nodes().end());
  }

  void run() {
    const Graph& graph = context_.graph;
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
      const auto id = static_cast<StatementId>(row);
      const Statement one = graph.statement(id);
      if (context_.meanings.property(one.predicate) == PropertyId::none) continue;
      if (is_undeclared(one.subject)) report(one.subject, "unknown-entity", "", position_of(graph, id));
      if (is_undeclared(one.object)) report(one.object, "unknown-entity", "", position_of(graph, id));
    }
    for (std::uint32_t row = 0; row < graph.facts().size(); ++row) {
      const Fact& fact = graph.facts()[row];
      const Location location = graph.location(static_cast<FactId>(row));
      if (is_undeclared(fact.place)) report(fact.place, "dangling-reference", "the place ", location);
      if (is_undeclared(fact.speaker)) report(fact.speaker, "dangling-reference", "the speaker ", location);
    }
  }

 private:
  bool is_undeclared(TermId term) const {
    const TermView view = context_.graph.view(term);
    return view.is_iri() && view.text.starts_with(below_) && view.text.size() > below_.size() &&
           !declared_.contains(term);
  }

  void report(TermId term, std::string_view code, std::string_view what, Location location) {
    if (!reported_.insert(term).second) return;
    const std::string_view name = context_.graph.view(term).text.substr(below_.size());
    context_.diagnostics.error(code, location, fmt::format("{}'{}' is declared nowhere", what, name),
                               did_you_mean(nearest(name)));
  }

  std::string nearest(std::string_view name) {
    if (candidates_.empty())
      for (TermId term : declared_)
        if (const TermView view = context_.graph.view(term); view.is_iri() && view.text.starts_with(below_))
          candidates_.push_back(view.text.substr(below_.size()));
    return nearest_name(name, candidates_);
  }

  CheckContext& context_;
  std::string_view below_;
  std::set<TermId> declared_;
  std::set<TermId> reported_;
  std::vector<std::string_view> candidates_;
};

}  // namespace

void check_names(CheckContext& context, const CheckOptions& options) {
  UnknownNames(context).run();
  if (!options.names_below.empty()) UndeclaredNames(context, options.names_below).run();
}

}  // namespace graphwright
