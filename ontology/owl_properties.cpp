#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"
#include "graphwright/xsd_value.hpp"

#include "owl_run.hpp"
#include "rule_iris.hpp"
#include "wording.hpp"

/// The rules whose premise is a statement of a property (OWL 2 Profiles, 4.3, table 5).
namespace graphwright::entailment {

/// The rows of a chain that have been joined so far, from link `first` on.
struct OwlRun::Join {
  std::uint32_t chain = 0;
  std::uint32_t first = 0;
  TermId from = TermId::none;
  TermId to = TermId::none;
  std::vector<RowId> rows;
};

void OwlRun::apply_property(RowId id, const Row& row, const OwlProperty& property) {
  apply_steps(id, row, property);
  apply_domain_and_range(id, row, property);
  if (property.is_transitive) apply_transitivity(id, row);
  apply_chains(id, row, property);
  apply_functionality(id, row, property);
  apply_property_restrictions(id, row, property);
  apply_exclusions(id, row, property);
}

void OwlRun::apply_steps(RowId id, const Row& row, const OwlProperty& property) {
  for (const OwlStep& step : property.supers) conclude(step.rule, row.subject, step.yields, row.object, {&id, 1});
  for (const OwlStep& step : property.inverses) conclude(step.rule, row.object, step.yields, row.subject, {&id, 1});
  if (property.is_symmetric) conclude(rule::symmetric, row.object, row.predicate, row.subject, {&id, 1});
}

void OwlRun::apply_domain_and_range(RowId id, const Row& row, const OwlProperty& property) {
  for (TermId type : property.domains) conclude_type(rule::domain, row.subject, type, id);
  for (TermId type : property.ranges) conclude_type(rule::range, row.object, type, id);
}

/// Joins what leads to a node with what is not itself a join: each path is put together once, link by link, from
/// its beginning, and not once for each way of cutting it in two.
void OwlRun::apply_transitivity(RowId id, const Row& row) {
  if (!is_whole_ && (!is_undisputed(id) || row.subject == row.object)) return;
  const auto join = [&](RowId first, RowId second) {
    const TermId from = rows_.at(first).subject;
    const TermId to = rows_.at(second).object;
    if (!is_whole_ && (from == to || !is_undisputed(first) || !is_undisputed(second))) return;
    const RowId premises[]{first, second};
    conclude(rule::transitive, from, row.predicate, to, premises);
  };
  if (!row.is_joined) rows_.index_as_link(id);
  rows_.for_each_link_from(row.predicate, row.object, [&](RowId after) { join(id, after); });
  if (row.is_joined) return;
  rows_.for_each_of_object(row.predicate, row.subject, [&](RowId before) { join(before, id); });
}

// Property chains

void OwlRun::apply_chains(RowId id, const Row& row, const OwlProperty& property) {
  for (const OwlChainPlace& place : property.chain_places) {
    const bool is_inverse = schema_.chain(place.chain).links[place.link].is_inverse;
    extend(
        {place.chain, place.link, is_inverse ? row.object : row.subject, is_inverse ? row.subject : row.object, {id}});
  }
}

void OwlRun::extend(const Join& join) {
  const OwlChain& chain = schema_.chain(join.chain);
  if (join.first == 0 && join.rows.size() == chain.links.size())
    return conclude(rule::chain, join.from, chain.yields, join.to, join.rows);
  const bool is_left = join.first > 0;
  const OwlLink link = chain.links[is_left ? join.first - 1 : join.rows.size()];
  const auto longer = [&](RowId id) {
    const Row row = rows_.at(id);
    Join next = join;
    if (is_left) {
      --next.first;
      next.from = link.is_inverse ? row.object : row.subject;
      next.rows.insert(next.rows.begin(), id);
    } else {
      next.to = link.is_inverse ? row.subject : row.object;
      next.rows.push_back(id);
    }
    extend(next);
  };
  if (is_left != link.is_inverse)
    rows_.for_each_of_object(link.property, is_left ? join.from : join.to, longer);
  else
    rows_.for_each_of_subject(link.property, is_left ? join.from : join.to, longer);
}

// What a property tells of sameness

void OwlRun::apply_functionality(RowId id, const Row& row, const OwlProperty& property) {
  if (property.is_functional)
    rows_.for_each_of_subject(row.predicate, row.subject, [&](RowId other) {
      const RowId premises[]{other, id};
      equate(rule::functional, rows_.at(other).object, row.object, premises);
    });
  if (property.is_inverse_functional)
    rows_.for_each_of_object(row.predicate, row.object, [&](RowId other) {
      const RowId premises[]{other, id};
      equate(rule::inverse_functional, rows_.at(other).subject, row.subject, premises);
    });
  for (std::uint32_t key : property.keys) apply_key(schema_.key(key), row.subject);
}

// Restrictions on a property

void OwlRun::apply_property_restrictions(RowId id, const Row& row, const OwlProperty& property) {
  for (std::uint32_t number : property.some_values) {
    const OwlRestriction& one = schema_.restriction(number);
    if (one.filler == TermId::none) {
      conclude(rule::some_values_2, row.subject, type_, one.whole, {&id, 1});
      continue;
    }
    if (const RowId type = type_row(row.object, one.filler); type != RowId::none) {
      const RowId premises[]{id, type};
      conclude(rule::some_values_1, row.subject, type_, one.whole, premises);
    }
  }
  for (std::uint32_t number : property.all_values) {
    const OwlRestriction& one = schema_.restriction(number);
    if (const RowId type = type_row(row.subject, one.whole); type != RowId::none) {
      const RowId premises[]{type, id};
      conclude(rule::all_values, row.object, type_, one.filler, premises);
    }
  }
  for (std::uint32_t number : property.values)
    if (const OwlRestriction& one = schema_.restriction(number); one.filler == row.object)
      conclude(rule::has_value_2, row.subject, type_, one.whole, {&id, 1});
  for (std::uint32_t number : property.maxima) apply_maximum(schema_.restriction(number), row.subject);
}

// What cannot be

void OwlRun::apply_exclusions(RowId id, const Row& row, const OwlProperty& property) {
  const auto shown = [&](TermId term) { return wording::shown(graph_, term); };
  if (property.is_irreflexive && row.subject == row.object)
    contradict(rule::irreflexive, {&id, 1},
               fmt::format("nothing stands in {} to itself, but {} does", shown(row.predicate), shown(row.subject)));
  if (property.is_asymmetric)
    if (const RowId back = rows_.find(row.object, row.predicate, row.subject); back != RowId::none) {
      const RowId premises[]{back, id};
      contradict(rule::asymmetric, premises,
                 fmt::format("{} holds in one direction only, but {} and {} stand in it both ways",
                             shown(row.predicate), shown(row.object), shown(row.subject)));
    }
  const auto exclude = [&](std::string_view rule, TermId excluded) {
    const RowId other = rows_.find(row.subject, excluded, row.object);
    if (other == RowId::none) return;
    const RowId premises[]{other, id};
    contradict(rule, premises,
               fmt::format("{} and {} exclude each other, but {} stands in both to {}", shown(excluded),
                           shown(row.predicate), shown(row.subject), shown(row.object)));
  };
  for (const OwlExclusion& exclusion : property.exclusions) exclude(exclusion.rule, exclusion.other);
  for (std::uint32_t group : property.exclusive_groups)
    for (TermId other : schema_.exclusive_properties(group))
      if (other != row.predicate) exclude(rule::all_disjoint_properties, other);
  for (const OwlDenial& denial : property.denials)
    if (denial.subject == row.subject && denial.object == row.object)
      contradict(graph_.view(row.object).is_literal() ? rule::negative_2 : rule::negative_1, {&id, 1},
                 fmt::format("the ontology says that {} does not stand in {} to {}", shown(row.subject),
                             shown(row.predicate), shown(row.object)));
}

}  // namespace graphwright::entailment
