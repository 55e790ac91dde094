#pragma once

#include <cstddef>
#include <cstdint>
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
/// so that whoever writes them out sorts them by text. 32 bytes a statement and 8 a term.
class GraphIndex {
 public:
  /// With two threads or more the two orders are made at once.
  /// @complexity linear in terms and statements, and n log n in the statements of one subject or object
  explicit GraphIndex(const Graph& graph, std::size_t threads = 1);

  /// Statements of a subject, found at once, or of a subject and predicate, logarithmic in those of the subject.
  std::span<const IndexedStatement> of_subject(TermId subject) const;
  std::span<const IndexedStatement> of_subject(TermId subject, TermId predicate) const;
  /// Statements of an object, and of an object and predicate, likewise.
  std::span<const IndexedStatement> of_object(TermId object) const;
  std::span<const IndexedStatement> of_object(TermId object, TermId predicate) const;
  /// All statements, by subject.
  std::span<const IndexedStatement> all() const { return by_subject_.rows; }

  bool contains(TermId subject, TermId predicate, TermId object) const;
  /// The first object of a subject and predicate, or none.
  TermId object(TermId subject, TermId predicate) const;

 private:
  /// Statements by one of their terms; those of a term stand between its start and the next one's.
  struct Column {
    std::vector<IndexedStatement> rows;
    std::vector<std::uint32_t> starts;

    std::span<const IndexedStatement> of(TermId term) const;
  };
  static Column sorted(std::span<const IndexedStatement> rows, std::size_t terms, TermId IndexedStatement::*first,
                       TermId IndexedStatement::*last);

  Column by_subject_;
  Column by_object_;
};

}  // namespace graphwright
