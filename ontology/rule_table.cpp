#include "rule_table.hpp"

#include <algorithm>

#include "rule_iris.hpp"

namespace graphwright::entailment {
namespace {

/// Whether a chain passes through the relation that it yields, as `x located-in y, y part-of z` does.
bool continues_itself(const Ontology& ontology, PropertyId yields, const std::vector<ChainLink>& links) {
  return std::any_of(links.begin(), links.end(), [&](const ChainLink& link) {
    const std::vector<PropertyId>& inverses = ontology.at(link.property).inverses;
    return link.property == yields || std::find(inverses.begin(), inverses.end(), yields) != inverses.end();
  });
}

}  // namespace

RuleTable::RuleTable(const Ontology& ontology, Derived derived) : rows_(ontology.properties().size()) {
  if (derived == Derived::none) return;
  add_chains(ontology);
  add_named_rules(ontology);
  add_steps(ontology);
  if (derived == Derived::relations) keep_what_relations_need();
  for (Row& row : rows_)
    row.is_used = !row.steps.empty() || !row.chain_places.empty() || !row.shared_roles.empty() ||
                  !row.representations.empty() || row.is_transitive;
}

void RuleTable::add_chains(const Ontology& ontology) {
  for (std::uint32_t row = 0; row < rows_.size(); ++row) {
    const auto yields = static_cast<PropertyId>(row);
    for (const std::vector<ChainLink>& links : ontology.at(yields).chains) {
      const auto number = static_cast<std::uint32_t>(chains_.size());
      chains_.push_back({yields, links, !continues_itself(ontology, yields, links)});
      for (std::uint32_t link = 0; link < links.size(); ++link)
        rows_[index(links[link].property)].chain_places.push_back({number, link});
    }
  }
}

void RuleTable::add_named_rules(const Ontology& ontology) {
  for (std::uint32_t number = 0; number < ontology.shared_role_rules().size(); ++number)
    rows_[index(ontology.shared_role_rules()[number].role)].shared_roles.push_back(number);
  for (std::uint32_t number = 0; number < ontology.representation_rules().size(); ++number) {
    const RepresentationRule& rule = ontology.representation_rules()[number];
    rows_[index(rule.via)].representations.push_back(number);
    for (PropertyId relation : rule.applies_to)
      if (relation != rule.via) rows_[index(relation)].representations.push_back(number);
  }
}

void RuleTable::add_steps(const Ontology& ontology) {
  for (std::uint32_t row = 0; row < rows_.size(); ++row) {
    const auto id = static_cast<PropertyId>(row);
    const Property& property = ontology.at(id);
    for (PropertyId super : property.superproperties) rows_[row].steps.push_back({super, false, rule::subproperty});
    for (PropertyId inverse : property.inverses) {
      if (inverse == id) continue;
      // Of two inverse properties the one with the smaller IRI counts as the first of the axiom.
      rows_[row].steps.push_back({inverse, true, id < inverse ? rule::inverse_1 : rule::inverse_2});
    }
    if (property.is_symmetric) rows_[row].steps.push_back({id, true, rule::symmetric});
    rows_[row].is_transitive = property.is_transitive;
  }
}

RuleTable::Demand RuleTable::find_demand() const {
  Demand demand{std::vector<bool>(rows_.size()), std::vector<bool>(rows_.size())};
  bool has_grown = false;
  const auto want = [&](std::vector<bool>& column, std::uint32_t row) {
    if (!column[row]) column[row] = has_grown = true;
  };
  const auto stands_in_body = [&](const Row& row) {
    return !row.shared_roles.empty() || !row.representations.empty() ||
           std::any_of(row.chain_places.begin(), row.chain_places.end(),
                       [&](const ChainPlace& place) { return is_active(chains_[place.chain], demand); });
  };
  do {
    has_grown = false;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (stands_in_body(rows_[row])) {
        want(demand.is_wanted, row);
        want(demand.is_aim, row);
      }
      for (const Step& step : rows_[row].steps) {
        if (!demand.is_wanted[index(step.yields)]) continue;
        want(demand.is_wanted, row);
        if (!step.swaps) want(demand.is_aim, row);
      }
    }
  } while (has_grown);
  return demand;
}

void RuleTable::keep_what_relations_need() {
  const Demand demand = find_demand();
  for (std::uint32_t number = 0; number < rows_.size(); ++number) {
    Row& row = rows_[number];
    std::erase_if(row.chain_places, [&](const ChainPlace& place) { return !is_active(chains_[place.chain], demand); });
    row.is_transitive &= demand.is_wanted[number];
    const bool leads_on = std::any_of(row.steps.begin(), row.steps.end(), [&](const Step& step) {
      return !step.swaps && demand.is_wanted[index(step.yields)];
    });
    const bool needs_both_ways = leads_on || !row.chain_places.empty() || row.is_transitive;
    std::erase_if(row.steps, [&](const Step& step) {
      if (step.rule == rule::symmetric) return !needs_both_ways;
      return step.swaps ? !demand.is_aim[index(step.yields)] : !demand.is_wanted[index(step.yields)];
    });
  }
}

bool RuleTable::is_active(const ChainRule& chain, const Demand& demand) {
  return chain.is_relation || demand.is_wanted[index(chain.yields)];
}

}  // namespace graphwright::entailment
