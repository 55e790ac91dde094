#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema_graph.hpp"

namespace graphwright::entailment {

/// A conclusion from one premise to another property or class.
struct OwlStep {
  TermId yields = TermId::none;
  std::string_view rule;
};

/// A step of a property chain, taken backwards where `is_inverse`.
struct OwlLink {
  TermId property = TermId::none;
  bool is_inverse = false;
};

struct OwlChain {
  TermId yields = TermId::none;
  std::vector<OwlLink> links;
};

struct OwlChainPlace {
  std::uint32_t chain = 0;
  std::uint32_t link = 0;
};

/// A class whose members have something in common: all of `parts`.
struct OwlIntersection {
  TermId whole = TermId::none;
  std::vector<TermId> parts;
};

/// A class of what stands in a property to some, only, or at most so many of `filler`, or to the value
/// `filler`; a filler `none` is anything.
struct OwlRestriction {
  TermId whole = TermId::none;
  TermId property = TermId::none;
  TermId filler = TermId::none;
  std::uint32_t most = 0;
  bool is_qualified = false;
};

/// Members of `whole` that agree in all of `properties` are the same.
struct OwlKey {
  TermId whole = TermId::none;
  std::vector<TermId> properties;
};

/// That subject and object are not related: a negative property assertion.
struct OwlDenial {
  TermId subject = TermId::none;
  TermId object = TermId::none;
};

/// What excludes what, and by which rule.
struct OwlExclusion {
  TermId other = TermId::none;
  std::string_view rule;
};

/// The axioms in which a property is a premise.
struct OwlProperty {
  std::vector<TermId> domains;
  std::vector<TermId> ranges;
  std::vector<OwlStep> supers;
  std::vector<OwlStep> inverses;
  std::vector<OwlChainPlace> chain_places;
  std::vector<OwlExclusion> exclusions;
  std::vector<OwlDenial> denials;
  /// Numbers of groups of which no two hold of the same pair.
  std::vector<std::uint32_t> exclusive_groups;
  /// Rows of the schema's lists.
  std::vector<std::uint32_t> some_values;
  std::vector<std::uint32_t> all_values;
  std::vector<std::uint32_t> values;
  std::vector<std::uint32_t> maxima;
  std::vector<std::uint32_t> keys;
  bool is_symmetric = false;
  bool is_transitive = false;
  bool is_functional = false;
  bool is_inverse_functional = false;
  bool is_irreflexive = false;
  bool is_asymmetric = false;
  /// Whether statements must be findable by their subject and object: some rule joins them.
  bool is_joined = false;
};

/// The axioms in which a class is a premise.
struct OwlClass {
  std::vector<OwlStep> supers;
  std::vector<OwlExclusion> exclusions;
  /// Numbers of groups of which no two have a member in common.
  std::vector<std::uint32_t> exclusive_groups;
  std::vector<std::uint32_t> intersections;
  std::vector<std::uint32_t> some_values_as_filler;
  std::vector<std::uint32_t> maxima_as_filler;
  std::vector<std::uint32_t> all_values;
  std::vector<std::uint32_t> values;
  std::vector<std::uint32_t> maxima;
  std::vector<std::uint32_t> keys;
};

/// The axioms of OWL 2 RL, compiled: what follows from a statement is found by its property or class.
class OwlSchema {
 public:
  explicit OwlSchema(const SchemaGraph& graph);

  /// The axioms of a property or class; null where there are none.
  const OwlProperty* property(TermId term) const { return find(properties_, property_rows_, term); }
  const OwlClass* class_of(TermId term) const { return find(classes_, class_rows_, term); }

  const OwlChain& chain(std::uint32_t row) const { return chains_[row]; }
  const OwlIntersection& intersection(std::uint32_t row) const { return intersections_[row]; }
  const OwlRestriction& restriction(std::uint32_t row) const { return restrictions_[row]; }
  const OwlKey& key(std::uint32_t row) const { return keys_[row]; }
  /// The properties of a group of which no two hold of the same pair.
  const std::vector<TermId>& exclusive_properties(std::uint32_t group) const { return exclusive_properties_[group]; }

  /// Members of enumerations (owl:oneOf), each with its class.
  const std::vector<OwlIntersection>& enumerations() const { return enumerations_; }
  /// Groups of which no two are the same, with the rule that says so.
  struct Group {
    std::vector<TermId> members;
    std::string_view rule;
  };
  const std::vector<Group>& all_different() const { return all_different_; }
  /// Whether some axiom can make two things the same.
  bool can_equate() const { return can_equate_; }
  /// Whether some rule asks which classes a thing has.
  bool asks_for_classes() const { return asks_for_classes_; }

 private:
  template <typename Row>
  static const Row* find(const std::vector<Row>& rows, const std::vector<std::uint32_t>& by_term, TermId term) {
    if (index(term) >= by_term.size() || by_term[index(term)] == no_row) return nullptr;
    return &rows[by_term[index(term)]];
  }
  static constexpr std::uint32_t no_row = 0xFFFFFFFF;

  OwlProperty& property_at(TermId term);
  OwlClass& class_at(TermId term);

  void read_property_types(const SchemaGraph& graph);
  void read_property_steps(const SchemaGraph& graph);
  void read_chains(const SchemaGraph& graph);
  void read_property_exclusions(const SchemaGraph& graph);
  void read_denials(const SchemaGraph& graph);
  void read_class_steps(const SchemaGraph& graph);
  void read_class_exclusions(const SchemaGraph& graph);
  void read_restrictions(const SchemaGraph& graph);
  void read_maxima(const SchemaGraph& graph, std::string_view predicate, bool is_qualified);
  void read_keys(const SchemaGraph& graph);
  void read_differences(const SchemaGraph& graph);
  void settle_joins();
  std::uint32_t add(OwlRestriction restriction);
  /// Each use of a restriction, with its property.
  template <typename Use>
  void for_each_restriction(const SchemaGraph& graph, std::string_view predicate, Use use);

  std::vector<std::uint32_t> property_rows_;
  std::vector<std::uint32_t> class_rows_;
  std::vector<OwlProperty> properties_;
  std::vector<OwlClass> classes_;
  std::vector<OwlChain> chains_;
  std::vector<OwlIntersection> intersections_;
  std::vector<OwlIntersection> enumerations_;
  std::vector<OwlRestriction> restrictions_;
  std::vector<OwlKey> keys_;
  std::vector<std::vector<TermId>> exclusive_properties_;
  std::vector<Group> all_different_;
  bool can_equate_ = false;
  bool asks_for_classes_ = false;
};

}  // namespace graphwright::entailment
