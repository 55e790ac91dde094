#include "dataset.hpp"

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"

#include "jobs.hpp"
#include "project.hpp"

namespace graphwright::cli {
namespace {

Graph plain_statements(const Graph& graph, const ViewOptions& view) {
  Graph dataset;
  GraphBuilder builder(dataset);
  replay(graph, view, builder);
  return dataset;
}

bool has_blank_node(const TermView& term) {
  if (!term.is_triple()) return term.is_blank();
  return has_blank_node(term.triple->subject) || has_blank_node(term.triple->object);
}

/// Sorts statements into graphs, each written as N-Triples.
class GraphSorter : public Sink {
 public:
  GraphSorter() : lines_(find_exporter("ntriples")->open(text_, {})) {}

  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) add(one);
  }
  void finish() override {
    if (current_ != nullptr) current_->ntriples += text_.take();
  }
  std::vector<GraphToSend> take() {
    std::vector<GraphToSend> graphs;
    for (auto& [name, graph] : graphs_) graphs.push_back(std::move(graph));
    return graphs;
  }

 private:
  void add(const StatementView& one) {
    if (one.graph.is_blank()) throw UsageError("a graph that is named by a blank node cannot be sent to a store");
    if (current_ == nullptr || current_->name != one.graph.text) turn_to(one.graph.text);
    ++current_->triples;
    current_->has_blank_nodes |= has_blank_node(one.subject) || has_blank_node(one.object);
    current_->has_triple_terms |= one.object.is_triple();
    StatementView triple = one;
    triple.graph = {};
    lines_->statement(triple);
  }

  void turn_to(std::string_view name) {
    finish();
    current_ = &graphs_[std::string(name)];
    current_->name = name;
  }

  StringOutput text_;
  std::unique_ptr<Exporter> lines_;
  std::map<std::string, GraphToSend> graphs_;
  GraphToSend* current_ = nullptr;
};

}  // namespace

Dataset read_dataset(const InputOptions& inputs, const ViewOptions& view, Session& session) {
  if (names_manifest(inputs)) {
    Project project(inputs.files.front(), session);
    project.read(session, inputs.jobs);
    project.check(thread_count(inputs.jobs), session);
    if (session.has_failed()) return {};
    project.infer(view.derived, session);
    return {plain_statements(project.graph(), view), project.manifest().base};
  }
  Graph graph = read_graph(inputs, session);
  if (!has_facts(inputs)) return {std::move(graph), {}};
  return {plain_statements(graph, view), {}};
}

std::vector<GraphToSend> graphs_of(const Graph& dataset) {
  GraphSorter sorter;
  ViewOptions view;
  view.statements = StatementMode::none;
  replay(dataset, view, sorter);
  return sorter.take();
}

}  // namespace graphwright::cli
