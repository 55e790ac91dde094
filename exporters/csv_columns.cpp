#include "csv_columns.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"

namespace graphwright {
namespace {

/// The type of a column in the header of neo4j-admin, with its colon; text has none.
std::string_view neo4j_type(ValueType type) {
  switch (type) {
    case ValueType::boolean:
      return ":boolean";
    case ValueType::int32:
      return ":int";
    case ValueType::int64:
      return ":long";
    case ValueType::real:
      return ":double";
    default:
      return "";
  }
}

/// A property's name for neo4j-admin, which takes what follows a colon for a type.
std::string neo4j_name(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), ':', '_');
  return plain;
}

/// The headers of our tables of edges that no column of attributes has.
constexpr std::array<std::string_view, 5> headers_of_ends{"id", "source", "target", "source_iri", "target_iri"};

/// A column of edges under a header that no column of facts or ends has, for our reader knows those by their headers,
/// in capitals or not.
AttributeColumn distinct_column(const EdgeAttributes& attributes, std::uint32_t at) {
  AttributeColumn column = attributes.columns()[at];
  const auto fixed = attributes.columns().first(EdgeAttributes::column_count);
  const std::string name = ascii_lower(column.name);
  const bool is_taken =
      std::find(headers_of_ends.begin(), headers_of_ends.end(), name) != headers_of_ends.end() ||
      std::any_of(fixed.begin(), fixed.end(), [&](const AttributeColumn& one) { return one.name == name; });
  if (at >= EdgeAttributes::column_count && is_taken) column.name = column.id;
  return column;
}

/// Collects columns, each under a header of its own.
class TableColumns {
 public:
  explicit TableColumns(TableFlavour flavour) : flavour_(flavour) {}

  void add(std::string header, CellKind kind) { columns_.push_back({distinct(std::move(header), ""), kind, 0}); }
  void add(std::string header, std::uint32_t attribute) {
    columns_.push_back({distinct(std::move(header), ""), CellKind::attribute, attribute});
  }
  void add(const AttributeColumn& one, std::uint32_t attribute) {
    const bool is_neo4j = flavour_ == TableFlavour::neo4j;
    const std::string_view type = is_neo4j ? neo4j_type(one.type) : std::string_view{};
    columns_.push_back({distinct(is_neo4j ? neo4j_name(one.name) : one.name, type), CellKind::attribute, attribute});
  }
  std::vector<CsvColumn> take() { return std::move(columns_); }

 private:
  std::string distinct(std::string name, std::string_view type) {
    const auto is_taken = [this](const std::string& header) {
      return std::any_of(columns_.begin(), columns_.end(), [&](const CsvColumn& one) { return one.header == header; });
    };
    while (is_taken(name + std::string(type))) name += '_';
    return name.append(type);
  }

  TableFlavour flavour_;
  std::vector<CsvColumn> columns_;
};

}  // namespace

TableFlavour table_flavour(std::string_view name) {
  if (name == "gephi") return TableFlavour::gephi;
  return name == "neo4j" ? TableFlavour::neo4j : TableFlavour::plain;
}

const std::string& header_of_nodes(const std::string& id, const std::string& name) {
  constexpr std::array<std::string_view, 5> drawn{"gw:color", "gw:size", "gw:x", "gw:y", "gw:z"};
  return std::find(drawn.begin(), drawn.end(), id) != drawn.end() ? id : name;
}

std::vector<CsvColumn> node_table(const NodeAttributes& attributes, TableFlavour flavour) {
  TableColumns columns(flavour);
  const bool is_neo4j = flavour == TableFlavour::neo4j;
  columns.add(is_neo4j ? ":ID" : flavour == TableFlavour::gephi ? "Id" : "id", CellKind::id);
  if (is_neo4j) columns.add(":LABEL", CellKind::labels);
  for (std::uint32_t at = 0; at < attributes.columns().size(); ++at) {
    if (!attributes.is_used(at)) continue;
    if (is_neo4j && (at == NodeAttributes::type || at == NodeAttributes::types)) continue;
    const AttributeColumn& column = attributes.columns()[at];
    if (flavour == TableFlavour::gephi && at == NodeAttributes::label)
      columns.add("Label", at);
    else if (flavour == TableFlavour::plain)
      columns.add(header_of_nodes(column.id, column.name), at);
    else
      columns.add(column, at);
  }
  return columns.take();
}

std::vector<CsvColumn> edge_table(const EdgeAttributes& attributes, TableFlavour flavour) {
  TableColumns columns(flavour);
  std::vector<std::uint32_t> named;
  const auto add = [&](const char* header, std::uint32_t attribute) {
    columns.add(header, attribute);
    named.push_back(attribute);
  };
  switch (flavour) {
    case TableFlavour::plain:
      columns.add("id", CellKind::id);
      columns.add("source", CellKind::source);
      columns.add("target", CellKind::target);
      break;
    case TableFlavour::gephi:
      columns.add("Source", CellKind::source);
      columns.add("Target", CellKind::target);
      columns.add("Type", CellKind::direction);
      columns.add("Id", CellKind::id);
      add("Label", EdgeAttributes::label);
      if (attributes.is_used(EdgeAttributes::type)) add("Kind", EdgeAttributes::type);
      add("Weight", EdgeAttributes::weight);
      if (attributes.is_used(EdgeAttributes::time)) columns.add("Timeset", CellKind::timeset);
      break;
    case TableFlavour::neo4j:
      columns.add(":START_ID", CellKind::source);
      columns.add(":END_ID", CellKind::target);
      columns.add(":TYPE", CellKind::relation);
      named.push_back(EdgeAttributes::type);
      columns.add("id", CellKind::id);
      break;
  }
  for (std::uint32_t at = 0; at < attributes.columns().size(); ++at)
    if (attributes.is_used(at) && std::find(named.begin(), named.end(), at) == named.end())
      columns.add(flavour == TableFlavour::plain ? distinct_column(attributes, at) : attributes.columns()[at], at);
  if (flavour == TableFlavour::plain && attributes.has_iris_of_ends()) {
    columns.add("source_iri", CellKind::source_iri);
    columns.add("target_iri", CellKind::target_iri);
  }
  return columns.take();
}

}  // namespace graphwright
