#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graphwright/ontology.hpp"

namespace graphwright::entailment {

/// A rule with one premise: from `x p y` to `x yields y`, or to `y yields x` where it swaps.
struct Step {
  PropertyId yields = PropertyId::none;
  bool swaps = false;
  std::string_view rule;
};

/// A property chain and the relation that it yields.
struct ChainRule {
  PropertyId yields = PropertyId::none;
  std::vector<ChainLink> links;
  /// Whether it leads from other properties to a relation; one that continues its own relation does not.
  bool is_relation = false;
};

/// The place of a property in a chain.
struct ChainPlace {
  std::uint32_t chain = 0;
  std::uint32_t link = 0;
};

/// The rules in which each property is a premise.
class RuleTable {
 public:
  /// For `Derived::relations` only the rules on which a direct relation may rest.
  RuleTable(const Ontology& ontology, Derived derived);

  std::span<const Step> steps(PropertyId id) const { return rows_[index(id)].steps; }
  std::span<const ChainPlace> chain_places(PropertyId id) const { return rows_[index(id)].chain_places; }
  std::span<const std::uint32_t> shared_roles(PropertyId id) const { return rows_[index(id)].shared_roles; }
  std::span<const std::uint32_t> representations(PropertyId id) const { return rows_[index(id)].representations; }
  bool is_transitive(PropertyId id) const { return rows_[index(id)].is_transitive; }
  const ChainRule& chain(std::uint32_t number) const { return chains_[number]; }
  /// Whether any rule has the property as a premise.
  bool is_used(PropertyId id) const { return rows_[index(id)].is_used; }

 private:
  struct Row {
    std::vector<Step> steps;
    std::vector<ChainPlace> chain_places;
    std::vector<std::uint32_t> shared_roles;
    std::vector<std::uint32_t> representations;
    bool is_transitive = false;
    bool is_used = false;
  };

  void add_chains(const Ontology& ontology);
  void add_named_rules(const Ontology& ontology);
  void add_steps(const Ontology& ontology);
  void keep_what_relations_need();

  /// The properties on which direct relations rest: `is_wanted` those whose statements may lead to one,
  /// `is_aim` those of them that a rule reads as they are, so that it pays to turn an inverse into them.
  struct Demand {
    std::vector<bool> is_wanted;
    std::vector<bool> is_aim;
  };
  Demand find_demand() const;
  static bool is_active(const ChainRule& chain, const Demand& demand);

  std::vector<Row> rows_;
  std::vector<ChainRule> chains_;
};

}  // namespace graphwright::entailment
