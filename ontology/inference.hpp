#pragma once

#include <initializer_list>
#include <vector>

#include "conclusions.hpp"
#include "event_context.hpp"
#include "meanings.hpp"
#include "premise_index.hpp"
#include "rule_table.hpp"

namespace graphwright::entailment {

/// One run of inference over a graph.
class Inference {
 public:
  Inference(Graph& graph, const Ontology& ontology, const InferOptions& options);

  /// Derives relations to the fixpoint, then classes where all is wanted.
  InferenceCounts run();
  bool has_refused() const { return conclusions_.has_refused(); }

 private:
  /// What a rule wants to conclude from items.
  struct Candidate {
    PropertyId property = PropertyId::none;
    TermId subject = TermId::none;
    TermId object = TermId::none;
    std::string_view rule;
    std::vector<ItemId> premises;
    bool is_relation = false;
    /// Whether denying the premises denies the conclusion.
    bool keeps_denial = false;
    /// The event on whose node more may be known; `none` where there is no event.
    TermId event = TermId::none;
    std::size_t evidence_from = 0xFFFFFFFF;
  };

  /// The items of a chain that have been joined so far, from link `first` on.
  struct Join {
    std::uint32_t chain = 0;
    std::uint32_t first = 0;
    TermId from = TermId::none;
    TermId to = TermId::none;
    std::vector<ItemId> items;
  };

  void load();
  void load(StatementId id, const Statement& statement, const Qualifiers& qualifiers, FactId fact);
  void saturate();
  void process(ItemId id);
  void apply_steps(ItemId id);
  void apply_transitivity(ItemId id);
  void apply_shared_roles(ItemId id);
  void apply_shared_role(const SharedRoleRule& rule, ItemId a, ItemId b);
  void apply_chains(ItemId id);
  void extend(const Join& join);
  void extend_left(const Join& join);
  void extend_right(const Join& join);
  void conclude_chain(const Join& join);
  void note_representation(ItemId id);
  void represent();
  void represent(const RepresentationRule& rule, ItemId relation);
  bool is_person(const RepresentationRule& rule, TermId resource) const;

  /// Whom somebody stands for, and by which items.
  struct Standing {
    TermId target = TermId::none;
    std::vector<ItemId> by;
  };
  std::vector<Standing> standings(const RepresentationRule& rule, TermId resource) const;

  void conclude(Candidate candidate);
  std::optional<Qualifiers> qualifiers_of(const Candidate& candidate);
  bool is_larger(TermId a, TermId b) const { return compare(graph_.view(a), graph_.view(b)) > 0; }
  TermId predicate(PropertyId id);

  Graph& graph_;
  const Ontology& ontology_;
  InferOptions options_;
  RuleTable rules_;
  Meanings meanings_;
  AssertedTypes types_;
  EventContext events_;
  Conclusions conclusions_;
  PremiseIndex items_;
  std::uint32_t next_ = 0;
  std::vector<ItemId> representable_;
  std::size_t next_representable_ = 0;
  std::vector<TermId> predicates_;
};

}  // namespace graphwright::entailment
