#include <algorithm>

#include <fmt/format.h>

#include "owl_run.hpp"
#include "rule_iris.hpp"
#include "wording.hpp"

/// The rules whose premise is a statement of a class (OWL 2 Profiles, 4.3, tables 6 and 7).
namespace graphwright::entailment {

void OwlRun::apply_class(RowId id, const Row& row) {
  if (row.object == nothing_)
    contradict(rule::nothing, {&id, 1},
               fmt::format("{} would have to be a member of the empty class", wording::shown(graph_, row.subject)));
  const OwlClass* one = schema_.class_of(row.object);
  if (one == nullptr) return;
  for (const OwlStep& step : one->supers) conclude(step.rule, row.subject, type_, step.yields, {&id, 1});
  apply_intersections(id, row, *one);
  apply_own_restrictions(id, row, *one);
  apply_filler(id, row, *one);
  apply_class_exclusions(id, row, *one);
  for (std::uint32_t key : one->keys) apply_key(schema_.key(key), row.subject);
}

void OwlRun::apply_intersections(RowId id, const Row& row, const OwlClass& one) {
  for (std::uint32_t number : one.intersections) {
    const OwlIntersection& intersection = schema_.intersection(number);
    std::vector<RowId> premises;
    for (TermId part : intersection.parts) premises.push_back(part == row.object ? id : type_row(row.subject, part));
    if (std::find(premises.begin(), premises.end(), RowId::none) == premises.end())
      conclude(rule::intersection_1, row.subject, type_, intersection.whole, premises);
  }
}

void OwlRun::apply_own_restrictions(RowId id, const Row& row, const OwlClass& one) {
  for (std::uint32_t number : one.all_values) {
    const OwlRestriction& restriction = schema_.restriction(number);
    rows_.for_each_of_subject(restriction.property, row.subject, [&](RowId value) {
      const RowId premises[]{id, value};
      conclude(rule::all_values, rows_.at(value).object, type_, restriction.filler, premises);
    });
  }
  for (std::uint32_t number : one.values) {
    const OwlRestriction& restriction = schema_.restriction(number);
    conclude(rule::has_value_1, row.subject, restriction.property, restriction.filler, {&id, 1});
  }
  for (std::uint32_t number : one.maxima) apply_maximum(schema_.restriction(number), row.subject);
}

/// What follows for those who stand in a property to the resource, now that it is of this class.
void OwlRun::apply_filler(RowId id, const Row& row, const OwlClass& one) {
  for (std::uint32_t number : one.some_values_as_filler) {
    const OwlRestriction& restriction = schema_.restriction(number);
    rows_.for_each_of_object(restriction.property, row.subject, [&](RowId value) {
      const RowId premises[]{value, id};
      conclude(rule::some_values_1, rows_.at(value).subject, type_, restriction.whole, premises);
    });
  }
  for (std::uint32_t number : one.maxima_as_filler) {
    const OwlRestriction& restriction = schema_.restriction(number);
    rows_.for_each_of_object(restriction.property, row.subject,
                             [&](RowId value) { apply_maximum(restriction, rows_.at(value).subject); });
  }
}

void OwlRun::apply_class_exclusions(RowId id, const Row& row, const OwlClass& one) {
  const auto exclude = [&](std::string_view rule, RowId other) {
    const RowId premises[]{other, id};
    contradict(rule, premises,
               fmt::format("{} cannot be both {} and {}", wording::shown(graph_, row.subject),
                           wording::shown(graph_, rows_.at(other).object), wording::shown(graph_, row.object)));
  };
  for (const OwlExclusion& exclusion : one.exclusions)
    if (const RowId other = type_row(row.subject, exclusion.other); other != RowId::none)
      exclude(exclusion.rule, other);
  if (one.exclusive_groups.empty()) return;
  rows_.for_each_of_subject(type_, row.subject, [&](RowId other) {
    if (rows_.at(other).object != row.object && shares_group(one, rows_.at(other).object))
      exclude(rule::all_disjoint_classes, other);
  });
}

bool OwlRun::shares_group(const OwlClass& one, TermId type) const {
  const OwlClass* other = schema_.class_of(type);
  return other != nullptr &&
         std::find_first_of(one.exclusive_groups.begin(), one.exclusive_groups.end(), other->exclusive_groups.begin(),
                            other->exclusive_groups.end()) != one.exclusive_groups.end();
}

// At most none, or one

void OwlRun::apply_maximum(const OwlRestriction& restriction, TermId resource) {
  const RowId member = type_row(resource, restriction.whole);
  if (member == RowId::none) return;
  std::vector<std::pair<RowId, RowId>> values;
  rows_.for_each_of_subject(restriction.property, resource, [&](RowId value) {
    const TermId object = rows_.at(value).object;
    const RowId type = restriction.filler == TermId::none ? RowId::none : type_row(object, restriction.filler);
    if (restriction.filler == TermId::none || type != RowId::none) values.emplace_back(value, type);
  });
  const auto premises = [&](std::size_t count) {
    std::vector<RowId> rows{member};
    for (std::size_t i = 0; i < count; ++i) {
      if (values[i].second != RowId::none) rows.push_back(values[i].second);
      rows.push_back(values[i].first);
    }
    return rows;
  };
  const bool is_thing = restriction.filler == TermId::none;
  if (restriction.most == 0 && !values.empty())
    contradict(!restriction.is_qualified ? rule::maximum_0
               : is_thing                ? rule::qualified_maximum_0_thing
                                         : rule::qualified_maximum_0,
               premises(1),
               fmt::format("{} may not have any {}", wording::shown(graph_, resource),
                           wording::shown(graph_, restriction.property)));
  if (restriction.most == 0) return;
  // Each with the first is enough: sameness leads on from there.
  for (std::size_t i = 1; i < values.size(); ++i) {
    std::swap(values[1], values[i]);
    equate(!restriction.is_qualified ? rule::maximum_1
           : is_thing                ? rule::qualified_maximum_1_thing
                                     : rule::qualified_maximum_1,
           rows_.at(values[0].first).object, rows_.at(values[1].first).object, premises(2));
  }
}

// Keys

void OwlRun::apply_key(const OwlKey& key, TermId resource) {
  const RowId member = type_row(resource, key.whole);
  if (member == RowId::none) return;
  std::set<TermId> others;
  rows_.for_each_of_subject(key.properties.front(), resource, [&](RowId value) {
    rows_.for_each_of_object(key.properties.front(), rows_.at(value).object,
                             [&](RowId other) { others.insert(rows_.at(other).subject); });
  });
  others.erase(resource);
  for (TermId other : others) {
    std::vector<RowId> premises{member, type_row(other, key.whole)};
    if (premises.back() != RowId::none && match_key(key, resource, other, premises))
      equate(rule::key, resource, other, premises);
  }
}

/// Whether two resources share a value of each property of a key; the rows that say so become premises.
bool OwlRun::match_key(const OwlKey& key, TermId a, TermId b, std::vector<RowId>& premises) const {
  return std::all_of(key.properties.begin(), key.properties.end(), [&](TermId property) {
    RowId own = RowId::none;
    RowId shared = RowId::none;
    rows_.for_each_of_subject(property, a, [&](RowId value) {
      const RowId other = rows_.find(b, property, rows_.at(value).object);
      if (other == RowId::none) return;
      own = value;
      shared = other;
    });
    premises.push_back(own);
    premises.push_back(shared);
    return own != RowId::none;
  });
}

}  // namespace graphwright::entailment
