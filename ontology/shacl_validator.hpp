#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "graphwright/graph_index.hpp"
#include "graphwright/shacl.hpp"

namespace graphwright::shacl {

/// Past so many results the rest is not gathered: shapes can be made to yield more than fits in memory.
constexpr std::size_t max_results = 10'000'000;

/// Checks nodes against shapes. It remembers what it has found out: each thread has one of its own.
class Validator {
 public:
  /// All three must outlive it.
  Validator(const Graph& data, const Shapes& shapes, const GraphIndex& index);
  ~Validator();

  /// The targets of a shape (SHACL, 2.1.3), each once, in the order of their ids.
  std::vector<TermId> focus_nodes(const Shape& shape);
  /// Adds what is wrong with a node by a shape, until there are `max_results`.
  void check(ShapeId shape, TermId focus, std::vector<Result>& results);
  /// Whether there was more to add than that.
  bool is_cut() const;

 private:
  class Checks;
  std::unique_ptr<Checks> checks_;
};

}  // namespace graphwright::shacl
