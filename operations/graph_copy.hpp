#pragma once

#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Copies parts of one graph into another, terms replaced on the way.
///
/// The other graph may hold something already; what is equal becomes one, as when it is added. Positions
/// are copied too. Both graphs must outlive it, and the first must not change.
class GraphCopy {
 public:
  GraphCopy(const Graph& from, Graph& to);

  /// Makes a term arrive as `to`, a term of the other graph, wherever it stands, triple terms included.
  void replace(TermId from, TermId to);
  /// Makes statements of a symmetric property arrive with the smaller of two resources as subject.
  void order_symmetric(TermId property);
  /// The term of the other graph that stands for a term.
  TermId term(TermId from);
  Statement statement(const Statement& from);

  /// Copies base and prefixes where the other graph has none of that name.
  void copy_names();
  void copy_bare(StatementId from);
  /// Copies a fact with its evidence.
  FactId copy_fact(FactId from);
  /// Copies a fact with those rows of its evidence.
  FactId copy_fact(FactId from, const std::vector<std::uint32_t>& evidence);
  /// Copies a fact with its evidence as one of a statement of the other graph.
  FactId copy_fact(FactId from, const Statement& to);
  void copy_nodes();
  /// Copies how the copied conclusions were derived, as far as their premises were copied.
  void copy_derivations();
  /// Copies the whole graph.
  ///
  /// @complexity linear in terms, statements, facts and evidence
  void copy_all();

 private:
  Premise premise(const Premise& from) const;
  FactId copy_fact(FactId from, const Statement& to, const std::vector<std::uint32_t>& evidence);

  const Graph& from_;
  Graph& to_;
  std::vector<TermId> terms_;
  std::vector<TermId> symmetric_;
  std::vector<StatementId> statements_;
  std::vector<FactId> facts_;
};

}  // namespace graphwright
