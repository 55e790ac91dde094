#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/time_span.hpp"

namespace graphwright {

/// What becomes of claims, which not every export shows.
enum class Claims {
  hidden,  ///< they choose nothing, but are chosen with the nodes at their ends
  copied,  ///< they are chosen by conditions, with their ends
  walked   ///< steps and paths lead over them, too
};

/// Which part of a graph is wanted; what is empty does not restrict.
struct Selection {
  /// Relations of the edges, sources that state them, the days at which they hold and how sure they are.
  ///
  /// What has no source, time or confidence does not meet a condition on it.
  std::vector<TermId> relations = {};
  std::vector<TermId> sources = {};
  std::optional<TimeSpan> time = {};
  float confidence = -1;
  /// Nodes at most `steps` edges away from one of these, in whichever direction the edges point.
  std::vector<TermId> near = {};
  std::uint32_t steps = 1;
  /// The shortest paths between two nodes, in whichever direction their edges point.
  std::optional<std::pair<TermId, TermId>> path = {};
  /// Classes that nodes are members of, each with its subclasses; what `near` and `path` name stays.
  std::vector<TermId> classes = {};
  /// Of what is left the largest part that hangs together; of several the one with the smallest node.
  bool largest_component = false;
};

/// A selected part of a graph, as numbers of the view.
struct Selected {
  std::vector<bool> nodes;
  std::vector<bool> edges;
  std::uint32_t node_count = 0;
  std::uint32_t edge_count = 0;
};

/// Chooses nodes and edges: first edges, then what is near or between, then classes, then the component.
///
/// Steps lead over asserted facts, and over claims only if `claims` says so; claims between chosen nodes that meet the
/// conditions are chosen all the same, unless a path was asked for.
///
/// @complexity linear in nodes, edges and evidence
Selected choose(const PropertyGraph& view, const Selection& selection, Claims claims);

/// Copies what was chosen: edges with their facts and evidence, nodes with their types and attributes, also those of
/// which no more is said, the documents that are quoted, and the events from which chosen edges follow, where they are
/// no nodes.
///
/// All that the result holds is in the graph of the view. With `names_places` the labels of places and speakers of
/// chosen edges are copied, too, which makes nodes of them: for RDF, which knows no nodes.
///
/// @complexity linear in the graph
Graph copy_selected(const PropertyGraph& view, const Selected& selected, bool names_places = false);

/// The edges of a selected path from one end to the other, grouped by step; ends as numbers of the view.
std::vector<std::vector<std::uint32_t>> steps_of_path(const PropertyGraph& view, const Selected& selected,
                                                      std::uint32_t from);

}  // namespace graphwright
