#pragma once

#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graphwright/owl_rl.hpp"

#include "conclusions.hpp"
#include "contradictions.hpp"
#include "owl_schema.hpp"
#include "row_table.hpp"
#include "rule_matcher.hpp"

namespace graphwright::entailment {

/// One run of the rules of OWL 2 RL over a graph.
class OwlRun {
 public:
  OwlRun(Graph& graph, const SchemaGraph& axioms, std::span<const UserRule> rules, const OwlRlOptions& options);

  /// Derives to the fixpoint.
  InferenceCounts run();
  const Contradictions& contradictions() const { return contradictions_; }
  /// Says where the run ended before its end.
  void report_limits(Diagnostics& diagnostics) const;

 private:
  using Rows = std::span<const RowId>;

  bool has_refused() const { return conclusions_.has_refused(); }

  // Loading
  void load();
  void load(StatementId id, FactId fact);
  bool is_used(TermId predicate) const;
  void note_typed(TermId resource);
  void add_enumerations();

  // Concluding
  void process(RowId id);
  void conclude(std::string_view rule, TermId subject, TermId predicate, TermId object, Rows premises);
  /// Concludes a class that holds whenever, since the premises only show of what kind a thing is.
  void conclude_type(std::string_view rule, TermId resource, TermId type, RowId premise);
  void add(Conclusion conclusion, Rows premises);
  /// Puts a conclusion from plain rows at the end of those that wait, and asks for the memory that it will need.
  void wait(std::string_view rule, TermId subject, TermId predicate, TermId object, Rows premises);
  /// Adds what waits, in its order.
  void add_waiting();
  void add_hidden(const Conclusion& conclusion);
  bool is_nameless(TermId predicate, TermId object) const;
  bool is_plain(RowId id) const;
  std::optional<Qualifiers> qualifiers_of(Rows premises);
  Qualifiers qualifiers_of(RowId id) const;
  std::vector<Premise> premises_of(Rows rows) const;
  bool is_undisputed(RowId id) const { return is_plain(id) || qualifiers_of(id).is_undisputed(); }
  /// Notes a contradiction, unless the rows hold at different times or not for sure.
  void contradict(std::string_view rule, Rows rows, std::string what);

  // Rules on a statement of a property
  void apply_property(RowId id, const Row& row, const OwlProperty& property);
  void apply_steps(RowId id, const Row& row, const OwlProperty& property);
  void apply_domain_and_range(RowId id, const Row& row, const OwlProperty& property);
  void apply_transitivity(RowId id, const Row& row);
  void apply_chains(RowId id, const Row& row, const OwlProperty& property);
  struct Join;
  void extend(const Join& join);
  void apply_functionality(RowId id, const Row& row, const OwlProperty& property);
  void apply_property_restrictions(RowId id, const Row& row, const OwlProperty& property);
  void apply_exclusions(RowId id, const Row& row, const OwlProperty& property);

  // Rules on a statement of a class
  void apply_class(RowId id, const Row& row);
  void apply_intersections(RowId id, const Row& row, const OwlClass& one);
  void apply_own_restrictions(RowId id, const Row& row, const OwlClass& one);
  void apply_filler(RowId id, const Row& row, const OwlClass& one);
  void apply_class_exclusions(RowId id, const Row& row, const OwlClass& one);
  /// Whether a class is in a group with another of which no two have a member in common.
  bool shares_group(const OwlClass& one, TermId type) const;
  void apply_maximum(const OwlRestriction& restriction, TermId resource);
  void apply_key(const OwlKey& key, TermId resource);
  bool match_key(const OwlKey& key, TermId a, TermId b, std::vector<RowId>& premises) const;
  RowId type_row(TermId resource, TermId type) const { return rows_.find(resource, type_, type); }

  // Rules on what is the same
  void equate(std::string_view rule, TermId a, TermId b, Rows premises);
  void apply_sameness(RowId id, const Row& row);
  void apply_difference(RowId id, const Row& row);
  void replace_equals(RowId id, const Row& row);

  void apply_user_rules(RowId id);

  /// What a row without a name in the graph holds of itself.
  struct Hidden {
    Qualifiers qualifiers;
    std::string_view rule;
    std::vector<Premise> premises;
  };

  /// A conclusion from one or two plain rows that is not yet added.
  struct Waiting {
    std::string_view rule;
    TermId subject = TermId::none;
    TermId predicate = TermId::none;
    TermId object = TermId::none;
    RowId first = RowId::none;
    RowId second = RowId::none;
  };

  Graph& graph_;
  OwlRlOptions options_;
  OwlSchema schema_;
  RuleMatcher matcher_;
  Conclusions conclusions_;
  Contradictions contradictions_;
  RowTable rows_;
  /// The rows without a name, whether processed or not, so that none is added twice.
  RowTable hidden_rows_;
  std::vector<Hidden> hidden_;
  std::vector<Waiting> waiting_;
  std::unordered_set<TermId> typed_;
  std::unordered_map<TermId, std::vector<std::uint32_t>> different_groups_;
  std::size_t next_ = 0;
  TermId type_;
  TermId same_as_;
  TermId different_from_;
  TermId nothing_;
  bool is_whole_;
  bool replaces_equals_ = false;
};

}  // namespace graphwright::entailment
