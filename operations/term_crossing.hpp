#pragma once

#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Finds what one graph holds in another: terms, statements, facts; nothing is added to either.
class TermCrossing {
 public:
  TermCrossing(const Graph& from, const Graph& to);

  /// Makes a term stand for one of the other graph, or for none of it.
  void replace(TermId from, TermId to);
  /// The equal term of the other graph, `TermId::none` where there is none.
  TermId find(TermId from);
  StatementId find(StatementId from);
  FactId find(FactId from);
  /// Whether two rows of evidence say the same, apart from the fact.
  bool is_same_evidence(std::uint32_t from, std::uint32_t to);

 private:
  TermId look_up(TermId from);

  const Graph& from_;
  const Graph& to_;
  std::vector<TermId> terms_;
  std::vector<bool> is_known_;
};

}  // namespace graphwright
