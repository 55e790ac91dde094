#include "graphml.hpp"

#include "attributes.hpp"
#include "graph_exporter.hpp"
#include "graphml_again.hpp"
#include "graphml_flavour.hpp"
#include "graphml_text.hpp"
#include "own_names.hpp"
#include "rows_ahead.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

/// Writes one graph, element by element.
class GraphmlWriter {
 public:
  GraphmlWriter(const PropertyGraph& graph, bool is_undirected, Output& output)
      : graph_(graph), is_undirected_(is_undirected), output_(output), text_(output), nodes_(graph), edges_(graph) {}

  void write() {
    output_.write(graphml_head);
    ambiguous_ = write_own_names(graph_, output_);
    write_keys();
    output_.write("  <graph id=\"G\" edgedefault=\"");
    output_.write(is_undirected_ ? "undirected\">\n" : "directed\">\n");
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("  </graph>\n</graphml>\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }
  std::size_t ambiguous_count() const { return ambiguous_; }

 private:
  void write_keys() {
    for (std::uint32_t column = 0; column < nodes_.columns().size(); ++column) {
      if (!nodes_.is_used(column)) continue;
      const AttributeColumn& one = nodes_.columns()[column];
      write_key("node", "n_", one);
      if (one.name == "label") write_key("node", "n_", {"name", "name", ValueType::text});
    }
    for (std::uint32_t column = 0; column < edges_.columns().size(); ++column) {
      if (!edges_.is_used(column)) continue;
      write_key("edge", "e_", edges_.columns()[column]);
      if (column == EdgeAttributes::type) write_key("edge", "e_", {"interaction", "interaction", ValueType::text});
    }
  }

  void write_key(std::string_view domain, std::string_view prefix, const AttributeColumn& column) {
    write_graphml_key(domain, prefix, column, output_, text_);
  }

  void write_node(std::uint32_t node) {
    output_.write("    <node id=\"");
    text_.attribute(graph_.id(node));
    output_.write("\">\n");
    for (const AttributeValue& value : nodes_.of(node)) {
      write_graphml_data("n_", nodes_.columns()[value.column].id, value.text, output_, text_);
      if (value.column == NodeAttributes::label) write_graphml_data("n_", "name", value.text, output_, text_);
    }
    output_.write("    </node>\n");
  }

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    output_.write("    <edge id=\"");
    output_.write(id_);
    output_.write("\" source=\"");
    text_.attribute(graph_.id(ends.source));
    output_.write("\" target=\"");
    text_.attribute(graph_.id(ends.target));
    output_.write("\">\n");
    if (edges_.is_bare(edge))
      output_.write(bare_data(edge));
    else
      write_edge_data(edges_.of(edge), output_, text_);
    output_.write("    </edge>\n");
  }

  void write_edge_data(std::span<const AttributeValue> values, Output& output, XmlText& xml) const {
    for (const AttributeValue& value : values) {
      write_graphml_data("e_", edges_.columns()[value.column].id, value.text, output, xml);
      if (value.column == EdgeAttributes::type) write_graphml_data("e_", "interaction", value.text, output, xml);
    }
  }

  /// What all bare edges of a relation hold; made once a relation.
  std::string_view bare_data(std::uint32_t edge) {
    const TermId predicate = graph_.predicate(edge);
    if (predicate == last_predicate_) return *last_data_;
    const auto [at, is_new] = bare_data_.try_emplace(predicate);
    if (is_new) at->second = render_edge_data(edges_.of(edge));
    last_predicate_ = predicate;
    last_data_ = &at->second;
    return at->second;
  }

  std::string render_edge_data(std::span<const AttributeValue> values) const {
    StringOutput rendered;
    XmlText xml(rendered);
    write_edge_data(values, rendered, xml);
    return rendered.take();
  }

  const PropertyGraph& graph_;
  bool is_undirected_;
  Output& output_;
  XmlText text_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  std::string id_;
  std::unordered_map<TermId, std::string> bare_data_;
  TermId last_predicate_ = TermId::none;
  const std::string* last_data_ = nullptr;
  std::size_t ambiguous_ = 0;
};

class GraphmlExporter : public GraphExporter {
 public:
  GraphmlExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    if (writes_structure(graph)) {
      XmlText text(output());
      count_loss(loss::places, write_graphml_again(graph, output(), text));
      count_loss(loss::control_characters, text.replaced_count());
      return;
    }
    if (const auto flavour = make_graphml_flavour(options().flavour, graph)) return write_flavour(graph, *flavour);
    // Readers take edges of one kind only.
    const bool has_no_directions = is_undirected(graph);
    GraphmlWriter writer(graph, has_no_directions, output());
    writer.write();
    if (!has_no_directions) count_undirected(graph);
    count_loss(loss::datatypes, graph.losses().datatypes);
    count_loss(loss::class_names, writer.ambiguous_count());
    count_loss(loss::control_characters, writer.replaced_count());
  }
  bool writes_drawings() const override { return options().flavour == "yed"; }
  bool writes_structure(const PropertyGraph& graph) const override {
    if (!options().flavour.empty() && !(writes_drawings() && has_all_drawings(graph))) return false;
    return is_one_graph_file(graph);
  }

 private:
  void write_flavour(const PropertyGraph& graph, GraphmlFlavour& flavour) {
    XmlText text(output());
    write_graphml_flavour(graph, flavour, output(), text);
    count_loss(loss::datatypes, graph.losses().datatypes);
    count_loss(flavour.loss(), flavour.loss_count());
    count_loss(loss::control_characters, text.replaced_count());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_graphml(Output& output, const ExportOptions& options) {
  return std::make_unique<GraphmlExporter>(output, options);
}

}  // namespace graphwright
