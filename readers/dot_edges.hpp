#pragma once

#include <optional>
#include <string>

#include "dot_tokens.hpp"
#include "parallel_edges.hpp"

namespace graphwright {

/// Finds edges between single nodes that Gephi takes for one, since DOT has no kinds of edges. Of edges that begin or
/// end at a subgraph nothing is said, and of a strict graph, which has no parallel edges.
class DotEdges {
 public:
  /// Takes the tokens of a file in their order.
  void take(const DotToken& token);
  void report(DoctorFindings& findings) { edges_.report(findings); }

 private:
  void follow(const DotToken& token);

  ParallelEdges edges_;
  DotToken before_;
  std::optional<std::string> node_;  // the last one, unless something stands between
  std::size_t brackets_ = 0;
  bool is_open_ = false;
  bool is_strict_ = false;
};

}  // namespace graphwright
