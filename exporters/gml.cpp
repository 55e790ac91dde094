#include "gml.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "attributes.hpp"
#include "graph_exporter.hpp"
#include "json_text.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

constexpr std::string_view no_gml_number = "number that GML does not have, written as text";

/// Appends a string of GML: ASCII, the rest as character entities.
void append_gml_string(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = decode_utf8(text, at);
    if (code_point == '"')
      out += "&quot;";
    else if (code_point == '&')
      out += "&amp;";
    else if (code_point >= 0x20 && code_point < 0x7F)
      out += static_cast<char>(code_point);
    else
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<std::uint32_t>(code_point));
  }
  out += '"';
}

/// Appends a real number: a point always, and the exponent in capitals; false where it is none.
bool append_gml_real(std::string_view number, std::string& out) {
  std::string json;
  if (!append_json_number(number, json)) return false;
  const std::size_t exponent = std::min(json.find_first_of("eE"), json.size());
  const std::string_view mantissa = std::string_view(json).substr(0, exponent);
  out += mantissa;
  if (mantissa.find('.') == std::string_view::npos) out += ".0";
  if (exponent < json.size()) out.append("E").append(json, exponent + 1);
  return true;
}

/// The names of columns as keys: letters and digits of ASCII (and `_`, which all readers take), distinct,
/// and none that GML has a meaning for.
std::vector<std::string> gml_keys(std::span<const std::string_view> names) {
  std::set<std::string> used{"id", "key", "source", "target", "graphics", "directed", "multigraph", "node", "edge"};
  std::vector<std::string> keys;
  for (std::string_view name : names) {
    std::string key;
    for (char c : name) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (key.empty() && !is_letter) key = "x";
      key += is_letter || (c >= '0' && c <= '9') ? c : '_';
    }
    while (!name.empty() && !used.insert(key).second) key += '_';
    keys.push_back(std::move(key));
  }
  return keys;
}

/// Writes one graph, a node or an edge a line.
class GmlWriter {
 public:
  GmlWriter(const PropertyGraph& graph, bool is_undirected, std::string_view title, Output& output)
      : graph_(graph),
        is_undirected_(is_undirected),
        title_(title),
        output_(output),
        nodes_(graph),
        edges_(graph),
        node_keys_(gml_keys(used_names(nodes_))),
        edge_keys_(gml_keys(used_names(edges_))) {
    count_labels();
  }

  void write() {
    line_ = is_undirected_ ? "graph [\n  directed 0\n  multigraph 1\n" : "graph [\n  directed 1\n  multigraph 1\n";
    if (!title_.empty()) append("  name ", title_, "\n");
    output_.write(line_);
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("]\n");
  }

  std::size_t replaced_count() const { return replaced_; }

 private:
  void count_labels() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) ++label_uses_[graph_.label(graph_.resource(node))];
  }

  /// A label that no other node has: NetworkX names nodes by their labels.
  std::string distinct_label(std::uint32_t node) {
    const std::string_view label = graph_.label(graph_.resource(node));
    if (label_uses_[label] == 1) return std::string(label);
    std::string longer = fmt::format("{} ({})", label, graph_.id(node));
    return label_uses_.contains(longer) ? fmt::format("{} ({})", longer, graph_.id(node)) : longer;
  }

  void write_node(std::uint32_t node) {
    line_ = fmt::format("  node [ id {} ", node);
    append("label ", distinct_label(node), " ");
    append("key ", graph_.id(node), " ");
    for (const AttributeValue& value : nodes_.of(node)) {
      if (value.column == NodeAttributes::label)
        append("name ", value.text, " ");
      else
        append_value(node_keys_[value.column], nodes_.columns()[value.column].type, value.text);
    }
    line_ += "]\n";
    output_.write(line_);
  }

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    line_ = fmt::format("  edge [ source {} target {} ", ends.source, ends.target);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    append("key ", id_, " ");
    for (const AttributeValue& value : edges_.of(edge))
      append_value(edge_keys_[value.column], edges_.columns()[value.column].type, value.text);
    line_ += "]\n";
    output_.write(line_);
  }

  void append(std::string_view key, std::string_view text, std::string_view end) {
    line_ += key;
    append_gml_string(text, line_);
    line_ += end;
  }

  void append_value(std::string_view key, ValueType type, std::string_view text) {
    line_.append(key) += ' ';
    if (type == ValueType::int32 || type == ValueType::int64) {
      line_ += text;
    } else if (type == ValueType::boolean) {
      line_ += text == "true" ? '1' : '0';
    } else if (type != ValueType::real) {
      append_gml_string(text, line_);
    } else if (!append_gml_real(text, line_)) {
      append_gml_string(text, line_);
      ++replaced_;
    }
    line_ += ' ';
  }

  const PropertyGraph& graph_;
  bool is_undirected_;
  std::string_view title_;
  Output& output_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  std::vector<std::string> node_keys_;
  std::vector<std::string> edge_keys_;
  std::unordered_map<std::string_view, std::size_t> label_uses_;
  std::string line_;
  std::string id_;
  std::size_t replaced_ = 0;
};

class GmlExporter : public GraphExporter {
 public:
  GmlExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    const bool has_no_directions = is_undirected(graph);
    GmlWriter writer(graph, has_no_directions, options().title, output());
    writer.write();
    count_loss(loss::datatypes, graph.losses().datatypes);
    if (!has_no_directions) count_undirected(graph);
    count_loss(no_gml_number, writer.replaced_count());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_gml(Output& output, const ExportOptions& options) {
  return std::make_unique<GmlExporter>(output, options);
}

}  // namespace graphwright
