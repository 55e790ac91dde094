#include "gexf.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"

#include "attributes.hpp"
#include "class_levels.hpp"
#include "gexf_dated_values.hpp"
#include "gexf_lifetimes.hpp"
#include "graph_exporter.hpp"
#include "node_looks.hpp"
#include "own_names.hpp"
#include "parallel_names.hpp"
#include "rows_ahead.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

// The schema puts colours, sizes and positions into the namespace of the format itself; a prefix for the
// same namespace satisfies it as well as readers that look for the usual prefix.
constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";

constexpr std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::boolean:
      return "boolean";
    case ValueType::int32:
      return "integer";
    case ValueType::int64:
      return "long";
    case ValueType::real:
      return "double";
    default:
      return "string";
  }
}

/// Columns that GEXF has attributes of its own for.
bool is_own_edge_column(std::uint32_t column) {
  return column == EdgeAttributes::label || column == EdgeAttributes::weight;
}

/// Writes one graph, element by element.
class GexfWriter {
 public:
  GexfWriter(const PropertyGraph& graph, const GexfDatedValues& dated, const ExportOptions& options, Output& output)
      : graph_(graph),
        options_(options),
        output_(output),
        text_(output),
        nodes_(graph),
        edges_(graph),
        dated_(dated),
        lifetimes_(graph, nodes_.columns(), edges_.columns(), edges_.is_used(EdgeAttributes::time) || !dated_.empty()),
        levels_(graph, options.profile),
        kinds_(graph),
        looks_(graph) {
    find_dated_columns();
    for (std::uint32_t edge = 0; edge < graph.edge_count() && !has_undirected_; ++edge)
      has_undirected_ = graph.is_symmetric(edge);
  }

  void write() {
    output_.write(head);
    ambiguous_ = write_own_names(graph_, output_);
    if (!graph_.foreign().empty()) output_.write(own_relations);
    write_meta();
    write_graph_tag();
    write_columns();
    output_.write("    <nodes>\n");
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    output_.write("    </nodes>\n    <edges>\n");
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("    </edges>\n  </graph>\n</gexf>\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }
  std::size_t vague_count() const { return vague_; }
  std::size_t ambiguous_count() const { return ambiguous_; }
  std::size_t open_count() const { return open_; }

 private:
  void attribute(std::string_view name, std::string_view value) {
    output_.put(' ');
    output_.write(name);
    output_.write("=\"");
    text_.attribute(value);
    output_.put('"');
  }

  void write_meta() {
    output_.write("  <meta>\n    <creator>Graphwright</creator>\n");
    if (!options_.title.empty()) {
      output_.write("    <description>");
      text_.content(options_.title);
      output_.write("</description>\n");
    }
    output_.write("  </meta>\n");
  }

  bool is_dynamic() const {
    return edges_.is_used(EdgeAttributes::time) || !lifetimes_.format().empty() || !dated_.empty();
  }

  void write_graph_tag() {
    output_.write("  <graph");
    // Gephi drops undirected edges without a word where the default is directed.
    if (!has_undirected_) attribute("defaultedgetype", "directed");
    attribute("idtype", "string");
    attribute("mode", is_dynamic() ? "dynamic" : "static");
    if (is_dynamic()) {
      attribute("timeformat", lifetimes_.format().empty() ? "date" : lifetimes_.format());
      attribute("timerepresentation", "interval");
    }
    output_.write(">\n");
  }

  // Columns.

  void write_columns() {
    begin_columns("node", "static");
    for (std::uint32_t at = NodeAttributes::type; at < nodes_.columns().size(); ++at)
      if (is_static_of_nodes(at)) write_column("n_", nodes_.columns()[at]);
    for (std::size_t level = 0; level < levels_.depth(); ++level)
      write_column("n_",
                   {fmt::format("class_{}", level + 1), fmt::format("class level {}", level + 1), ValueType::text});
    output_.write("    </attributes>\n");
    begin_columns("edge", "static");
    for (std::uint32_t at = 0; at < edges_.columns().size(); ++at)
      if (is_static_of_edges(at)) write_column("e_", edges_.columns()[at]);
    output_.write("    </attributes>\n");
    if (!dated_.empty()) write_dated_columns();
  }

  void write_dated_columns() {
    begin_columns("node", "dynamic");
    for (const std::optional<AttributeColumn>& one : dated_of_nodes_)
      if (one) write_column("n_", *one);
    output_.write("    </attributes>\n");
    const auto is_dated = [](const std::optional<AttributeColumn>& one) { return one.has_value(); };
    if (std::none_of(dated_of_edges_.begin(), dated_of_edges_.end(), is_dated)) return;
    begin_columns("edge", "dynamic");
    for (const std::optional<AttributeColumn>& one : dated_of_edges_)
      if (one) write_column("e_", *one);
    output_.write("    </attributes>\n");
  }

  void begin_columns(std::string_view what, std::string_view mode) {
    output_.write("    <attributes");
    attribute("class", what);
    attribute("mode", mode);
    output_.write(">\n");
  }

  void find_dated_columns() {
    dated_of_nodes_.resize(graph_.columns().size());
    dated_of_edges_.resize(edges_.columns().size());
    for (std::uint32_t own = 0; own < dated_of_nodes_.size(); ++own)
      if (const auto type = dated_.type_of_column(own))
        dated_of_nodes_[own] = typed(nodes_.columns()[NodeAttributes::first_own + own], *type);
    for (const ForeignAttribute& one : graph_.foreign().attributes())
      if (const auto type = dated_.type_of_edges(one.property)) {
        const std::uint32_t at = edges_.column_of(one);
        if (at != RelationGraph::none && !dated_of_edges_[at]) dated_of_edges_[at] = typed(edges_.columns()[at], *type);
      }
  }

  static AttributeColumn typed(AttributeColumn column, ValueType type) {
    column.type = type;
    return column;
  }

  bool is_static_of_nodes(std::uint32_t column) const {
    const bool is_dated =
        column >= NodeAttributes::first_own && dated_of_nodes_[column - NodeAttributes::first_own].has_value();
    return nodes_.is_used(column) && !is_dated && !is_drawn_column(column) && !lifetimes_.is_time_of_nodes(column);
  }
  bool is_static_of_edges(std::uint32_t column) const {
    return edges_.is_used(column) && !is_own_edge_column(column) && !dated_of_edges_[column] &&
           !lifetimes_.is_time_of_edges(column);
  }

  bool is_drawn_column(std::uint32_t column) const {
    return column >= NodeAttributes::first_own && looks_.carry(column - NodeAttributes::first_own);
  }

  void write_column(std::string_view prefix, const AttributeColumn& column) {
    output_.write("      <attribute");
    attribute("id", fmt::format("{}{}", prefix, column.id));
    attribute("title", column.name);
    attribute("type", type_name(column.type));
    output_.write("/>\n");
  }

  void write_value(std::string_view prefix, const AttributeColumn& column, std::string_view text,
                   std::string_view start = {}, std::string_view end = {}) {
    output_.write("          <attvalue");
    attribute("for", fmt::format("{}{}", prefix, column.id));
    // Java reads numbers, and the schema knows INF.
    const bool is_infinite = column.type == ValueType::real && text.ends_with("Infinity");
    attribute("value", is_infinite ? text.front() == '-' ? "-INF" : "INF" : text);
    if (!start.empty()) attribute("start", start);
    if (!end.empty()) attribute("end", end);
    output_.write("/>\n");
  }

  void write_dated_values(std::uint32_t node) {
    for (const NodeAttribute& one : graph_.attributes(node))
      if (const std::optional<AttributeColumn>& column = dated_of_nodes_[one.column])
        write_dated_value("n_", *column, graph_.resource(node), graph_.columns()[one.column].property, one.value);
  }

  void write_dated_values_of_edge(std::uint32_t edge) {
    for (const ForeignAttribute& one : graph_.foreign_attributes(edge))
      if (const std::uint32_t at = edges_.column_of(one); at != RelationGraph::none && dated_of_edges_[at])
        write_dated_value("e_", *dated_of_edges_[at], one.edge, one.property, one.value);
  }

  void write_dated_value(std::string_view prefix, const AttributeColumn& column, TermId subject, TermId property,
                         TermId value) {
    for (const DatedValue& each : dated_.values(subject, property, value, column.type))
      write_value(prefix, column, each.text, each.start, each.end);
  }

  // Nodes.

  void write_node(std::uint32_t node) {
    const std::span<const AttributeValue> values = nodes_.of(node);
    output_.write("      <node");
    attribute("id", graph_.id(node));
    attribute("label", values.front().text);
    const Lifetime lifetime = lifetimes_.of_node(values);
    write_lifetime(lifetime);
    output_.write(">\n");
    write_node_values(node, values);
    write_spells(lifetime);
    write_look(node);
    output_.write("      </node>\n");
  }

  void write_node_values(std::uint32_t node, std::span<const AttributeValue> values) {
    const auto is_static = [this](const AttributeValue& one) {
      return one.column != NodeAttributes::label && is_static_of_nodes(one.column);
    };
    if (dated_.empty() && levels_.of(node).empty() && std::none_of(values.begin(), values.end(), is_static)) return;
    output_.write("        <attvalues>\n");
    for (const AttributeValue& one : values)
      if (is_static(one)) write_value("n_", nodes_.columns()[one.column], one.text);
    if (!dated_.empty()) write_dated_values(node);
    write_levels(node);
    output_.write("        </attvalues>\n");
  }

  void write_lifetime(const Lifetime& lifetime) {
    if (!lifetime.start.empty()) attribute("start", lifetime.start);
    if (!lifetime.end.empty()) attribute("end", lifetime.end);
    open_ += lifetime.open_ends;
  }

  void write_spells(const Lifetime& lifetime) {
    if (lifetime.spells.empty()) return;
    output_.write("        <spells>\n");
    for (const auto& [start, end] : lifetime.spells) {
      output_.write("          <spell");
      if (!start.empty()) attribute("start", start);
      if (!end.empty()) attribute("end", end);
      output_.write("/>\n");
    }
    output_.write("        </spells>\n");
  }

  void write_levels(std::uint32_t node) {
    std::size_t level = 0;
    for (std::string_view name : levels_.of(node))
      write_value("n_", {fmt::format("class_{}", ++level), {}, ValueType::text}, name);
  }

  void write_look(std::uint32_t node) {
    output_.write("        <viz:size");
    attribute("value", looks_.size(node));
    output_.write("/>\n        <viz:position");
    attribute("x", looks_.x(node));
    attribute("y", looks_.y(node));
    attribute("z", looks_.z(node));
    output_.write("/>\n        <viz:color");
    write_color(looks_.colour(node));
    output_.write("/>\n");
  }

  void write_color(std::string_view hex) {
    const auto digit = [&](std::size_t at) {
      const char c = hex[at];
      return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    };
    std::size_t at = 1;
    for (const char* channel : {"r", "g", "b"}) {
      attribute(channel, fmt::format("{}", digit(at) * 16 + digit(at + 1)));
      at += 2;
    }
  }

  // Edges.

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    const std::span<const AttributeValue> values = edges_.of(edge);
    id_.clear();
    graph_.append_edge_id(edge, id_);
    output_.write("      <edge");
    attribute("id", id_);
    attribute("source", graph_.id(ends.source));
    attribute("target", graph_.id(ends.target));
    if (has_undirected_) attribute("type", graph_.is_symmetric(edge) ? "undirected" : "directed");
    attribute("kind", kinds_(edge));
    for (const AttributeValue& one : values)
      if (is_own_edge_column(one.column)) attribute(edges_.columns()[one.column].name, one.text);
    write_times(values);
    const Lifetime lifetime = lifetimes_.of_edge(values);
    write_lifetime(lifetime);
    output_.write(">\n");
    write_edge_values(edge, values);
    write_spells(lifetime);
    output_.write("      </edge>\n");
  }

  void write_edge_values(std::uint32_t edge, std::span<const AttributeValue> values) {
    const auto is_static = [this](const AttributeValue& one) { return is_static_of_edges(one.column); };
    if (dated_.empty() && std::none_of(values.begin(), values.end(), is_static)) return;
    output_.write("        <attvalues>\n");
    for (const AttributeValue& one : values)
      if (is_static(one)) write_value("e_", edges_.columns()[one.column], one.text);
    if (!dated_.empty()) write_dated_values_of_edge(edge);
    output_.write("        </attvalues>\n");
  }

  /// From the first day that the time admits to the last; an open end is left out.
  void write_times(std::span<const AttributeValue> values) {
    bool has_time = false;
    bool has_day = false;
    for (const AttributeValue& one : values) {
      has_time = has_time || one.column == EdgeAttributes::time;
      if (one.column != EdgeAttributes::earliest && one.column != EdgeAttributes::latest) continue;
      has_day = true;
      attribute(one.column == EdgeAttributes::earliest ? "start" : "end", one.text);
    }
    if (has_time && !has_day) ++vague_;
  }

  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Output& output_;
  XmlText text_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  const GexfDatedValues& dated_;
  GexfLifetimes lifetimes_;
  ClassLevels levels_;
  ParallelNames kinds_;
  NodeLooks looks_;
  std::string id_;
  std::size_t vague_ = 0;
  std::size_t ambiguous_ = 0;
  std::size_t open_ = 0;
  bool has_undirected_ = false;
  // The dynamic attributes of nodes by their own column, and of edges, with the types of their single values.
  std::vector<std::optional<AttributeColumn>> dated_of_nodes_;
  std::vector<std::optional<AttributeColumn>> dated_of_edges_;
};

class GexfExporter : public GraphExporter {
 public:
  GexfExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  std::size_t lost_descriptions(const PropertyGraph& graph) override {
    dated_.emplace(graph);
    return graph.losses().described - dated_->carried();
  }

  void write_graph(const PropertyGraph& graph) override {
    GexfWriter writer(graph, *dated_, options(), output());
    writer.write();
    dated_.reset();
    count_loss(loss::datatypes, graph.losses().datatypes);
    count_loss("time that is no interval on the timeline, kept as an attribute", writer.vague_count());
    count_loss("open end of a time, which GEXF 1.3 has closed only", writer.open_count());
    count_loss(loss::class_names, writer.ambiguous_count());
    count_loss(loss::control_characters, writer.replaced_count());
  }

 private:
  std::optional<GexfDatedValues> dated_;
};

}  // namespace

std::unique_ptr<Exporter> open_gexf(Output& output, const ExportOptions& options) {
  return std::make_unique<GexfExporter>(output, options);
}

}  // namespace graphwright
