#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/vocabulary.hpp"

namespace graphwright {

enum class ClassId : std::uint32_t { none = 0xFFFFFFFF };
enum class PropertyId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::uint32_t index(ClassId id) { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t index(PropertyId id) { return static_cast<std::uint32_t>(id); }

/// A class of the ontology; one that is only named as a superclass of others is not declared.
struct OntologyClass {
  std::string iri;
  std::string label;
  bool is_declared = false;
  Location location;
};

/// What a domain or range admits: members of any of the classes (owl:unionOf).
using ClassUnion = std::vector<ClassId>;

enum class PropertyKind : std::uint8_t { object, datatype, annotation, unspecified };

/// One step of a property chain, taken against the direction of the property where `is_inverse`.
struct ChainLink {
  PropertyId property = PropertyId::none;
  bool is_inverse = false;
  friend bool operator==(const ChainLink&, const ChainLink&) = default;
};

/// A property of the ontology.
///
/// Several domains or ranges must all be met. Those that are not declared are taken from the inverse
/// property, else from the superproperties. Lists are sorted by IRI.
struct Property {
  std::string iri;
  std::string label;
  PropertyKind kind = PropertyKind::unspecified;
  bool is_declared = false;
  bool is_symmetric = false;
  bool is_transitive = false;
  std::vector<ClassUnion> domains;
  std::vector<ClassUnion> ranges;
  /// Datatype IRIs that the values of an attribute may have; empty: any.
  std::vector<std::string> datatypes;
  std::vector<PropertyId> inverses;
  std::vector<PropertyId> superproperties;
  std::vector<std::vector<ChainLink>> chains;
  Location location;
};

/// Any two different resources in `role` of one event stand in `yields` to each other.
struct SharedRoleRule {
  std::string iri;
  PropertyId role = PropertyId::none;
  PropertyId yields = PropertyId::none;
};

/// Persons stand for what they represent by `via`, in the relations of `applies_to`.
struct RepresentationRule {
  std::string iri;
  PropertyId via = PropertyId::none;
  std::vector<PropertyId> applies_to;
};

/// What a graph of RDFS and OWL statements says of classes and properties, made ready for checks and
/// inference.
///
/// Ids count up in the order of the IRIs, so nothing that walks over them depends on the order of the
/// file. Axioms that neither checks nor inference use are reported once a kind.
class Ontology {
 public:
  Ontology() = default;
  Ontology(const Graph& axioms, Diagnostics& diagnostics);

  std::span<const OntologyClass> classes() const { return classes_; }
  std::span<const Property> properties() const { return properties_; }
  std::span<const SharedRoleRule> shared_role_rules() const { return shared_role_rules_; }
  std::span<const RepresentationRule> representation_rules() const { return representation_rules_; }
  const OntologyClass& at(ClassId id) const { return classes_[index(id)]; }
  const Property& at(PropertyId id) const { return properties_[index(id)]; }

  /// Finds a class or property by its IRI; `none` where the ontology does not speak of it.
  ClassId find_class(std::string_view iri) const;
  PropertyId find_property(std::string_view iri) const;

  /// All superclasses of a class, without itself, in the order of their IRIs.
  std::span<const ClassId> superclasses(ClassId id) const { return superclasses_[index(id)]; }
  /// Whether every member of `sub` is a member of `super`; a class is a subclass of itself.
  bool is_subclass(ClassId sub, ClassId super) const;
  /// Whether every pair that stands in `sub` stands in `super`; a property is one of itself.
  bool is_subproperty(PropertyId sub, PropertyId super) const;
  /// Whether nothing can be a member of both, by themselves or by superclasses that exclude each other.
  bool are_disjoint(ClassId a, ClassId b) const;

  /// Whether the IRI lies in a namespace in which the ontology declares names.
  bool owns(std::string_view iri) const;

 private:
  friend class AxiomReader;

  bool exclude_each_other(ClassId a, ClassId b) const;
  void close_classes(const std::set<std::pair<ClassId, ClassId>>& subclass_axioms);
  void close_properties();
  void complete_domains();

  std::vector<OntologyClass> classes_;
  std::vector<Property> properties_;
  std::map<std::string, ClassId, std::less<>> class_ids_;
  std::map<std::string, PropertyId, std::less<>> property_ids_;
  std::vector<std::vector<ClassId>> superclasses_;
  std::vector<std::vector<PropertyId>> superproperties_;
  std::set<std::pair<ClassId, ClassId>> disjoint_;
  /// By class, the numbers of the groups of which no two members have anything in common (owl:AllDisjointClasses).
  std::vector<std::vector<std::uint32_t>> disjoint_groups_;
  std::set<std::string, std::less<>> namespaces_;
  std::vector<SharedRoleRule> shared_role_rules_;
  std::vector<RepresentationRule> representation_rules_;
};

/// The last part of an IRI, after `#` or `/`.
std::string_view local_name(std::string_view iri);
/// An IRI up to and including its last `#` or `/`.
std::string_view namespace_of(std::string_view iri);

/// The names that fact files may use: the local names of all declared classes and properties, except
/// those by which the program describes facts and evidence.
///
/// Where two of them share a local name, the first in the order class, property, IRI wins and a warning
/// tells how to write the other.
Vocabulary vocabulary_of(const Ontology& ontology, Diagnostics& diagnostics);

}  // namespace graphwright
