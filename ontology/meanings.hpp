#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright {

/// What the terms of a graph are in an ontology, each looked up once.
class Meanings {
 public:
  Meanings(const Graph& graph, const Ontology& ontology) : graph_(graph), ontology_(ontology) {}

  PropertyId property(TermId term);
  ClassId class_of(TermId term);

 private:
  static constexpr std::uint32_t not_asked = 0xFFFFFFFE;

  const Graph& graph_;
  const Ontology& ontology_;
  std::vector<std::uint32_t> properties_;
  std::vector<std::uint32_t> classes_;
};

/// A class that a resource is stated to belong to, and the statement that says so.
struct AssertedType {
  ClassId type = ClassId::none;
  StatementId statement = StatementId::none;
};

/// The asserted types of all resources, as far as the ontology declares them.
class AssertedTypes {
 public:
  AssertedTypes(const Graph& graph, const Ontology& ontology, Meanings& meanings);

  /// The types of a resource in the order in which they were stated.
  std::span<const AssertedType> of(TermId resource) const;
  /// Whether some type of the resource is one of the classes or below one of them.
  bool is_any(TermId resource, const ClassUnion& classes) const;
  /// Whether the resource is stated to be of some class, known to the ontology or not.
  bool has_type(TermId resource) const { return rows_.contains(resource); }
  /// All resources with types, in the order of their first type statement.
  std::span<const TermId> resources() const { return resources_; }

 private:
  const Ontology& ontology_;
  std::unordered_map<TermId, std::vector<AssertedType>> rows_;
  std::vector<TermId> resources_;
};

/// Where a statement stands: its own position, else that of its first fact with one.
Location position_of(const Graph& graph, StatementId statement);

}  // namespace graphwright
