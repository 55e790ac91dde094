#pragma once

#include <string>
#include <vector>

#include "graphwright/exporter.hpp"
#include "graphwright/infer.hpp"
#include "graphwright/manifest.hpp"

#include "inputs.hpp"
#include "knowledge.hpp"
#include "time_options.hpp"

namespace graphwright::cli {

/// A manifest with all that it names: read, checked, inferred.
class Project {
 public:
  /// Reads the manifest, its ontologies and sources; what is wrong is reported.
  Project(const std::string& manifest, Session& session);
  /// Reads the ontologies and sources of a manifest that has been read.
  Project(Manifest manifest, Session& session);

  const Manifest& manifest() const { return manifest_; }
  const Knowledge& knowledge() const { return knowledge_; }
  const Graph& graph() const { return graph_; }
  /// The texts of the sources that are at hand; the project keeps them.
  std::vector<SourceView> source_texts() const;
  Graph take_graph() { return std::move(graph_); }

  /// Reads all inputs into the graph, on so many threads (0: one a processor).
  void read(Session& session, std::size_t jobs = 0);
  /// Keeps the part of the graph that counts.
  void select(const TimeOptions& time) { graph_ = selected(std::move(graph_), time); }
  /// Checks the graph against the ontology and its shapes.
  void check(std::size_t threads, Session& session);
  /// Derives what the exports show.
  void infer(Derived derived, Session& session);
  /// Derives all that follows, whether the manifest asks for it or not.
  void infer_all(Session& session);

 private:
  void name_as_manifest();
  void read_rdf_inputs(Sink& sink, std::size_t jobs, Session& session);
  void read_fact_files(Sink& sink, Session& session);

  Manifest manifest_;
  Knowledge knowledge_;
  SourceLibrary sources_;
  Graph graph_;
};

/// Whether the one input is a manifest: YAML that names its inputs, which no option says is of another format.
bool names_manifest(const InputOptions& inputs);

/// Derives all that the axioms of data and ontology entail as OWL 2 RL has it, with the relations that events yield
/// and the user's own rules.
void infer_whole(Graph& graph, const Knowledge& knowledge, std::size_t max_derived, Session& session);

/// Validates the graph against the shapes of a shapes graph and reports what does not conform.
void check_shapes(Graph& graph, const Graph& shapes, std::size_t threads, Session& session);

}  // namespace graphwright::cli
