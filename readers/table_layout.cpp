#include "table_layout.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

struct RoleName {
  std::string_view name;
  ColumnRole role;
};

constexpr auto node_roles = std::to_array<RoleName>({
    {"id", ColumnRole::id},
    {":id", ColumnRole::id},
    {"iri", ColumnRole::iri},
    {"label", ColumnRole::label},
    {"type", ColumnRole::types},
    {"types", ColumnRole::types},
    {":label", ColumnRole::types},
});

/// The columns of edges; of those that name the relation the first one here counts, where it has no IRI.
constexpr auto edge_roles = std::to_array<RoleName>({
    {"iri", ColumnRole::relation_iri},      {":type", ColumnRole::relation},
    {"kind", ColumnRole::relation},         {"relation", ColumnRole::relation},
    {"interaction", ColumnRole::relation},  {"type", ColumnRole::relation},
    {"label", ColumnRole::relation},        {"id", ColumnRole::id},
    {"source", ColumnRole::source},         {":start_id", ColumnRole::source},
    {"target", ColumnRole::target},         {":end_id", ColumnRole::target},
    {"source_iri", ColumnRole::source_iri}, {"target_iri", ColumnRole::target_iri},
    {"weight", ColumnRole::weight},         {"time", ColumnRole::time},
    {"place", ColumnRole::place},           {"speaker", ColumnRole::speaker},
    {"modality", ColumnRole::modality},     {"confidence", ColumnRole::confidence},
    {"sources", ColumnRole::sources},       {"quotes", ColumnRole::quotes},
    {"offsets", ColumnRole::offsets},       {"confidences", ColumnRole::confidences},
    {"graph", ColumnRole::graph},           {"earliest", ColumnRole::implied},
    {"latest", ColumnRole::implied},
});

/// The types of neo4j-admin and the XSD datatypes that hold their values; text has none.
constexpr auto neo4j_types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"boolean", "boolean"},
    {"byte", "byte"},
    {"char", ""},
    {"date", "date"},
    {"datetime", "dateTime"},
    {"double", "double"},
    {"duration", "duration"},
    {"float", "float"},
    {"int", "int"},
    {"localdatetime", "dateTime"},
    {"localtime", "time"},
    {"long", "long"},
    {"point", ""},
    {"short", "short"},
    {"string", ""},
    {"time", "time"},
});

template <std::size_t count>
std::optional<ColumnRole> role_of(std::string_view name, const std::array<RoleName, count>& roles) {
  const auto at = std::find_if(roles.begin(), roles.end(), [&](const RoleName& one) { return one.name == name; });
  return at == roles.end() ? std::nullopt : std::optional(at->role);
}

/// A header of neo4j-admin: `name:type`, where a type may have `[]`, an id space in parentheses, or options.
struct TypedHeader {
  std::string name;
  std::string type;
  std::string id_space;
  bool is_array = false;
  /// Whether the type is in capitals, as roles are; `dip:id` is a property that has a prefix.
  bool is_in_capitals = false;
};

TypedHeader split_header(std::string_view header) {
  TypedHeader split;
  header = header.substr(0, header.find('{'));
  const std::size_t colon = header.rfind(':');
  if (colon == std::string_view::npos) return {std::string(header), {}, {}, false, false};
  split.name = header.substr(0, colon);
  std::string_view type = header.substr(colon + 1);
  if (const std::size_t open = type.find('('); open != std::string_view::npos && type.ends_with(')')) {
    split.id_space = type.substr(open + 1, type.size() - open - 2);
    type = type.substr(0, open);
  }
  if (type.ends_with("[]")) {
    split.is_array = true;
    type.remove_suffix(2);
  }
  split.type = ascii_lower(type);
  split.is_in_capitals = split.type != type;
  return split;
}

bool has_at(const CsvRecord& header, std::size_t index, std::string_view name) {
  return index < header.fields.size() && header.fields[index].text == name;
}

bool begins_with(const CsvRecord& header, std::initializer_list<std::string_view> names) {
  std::size_t index = 0;
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return has_at(header, index++, name); });
}

/// Whether a header has what `neo4j-admin` needs; in small letters only where no column has that name without a colon.
/// One that begins as ours do has not: there an attribute may be called `name:ID`.
bool is_neo4j(const CsvRecord& header) {
  if (begins_with(header, {"id", "label"}) || begins_with(header, {"id", "source", "target", "label"})) return false;
  const auto has_plain = [&](std::string_view name) {
    return std::any_of(header.fields.begin(), header.fields.end(),
                       [&](const CsvField& field) { return ascii_lower(field.text) == name; });
  };
  const bool is_own = has_plain("id") || has_plain("source");
  return std::any_of(header.fields.begin(), header.fields.end(), [&](const CsvField& field) {
    const TypedHeader split = split_header(field.text);
    const bool is_key = split.type == "id" || split.type == "start_id" || split.type == "end_id";
    return is_key && (split.is_in_capitals || (split.name.empty() && !is_own));
  });
}

/// Reads one header line into columns.
class LayoutReader {
 public:
  LayoutReader(const CsvRecord& header, const TableNames& names) : header_(header), names_(names) {}

  TableLayout read() {
    is_neo4j_ = is_neo4j(header_);
    layout_.is_edges = has("source") || has("target") || has(":start_id") || has(":end_id");
    is_ours_ = layout_.is_edges && is_own_table();
    for (std::size_t index = 0; index < header_.fields.size(); ++index) add_column(index);
    if (layout_.is_edges) keep_one_relation();
    if (is_ours_) pass_over_words();
    if (layout_.find(ColumnRole::time) == nullptr) keep_days();
    return std::move(layout_);
  }

 private:
  /// The name by which a column is known: lower case, of neo4j-admin the type where that tells the role.
  std::string known_name(const CsvField& field) const {
    if (!is_neo4j_) return field.text.starts_with(':') ? std::string{} : ascii_lower(field.text);
    const TypedHeader split = split_header(field.text);
    for (std::string_view type : {"id", "label", "start_id", "end_id", "type", "ignore"})
      if (split.type == type && (split.is_in_capitals || split.name.empty())) return ":" + split.type;
    return ascii_lower(split.name);
  }

  bool has(std::string_view name) const {
    return std::any_of(header_.fields.begin(), header_.fields.end(),
                       [&](const CsvField& field) { return known_name(field) == name; });
  }

  void add_column(std::size_t index) {
    const CsvField& field = header_.fields[index];
    const std::string name = known_name(field);
    TableColumn column;
    column.index = index;
    column.name = field.text;
    column.location = field.location;
    if (is_neo4j_) add_neo4j_type(split_header(field.text), column);
    const auto known = layout_.is_edges ? role_of(name, edge_roles) : role_of(name, node_roles);
    if (name == ":ignore")
      column.role = ColumnRole::implied;
    else if (known)
      column.role = *known;
    // Gephi says in the column Type whether an edge has a direction.
    if (layout_.is_edges && name == "type" && field.text == "Type") column.role = ColumnRole::direction;
    if (column.property.empty()) column.property = names_.iri(field.text);
    layout_.columns.push_back(std::move(column));
  }

  void add_neo4j_type(const TypedHeader& split, TableColumn& column) const {
    column.id_space = split.id_space;
    column.is_array = split.is_array;
    const auto type =
        std::find_if(neo4j_types.begin(), neo4j_types.end(), [&](const auto& one) { return one.first == split.type; });
    if (type != neo4j_types.end() && !type->second.empty())
      column.datatype = std::string(iri::xsd::ns).append(type->second);
    if (type != neo4j_types.end()) column.property = names_.iri(split.name);
  }

  /// Of several columns that could name the relation, only the most exact one does; the others say it in
  /// other words.
  void keep_one_relation() {
    const auto rank = [&](const TableColumn& column) {
      const std::string name = known_name(header_.fields[column.index]);
      return std::find_if(edge_roles.begin(), edge_roles.end(), [&](const RoleName& one) { return one.name == name; });
    };
    // A table of ours without a flavour names relations in `type`, and `kind` and the like are attributes there.
    const bool is_named_by_type = is_ours_ && has_at(header_, 0, "id");
    TableColumn* best = nullptr;
    for (TableColumn& column : layout_.columns) {
      const bool may_name = !is_named_by_type || known_name(header_.fields[column.index]) == "type";
      if (column.role == ColumnRole::relation && may_name && (best == nullptr || rank(column) < rank(*best)))
        best = &column;
    }
    for (TableColumn& column : layout_.columns) {
      if (column.role != ColumnRole::relation || &column == best) continue;
      column.role = ColumnRole::property;
      if (known_name(header_.fields[column.index]) == "label") column.property = iri::rdfs::label;
    }
  }

  /// Whether the table of edges begins as one of ours does.
  bool is_own_table() const {
    const auto has_fifth = [this](std::string_view name) { return has_at(header_, 4, name); };
    if (begins_with(header_, {"Source", "Target", "Type", "Id", "Label"}))
      return has_at(header_, 5, "Kind") || has_at(header_, 5, "Weight");
    if (begins_with(header_, {"id", "source", "target", "label"}))
      return (has_fifth("type") || has_fifth("iri") || has_fifth("weight")) && has("weight");
    return begins_with(header_, {":START_ID", ":END_ID", ":TYPE", "id", "label"});
  }

  /// What says in other words what another column of our own tables does.
  void pass_over_words() {
    const bool has_time = layout_.find(ColumnRole::time) != nullptr;
    for (TableColumn& column : layout_.columns) {
      const std::string name = known_name(header_.fields[column.index]);
      if (column.role == ColumnRole::property && (name == "label" || (name == "timeset" && has_time)))
        column.role = ColumnRole::implied;
    }
  }

  /// The first and the last day follow from a time, but where there is none they are attributes.
  void keep_days() {
    for (TableColumn& column : layout_.columns)
      if (const std::string name = known_name(header_.fields[column.index]); name == "earliest" || name == "latest")
        column.role = ColumnRole::property;
  }

  const CsvRecord& header_;
  const TableNames& names_;
  bool is_neo4j_ = false;
  bool is_ours_ = false;
  TableLayout layout_;
};

std::vector<Note> delimiter_hint(const CsvRecord& header, CsvDialect dialect) {
  if (header.fields.size() != 1) return {};
  for (const char other : {';', '\t', ',', '|'})
    if (other != dialect.delimiter && header.fields.front().text.find(other) != std::string_view::npos)
      return {{{},
               fmt::format("the columns seem to be separated by {}: {}",
                           other == '\t' ? "tabs" : fmt::format("'{}'", other),
                           other == '\t' ? "read it with -i tsv" : "a mapping with 'delimiter' reads that")}};
  return {};
}

}  // namespace

const TableColumn* TableLayout::find(ColumnRole role) const {
  const auto at =
      std::find_if(columns.begin(), columns.end(), [=](const TableColumn& one) { return one.role == role; });
  return at == columns.end() ? nullptr : &*at;
}

bool check_column_names(const CsvRecord& header, Diagnostics& diagnostics) {
  std::map<std::string_view, Location> seen;
  bool is_good = true;
  for (const CsvField& field : header.fields) {
    if (field.text.empty()) continue;
    const auto [first, is_new] = seen.emplace(field.text, field.location);
    if (is_new) continue;
    diagnostics.error("table-header", field.location, fmt::format("two columns are called '{}'", field.text),
                      {{first->second, "the first one is here"}});
    is_good = false;
  }
  return is_good;
}

std::optional<TableLayout> read_table_layout(const CsvRecord& header, const TableNames& names, CsvDialect dialect,
                                             Diagnostics& diagnostics) {
  if (!check_column_names(header, diagnostics)) return std::nullopt;
  for (const CsvField& field : header.fields) {
    if (!field.text.empty()) continue;
    diagnostics.error("table-header", field.location, "this column has no name");
    return std::nullopt;
  }
  TableLayout layout = LayoutReader(header, names).read();
  const bool has_ends = layout.find(ColumnRole::source) != nullptr && layout.find(ColumnRole::target) != nullptr;
  const bool has_id = layout.find(ColumnRole::id) != nullptr || layout.find(ColumnRole::iri) != nullptr;
  if (layout.is_edges ? has_ends : has_id) return layout;
  diagnostics.error("table-header", header.location,
                    layout.is_edges ? "a table of edges needs both columns 'source' and 'target'"
                                    : "the header has neither a column 'id', as a table of nodes, nor 'source' and "
                                      "'target', as one of edges; a mapping (--mapping) reads other tables",
                    delimiter_hint(header, dialect));
  return std::nullopt;
}

bool begins_edges(const CsvRecord& record) {
  const auto has = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(record.fields.begin(), record.fields.end(), [&](const CsvField& field) {
      return std::find(names.begin(), names.end(), ascii_lower(field.text)) != names.end();
    });
  };
  return has({"source", ":start_id"}) && has({"target", ":end_id"});
}

}  // namespace graphwright
