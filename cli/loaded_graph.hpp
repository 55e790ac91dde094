#pragma once

#include <memory>
#include <string>

#include "graphwright/exporter.hpp"
#include "graphwright/property_graph.hpp"

#include "inputs.hpp"
#include "project.hpp"

namespace graphwright::cli {

/// The graph of a manifest, read and inferred, or of any other files, read into one.
class LoadedGraph {
 public:
  /// A single input that is a manifest is read as `build` reads it, without its checks.
  LoadedGraph(const InputOptions& inputs, Derived derived, Session& session);

  bool is_project() const { return project_ != nullptr; }
  const Graph& graph() const { return graph_; }
  Graph& graph() { return graph_; }
  /// The ontology of the manifest; null for other files.
  const Ontology* ontology() const { return project_ ? &project_->knowledge().ontology() : nullptr; }

  /// The manifest; null for other files.
  const Manifest* manifest() const { return project_ ? &project_->manifest() : nullptr; }

  /// Adds what a manifest says of names and of what its ontology says.
  void complete(PropertyGraphOptions& options) const;
  void complete(ExportOptions& options) const;

 private:
  std::unique_ptr<Project> project_;
  Graph graph_;
};

}  // namespace graphwright::cli
