#include "graphml_flavour.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"

#include "graphml_text.hpp"
#include "node_looks.hpp"
#include "own_names.hpp"
#include "parallel_names.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

std::string_view relation_name(const PropertyGraph& graph, std::uint32_t edge) {
  return graph.name(graph.predicate(edge));
}

/// The names of a node's classes, the preferred one first.
std::vector<std::string_view> class_names(const PropertyGraph& graph, std::uint32_t node) {
  std::vector<std::string_view> names;
  for (TermId type : graph.types(node)) names.push_back(graph.name(type));
  return names;
}

/// Ids that are names where a name can be an id, for readers that look values up by the id of their key.
class NamedKeys : public GraphmlFlavour {
 public:
  std::string node_key_id(const AttributeColumn& column) const override { return id_of(column); }
  std::string edge_key_id(const AttributeColumn& column) const override { return id_of(column); }

 private:
  static std::string id_of(const AttributeColumn& column) { return is_plain_id(column.name) ? column.name : column.id; }
};

/// Gephi: positions, sizes and colours, and the relation as the kind of the edge, so that parallel edges stay.
class GephiFlavour : public GraphmlFlavour {
 public:
  explicit GephiFlavour(const PropertyGraph& graph)
      : kinds_(graph), looks_(graph), has_depth_(graph.graph().terms().find_iri(iri::gw::z) != TermId::none) {}

  std::vector<FlavourKey> node_keys() const override {
    std::vector<FlavourKey> keys{{"x", "x", "float"}, {"y", "y", "float"}, {"size", "size", "float"},
                                 {"r", "r", "int"},   {"g", "g", "int"},   {"b", "b", "int"}};
    if (has_depth_) keys.push_back({"z", "z", "float"});
    return keys;
  }
  void node_values(std::uint32_t node, std::vector<FlavourValue>& out) override {
    out.push_back({0, looks_.x(node)});
    out.push_back({1, looks_.y(node)});
    out.push_back({2, looks_.size(node)});
    const std::string hex = looks_.colour(node);
    for (std::size_t channel = 0; channel < 3; ++channel)
      out.push_back({3 + channel, std::to_string(std::stoi(hex.substr(1 + channel * 2, 2), nullptr, 16))});
    if (has_depth_) out.push_back({6, looks_.z(node)});
  }
  std::string edge_label(std::uint32_t edge) const override { return kinds_(edge); }
  bool takes_undirected() const override { return true; }
  bool has_own_relations() const override { return true; }
  bool hides_node_column(std::uint32_t column) const override {
    return column >= NodeAttributes::first_own && looks_.carry(column - NodeAttributes::first_own);
  }

 private:
  ParallelNames kinds_;
  NodeLooks looks_;
  bool has_depth_;
};

/// Cytoscape: the names of nodes and edges, and the interaction, in its own columns and in the shared ones.
class CytoscapeFlavour : public GraphmlFlavour {
 public:
  explicit CytoscapeFlavour(const PropertyGraph& graph) : graph_(graph) {}

  std::vector<FlavourKey> node_keys() const override {
    return {{"n_name", "name", "string"}, {"n_shared_name", "shared name", "string"}};
  }
  std::vector<FlavourKey> edge_keys() const override {
    return {{"e_name", "name", "string"},
            {"e_shared_name", "shared name", "string"},
            {"e_interaction", "interaction", "string"},
            {"e_shared_interaction", "shared interaction", "string"}};
  }
  bool has_own_relations() const override { return true; }
  bool prefers_given_values() const override { return true; }
  void node_values(std::uint32_t node, std::vector<FlavourValue>& out) override {
    for (std::size_t key : {0U, 1U}) out.push_back({key, name(node)});
  }
  void edge_values(std::uint32_t edge, std::vector<FlavourValue>& out) override {
    const RelationGraph::Edge ends = graph_.edge(edge);
    const std::string interaction(relation_name(graph_, edge));
    const std::string title = fmt::format("{} ({}) {}", name(ends.source), interaction, name(ends.target));
    for (std::size_t key : {0U, 1U}) out.push_back({key, title});
    for (std::size_t key : {2U, 3U}) out.push_back({key, interaction});
    if (graph_.is_symmetric(edge)) ++undirected_;
  }
  std::string_view loss() const override { return "edge without a direction, which Cytoscape shows with one"; }
  std::size_t loss_count() const override { return undirected_; }

 private:
  std::string name(std::uint32_t node) const { return std::string(graph_.label(graph_.resource(node))); }

  const PropertyGraph& graph_;
  std::size_t undirected_ = 0;
};

/// TinkerPop: one label for each vertex and edge in keys of these very ids.
class TinkerpopFlavour : public NamedKeys {
 public:
  explicit TinkerpopFlavour(const PropertyGraph& graph) : graph_(graph) {
    for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) undirected_ += graph.is_symmetric(edge) ? 1U : 0U;
  }

  std::vector<FlavourKey> node_keys() const override { return {{"labelV", "labelV", "string"}}; }
  std::vector<FlavourKey> edge_keys() const override { return {{"labelE", "labelE", "string"}}; }
  bool hides_node_column(std::uint32_t column) const override { return column == NodeAttributes::type; }
  bool hides_edge_column(std::uint32_t column) const override { return column == EdgeAttributes::type; }
  void node_values(std::uint32_t node, std::vector<FlavourValue>& out) override {
    const std::vector<std::string_view> classes = class_names(graph_, node);
    out.push_back({0, classes.empty() ? "vertex" : std::string(classes.front())});
  }
  void edge_values(std::uint32_t edge, std::vector<FlavourValue>& out) override {
    out.push_back({0, std::string(relation_name(graph_, edge))});
  }
  std::string_view loss() const override { return "edge without a direction, which TinkerPop gives one"; }
  std::size_t loss_count() const override { return undirected_; }

 private:
  const PropertyGraph& graph_;
  std::size_t undirected_ = 0;
};

/// Neo4j (APOC): labels and types as XML attributes and in keys of these very ids.
class Neo4jFlavour : public NamedKeys {
 public:
  explicit Neo4jFlavour(const PropertyGraph& graph) : graph_(graph) {
    for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) undirected_ += graph.is_symmetric(edge) ? 1U : 0U;
  }

  std::vector<FlavourKey> node_keys() const override { return {{"labels", "labels", "string"}}; }
  std::vector<FlavourKey> edge_keys() const override { return {{"label", "label", "string"}}; }
  bool hides_node_column(std::uint32_t column) const override {
    return column == NodeAttributes::type || column == NodeAttributes::types;
  }
  bool hides_edge_column(std::uint32_t column) const override {
    return column == EdgeAttributes::type || column == EdgeAttributes::label;
  }
  /// What words nodes have is `name` in Neo4j; `label` is the key of relations.
  std::string node_key_id(const AttributeColumn& column) const override {
    return column.id == "label" ? "name" : NamedKeys::node_key_id(column);
  }
  std::string node_labels(std::uint32_t node) const override {
    std::string labels;
    for (std::string_view one : class_names(graph_, node)) labels.append(":").append(one);
    return labels.empty() ? ":Resource" : labels;
  }
  /// The relation as Neo4j writes types: `HOSTED_TALKS`.
  std::string edge_label(std::uint32_t edge) const override {
    std::string type;
    for (char c : relation_name(graph_, edge)) {
      if (c >= 'a' && c <= 'z')
        type += static_cast<char>(c - 'a' + 'A');
      else
        type += c == '-' || c == ' ' || c == '.' ? '_' : c;
    }
    return type;
  }
  void node_values(std::uint32_t node, std::vector<FlavourValue>& out) override {
    out.push_back({0, node_labels(node)});
  }
  void edge_values(std::uint32_t edge, std::vector<FlavourValue>& out) override {
    out.push_back({0, edge_label(edge)});
  }
  std::string_view loss() const override { return "edge without a direction, which Neo4j gives one"; }
  std::size_t loss_count() const override { return undirected_; }

 private:
  const PropertyGraph& graph_;
  std::size_t undirected_ = 0;
};

template <typename Flavour>
std::unique_ptr<GraphmlFlavour> make(const PropertyGraph& graph) {
  return std::make_unique<Flavour>(graph);
}

struct FlavourRow {
  std::string_view name;
  std::unique_ptr<GraphmlFlavour> (*make)(const PropertyGraph&);
};

constexpr std::array<FlavourRow, 5> flavours{{{"cytoscape", make<CytoscapeFlavour>},
                                              {"gephi", make<GephiFlavour>},
                                              {"neo4j", make<Neo4jFlavour>},
                                              {"tinkerpop", make<TinkerpopFlavour>},
                                              {"yed", make_yed_flavour}}};

/// Writes keys, then nodes, then edges.
class FlavourWriter {
 public:
  FlavourWriter(const PropertyGraph& graph, GraphmlFlavour& flavour, Output& output, XmlText& text)
      : graph_(graph), flavour_(flavour), output_(output), text_(text), nodes_(graph), edges_(graph) {}

  void write() {
    const std::string_view head = graphml_head;
    const std::size_t place = head.find(" xmlns:xsi");
    output_.write(head.substr(0, place));
    output_.write(flavour_.namespaces());
    output_.write(head.substr(place));
    if (flavour_.has_own_relations()) output_.write(own_relations);
    write_keys();
    output_.write("  <graph id=\"G\" edgedefault=\"directed\">\n");
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("  </graph>\n</graphml>\n");
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// How a column of the graph is written.
  struct Column {
    std::string id;
    /// The key of the flavour that has its name.
    std::size_t key = none;
    bool is_hidden = false;
  };

  void attribute(std::string_view name, std::string_view value) {
    output_.put(' ');
    output_.write(name);
    output_.write("=\"");
    text_.attribute(value);
    output_.put('"');
  }

  void write_key(std::string_view domain, std::string_view id, std::string_view name, std::string_view type) {
    output_.write("  <key");
    attribute("id", id);
    attribute("for", domain);
    attribute("attr.name", name);
    attribute("attr.type", type);
    output_.write("/>\n");
  }

  void write_keys() {
    node_keys_ = flavour_.node_keys();
    edge_keys_ = flavour_.edge_keys();
    for (const auto& keys : {node_keys_, edge_keys_})
      for (const FlavourKey& one : keys) ids_.insert(one.id);
    const auto values_of_node = [this](std::uint32_t node) { flavour_.node_values(node, values_); };
    const auto values_of_edge = [this](std::uint32_t edge) { flavour_.edge_values(edge, values_); };
    node_columns_ = columns_of(nodes_, node_keys_, graph_.node_count(), values_of_node);
    edge_columns_ = columns_of(edges_, edge_keys_, graph_.edge_count(), values_of_edge);
    for (const FlavourKey& one : node_keys_) write_key("node", one.id, one.name, one.type);
    for (std::uint32_t at = 0; at < nodes_.columns().size(); ++at) {
      const AttributeColumn& column = nodes_.columns()[at];
      Column& written = node_columns_[at];
      written.is_hidden = written.is_hidden || flavour_.hides_node_column(at);
      if (written.is_hidden || !nodes_.is_used(at)) continue;
      written.id = free_id(flavour_.node_key_id(column), "_n");
      const bool is_renamed = written.id == "name" && column.id == "label";
      write_key("node", written.id, is_renamed ? written.id : free_name(column, node_keys_), graphml_type(column.type));
    }
    for (const FlavourKey& one : edge_keys_) write_key("edge", one.id, one.name, one.type);
    for (std::uint32_t at = 0; at < edges_.columns().size(); ++at) {
      const AttributeColumn& column = edges_.columns()[at];
      Column& written = edge_columns_[at];
      written.is_hidden = written.is_hidden || flavour_.hides_edge_column(at);
      if (written.is_hidden || !edges_.is_used(at)) continue;
      written.id = free_id(flavour_.edge_key_id(column), "_e");
      write_key("edge", written.id, free_name(column, edge_keys_), graphml_type(column.type));
    }
    flavour_.write_keys(output_);
  }

  /// Columns as the flavour takes them: hidden where one of its keys has the name and says the same of each element.
  template <typename Attributes, typename SayValues>
  std::vector<Column> columns_of(Attributes& attributes, std::span<const FlavourKey> keys, std::uint32_t count,
                                 const SayValues& say_values) {
    std::vector<Column> columns;
    for (const AttributeColumn& one : attributes.columns()) columns.push_back({{}, key_of(one, keys), false});
    const bool has_names =
        std::any_of(columns.begin(), columns.end(), [](const Column& one) { return one.key != none; });
    for (std::uint32_t at = 0; has_names && !flavour_.prefers_given_values() && at < count; ++at) {
      values_.clear();
      say_values(at);
      for (const AttributeValue& given : attributes.of(at))
        for (const FlavourValue& own : values_)
          if (own.key == columns[given.column].key && own.text != given.text) columns[given.column].key = none;
    }
    for (Column& one : columns) one.is_hidden = one.key != none;
    return columns;
  }

  /// The key of the flavour that has the name of a column of a graph file.
  static std::size_t key_of(const AttributeColumn& column, std::span<const FlavourKey> keys) {
    constexpr std::string_view foreign = "attribute:";
    std::string_view name = column.name == "schema:name" ? "name" : std::string_view(column.name);
    if (name.starts_with(foreign)) name.remove_prefix(foreign.size());
    const auto is_same = [=](const FlavourKey& one) { return one.type == "string" && one.name == name; };
    const auto at = std::find_if(keys.begin(), keys.end(), is_same);
    return at == keys.end() ? none : static_cast<std::size_t>(at - keys.begin());
  }

  /// The name of a column, its id where a key of the flavour has the name.
  static const std::string& free_name(const AttributeColumn& column, std::span<const FlavourKey> keys) {
    const auto is_same = [&](const FlavourKey& one) { return one.name == column.name; };
    return std::any_of(keys.begin(), keys.end(), is_same) ? column.id : column.name;
  }

  std::string free_id(std::string id, std::string_view suffix) {
    while (!ids_.insert(id).second) id += suffix;
    return id;
  }

  /// What the flavour says, save where the graph itself has a value of that name.
  void write_values(std::span<const FlavourKey> keys, std::span<const Column> columns,
                    std::span<const AttributeValue> given) {
    if (flavour_.prefers_given_values())
      for (const AttributeValue& one : given)
        for (FlavourValue& value : values_)
          if (value.key == columns[one.column].key) value.text = one.text;
    for (const FlavourValue& one : values_) write_data(keys[one.key].id, one.text);
    for (const AttributeValue& one : given)
      if (!columns[one.column].is_hidden) write_data(columns[one.column].id, one.text);
  }

  void write_data(std::string_view id, std::string_view value) {
    output_.write("      <data");
    attribute("key", id);
    output_.put('>');
    text_.content(value);
    output_.write("</data>\n");
  }

  void write_node(std::uint32_t node) {
    output_.write("    <node");
    attribute("id", graph_.id(node));
    if (const std::string labels = flavour_.node_labels(node); !labels.empty()) attribute("labels", labels);
    output_.write(">\n");
    values_.clear();
    flavour_.node_values(node, values_);
    write_values(node_keys_, node_columns_, nodes_.of(node));
    flavour_.write_node_data(node, output_, text_);
    output_.write("    </node>\n");
  }

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    output_.write("    <edge");
    attribute("id", id_);
    attribute("source", graph_.id(ends.source));
    attribute("target", graph_.id(ends.target));
    if (flavour_.takes_undirected() && graph_.is_symmetric(edge)) attribute("directed", "false");
    if (const std::string label = flavour_.edge_label(edge); !label.empty()) attribute("label", label);
    output_.write(">\n");
    values_.clear();
    flavour_.edge_values(edge, values_);
    write_values(edge_keys_, edge_columns_, edges_.of(edge));
    flavour_.write_edge_data(edge, output_, text_);
    output_.write("    </edge>\n");
  }

  const PropertyGraph& graph_;
  GraphmlFlavour& flavour_;
  Output& output_;
  XmlText& text_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  std::vector<FlavourKey> node_keys_;
  std::vector<FlavourKey> edge_keys_;
  std::set<std::string> ids_;
  std::vector<Column> node_columns_;
  std::vector<Column> edge_columns_;
  std::vector<FlavourValue> values_;
  std::string id_;
};

}  // namespace

std::span<const std::string_view> graphml_flavours() {
  static constexpr std::array<std::string_view, flavours.size()> names = [] {
    std::array<std::string_view, flavours.size()> all{};
    for (std::size_t at = 0; at < all.size(); ++at) all[at] = flavours[at].name;
    return all;
  }();
  return names;
}

std::unique_ptr<GraphmlFlavour> make_graphml_flavour(std::string_view name, const PropertyGraph& graph) {
  const auto at =
      std::find_if(flavours.begin(), flavours.end(), [=](const FlavourRow& one) { return one.name == name; });
  return at == flavours.end() ? nullptr : at->make(graph);
}

void write_graphml_flavour(const PropertyGraph& graph, GraphmlFlavour& flavour, Output& output, XmlText& text) {
  FlavourWriter(graph, flavour, output, text).write();
}

}  // namespace graphwright
