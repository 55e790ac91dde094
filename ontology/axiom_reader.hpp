#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graphwright/ontology.hpp"

#include "axiom_iris.hpp"

namespace graphwright {

/// Fills an ontology from the statements of its file.
class AxiomReader {
 public:
  AxiomReader(const Graph& graph, Ontology& ontology, Diagnostics& diagnostics);
  void read();

 private:
  struct Axiom {
    TermView subject;
    std::string_view predicate;
    TermView object;
    TermId subject_id;
    TermId object_id;
    Location location;
  };

  void index_statements();
  void collect_names();
  void collect(TermId term, axiom::Names kind);
  void number_names();
  void read_axioms();
  void read_type(const Axiom& axiom);
  void read_class_axiom(const Axiom& axiom);
  void read_property_axiom(const Axiom& axiom);
  void read_range(Property& property, const Axiom& axiom);
  void read_label(const Axiom& axiom);
  void read_disjoint_classes(TermId list, Location location);
  void read_chain(PropertyId property, const Axiom& axiom);
  void read_rules();
  void read_shared_role_rule(TermId rule, Location location);
  void read_representation_rule(TermId rule, Location location);
  void add_subclass(ClassId sub, ClassId super);
  void find_namespaces();
  void settle_kinds();
  void note_unused(const Axiom& axiom);
  void report_empty_classes();
  void report_empty_class(ClassId id);
  void report_impossible_properties();
  void report_unused();

  std::vector<TermId> objects(TermId subject, std::string_view predicate) const;
  std::vector<TermId> list(TermId head) const;
  bool is_datatype(TermId term) const;
  ClassId class_of(TermId term) const;
  PropertyId property_of(TermId term) const;
  PropertyId first_property(TermId subject, std::string_view predicate) const;
  ClassUnion union_of(TermId expression) const;
  void for_each_axiom(void (AxiomReader::*visit)(const Axiom&));

  struct Unused {
    std::size_t count = 0;
    Location location;
  };

  const Graph& graph_;
  Ontology& ontology_;
  Diagnostics& diagnostics_;
  std::vector<StatementId> order_;
  std::unordered_map<TermId, std::vector<StatementId>> by_subject_;
  std::set<std::string_view> class_names_;
  std::set<std::string_view> property_names_;
  std::set<std::pair<ClassId, ClassId>> subclass_axioms_;
  std::map<std::string, std::string, std::less<>> label_languages_;
  std::map<std::string, Unused, std::less<>> unused_;
  /// Where classes are said to exclude others: each pair, or each group by its number.
  std::map<std::pair<ClassId, ClassId>, Location> disjoint_places_;
  std::vector<Location> group_places_;
};

}  // namespace graphwright
