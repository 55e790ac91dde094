#include "cyjs.hpp"

#include <array>
#include <unordered_set>

#include "graphwright/resource_id.hpp"

#include "json_graph_exporter.hpp"
#include "json_text.hpp"
#include "json_values.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

/// The words that Cytoscape.js and NetworkX read in an element's data.
constexpr std::array<std::string_view, 7> reserved_words{"id", "source", "target", "parent", "name", "value", "key"};

/// Writes one graph, an element a line.
class CyjsWriter {
 public:
  static constexpr bool tells_directions = false;

  CyjsWriter(const PropertyGraph& graph, std::string_view title, Output& output)
      : graph_(graph),
        title_(title),
        output_(output),
        nodes_(graph),
        edges_(graph),
        node_values_(nodes_, reserved_words),
        edge_values_(edges_, reserved_words) {
    ids_of_nodes_.reserve(graph.node_count());
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) ids_of_nodes_.insert(graph.id(node));
  }

  void write() {
    line_ = "{\"data\": {";
    if (!title_.empty()) append_json_member("name", title_, line_);
    output_.write(line_);
    output_.write("}, \"directed\": true, \"multigraph\": true,\n\"elements\": {\"nodes\": [");
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    output_.write("\n], \"edges\": [");
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("\n]}}\n");
  }

  std::size_t replaced_count() const { return node_values_.replaced_count() + edge_values_.replaced_count(); }

 private:
  void begin_line(bool is_first) { line_.assign(is_first ? "\n" : ",\n").append("{\"data\": {"); }

  void write_node(std::uint32_t node) {
    begin_line(node == 0);
    append_json_member("id", graph_.id(node), line_);
    append_json_member("value", graph_.id(node), line_);
    for (const AttributeValue& value : nodes_.of(node)) {
      if (value.column == NodeAttributes::label) append_json_member("name", value.text, line_);
      node_values_.append(value, line_);
    }
    end_line(graph_.types(node).empty() ? std::string_view{} : type_text(graph_.types(node).front()));
  }

  void write_edge(std::uint32_t edge) {
    begin_line(edge == 0);
    const RelationGraph::Edge ends = graph_.edge(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    append_json_member("id", id_of_element(id_), line_);
    append_json_member("key", id_, line_);
    append_json_member("source", graph_.id(ends.source), line_);
    append_json_member("target", graph_.id(ends.target), line_);
    for (const AttributeValue& value : edges_.of(edge)) {
      if (value.column == EdgeAttributes::type) append_json_member("interaction", value.text, line_);
      edge_values_.append(value, line_);
    }
    end_line(type_text(graph_.predicate(edge)));
  }

  /// The id of an edge among those of all elements, which Cytoscape.js tells apart by nothing else.
  std::string id_of_element(std::string id) const {
    while (ids_of_nodes_.contains(id)) id.insert(0, "edge/");  // ids of edges have no slash, so it stays theirs
    return id;
  }

  std::string_view type_text(TermId term) const { return graph_.name(term); }

  /// Ends an element with its class, by which style sheets select it (`node.Person`).
  void end_line(std::string_view element_class) {
    line_ += '}';
    if (!element_class.empty() && element_class.find_first_of(" \t\n") == std::string_view::npos)
      append_json_member("classes", element_class, line_);
    line_ += '}';
    output_.write(line_);
  }

  const PropertyGraph& graph_;
  std::string_view title_;
  Output& output_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  JsonValues node_values_;
  JsonValues edge_values_;
  std::unordered_set<std::string_view> ids_of_nodes_;
  std::string line_;
  std::string id_;
};

}  // namespace

std::unique_ptr<Exporter> open_cyjs(Output& output, const ExportOptions& options) {
  return std::make_unique<JsonGraphExporter<CyjsWriter>>(output, options);
}

}  // namespace graphwright
