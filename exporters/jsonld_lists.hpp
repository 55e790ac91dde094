#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Which statements of a dataset JSON-LD says as lists (JSON-LD 1.1 API, 8.4, step 6).
///
/// A list ends in rdf:nil and consists of blank nodes that are named exactly once, each with one rdf:first, one
/// rdf:rest and at most the type rdf:List. Cells that are named in any further way, or lists that nest deeper than
/// `max_depth`, stay nodes, so that nothing is lost.
class JsonLdLists {
 public:
  static constexpr std::size_t max_depth = 100;

  /// The statements in canonical order: those of one subject in one graph are neighbours. JSON-LD 1.0 does not
  /// nest lists.
  ///
  /// @complexity linear
  JsonLdLists(const Graph& graph, std::span<const StatementId> order, bool can_nest);

  /// The rdf:first statements of the list that a statement's object stands for; null where it is none.
  const std::vector<StatementId>* list_of(StatementId statement) const;
  /// Whether a node is a cell of such a list, so that it is not written by itself.
  bool is_cell(TermId node) const { return cells_.contains(node); }
  /// The one statement whose object the blank node is, and nothing else names it; none where there is none.
  StatementId only_use(TermId node) const;

 private:
  /// What is said of a subject in a graph.
  struct Node {
    StatementId first = StatementId::none;
    StatementId rest = StatementId::none;
    std::size_t statements = 0;
    std::size_t graphs = 0;  // in how many graphs something is said of it
    bool is_well_formed = true;
  };

  void count_uses(std::span<const StatementId> order);
  void read_nodes(std::span<const StatementId> order);
  void find_list(StatementId end);
  void undo_deep_lists();

  const Graph& graph_;
  bool can_nest_;
  TermId type_, first_, rest_, nil_, list_;
  std::unordered_map<TermId, StatementId> uses_;  // none: several
  std::unordered_map<TermId, Node> nodes_;
  std::map<StatementId, std::vector<StatementId>> lists_;
  std::unordered_map<TermId, StatementId> cells_;  // by cell, the statement whose list it belongs to
};

}  // namespace graphwright
