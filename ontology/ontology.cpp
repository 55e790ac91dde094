#include "graphwright/ontology.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "axiom_reader.hpp"

namespace graphwright {
namespace {

/// All ids that can be reached from each id, without itself, in ascending order.
template <typename Id>
std::vector<std::vector<Id>> reachable(const std::vector<std::vector<Id>>& direct) {
  std::vector<std::vector<Id>> closure(direct.size());
  for (std::size_t start = 0; start < direct.size(); ++start) {
    std::vector<bool> seen(direct.size());
    seen[start] = true;
    std::vector<Id> open{static_cast<Id>(start)};
    while (!open.empty()) {
      const Id here = open.back();
      open.pop_back();
      for (Id next : direct[index(here)]) {
        if (seen[index(next)]) continue;
        seen[index(next)] = true;
        closure[start].push_back(next);
        open.push_back(next);
      }
    }
    std::sort(closure[start].begin(), closure[start].end());
  }
  return closure;
}

/// Adds what is not there yet, in order.
void merge(std::vector<ClassUnion>& into, const std::vector<ClassUnion>& from) {
  for (const ClassUnion& one : from)
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

}  // namespace

Ontology::Ontology(const Graph& axioms, Diagnostics& diagnostics) { AxiomReader(axioms, *this, diagnostics).read(); }

ClassId Ontology::find_class(std::string_view iri) const {
  const auto at = class_ids_.find(iri);
  return at == class_ids_.end() ? ClassId::none : at->second;
}

PropertyId Ontology::find_property(std::string_view iri) const {
  const auto at = property_ids_.find(iri);
  return at == property_ids_.end() ? PropertyId::none : at->second;
}

bool Ontology::is_subclass(ClassId sub, ClassId super) const {
  if (sub == super) return true;
  const std::span<const ClassId> above = superclasses(sub);
  return std::binary_search(above.begin(), above.end(), super);
}

bool Ontology::is_subproperty(PropertyId sub, PropertyId super) const {
  if (sub == super) return true;
  const std::vector<PropertyId>& above = superproperties_[index(sub)];
  return std::binary_search(above.begin(), above.end(), super);
}

bool Ontology::are_disjoint(ClassId a, ClassId b) const {
  std::vector<ClassId> above_a(superclasses(a).begin(), superclasses(a).end());
  std::vector<ClassId> above_b(superclasses(b).begin(), superclasses(b).end());
  above_a.push_back(a);
  above_b.push_back(b);
  for (ClassId x : above_a)
    for (ClassId y : above_b)
      if (exclude_each_other(x, y)) return true;
  return false;
}

/// Whether an axiom says so of these two themselves.
bool Ontology::exclude_each_other(ClassId a, ClassId b) const {
  if (disjoint_.contains({a, b})) return true;
  const std::vector<std::uint32_t>& groups = disjoint_groups_[index(a)];
  const std::vector<std::uint32_t>& others = disjoint_groups_[index(b)];
  return a != b && std::find_first_of(groups.begin(), groups.end(), others.begin(), others.end()) != groups.end();
}

bool Ontology::owns(std::string_view iri) const { return namespaces_.contains(namespace_of(iri)); }

void Ontology::close_classes(const std::set<std::pair<ClassId, ClassId>>& subclass_axioms) {
  std::vector<std::vector<ClassId>> direct(classes_.size());
  for (const auto& [sub, super] : subclass_axioms) direct[index(sub)].push_back(super);
  superclasses_ = reachable(direct);
}

void Ontology::close_properties() {
  std::vector<std::vector<PropertyId>> direct;
  for (Property& property : properties_) {
    std::sort(property.inverses.begin(), property.inverses.end());
    std::sort(property.superproperties.begin(), property.superproperties.end());
    direct.push_back(property.superproperties);
  }
  superproperties_ = reachable(direct);
}

void Ontology::complete_domains() {
  const std::vector<Property> declared = properties_;
  for (Property& property : properties_) {
    const bool has_range = !property.ranges.empty() || !property.datatypes.empty();
    if (property.domains.empty())
      for (PropertyId inverse : property.inverses) merge(property.domains, declared[index(inverse)].ranges);
    if (!has_range)
      for (PropertyId inverse : property.inverses) merge(property.ranges, declared[index(inverse)].domains);
  }
  const std::vector<Property> completed = properties_;
  for (std::size_t row = 0; row < properties_.size(); ++row) {
    Property& property = properties_[row];
    const bool has_range = !property.ranges.empty() || !property.datatypes.empty();
    const bool has_domain = !property.domains.empty();
    for (PropertyId super : superproperties_[row]) {
      if (!has_domain) merge(property.domains, completed[index(super)].domains);
      if (!has_range) merge(property.ranges, completed[index(super)].ranges);
      if (!has_range && property.datatypes.empty()) property.datatypes = completed[index(super)].datatypes;
    }
  }
}

std::string_view namespace_of(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("#/");
  return cut == std::string_view::npos ? std::string_view{} : iri.substr(0, cut + 1);
}

std::string_view local_name(std::string_view iri) { return iri.substr(namespace_of(iri).size()); }

namespace {

/// The one datatype of an attribute; what any literal may fill is left to the value.
std::string datatype_of(const Property& property) {
  const bool is_fixed = property.datatypes.size() == 1 && property.datatypes.front() != axiom::rdfs_literal &&
                        property.datatypes.front() != iri::rdf::lang_string;
  return is_fixed ? property.datatypes.front() : std::string{};
}

NameKind kind_of(const Property& property) {
  const bool is_attribute = property.kind == PropertyKind::datatype || property.kind == PropertyKind::annotation;
  return is_attribute ? NameKind::attribute : NameKind::relation;
}

/// Offers a declared name under its local name, unless the program keeps it to itself or it is taken.
void offer(Vocabulary& vocabulary, VocabularyName meaning, Location location, Diagnostics& diagnostics) {
  const std::string name(local_name(meaning.iri));
  if (meaning.iri.starts_with(iri::gw::ns) || name.empty()) return;
  if (const VocabularyName* first = vocabulary.find(name); first != nullptr)
    diagnostics.warning("ambiguous-name", location,
                        fmt::format("'{}' stands for <{}>; to mean <{}> write it with a prefix or in full", name,
                                    first->iri, meaning.iri));
  vocabulary.add(name, std::move(meaning));
}

}  // namespace

Vocabulary vocabulary_of(const Ontology& ontology, Diagnostics& diagnostics) {
  Vocabulary vocabulary;
  for (const OntologyClass& one : ontology.classes())
    if (one.is_declared) offer(vocabulary, {one.iri, NameKind::class_, {}}, one.location, diagnostics);
  for (const Property& one : ontology.properties())
    if (one.is_declared) offer(vocabulary, {one.iri, kind_of(one), datatype_of(one)}, one.location, diagnostics);
  return vocabulary;
}

}  // namespace graphwright
