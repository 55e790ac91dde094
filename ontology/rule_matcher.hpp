#pragma once

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graphwright/rule_file.hpp"

#include "row_table.hpp"

namespace graphwright::entailment {

/// A user's rules, compiled against a term table, and the search for what meets their premises.
class RuleMatcher {
 public:
  /// Adds the constants of the rules to the table.
  RuleMatcher(std::span<const UserRule> rules, TermTable& terms);

  /// What one way of meeting all premises of a rule concludes.
  struct Match {
    std::string_view rule;
    /// Subject, predicate and object of each conclusion.
    std::vector<Statement> conclusions;
    /// The rows that meet the premises, in the rule's order.
    std::vector<RowId> premises;
  };

  bool is_empty() const { return rules_.empty(); }
  /// Whether some rule has the predicate in its premises.
  bool uses(TermId predicate) const { return places_.contains(predicate); }
  /// Whether a search was left because it took too many steps.
  bool has_given_up() const { return steps_ > max_steps; }
  /// Finds all ways in which the row, with those already indexed, meets a rule.
  ///
  /// @complexity the rows that meet the first premises, for each rule and place that the row fits
  void for_each_match(const RowTable& rows, RowId id, const std::function<void(const Match&)>& use) const;

 private:
  /// A constant, or the number of a variable.
  struct Slot {
    TermId constant = TermId::none;
    std::uint32_t variable = 0;
  };
  struct Atom {
    Slot subject;
    TermId predicate;
    Slot object;
  };
  struct Rule {
    std::string_view iri;
    std::vector<Atom> body;
    std::vector<Atom> head;
    std::vector<std::pair<Slot, Slot>> differences;
    std::uint32_t variables = 0;
  };
  struct Place {
    std::uint32_t rule;
    std::uint32_t atom;
  };
  struct Search;
  static constexpr std::uint64_t max_steps = 2'000'000'000;

  static TermId value(const Slot& slot, const std::vector<TermId>& bound) {
    return slot.constant != TermId::none ? slot.constant : bound[slot.variable];
  }
  static bool bind(const Slot& slot, TermId term, std::vector<TermId>& bound);
  void go_on(Search& search) const;
  void try_row(Search& search, std::uint32_t atom, RowId id) const;
  static std::uint32_t next_atom(const Search& search);
  static void finish(Search& search);

  std::vector<Rule> rules_;
  std::unordered_map<TermId, std::vector<Place>> places_;
  mutable std::uint64_t steps_ = 0;
};

}  // namespace graphwright::entailment
