#include "axiom_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"

#include "axiom_iris.hpp"

namespace graphwright {
namespace {

using axiom::Names;

constexpr std::size_t max_list_length = 100000;
constexpr std::size_t max_chain_length = 8;

bool is_class_type(std::string_view type) { return type == axiom::owl_class || type == iri::rdfs::class_; }

bool is_property_type(std::string_view type) {
  return type == iri::rdf::property || (type.starts_with(iri::owl::ns) && type.ends_with("Property") &&
                                        !type.ends_with("OntologyProperty") && !type.ends_with("DeprecatedProperty"));
}

/// Labels in English are preferred, then those without a language, then the smallest language tag.
bool is_better_label(std::string_view language, std::string_view than) {
  const auto rank = [](std::string_view tag) { return tag == "en" ? 0 : tag.empty() ? 1 : 2; };
  return rank(language) != rank(than) ? rank(language) < rank(than) : language < than;
}

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

}  // namespace

AxiomReader::AxiomReader(const Graph& graph, Ontology& ontology, Diagnostics& diagnostics)
    : graph_(graph), ontology_(ontology), diagnostics_(diagnostics) {}

void AxiomReader::read() {
  index_statements();
  collect_names();
  number_names();
  read_axioms();
  ontology_.close_classes(subclass_axioms_);
  ontology_.close_properties();
  ontology_.complete_domains();
  settle_kinds();
  read_rules();
  find_namespaces();
  report_unused();
  report_empty_classes();
  report_impossible_properties();
}

void AxiomReader::index_statements() {
  for (StatementId id : canonical_statements(graph_)) {
    if (!graph_.is_asserted(id)) continue;
    order_.push_back(id);
    by_subject_[graph_.statement(id).subject].push_back(id);
  }
}

void AxiomReader::for_each_axiom(void (AxiomReader::*visit)(const Axiom&)) {
  for (StatementId id : order_) {
    const Statement one = graph_.statement(id);
    (this->*visit)({graph_.view(one.subject), graph_.view(one.predicate).text, graph_.view(one.object), one.subject,
                    one.object, graph_.location(id)});
  }
}

std::vector<TermId> AxiomReader::objects(TermId subject, std::string_view predicate) const {
  std::vector<TermId> found;
  const auto at = by_subject_.find(subject);
  if (at == by_subject_.end()) return found;
  for (StatementId id : at->second) {
    const Statement one = graph_.statement(id);
    if (graph_.view(one.predicate).text == predicate) found.push_back(one.object);
  }
  return found;
}

std::vector<TermId> AxiomReader::list(TermId head) const {
  std::vector<TermId> members;
  while (graph_.view(head).text != iri::rdf::nil && members.size() < max_list_length) {
    const std::vector<TermId> first = objects(head, iri::rdf::first);
    const std::vector<TermId> rest = objects(head, iri::rdf::rest);
    if (first.empty() || rest.empty()) break;
    members.push_back(first.front());
    head = rest.front();
  }
  return members;
}

bool AxiomReader::is_datatype(TermId term) const {
  if (axiom::is_standard_datatype(graph_.view(term).text)) return true;
  for (TermId type : objects(term, iri::rdf::type))
    if (graph_.view(type).text == axiom::rdfs_datatype) return true;
  return false;
}

// The names that the file speaks of

void AxiomReader::collect_names() {
  for (StatementId id : order_) {
    const Statement one = graph_.statement(id);
    const std::string_view predicate = graph_.view(one.predicate).text;
    const std::string_view object = graph_.view(one.object).text;
    if (predicate == iri::rdf::type) {
      if (is_class_type(object)) collect(one.subject, Names::class_);
      if (is_property_type(object)) collect(one.subject, Names::property);
    }
    for (const axiom::AxiomShape& shape : axiom::shapes) {
      if (shape.predicate != predicate) continue;
      collect(one.subject, shape.subject);
      collect(one.object, shape.object);
    }
  }
}

void AxiomReader::collect(TermId term, Names kind) {
  if (kind == Names::class_list || kind == Names::property_list) {
    for (TermId member : list(term)) collect(member, kind == Names::class_list ? Names::class_ : Names::property);
    return;
  }
  const TermView view = graph_.view(term);
  if (!view.is_iri()) return;
  if (kind == Names::property) property_names_.insert(view.text);
  const bool is_everything = view.text == axiom::owl_thing || view.text == axiom::rdfs_resource;
  if (kind == Names::class_ && !is_everything && !is_datatype(term)) class_names_.insert(view.text);
}

void AxiomReader::number_names() {
  for (std::string_view name : class_names_) {
    ontology_.class_ids_.emplace(name, static_cast<ClassId>(ontology_.classes_.size()));
    ontology_.classes_.push_back({std::string(name), std::string(local_name(name)), false, {}});
  }
  ontology_.disjoint_groups_.resize(ontology_.classes_.size());
  for (std::string_view name : property_names_) {
    ontology_.property_ids_.emplace(name, static_cast<PropertyId>(ontology_.properties_.size()));
    Property property;
    property.iri = name;
    property.label = local_name(name);
    ontology_.properties_.push_back(std::move(property));
  }
}

ClassId AxiomReader::class_of(TermId term) const { return ontology_.find_class(graph_.view(term).text); }

PropertyId AxiomReader::property_of(TermId term) const { return ontology_.find_property(graph_.view(term).text); }

PropertyId AxiomReader::first_property(TermId subject, std::string_view predicate) const {
  for (TermId object : objects(subject, predicate))
    if (const PropertyId property = property_of(object); property != PropertyId::none) return property;
  return PropertyId::none;
}

// Axioms

void AxiomReader::read_axioms() {
  for_each_axiom(&AxiomReader::read_type);
  for_each_axiom(&AxiomReader::read_class_axiom);
  for_each_axiom(&AxiomReader::read_property_axiom);
  for_each_axiom(&AxiomReader::read_label);
  for_each_axiom(&AxiomReader::note_unused);
}

void AxiomReader::read_type(const Axiom& axiom) {
  if (axiom.predicate != iri::rdf::type) return;
  const std::string_view type = axiom.object.text;
  if (const ClassId id = class_of(axiom.subject_id); id != ClassId::none && is_class_type(type)) {
    OntologyClass& one = ontology_.classes_[index(id)];
    one.is_declared = true;
    one.location = axiom.location;
  }
  if (type == axiom::all_disjoint_classes)
    for (TermId head : objects(axiom.subject_id, axiom::members)) read_disjoint_classes(head, axiom.location);
  const PropertyId id = property_of(axiom.subject_id);
  if (id == PropertyId::none || !is_property_type(type)) return;
  Property& property = ontology_.properties_[index(id)];
  property.is_declared = true;
  property.location = axiom.location;
  if (type == axiom::datatype_property) property.kind = PropertyKind::datatype;
  if (type == axiom::annotation_property) property.kind = PropertyKind::annotation;
  if (type == axiom::object_property || type == axiom::symmetric_property || type == axiom::transitive_property)
    property.kind = PropertyKind::object;
  property.is_symmetric |= type == axiom::symmetric_property;
  property.is_transitive |= type == axiom::transitive_property;
}

void AxiomReader::add_subclass(ClassId sub, ClassId super) {
  if (sub != ClassId::none && super != ClassId::none && sub != super) subclass_axioms_.emplace(sub, super);
}

void AxiomReader::read_class_axiom(const Axiom& axiom) {
  const ClassId subject = class_of(axiom.subject_id);
  if (subject == ClassId::none) return;
  const ClassId object = class_of(axiom.object_id);
  if (axiom.predicate == iri::rdfs::sub_class_of || axiom.predicate == axiom::equivalent_class)
    add_subclass(subject, object);
  if (axiom.predicate == axiom::equivalent_class) {
    add_subclass(object, subject);
    for (TermId head : objects(axiom.object_id, axiom::union_of))
      for (TermId member : list(head)) add_subclass(class_of(member), subject);
  }
  if (axiom.predicate == axiom::union_of)
    for (TermId member : list(axiom.object_id)) add_subclass(class_of(member), subject);
  if (axiom.predicate == axiom::disjoint_with && object != ClassId::none) {
    ontology_.disjoint_.emplace(subject, object);
    ontology_.disjoint_.emplace(object, subject);
    disjoint_places_.try_emplace({std::min(subject, object), std::max(subject, object)}, axiom.location);
  }
}

void AxiomReader::read_disjoint_classes(TermId head, Location location) {
  const auto number = static_cast<std::uint32_t>(group_places_.size());
  group_places_.push_back(location);
  for (TermId member : list(head))
    if (const ClassId id = class_of(member); id != ClassId::none)
      add_once(ontology_.disjoint_groups_[index(id)], number);
}

ClassUnion AxiomReader::union_of(TermId expression) const {
  ClassUnion classes;
  if (const ClassId named = class_of(expression); named != ClassId::none) classes.push_back(named);
  for (TermId head : objects(expression, axiom::union_of))
    if (graph_.view(expression).is_blank())
      for (TermId member : list(head))
        if (const ClassId id = class_of(member); id != ClassId::none) add_once(classes, id);
  return classes;
}

void AxiomReader::read_property_axiom(const Axiom& axiom) {
  const PropertyId subject = property_of(axiom.subject_id);
  if (subject == PropertyId::none) return;
  Property& property = ontology_.properties_[index(subject)];
  if (axiom.predicate == iri::rdfs::range) read_range(property, axiom);
  if (axiom.predicate == axiom::property_chain) read_chain(subject, axiom);
  if (axiom.predicate == iri::rdfs::domain)
    if (ClassUnion classes = union_of(axiom.object_id); !classes.empty())
      add_once(property.domains, std::move(classes));
  const PropertyId object = property_of(axiom.object_id);
  if (object == PropertyId::none) return;
  Property& other = ontology_.properties_[index(object)];
  if (axiom.predicate == axiom::inverse_of) {
    add_once(property.inverses, object);
    add_once(other.inverses, subject);
    property.is_symmetric |= subject == object;
  }
  const bool is_equivalence = axiom.predicate == axiom::equivalent_property;
  if ((axiom.predicate == iri::rdfs::sub_property_of || is_equivalence) && subject != object)
    add_once(property.superproperties, object);
  if (is_equivalence && subject != object) add_once(other.superproperties, subject);
}

void AxiomReader::read_range(Property& property, const Axiom& axiom) {
  std::vector<TermId> alternatives{axiom.object_id};
  if (axiom.object.is_blank())
    for (TermId head : objects(axiom.object_id, axiom::union_of)) alternatives = list(head);
  for (TermId one : alternatives)
    if (is_datatype(one)) add_once(property.datatypes, std::string(graph_.view(one).text));
  if (!property.datatypes.empty()) return;
  if (ClassUnion classes = union_of(axiom.object_id); !classes.empty()) add_once(property.ranges, std::move(classes));
}

void AxiomReader::read_chain(PropertyId property, const Axiom& axiom) {
  std::vector<ChainLink> chain;
  const std::vector<TermId> members = list(axiom.object_id);
  for (TermId member : members) {
    const bool is_inverse = graph_.view(member).is_blank();
    const PropertyId link = is_inverse ? first_property(member, axiom::inverse_of) : property_of(member);
    if (link != PropertyId::none) chain.push_back({link, is_inverse});
  }
  if (chain.size() == members.size() && chain.size() >= 2 && chain.size() <= max_chain_length) {
    add_once(ontology_.properties_[index(property)].chains, std::move(chain));
    return;
  }
  diagnostics_.warning(
      "unsupported-axiom", axiom.location,
      fmt::format("the property chain of '{}' is not used: it needs two to {} properties or inverses of properties",
                  local_name(axiom.subject.text), max_chain_length));
}

void AxiomReader::read_label(const Axiom& axiom) {
  if (axiom.predicate != iri::rdfs::label || !axiom.object.is_literal()) return;
  const std::string_view language = axiom.object.language();
  const auto at = label_languages_.find(axiom.subject.text);
  if (at != label_languages_.end() && !is_better_label(language, at->second)) return;
  label_languages_.insert_or_assign(std::string(axiom.subject.text), std::string(language));
  if (const ClassId id = class_of(axiom.subject_id); id != ClassId::none)
    ontology_.classes_[index(id)].label = axiom.object.text;
  if (const PropertyId id = property_of(axiom.subject_id); id != PropertyId::none)
    ontology_.properties_[index(id)].label = axiom.object.text;
}

void AxiomReader::settle_kinds() {
  for (Property& property : ontology_.properties_) {
    if (property.kind != PropertyKind::unspecified) continue;
    if (!property.datatypes.empty()) property.kind = PropertyKind::datatype;
    if (!property.ranges.empty()) property.kind = PropertyKind::object;
  }
}

// Rules

void AxiomReader::read_rules() {
  for (StatementId id : order_) {
    const Statement one = graph_.statement(id);
    if (graph_.view(one.predicate).text != iri::rdf::type) continue;
    const std::string_view type = graph_.view(one.object).text;
    if (type == axiom::shared_role_rule) read_shared_role_rule(one.subject, graph_.location(id));
    if (type == axiom::representation_rule) read_representation_rule(one.subject, graph_.location(id));
  }
}

void AxiomReader::read_shared_role_rule(TermId rule, Location location) {
  const SharedRoleRule one{std::string(graph_.view(rule).text), first_property(rule, axiom::role),
                           first_property(rule, axiom::yields)};
  if (one.role != PropertyId::none && one.yields != PropertyId::none) {
    ontology_.shared_role_rules_.push_back(one);
    return;
  }
  diagnostics_.warning("incomplete-rule", location,
                       fmt::format("the rule '{}' is not used: it needs gw:role and gw:yields", local_name(one.iri)));
}

void AxiomReader::read_representation_rule(TermId rule, Location location) {
  RepresentationRule one{std::string(graph_.view(rule).text), first_property(rule, axiom::via), {}};
  for (TermId relation : objects(rule, axiom::applies_to)) add_once(one.applies_to, property_of(relation));
  if (one.via != PropertyId::none && !one.applies_to.empty()) {
    ontology_.representation_rules_.push_back(std::move(one));
    return;
  }
  diagnostics_.warning("incomplete-rule", location,
                       fmt::format("the rule '{}' is not used: it needs gw:via and gw:appliesTo", local_name(one.iri)));
}

// Namespaces, and what is not used

void AxiomReader::find_namespaces() {
  std::set<std::string, std::less<>> all;
  for (const OntologyClass& one : ontology_.classes_)
    if (one.is_declared) all.emplace(namespace_of(one.iri));
  for (const Property& one : ontology_.properties_)
    if (one.is_declared) all.emplace(namespace_of(one.iri));
  for (StatementId id : order_) {
    const Statement one = graph_.statement(id);
    if (graph_.view(one.predicate).text != iri::rdf::type || graph_.view(one.object).text != axiom::owl_ontology)
      continue;
    const std::string name(graph_.view(one.subject).text);
    for (const std::string& candidate : {name, name + "#", name + "/"})
      if (all.contains(candidate)) ontology_.namespaces_.insert(candidate);
  }
  if (ontology_.namespaces_.empty()) ontology_.namespaces_ = std::move(all);
}

void AxiomReader::note_unused(const Axiom& axiom) {
  const bool is_type = axiom.predicate == iri::rdf::type;
  const std::string_view name = is_type ? axiom.object.text : axiom.predicate;
  const bool is_swrl_rule = is_type && name == axiom::swrl_rule;
  const bool is_owl = name.starts_with(iri::owl::ns) && !axiom::is_without_effect(local_name(name));
  if (!is_swrl_rule && !is_owl) return;
  // OWL 2 RL has these for 0 and 1 only (OWL 2 Profiles, 4.2.3).
  const bool is_maximum = name == axiom::max_cardinality || name == axiom::max_qualified_cardinality;
  if (is_maximum && (axiom.object.text == "0" || axiom.object.text == "1")) return;
  Unused& unused = unused_[fmt::format("{}:{}", is_owl ? "owl" : "swrl", local_name(name))];
  if (unused.count++ == 0) unused.location = axiom.location;
}

void AxiomReader::report_unused() {
  for (const auto& [name, unused] : unused_)
    diagnostics_.warning("unsupported-axiom", unused.location,
                         fmt::format("'{}' is used neither by checks nor by inference ({} {})", name, unused.count,
                                     unused.count == 1 ? "time" : "times"));
}

}  // namespace graphwright
