#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/sink.hpp"

#include "table_graph.hpp"
#include "table_layout.hpp"

namespace graphwright {

/// Turns the rows of a table of nodes or edges into statements.
class TableRows {
 public:
  TableRows(TableLayout layout, const TableNames& names, TableGraph& graph, Sink& sink, Diagnostics& diagnostics)
      : layout_(std::move(layout)), names_(names), graph_(graph), sink_(sink), diagnostics_(diagnostics) {}

  void push(const CsvRecord& row);

 private:
  const CsvField* field(const CsvRecord& row, ColumnRole role) const;
  std::string_view text(const CsvRecord& row, ColumnRole role) const;

  void push_node(const CsvRecord& row);
  void push_values(const TermView& node, const TableColumn& column, const CsvField& field);
  void push_value(const TermView& node, const TableColumn& column, std::string_view text, Location location);

  void push_edge(const CsvRecord& row);
  /// The resource at one end of an edge; absent where the row has none, which is reported.
  TermView end(const CsvRecord& row, ColumnRole role, ColumnRole iri_role, std::string& text);
  /// What names the relation; null where nothing does.
  const CsvField* relation(const CsvRecord& row) const;
  bool read_fact(const CsvRecord& row, FactView& fact);
  /// Reads what an edge has beyond its facts and the field that names its relation.
  bool read_values(const CsvRecord& row, const CsvField* named, TableEdge& edge);
  bool add_values(const TableColumn& column, std::string_view property, const CsvField& field, TableEdge& edge);
  bool read_modality(const CsvRecord& row, FactView& fact);
  bool read_evidence(const CsvRecord& row);
  bool check_time(const CsvField& field);
  void bad_value(const CsvField& field, std::string message);

  /// What one row hands over as evidence.
  struct EvidenceRow {
    std::string source;
    std::string quote;
    EvidenceView view;
  };

  TableLayout layout_;
  const TableNames& names_;
  TableGraph& graph_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::vector<EvidenceRow> evidence_;
  std::vector<EvidenceView> views_;
  std::string place_;
  std::string speaker_;
};

}  // namespace graphwright
