#include "csv.hpp"

#include <algorithm>

#include "graphwright/resource_id.hpp"

#include "csv_columns.hpp"
#include "csv_text.hpp"
#include "graph_exporter.hpp"
#include "rows_ahead.hpp"
#include "table_losses.hpp"

namespace graphwright {
namespace {

constexpr std::string_view replaced_nul = "character U+0000, written as U+2400";
constexpr std::string_view replaced_semicolon = "semicolon in a Neo4j label, written as _";

/// Writes the two tables of one graph, row by row.
class TableWriter {
 public:
  TableWriter(const PropertyGraph& graph, TableFlavour flavour, char delimiter)
      : graph_(graph), flavour_(flavour), delimiter_(delimiter), nodes_(graph), edges_(graph) {}

  void write_nodes(Output& output) {
    CsvText text(output, delimiter_);
    const std::vector<CsvColumn> columns = node_table(nodes_, flavour_);
    write_header(columns, text);
    cells_.resize(nodes_.columns().size());
    for_each_node(graph_, [&](std::uint32_t node) {
      take_cells(nodes_.of(node));
      for (const CsvColumn& column : columns) {
        if (column.kind == CellKind::attribute)
          write_cell(column.attribute, text);
        else if (column.kind == CellKind::id)
          text.field(graph_.id(node));
        else
          write_labels(node, text);
      }
      text.end_row();
    });
    replaced_ += text.replaced_count();
  }

  void write_edges(Output& output) {
    CsvText text(output, delimiter_);
    const std::vector<CsvColumn> columns = edge_table(edges_, flavour_);
    write_header(columns, text);
    cells_.resize(edges_.columns().size());
    for_each_edge_between_resources(graph_, [&](std::uint32_t edge) {
      take_cells(edges_.of(edge));
      for (const CsvColumn& column : columns) {
        if (column.kind == CellKind::attribute)
          write_cell(column.attribute, text);
        else
          write_edge_cell(edge, column.kind, text);
      }
      text.end_row();
    });
    replaced_ += text.replaced_count();
  }

  const EdgeAttributes& edges() const { return edges_; }
  std::size_t replaced_count() const { return replaced_; }
  std::size_t replaced_semicolons() const { return replaced_semicolons_; }

 private:
  void write_header(const std::vector<CsvColumn>& columns, CsvText& text) const {
    for (const CsvColumn& one : columns) text.field(one.header);
    text.end_row();
  }

  /// Sorts the values of a row into the columns of the attributes; a null address is an absent value.
  void take_cells(std::span<const AttributeValue> values) {
    std::fill(cells_.begin(), cells_.end(), std::string_view{});
    for (const AttributeValue& one : values) cells_[one.column] = one.text.empty() ? std::string_view("") : one.text;
  }

  void write_cell(std::uint32_t attribute, CsvText& text) const {
    if (cells_[attribute].data() == nullptr)
      text.absent();
    else
      text.field(cells_[attribute]);
  }

  void write_labels(std::uint32_t node, CsvText& text) {
    scratch_.clear();
    for (TermId type : graph_.types(node)) {
      if (!scratch_.empty()) scratch_ += ';';
      for (char c : graph_.name(type)) {
        replaced_semicolons_ += c == ';' ? 1 : 0;
        scratch_ += c == ';' ? '_' : c;
      }
    }
    if (scratch_.empty())
      text.absent();
    else
      text.field(scratch_);
  }

  void write_edge_cell(std::uint32_t edge, CellKind kind, CsvText& text) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    switch (kind) {
      case CellKind::id:
        scratch_.clear();
        graph_.append_edge_id(edge, scratch_);
        return text.field(scratch_);
      case CellKind::source:
        return text.field(graph_.id(ends.source));
      case CellKind::target:
        return text.field(graph_.id(ends.target));
      case CellKind::source_iri:
        return write_iri(ends.source, text);
      case CellKind::target_iri:
        return write_iri(ends.target, text);
      case CellKind::relation:
        return text.field(graph_.name(graph_.predicate(edge)));
      case CellKind::direction:
        return text.field(graph_.is_symmetric(edge) ? "Undirected" : "Directed");
      case CellKind::timeset:
        return write_timeset(text);
      default:
        return text.absent();
    }
  }

  void write_iri(std::uint32_t node, CsvText& text) const {
    const std::string_view iri = graph_.shown_iri(graph_.resource(node));
    if (iri.empty())
      text.absent();
    else
      text.field(iri);
  }

  void write_timeset(CsvText& text) {
    if (cells_[EdgeAttributes::time].empty()) return text.absent();
    const auto or_else = [this](std::uint32_t attribute, std::string_view open) {
      return cells_[attribute].empty() ? open : cells_[attribute];
    };
    scratch_ = "<[";
    scratch_.append(or_else(EdgeAttributes::earliest, "-Infinity")).append(",");
    scratch_.append(or_else(EdgeAttributes::latest, "Infinity")).append("]>");
    text.field(scratch_);
  }

  const PropertyGraph& graph_;
  TableFlavour flavour_;
  char delimiter_;
  NodeAttributes nodes_;
  EdgeAttributes edges_;
  std::vector<std::string_view> cells_;
  std::string scratch_;
  std::size_t replaced_ = 0;
  std::size_t replaced_semicolons_ = 0;
};

class TableExporter : public GraphExporter {
 public:
  TableExporter(Output& output, const ExportOptions& options, char delimiter)
      : GraphExporter(output, options), delimiter_(delimiter) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    const TableFlavour flavour = table_flavour(options().flavour);
    const bool is_typed = flavour == TableFlavour::neo4j;
    TableWriter writer(graph, flavour, delimiter_);
    if (options().table != "edges") {
      writer.write_nodes(output());
      TableLosses losses = losses_of_node_table(graph);
      losses.datatypes = graph.losses().datatypes + (is_typed ? 0 : losses.datatypes);
      count_losses(losses);
    }
    // What is lost of nodes is lost with their table.
    if (options().table == "edges") summary_.losses.clear();
    if (options().table.empty() && options().edge_output == nullptr) output().put('\n');
    if (options().table != "nodes") {
      writer.write_edges(options().edge_output != nullptr ? *options().edge_output : output());
      count_losses(losses_of_edge_table(graph, writer.edges(), is_typed));
      if (flavour != TableFlavour::gephi) count_undirected(graph);
    }
    count_loss(replaced_nul, writer.replaced_count());
    count_loss(replaced_semicolon, writer.replaced_semicolons());
  }

 private:
  void count_losses(const TableLosses& losses) {
    count_loss(loss::datatypes, losses.datatypes);
    count_loss("value in a language, which only the name of its column tells", losses.languages);
    count_loss("value in a list, which is one text", losses.listed);
    count_loss("class or property that does not follow from its short name", losses.names);
  }

  char delimiter_;
};

}  // namespace

std::unique_ptr<Exporter> open_csv(Output& output, const ExportOptions& options) {
  return std::make_unique<TableExporter>(output, options, ',');
}

std::unique_ptr<Exporter> open_tsv(Output& output, const ExportOptions& options) {
  return std::make_unique<TableExporter>(output, options, '\t');
}

}  // namespace graphwright
