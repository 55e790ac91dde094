#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "graphwright/graph.hpp"
#include "graphwright/property_graph.hpp"

namespace graphwright {

/// A measure of nodes that can be asked for.
struct Measure {
  std::string_view name;
  /// The last part of the IRI of the property that holds its values, below the vocabulary's namespace.
  std::string_view property;
  std::string_view meaning;
};

/// All measures, in the order of the alphabet.
std::span<const Measure> measures();
const Measure* find_measure(std::string_view name);

/// Steps along edges that all shortest paths may take before they are followed from a sample of nodes only.
inline constexpr std::uint64_t default_path_limit = 2'000'000'000;

/// A graph with what was measured of it.
struct MeasuredGraph {
  Graph graph;
  /// Nodes from which shortest paths were followed where that was not done from all; 0 where it was.
  std::size_t sampled = 0;
};

/// Measures the nodes that a view shows and gives a copy of the graph with the values as attributes of the nodes.
///
/// Values that the graph has already for these measures are replaced. A symmetric relation counts in both
/// directions. The values depend on nothing but the graph: nodes are taken in the order of their text, and a
/// sample is drawn with a fixed seed. Names that are no measures are passed over.
///
/// @complexity nodes times edges for betweenness and closeness, up to the limit; else nearly linear
MeasuredGraph with_measures(const Graph& graph, const PropertyGraphOptions& shown, std::span<const std::string> names,
                            std::uint64_t path_limit = default_path_limit);

}  // namespace graphwright
