#pragma once

#include <span>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// A statement's terms with its id, so that a hit leads back to its facts and position.
struct IndexedStatement {
  TermId subject;
  TermId predicate;
  TermId object;
  StatementId id;
};

/// Finds the asserted statements of a graph, in whichever named graph, by subject or by object.
///
/// It is a snapshot: what is added to the graph later is not seen. Results come in the order of ids,
/// so that whoever writes them out sorts them by text. 32 bytes a statement.
class GraphIndex {
 public:
  /// @complexity n log n in the statements
  explicit GraphIndex(const Graph& graph);

  /// Statements of a subject, or of a subject and predicate. Logarithmic in the statements.
  std::span<const IndexedStatement> of_subject(TermId subject) const;
  std::span<const IndexedStatement> of_subject(TermId subject, TermId predicate) const;
  /// Statements of an object, or of an object and predicate. Logarithmic in the statements.
  std::span<const IndexedStatement> of_object(TermId object) const;
  std::span<const IndexedStatement> of_object(TermId object, TermId predicate) const;
  /// All statements, by subject.
  std::span<const IndexedStatement> all() const { return by_subject_; }

  bool contains(TermId subject, TermId predicate, TermId object) const;
  /// The first object of a subject and predicate, or none.
  TermId object(TermId subject, TermId predicate) const;

 private:
  std::vector<IndexedStatement> by_subject_;
  std::vector<IndexedStatement> by_object_;
};

}  // namespace graphwright
