#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "description.hpp"

namespace graphwright {

/// The nodes of a graph that may describe facts or evidence, with what is said of them.
class DescribedNodes {
 public:
  /// The statements of one node in one graph.
  struct Group {
    TermId node;
    TermId graph;
    std::span<const StatementId> statements;
  };

  /// @complexity linear in the statements, n log n in those about such nodes
  DescribedNodes(const Graph& graph, const DescriptionWords& words);

  /// The nodes with `rdf:subject` or `rdf:reifies`, one group for each graph that speaks of them.
  const std::vector<Group>& facts() const { return facts_; }
  /// What a graph says of a node that is linked as evidence; empty where it says nothing.
  std::span<const StatementId> of(TermId node, TermId graph) const;
  /// How many graphs say something of a node.
  std::size_t graph_count(TermId node) const;
  /// How often statements refer to a node otherwise than as premise or evidence.
  std::size_t references(TermId node) const;
  /// How often a node is linked as evidence.
  std::size_t evidence_links(TermId node) const;

 private:
  void find(const DescriptionWords& words);
  void gather(const DescriptionWords& words);
  void refer(TermId term);
  bool is_marked(TermId term) const { return term != TermId::none && marks_[index(term)]; }

  const Graph& graph_;
  std::vector<bool> marks_;
  std::vector<bool> is_fact_;
  std::vector<StatementId> statements_;
  std::vector<Group> groups_;
  std::vector<Group> facts_;
  std::unordered_map<TermId, std::size_t> references_;
  std::unordered_map<TermId, std::size_t> evidence_links_;
};

}  // namespace graphwright
