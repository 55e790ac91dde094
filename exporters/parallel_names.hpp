#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// Names the kinds of edges so that no two edges between the same nodes are of one kind, since Gephi adds up
/// those that are: `fought-war-with`, then `fought-war-with (2)`.
///
/// An undirected edge is told from a directed one between the same nodes. Edges of one pair follow each
/// other, so that it takes one pass; edges of the two directions meet only where some edge is undirected.
class ParallelNames {
 public:
  explicit ParallelNames(const PropertyGraph& graph);
  /// The kind of an edge, by the last part of its relation's IRI.
  std::string operator()(std::uint32_t edge) const;

 private:
  using Undirected = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;  // ends, kind, edge

  void number_undirected(std::vector<Undirected>& edges);

  const PropertyGraph& graph_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers_;  // by edge, of those that are not the first
};

}  // namespace graphwright
