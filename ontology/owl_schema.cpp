#include "owl_schema.hpp"

#include <algorithm>
#include <utility>

#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "rule_iris.hpp"

namespace graphwright::entailment {
namespace {

constexpr std::size_t longest_chain = 8;

template <typename Row>
Row& row_at(std::vector<Row>& rows, std::vector<std::uint32_t>& by_term, TermId term, std::uint32_t no_row) {
  if (index(term) >= by_term.size()) by_term.resize(index(term) + std::size_t{1}, no_row);
  std::uint32_t& row = by_term[index(term)];
  if (row == no_row) {
    row = static_cast<std::uint32_t>(rows.size());
    rows.emplace_back();
  }
  return rows[row];
}

/// Each list that nodes of a type hold.
template <typename Use>
void for_each_group(const SchemaGraph& graph, std::string_view type, std::string_view list, Use use) {
  for (TermId node : graph.instances(type))
    for (TermId head : graph.objects(node, list)) use(graph.list(head));
}

}  // namespace

OwlSchema::OwlSchema(const SchemaGraph& graph) {
  read_property_types(graph);
  read_property_steps(graph);
  read_chains(graph);
  read_property_exclusions(graph);
  read_denials(graph);
  read_class_steps(graph);
  read_class_exclusions(graph);
  read_restrictions(graph);
  read_keys(graph);
  read_differences(graph);
  settle_joins();
}

OwlProperty& OwlSchema::property_at(TermId term) { return row_at(properties_, property_rows_, term, no_row); }
OwlClass& OwlSchema::class_at(TermId term) { return row_at(classes_, class_rows_, term, no_row); }

// Properties

void OwlSchema::read_property_types(const SchemaGraph& graph) {
  const std::pair<std::string_view, bool OwlProperty::*> kinds[]{
      {axiom::symmetric_property, &OwlProperty::is_symmetric},
      {axiom::transitive_property, &OwlProperty::is_transitive},
      {axiom::functional_property, &OwlProperty::is_functional},
      {axiom::inverse_functional_property, &OwlProperty::is_inverse_functional},
      {axiom::irreflexive_property, &OwlProperty::is_irreflexive},
      {axiom::asymmetric_property, &OwlProperty::is_asymmetric}};
  for (const auto& [type, flag] : kinds)
    for (TermId property : graph.instances(type)) property_at(property).*flag = true;
}

void OwlSchema::read_property_steps(const SchemaGraph& graph) {
  for (const SchemaStatement& one : graph.with_predicate(iri::rdfs::sub_property_of))
    property_at(one.subject).supers.push_back({one.object, rule::subproperty});
  for (const SchemaStatement& one : graph.with_predicate(axiom::equivalent_property)) {
    property_at(one.subject).supers.push_back({one.object, rule::equivalent_property_1});
    property_at(one.object).supers.push_back({one.subject, rule::equivalent_property_2});
  }
  for (const SchemaStatement& one : graph.with_predicate(axiom::inverse_of)) {
    property_at(one.subject).inverses.push_back({one.object, rule::inverse_1});
    property_at(one.object).inverses.push_back({one.subject, rule::inverse_2});
  }
  for (const SchemaStatement& one : graph.with_predicate(iri::rdfs::domain))
    property_at(one.subject).domains.push_back(one.object);
  for (const SchemaStatement& one : graph.with_predicate(iri::rdfs::range))
    property_at(one.subject).ranges.push_back(one.object);
}

void OwlSchema::read_chains(const SchemaGraph& graph) {
  for (const SchemaStatement& one : graph.with_predicate(axiom::property_chain)) {
    OwlChain chain{one.subject, {}};
    for (TermId member : graph.list(one.object)) {
      const std::vector<TermId> inverse = graph.objects(member, axiom::inverse_of);
      const bool is_inverse = graph.view(member).is_blank() && !inverse.empty();
      chain.links.push_back({is_inverse ? inverse.front() : member, is_inverse});
    }
    if (chain.links.size() < 2 || chain.links.size() > longest_chain) continue;
    const auto number = static_cast<std::uint32_t>(chains_.size());
    for (std::uint32_t link = 0; link < chain.links.size(); ++link)
      property_at(chain.links[link].property).chain_places.push_back({number, link});
    chains_.push_back(std::move(chain));
  }
}

void OwlSchema::read_property_exclusions(const SchemaGraph& graph) {
  const auto exclude = [&](TermId a, TermId b, std::string_view rule) {
    property_at(a).exclusions.push_back({b, rule});
    property_at(b).exclusions.push_back({a, rule});
  };
  for (const SchemaStatement& one : graph.with_predicate(axiom::property_disjoint_with))
    exclude(one.subject, one.object, rule::disjoint_property);
  for_each_group(graph, axiom::all_disjoint_properties, axiom::members, [&](const std::vector<TermId>& members) {
    const auto group = static_cast<std::uint32_t>(exclusive_properties_.size());
    for (TermId member : members) property_at(member).exclusive_groups.push_back(group);
    exclusive_properties_.push_back(members);
  });
}

void OwlSchema::read_denials(const SchemaGraph& graph) {
  for (const SchemaStatement& one : graph.with_predicate(axiom::assertion_property))
    for (TermId subject : graph.objects(one.subject, axiom::source_individual))
      for (std::string_view target : {axiom::target_individual, axiom::target_value})
        for (TermId object : graph.objects(one.subject, target))
          property_at(one.object).denials.push_back({subject, object});
}

// Classes

void OwlSchema::read_class_steps(const SchemaGraph& graph) {
  for (const SchemaStatement& one : graph.with_predicate(iri::rdfs::sub_class_of))
    class_at(one.subject).supers.push_back({one.object, rule::subclass});
  for (const SchemaStatement& one : graph.with_predicate(axiom::equivalent_class)) {
    class_at(one.subject).supers.push_back({one.object, rule::equivalent_class_1});
    class_at(one.object).supers.push_back({one.subject, rule::equivalent_class_2});
  }
  for (const SchemaStatement& one : graph.with_predicate(axiom::union_of))
    for (TermId member : graph.list(one.object)) class_at(member).supers.push_back({one.subject, rule::class_union});
  for (const SchemaStatement& one : graph.with_predicate(axiom::intersection_of)) {
    const auto number = static_cast<std::uint32_t>(intersections_.size());
    intersections_.push_back({one.subject, graph.list(one.object)});
    for (TermId part : intersections_.back().parts) {
      class_at(one.subject).supers.push_back({part, rule::intersection_2});
      class_at(part).intersections.push_back(number);
    }
  }
  for (const SchemaStatement& one : graph.with_predicate(axiom::one_of))
    enumerations_.push_back({one.subject, graph.list(one.object)});
}

void OwlSchema::read_class_exclusions(const SchemaGraph& graph) {
  const auto exclude = [&](TermId a, TermId b, std::string_view rule) {
    class_at(a).exclusions.push_back({b, rule});
    class_at(b).exclusions.push_back({a, rule});
  };
  for (const SchemaStatement& one : graph.with_predicate(axiom::disjoint_with))
    exclude(one.subject, one.object, rule::disjoint_class);
  for (const SchemaStatement& one : graph.with_predicate(axiom::complement_of))
    exclude(one.subject, one.object, rule::complement);
  std::uint32_t group = 0;
  for_each_group(graph, axiom::all_disjoint_classes, axiom::members, [&](const std::vector<TermId>& members) {
    for (TermId member : members) class_at(member).exclusive_groups.push_back(group);
    ++group;
  });
}

template <typename Use>
void OwlSchema::for_each_restriction(const SchemaGraph& graph, std::string_view predicate, Use use) {
  for (const SchemaStatement& one : graph.with_predicate(predicate))
    for (TermId property : graph.objects(one.subject, axiom::on_property))
      use(OwlRestriction{one.subject, property, one.object});
}

std::uint32_t OwlSchema::add(OwlRestriction restriction) {
  restrictions_.push_back(restriction);
  return static_cast<std::uint32_t>(restrictions_.size() - 1);
}

void OwlSchema::read_restrictions(const SchemaGraph& graph) {
  const TermId thing = graph.term(axiom::owl_thing);
  for_each_restriction(graph, axiom::some_values_from, [&](OwlRestriction one) {
    if (one.filler == thing) one.filler = TermId::none;
    const std::uint32_t row = add(one);
    property_at(one.property).some_values.push_back(row);
    if (one.filler != TermId::none) class_at(one.filler).some_values_as_filler.push_back(row);
  });
  for_each_restriction(graph, axiom::all_values_from, [&](const OwlRestriction& one) {
    const std::uint32_t row = add(one);
    property_at(one.property).all_values.push_back(row);
    class_at(one.whole).all_values.push_back(row);
  });
  for_each_restriction(graph, axiom::has_value, [&](const OwlRestriction& one) {
    const std::uint32_t row = add(one);
    property_at(one.property).values.push_back(row);
    class_at(one.whole).values.push_back(row);
  });
  read_maxima(graph, axiom::max_cardinality, false);
  read_maxima(graph, axiom::max_qualified_cardinality, true);
}

void OwlSchema::read_maxima(const SchemaGraph& graph, std::string_view predicate, bool is_qualified) {
  const TermId thing = graph.term(axiom::owl_thing);
  for_each_restriction(graph, predicate, [&](OwlRestriction one) {
    const std::string_view most = graph.view(one.filler).text;
    if (most != "0" && most != "1") return;
    one.most = most == "1" ? 1 : 0;
    one.is_qualified = is_qualified;
    one.filler = TermId::none;
    if (is_qualified) {
      const std::vector<TermId> fillers = graph.objects(one.whole, axiom::on_class);
      if (fillers.empty()) return;
      if (fillers.front() != thing) one.filler = fillers.front();
    }
    const std::uint32_t row = add(one);
    property_at(one.property).maxima.push_back(row);
    class_at(one.whole).maxima.push_back(row);
    if (one.filler != TermId::none) class_at(one.filler).maxima_as_filler.push_back(row);
  });
}

void OwlSchema::read_keys(const SchemaGraph& graph) {
  for (const SchemaStatement& one : graph.with_predicate(axiom::has_key)) {
    const auto number = static_cast<std::uint32_t>(keys_.size());
    OwlKey key{one.subject, graph.list(one.object)};
    if (key.properties.empty()) continue;
    class_at(key.whole).keys.push_back(number);
    for (TermId property : key.properties) property_at(property).keys.push_back(number);
    keys_.push_back(std::move(key));
  }
}

void OwlSchema::read_differences(const SchemaGraph& graph) {
  for (TermId node : graph.instances(axiom::all_different)) {
    for (TermId head : graph.objects(node, axiom::members))
      all_different_.push_back({graph.list(head), rule::all_different_1});
    for (TermId head : graph.objects(node, axiom::distinct_members))
      all_different_.push_back({graph.list(head), rule::all_different_2});
  }
}

/// Finds out which statements rules must be able to look up.
void OwlSchema::settle_joins() {
  for (OwlProperty& one : properties_) {
    const bool is_restricted = !one.some_values.empty() || !one.all_values.empty() || !one.maxima.empty();
    one.is_joined = is_restricted || !one.chain_places.empty() || !one.exclusions.empty() ||
                    !one.exclusive_groups.empty() || !one.keys.empty() || one.is_transitive || one.is_functional ||
                    one.is_inverse_functional || one.is_asymmetric;
    asks_for_classes_ |= is_restricted || !one.keys.empty();
    can_equate_ |= one.is_functional || one.is_inverse_functional || !one.maxima.empty() || !one.keys.empty();
  }
  for (const OwlClass& one : classes_)
    asks_for_classes_ |=
        !one.exclusions.empty() || !one.exclusive_groups.empty() || !one.intersections.empty() || !one.keys.empty();
}

}  // namespace graphwright::entailment
