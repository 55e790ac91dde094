#include "cypher.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "graphwright/resource_id.hpp"

#include "attributes.hpp"
#include "graph_exporter.hpp"
#include "json_text.hpp"

namespace graphwright {
namespace {

/// Rows of one statement: a parser holds each of them whole.
constexpr std::size_t batch_rows = 500;

/// A name in backticks; one within is doubled (Cypher manual, Naming rules). Neo4j takes `\u0060` for a backtick
/// there, so that a backslash is written as a code itself.
std::string quoted_name(std::string_view name) {
  std::string quoted = "`";
  for (char c : name) {
    if (c == '\\')
      quoted += "\\u005C";
    else
      quoted.append(c == '`' ? 2 : 1, c);
  }
  return quoted += '`';
}

/// Whether all elements of a JSON list are texts; Neo4j stores no lists of several types.
bool is_list_of_texts(std::string_view list) {
  bool is_in_text = false;
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (is_in_text && list[at] == '\\')
      ++at;
    else if (list[at] == '"')
      is_in_text = !is_in_text;
    else if (!is_in_text && std::string_view("[], ").find(list[at]) == std::string_view::npos)
      return false;
  }
  return true;
}

void append_real(std::string_view number, std::string& out) {
  const std::size_t begin = out.size();
  if (!append_json_number(number, out))
    out += number == "NaN" ? "(0.0 / 0.0)" : number.starts_with('-') ? "(-1.0 / 0.0)" : "(1.0 / 0.0)";
  else if (out.find_first_of(".eE", begin) == std::string::npos)
    out += ".0";
}

/// A literal of Cypher; its strings and lists of strings are those of JSON.
void append_literal(const AttributeColumn& column, std::string_view text, std::string& out) {
  switch (column.type) {
    case ValueType::boolean:
    case ValueType::int32:
    case ValueType::int64:
      out += text;
      return;
    case ValueType::real:
      return append_real(text, out);
    default:
      if (column.is_list && text.starts_with('[') && is_list_of_texts(text))
        out += text;
      else
        append_json_string(text, out);
  }
}

/// Writes one script, a node or an edge a line.
class CypherWriter {
 public:
  CypherWriter(const PropertyGraph& graph, Output& output)
      : graph_(graph), output_(output), nodes_(graph), edges_(graph) {}

  void write() {
    output_.write(
        "// Neo4j 4.4 or later: cypher-shell -f FILE. Running it again changes nothing.\n"
        "CREATE CONSTRAINT graphwright_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;\n");
    for (const auto& [labels, members] : nodes_by_labels()) write_nodes(labels, members);
    for (const auto& [relation, members] : edges_by_relation()) write_edges(relation, members);
  }

 private:
  using Groups = std::map<std::string, std::vector<std::uint32_t>>;

  Groups nodes_by_labels() const {
    Groups groups;
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      std::string labels;
      for (TermId type : graph_.types(node)) labels.append(":").append(quoted_name(short_text(type)));
      groups[labels].push_back(node);
    }
    return groups;
  }

  Groups edges_by_relation() const {
    Groups groups;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge)
      groups[quoted_name(short_text(graph_.predicate(edge)))].push_back(edge);
    return groups;
  }

  std::string_view short_text(TermId term) const { return graph_.name(term); }

  /// Writes the rows of a group in batches, and behind each what is done with them.
  template <typename AppendRow>
  void write_batches(const std::vector<std::uint32_t>& members, const AppendRow& append_row, std::string_view action) {
    for (std::size_t begin = 0; begin < members.size(); begin += batch_rows) {
      const std::size_t end = std::min(begin + batch_rows, members.size());
      output_.write("\nUNWIND [");
      for (std::size_t at = begin; at < end; ++at) {
        line_ = at == begin ? "\n  " : ",\n  ";
        append_row(members[at]);
        output_.write(line_);
      }
      output_.write("\n] AS row\n");
      output_.write(action);
    }
  }

  void write_nodes(const std::string& labels, const std::vector<std::uint32_t>& members) {
    const std::string set = labels.empty() ? "SET n += row.set;\n" : "SET n" + labels + ", n += row.set;\n";
    write_batches(
        members, [this](std::uint32_t node) { append_node(node); }, "MERGE (n:Resource {id: row.id})\n" + set);
  }

  void write_edges(const std::string& relation, const std::vector<std::uint32_t>& members) {
    write_batches(
        members, [this](std::uint32_t edge) { append_edge(edge); },
        "MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})\nMERGE (a)-[r:" + relation +
            " {id: row.id}]->(b)\nSET r += row.set;\n");
  }

  void append_node(std::uint32_t node) {
    append_key("{id: ", graph_.id(node));
    append_properties(nodes_.columns(), nodes_.of(node), NodeAttributes::types);
  }

  void append_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    append_key("{id: ", id_);
    append_key(", source: ", graph_.id(ends.source));
    append_key(", target: ", graph_.id(ends.target));
    append_properties(edges_.columns(), edges_.of(edge), EdgeAttributes::type);
  }

  void append_key(std::string_view key, std::string_view text) {
    line_ += key;
    append_json_string(text, line_);
  }

  /// Appends the properties, without the column that labels or the relation's name say.
  void append_properties(std::span<const AttributeColumn> columns, std::span<const AttributeValue> values,
                         std::uint32_t said_already) {
    line_ += ", set: {";
    bool is_first = true;
    for (const AttributeValue& value : values) {
      if (value.column == said_already) continue;
      if (!is_first) line_ += ", ";
      is_first = false;
      line_.append(quoted_name(columns[value.column].name)).append(": ");
      append_literal(columns[value.column], value.text, line_);
    }
    line_ += "}}";
  }

  const PropertyGraph& graph_;
  Output& output_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  std::string line_;
  std::string id_;
};

class CypherExporter : public GraphExporter {
 public:
  CypherExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    CypherWriter(graph, output()).write();
    count_loss(loss::datatypes, graph.losses().datatypes);
    count_undirected(graph);
  }
};

}  // namespace

std::unique_ptr<Exporter> open_cypher(Output& output, const ExportOptions& options) {
  return std::make_unique<CypherExporter>(output, options);
}

}  // namespace graphwright
