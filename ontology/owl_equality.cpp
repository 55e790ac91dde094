#include <algorithm>

#include <fmt/format.h>

#include "graphwright/xsd_value.hpp"

#include "owl_run.hpp"
#include "rule_iris.hpp"
#include "wording.hpp"

/// The rules of sameness (OWL 2 Profiles, 4.3, table 4).
namespace graphwright::entailment {
namespace {

/// Whether two literals are two values for sure; of datatypes that are not known nobody can say.
bool are_different_values(const TermView& a, const TermView& b) {
  if (a.tagged || b.tagged) return !(a == b);
  const std::partial_ordering order = compare_values(a, b);
  return order < 0 || order > 0;
}

}  // namespace

void OwlRun::equate(std::string_view rule, TermId a, TermId b, Rows premises) {
  if (a == b) return;
  const TermView left = graph_.view(a);
  const TermView right = graph_.view(b);
  if (left.is_resource() && right.is_resource()) return conclude(rule, a, same_as_, b, premises);
  if (left.is_literal() && right.is_literal() && are_different_values(left, right))
    contradict(
        rule, premises,
        fmt::format("{} and {} would have to be the same value", wording::shown(graph_, a), wording::shown(graph_, b)));
}

void OwlRun::apply_sameness(RowId id, const Row& row) {
  for (const auto& [a, b] : {std::pair(row.subject, row.object), std::pair(row.object, row.subject)})
    if (const RowId other = rows_.find(a, different_from_, b); other != RowId::none) {
      const RowId premises[]{id, other};
      contradict(rule::different, premises,
                 fmt::format("{} and {} are said to be the same and to be different",
                             wording::shown(graph_, row.subject), wording::shown(graph_, row.object)));
    }
  const auto groups = different_groups_.find(row.subject);
  if (groups != different_groups_.end() && row.subject != row.object)
    for (std::uint32_t number : groups->second) {
      const OwlSchema::Group& group = schema_.all_different()[number];
      if (std::find(group.members.begin(), group.members.end(), row.object) != group.members.end())
        contradict(group.rule, {&id, 1},
                   fmt::format("{} and {} would have to be the same, but are declared to be different",
                               wording::shown(graph_, row.subject), wording::shown(graph_, row.object)));
    }
  if (!replaces_equals_ || row.subject == row.object) return;
  conclude(rule::same_symmetric, row.object, same_as_, row.subject, {&id, 1});
  rows_.for_each_of_subject(same_as_, row.object, [&](RowId next) {
    const RowId premises[]{id, next};
    if (rows_.at(next).object != row.subject)
      conclude(rule::same_transitive, row.subject, same_as_, rows_.at(next).object, premises);
  });
  rows_.for_each_of_object(same_as_, row.subject, [&](RowId before) {
    const RowId premises[]{before, id};
    if (rows_.at(before).subject != row.object)
      conclude(rule::same_transitive, rows_.at(before).subject, same_as_, row.object, premises);
  });
  const auto replace = [&](RowId other, std::string_view rule, TermId subject, TermId predicate, TermId object) {
    const RowId premises[]{id, other};
    conclude(rule, subject, predicate, object, premises);
  };
  rows_.for_each_about(row.subject, [&](RowId other) {
    const Row one = rows_.at(other);
    if (one.predicate != same_as_) replace(other, rule::same_subject, row.object, one.predicate, one.object);
  });
  rows_.for_each_to(row.subject, [&](RowId other) {
    const Row one = rows_.at(other);
    if (one.predicate != same_as_) replace(other, rule::same_object, one.subject, one.predicate, row.object);
  });
  rows_.for_each_of_predicate(row.subject, [&](RowId other) {
    const Row one = rows_.at(other);
    replace(other, rule::same_predicate, one.subject, row.object, one.object);
  });
}

void OwlRun::apply_difference(RowId id, const Row& row) {
  for (const auto& [a, b] : {std::pair(row.subject, row.object), std::pair(row.object, row.subject)})
    if (const RowId same = rows_.find(a, same_as_, b); same != RowId::none) {
      const RowId premises[]{same, id};
      contradict(rule::different, premises,
                 fmt::format("{} and {} are said to be the same and to be different",
                             wording::shown(graph_, row.subject), wording::shown(graph_, row.object)));
      return;
    }
}

/// Says of all that are the same as its terms what a new row says of them.
void OwlRun::replace_equals(RowId id, const Row& row) {
  const auto each = [&](TermId term, auto use) {
    rows_.for_each_of_subject(same_as_, term, [&](RowId same) {
      const RowId premises[]{same, id};
      use(rows_.at(same).object, premises);
    });
  };
  each(row.subject,
       [&](TermId other, Rows premises) { conclude(rule::same_subject, other, row.predicate, row.object, premises); });
  each(row.object,
       [&](TermId other, Rows premises) { conclude(rule::same_object, row.subject, row.predicate, other, premises); });
  each(row.predicate,
       [&](TermId other, Rows premises) { conclude(rule::same_predicate, row.subject, other, row.object, premises); });
}

}  // namespace graphwright::entailment
