#include "jgf.hpp"

#include <array>

#include "json_graph_exporter.hpp"
#include "json_text.hpp"
#include "json_values.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 0> no_reserved_words{};

/// Writes one graph, a node or an edge a line.
class JgfWriter {
 public:
  static constexpr bool tells_directions = true;

  JgfWriter(const PropertyGraph& graph, std::string_view title, Output& output)
      : graph_(graph),
        title_(title),
        output_(output),
        nodes_(graph),
        edges_(graph),
        node_values_(nodes_, no_reserved_words),
        edge_values_(edges_, no_reserved_words) {}

  void write() {
    line_ = R"({"graph": {"directed": true)";
    if (!title_.empty()) append_json_member("label", title_, line_);
    output_.write(line_);
    output_.write(",\n\"nodes\": {");
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    output_.write("\n},\n\"edges\": [");
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("\n]}}\n");
  }

  std::size_t replaced_count() const { return node_values_.replaced_count() + edge_values_.replaced_count(); }

 private:
  void begin_line(bool is_first) { line_ = is_first ? "\n" : ",\n"; }

  void write_node(std::uint32_t node) {
    begin_line(node == 0);
    append_json_string(graph_.id(node), line_);
    line_ += ": {";
    std::string metadata = "{";
    for (const AttributeValue& value : nodes_.of(node)) {
      if (value.column == NodeAttributes::label)
        append_json_member("label", value.text, line_);
      else
        node_values_.append(value, metadata);
    }
    append_metadata(metadata);
    output_.write(line_);
  }

  void write_edge(std::uint32_t edge) {
    begin_line(edge == 0);
    const RelationGraph::Edge ends = graph_.edge(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    line_ += '{';
    append_json_member("id", id_, line_);
    append_json_member("source", graph_.id(ends.source), line_);
    append_json_member("target", graph_.id(ends.target), line_);
    if (graph_.is_symmetric(edge)) line_ += ", \"directed\": false";
    std::string metadata = "{";
    for (const AttributeValue& value : edges_.of(edge)) {
      if (value.column == EdgeAttributes::label)
        append_json_member("label", value.text, line_);
      else if (value.column == EdgeAttributes::type)
        append_json_member("relation", value.text, line_);
      else
        edge_values_.append(value, metadata);
    }
    append_metadata(metadata);
    output_.write(line_);
  }

  void append_metadata(const std::string& metadata) {
    if (metadata.size() > 1)
      line_.append(line_.back() == '{' ? "" : ", ").append("\"metadata\": ").append(metadata) += '}';
    line_ += '}';
  }

  const PropertyGraph& graph_;
  std::string_view title_;
  Output& output_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  JsonValues node_values_;
  JsonValues edge_values_;
  std::string line_;
  std::string id_;
};

}  // namespace

std::unique_ptr<Exporter> open_jgf(Output& output, const ExportOptions& options) {
  return std::make_unique<JsonGraphExporter<JgfWriter>>(output, options);
}

}  // namespace graphwright
