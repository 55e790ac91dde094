#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graphwright/infer.hpp"

#include "premise_index.hpp"

namespace graphwright::entailment {

/// What a rule concludes.
struct Conclusion {
  TermId subject = TermId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
  TermId graph = TermId::none;
  Qualifiers qualifiers{};
  std::string_view rule;
  std::vector<Premise> premises{};
  /// Whether it is a direct relation that an event yields; then it takes evidence from the premises.
  bool is_relation = false;
  /// How many of the premises the evidence comes from.
  std::size_t evidence_from = 0;
};

/// Writes conclusions into the graph with their derivations.
class Conclusions {
 public:
  Conclusions(Graph& graph, std::size_t max_derived) : graph_(graph), max_derived_(max_derived) {}

  /// Adds a conclusion; gives what was added, absent where it was known or the limit is reached.
  std::optional<Premise> add(const Conclusion& conclusion);
  /// Adds a bare statement that follows from bare ones; gives it, or `none` where it was known or the limit is reached.
  StatementId add_plain(const Statement& statement, std::string_view rule, std::span<const Premise> premises);
  /// Whether the graph says it already, so that adding it would change nothing.
  bool is_known(const Conclusion& conclusion) const;
  bool is_full() const { return counts_.relations + counts_.others >= max_derived_; }
  /// Whether a conclusion was left out because of the limit.
  bool has_refused() const { return has_refused_; }
  const InferenceCounts& counts() const { return counts_; }

 private:
  std::optional<Premise> add_bare(const Conclusion& conclusion, const Statement& statement);
  std::optional<Premise> add_fact(const Conclusion& conclusion, const Statement& statement);
  bool refuse();
  FactId find_fact(const Statement& statement, const Qualifiers& qualifiers) const;
  void record(const Conclusion& conclusion, const Premise& added);
  void add_evidence(const Conclusion& conclusion, FactId fact);
  std::vector<std::uint32_t> evidence_behind(const Conclusion& conclusion) const;

  TermId rule_term(std::string_view rule);

  Graph& graph_;
  std::size_t max_derived_;
  /// The last rule's term, since many conclusions of one rule follow each other.
  std::string_view last_rule_;
  TermId last_rule_term_ = TermId::none;
  bool has_refused_ = false;
  InferenceCounts counts_;
};

}  // namespace graphwright::entailment
