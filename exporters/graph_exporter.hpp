#pragma once

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/property_graph.hpp"

namespace graphwright {

/// A writer of a format of nodes and edges: it needs the whole graph, and owns one when used as a sink.
class GraphExporter : public Exporter {
 public:
  void base(std::string_view iri) override { builder_.base(iri); }
  void prefix(std::string_view name, std::string_view iri) override { builder_.prefix(name, iri); }
  void relation_label(std::string_view iri, std::string_view label) override { builder_.relation_label(iri, label); }
  void statements(std::span<const StatementView> batch) override { builder_.statements(batch); }
  void node(const TermView& resource, Location location) override { builder_.node(resource, location); }
  std::uint32_t hold(const TermView& resource) override { return builder_.hold(resource); }
  void finish() override { write(graph_); }
  void write(const Graph& graph) override;

 protected:
  GraphExporter(Output& output, const ExportOptions& options) : Exporter(options), output_(output), builder_(graph_) {}

  virtual void write_graph(const PropertyGraph& graph) = 0;
  /// Whether ports, nested graphs and values of graphs of the file that was read are written too.
  virtual bool writes_structure(const PropertyGraph& /*graph*/) const { return false; }
  /// How many facts about attributes of nodes and edges are not written; asked once, before `write_graph`.
  virtual std::size_t lost_descriptions(const PropertyGraph& graph) { return graph.losses().described; }
  /// Whether edges have ids in the format.
  virtual bool writes_edge_ids() const { return true; }
  /// Whether drawings of yEd are written too.
  virtual bool writes_drawings() const { return false; }
  Output& output() { return output_; }
  /// Whether all edges come from graph files or tables and have no direction there.
  static bool is_undirected(const PropertyGraph& graph);
  /// Counts the edges that were undirected in the graph file that they come from, for a format that gives them one.
  void count_undirected(const PropertyGraph& graph);

 private:
  static std::size_t lost_edge_ids(const PropertyGraph& graph);

  Output& output_;
  Graph graph_;
  GraphBuilder builder_;
};

/// What several formats cannot carry, in the words of the loss report.
namespace loss {
inline constexpr std::string_view attribute_facts = "time, place or evidence of an attribute";
inline constexpr std::string_view attribute_claims = "claim about an attribute";
inline constexpr std::string_view datatypes = "datatype of an attribute";
inline constexpr std::string_view class_names = "class that has its name in common with another";
inline constexpr std::string_view edge_ids = "id of an edge that is taken or has letters that ids do not, written anew";
inline constexpr std::string_view undirected = "edge without a direction, which most readers give one";
inline constexpr std::string_view ports = "port of a node";
inline constexpr std::string_view further_graphs = "nested or further graph, its nodes put into the one graph";
inline constexpr std::string_view places = "place of a node in a further nested graph, too deep in others, in itself, or in no node";
inline constexpr std::string_view structure_values = "value, description or locator of a graph, key or port";
inline constexpr std::string_view drawings = "drawing of yEd, of which name, place, size, colour and shape stay";
inline constexpr std::string_view further_values = "further label or weight of an edge";
inline constexpr std::string_view directions = "base direction of a text";
inline constexpr std::string_view style_attributes = "attribute that the style asks for, but nothing has";
inline constexpr std::string_view too_many_to_read =
    "node in a picture of so many that it hardly helps; take out a part: graphwright select FILE --near NAME";
inline constexpr std::string_view frames = "frame around nodes, which a picture laid out by forces does not show";
inline constexpr std::string_view control_characters = "control character, written as a picture such as U+2400";
}  // namespace loss

}  // namespace graphwright
