#pragma once

#include <map>
#include <string>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/push.hpp"
#include "graphwright/replay.hpp"

#include "inputs.hpp"

namespace graphwright::cli {

/// What is asked of RDF that leaves the program without a file.
struct Dataset {
  Graph graph;
  /// The base of the manifest that the graph was built from; empty where there was none.
  std::string base;
};

/// Builds a manifest, or reads files, into plain statements; facts become what `view` makes of them.
/// Where the run has failed the dataset is not to be used.
Dataset read_dataset(const InputOptions& inputs, const ViewOptions& view, Session& session);

/// The graphs of a dataset by their names, each as N-Triples in canonical order.
/// Throws `UsageError` where a graph is named by a blank node.
std::vector<GraphToSend> graphs_of(const Graph& dataset);

}  // namespace graphwright::cli
