#include "type_inference.hpp"

#include "graphwright/canonical_order.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "meanings.hpp"
#include "rule_iris.hpp"

namespace graphwright::entailment {
namespace {

/// A statement or fact that may be the premise of a type.
struct Ground {
  Statement statement;
  Qualifiers qualifiers;
  Premise premise;
};

class TypeInference {
 public:
  TypeInference(Graph& graph, const Ontology& ontology, Conclusions& conclusions)
      : graph_(graph),
        ontology_(ontology),
        conclusions_(conclusions),
        meanings_(graph, ontology),
        types_(graph, ontology, meanings_),
        rdf_type_(graph.terms().intern_iri(iri::rdf::type)) {}

  void run() {
    for (const Ground& ground : grounds()) {
      if (ground.statement.predicate == rdf_type_)
        add_superclasses(ground);
      else
        add_domain_and_range(ground);
    }
  }

 private:
  /// All that may give types: bare statements, then facts; collected first, since the graph grows.
  std::vector<Ground> grounds() {
    std::vector<Ground> all;
    for (StatementId id : canonical_statements(graph_))
      if (graph_.is_stated(id) && is_of_use(graph_.statement(id))) all.push_back({graph_.statement(id), {}, {id}});
    for (FactId fact : canonical_facts(graph_)) {
      const StatementId id = graph_.fact(fact).statement;
      if (is_of_use(graph_.statement(id)))
        all.push_back({graph_.statement(id), qualifiers_of(graph_.fact(fact)), {id, fact}});
    }
    return all;
  }

  bool is_of_use(const Statement& one) {
    if (one.predicate == rdf_type_) return meanings_.class_of(one.object) != ClassId::none;
    const PropertyId id = meanings_.property(one.predicate);
    return id != PropertyId::none && (!ontology_.at(id).domains.empty() || !ontology_.at(id).ranges.empty());
  }

  void add_superclasses(const Ground& ground) {
    if (ground.qualifiers.modality == Modality::denied) return;
    for (ClassId super : ontology_.superclasses(meanings_.class_of(ground.statement.object)))
      add(ground.statement.subject, super, rule::subclass, ground.premise, ground.qualifiers, ground.statement.graph);
  }

  void add_domain_and_range(const Ground& ground) {
    if (ground.qualifiers.modality != Modality::asserted) return;
    const Property& property = ontology_.at(meanings_.property(ground.statement.predicate));
    add_types(ground, ground.statement.subject, property.domains, rule::domain);
    if (graph_.view(ground.statement.object).is_resource())
      add_types(ground, ground.statement.object, property.ranges, rule::range);
  }

  void add_types(const Ground& ground, TermId resource, const std::vector<ClassUnion>& unions, std::string_view rule) {
    if (types_.has_type(resource)) return;
    for (const ClassUnion& one : unions) {
      if (one.size() != 1) continue;
      const std::optional<Premise> type = add(resource, one.front(), rule, ground.premise, {}, ground.statement.graph);
      if (!type) continue;
      for (ClassId super : ontology_.superclasses(one.front()))
        add(resource, super, rule::subclass, *type, {}, ground.statement.graph);
    }
  }

  std::optional<Premise> add(TermId resource, ClassId type, std::string_view rule, const Premise& premise,
                             const Qualifiers& qualifiers, TermId graph) {
    return conclusions_.add({.subject = resource,
                             .predicate = rdf_type_,
                             .object = graph_.terms().intern_iri(ontology_.at(type).iri),
                             .graph = graph,
                             .qualifiers = qualifiers,
                             .rule = rule,
                             .premises = {premise}});
  }

  Graph& graph_;
  const Ontology& ontology_;
  Conclusions& conclusions_;
  Meanings meanings_;
  AssertedTypes types_;
  TermId rdf_type_;
};

}  // namespace

void infer_types(Graph& graph, const Ontology& ontology, Conclusions& conclusions) {
  TypeInference(graph, ontology, conclusions).run();
}

}  // namespace graphwright::entailment
