#include "loaded_graph.hpp"

namespace graphwright::cli {

LoadedGraph::LoadedGraph(const InputOptions& inputs, Derived derived, Session& session) {
  if (!names_manifest(inputs)) {
    graph_ = read_graph(inputs, session);
    return;
  }
  project_ = std::make_unique<Project>(inputs.files.front(), session);
  project_->read(session, inputs.jobs);
  project_->select(inputs.time);
  if (!session.has_failed()) project_->infer(derived, session);
  graph_ = project_->take_graph();
}

void LoadedGraph::complete(PropertyGraphOptions& options) const {
  if (!project_) return;
  options.profile = project_->knowledge().profile();
  options.base = project_->manifest().base;
  options.prefixes = project_->manifest().prefixes;
}

void LoadedGraph::complete(ExportOptions& options) const {
  if (!project_) return;
  options.profile = project_->knowledge().profile();
  options.base = project_->manifest().base;
  options.prefixes = project_->manifest().prefixes;
  options.title = project_->manifest().title;
  options.sources = project_->source_texts();
}

}  // namespace graphwright::cli
