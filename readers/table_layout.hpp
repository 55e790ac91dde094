#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graphwright/diagnostics.hpp"

#include "csv_records.hpp"
#include "table_names.hpp"

namespace graphwright {

/// What a column of a table of nodes or edges holds.
enum class ColumnRole : std::uint8_t {
  id,
  iri,
  label,
  types,
  property,
  source,
  target,
  source_iri,
  target_iri,
  relation,
  relation_iri,
  direction,
  weight,
  time,
  place,
  speaker,
  modality,
  confidence,
  sources,
  quotes,
  offsets,
  confidences,
  graph,
  /// It follows from other columns, or is to be passed over.
  implied
};

/// A column by its place in each row.
struct TableColumn {
  ColumnRole role = ColumnRole::property;
  std::size_t index = 0;
  std::string name;
  /// The property of an attribute.
  std::string property;
  /// The datatype of its values, empty where they are plain text.
  std::string datatype;
  /// Several values stand in one field, with semicolons between them (neo4j-admin).
  bool is_array = false;
  /// The name space of ids (neo4j-admin); mostly empty.
  std::string id_space;
  Location location;
};

/// What the header of a table says: a table of nodes has a column `id`, one of edges `source` and `target`.
///
/// Headers are those of our own exports, of Gephi (`Id`, `Source`, ...) and of neo4j-admin (`:ID`,
/// `age:int`, `:START_ID`, ...), in capitals or not.
struct TableLayout {
  bool is_edges = false;
  std::vector<TableColumn> columns;

  const TableColumn* find(ColumnRole role) const;
};

/// Reads a header; nothing where it belongs to neither kind of table, which is reported.
std::optional<TableLayout> read_table_layout(const CsvRecord& header, const TableNames& names, CsvDialect dialect,
                                             Diagnostics& diagnostics);

/// Whether a record is the header of a table of edges, as it stands behind one of nodes in one file.
bool begins_edges(const CsvRecord& record);

/// Reports columns of one name; false where there are some.
bool check_column_names(const CsvRecord& header, Diagnostics& diagnostics);

}  // namespace graphwright
