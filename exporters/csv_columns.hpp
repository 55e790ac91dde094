#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attributes.hpp"

namespace graphwright {

/// Which program a table is meant for.
enum class TableFlavour : std::uint8_t { plain, gephi, neo4j };

/// The flavour of that name; any other name is plain.
TableFlavour table_flavour(std::string_view name);

/// What stands in a column of a table.
enum class CellKind : std::uint8_t {
  attribute,
  id,
  source,
  target,
  source_iri,
  target_iri,
  relation,
  /// `Directed` or `Undirected` (Gephi).
  direction,
  /// The days between which an edge holds, `<[2020-01-01,2020-12-31]>` (Gephi).
  timeset,
  /// The names of all classes, with semicolons between them (neo4j-admin).
  labels
};

/// A column of a table as it is written.
struct CsvColumn {
  std::string header;
  CellKind kind = CellKind::attribute;
  /// The attribute's own column.
  std::uint32_t attribute = 0;
};

/// What a column of nodes is called in a table that is read back: where a file drew nodes, by the prefixed name, under
/// which it is read as their place, size or colour.
const std::string& header_of_nodes(const std::string& id, const std::string& name);

/// The columns of a table of nodes.
std::vector<CsvColumn> node_table(const NodeAttributes& attributes, TableFlavour flavour);
/// The columns of a table of edges, those left out in which no edge has a value.
std::vector<CsvColumn> edge_table(const EdgeAttributes& attributes, TableFlavour flavour);

}  // namespace graphwright
