#include "table_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "edge_fields.hpp"
#include "literal_checks.hpp"
#include "text_list.hpp"

namespace graphwright {
namespace {

bool is_direction(std::string_view text) {
  const std::string word = ascii_lower(text);
  return word == "directed" || word == "undirected";
}

/// The values of a field that may hold several.
std::vector<std::string> values_of(std::string_view text, bool is_array) {
  if (!is_array) return {std::string(text)};
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    if (end > begin) values.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return values;
}

}  // namespace

void TableRows::push(const CsvRecord& row) {
  if (layout_.is_edges)
    push_edge(row);
  else
    push_node(row);
}

const CsvField* TableRows::field(const CsvRecord& row, ColumnRole role) const {
  const TableColumn* column = layout_.find(role);
  return column == nullptr || row.fields[column->index].text.empty() ? nullptr : &row.fields[column->index];
}

std::string_view TableRows::text(const CsvRecord& row, ColumnRole role) const {
  const CsvField* found = field(row, role);
  return found == nullptr ? std::string_view{} : found->text;
}

void TableRows::bad_value(const CsvField& field, std::string message) {
  diagnostics_.error("table-value", field.location, std::move(message));
}

// Nodes.

void TableRows::push_node(const CsvRecord& row) {
  const CsvField* iri = field(row, ColumnRole::iri);
  const CsvField* id = field(row, ColumnRole::id);
  if (iri == nullptr && id == nullptr) {
    diagnostics_.error("table-value", row.location, "this row has no id");
    return;
  }
  std::string name;
  const TermView node = iri != nullptr ? names_.resource(iri->text, name)
                                       : names_.resource(id->text, name, layout_.find(ColumnRole::id)->id_space);
  sink_.node(node, row.location);
  // Beside an IRI, an id of ours follows from it.
  if (id != nullptr && !(iri != nullptr && is_own_node_id(id->text)))
    graph_.keep_id(node, id->text, layout_.find(ColumnRole::id)->id_space, row.location);
  for (const TableColumn& one : layout_.columns) {
    const CsvField& value = row.fields[one.index];
    if (!value.is_absent()) push_values(node, one, value);
  }
}

void TableRows::push_values(const TermView& node, const TableColumn& column, const CsvField& field) {
  if (column.role == ColumnRole::label || column.role == ColumnRole::property) {
    for (const std::string& value : values_of(field.text, column.is_array))
      push_value(node, column, value, field.location);
    return;
  }
  if (column.role != ColumnRole::types) return;
  const bool has_labels = column.name.find(':') != std::string::npos;
  for (const std::string& type : has_labels ? values_of(field.text, true) : texts_of(field.text)) {
    if (type.empty()) continue;
    const std::string iri = names_.iri(type);
    sink_.statement({node, TermView::iri(iri::rdf::type), TermView::iri(iri), {}, field.location});
  }
}

void TableRows::push_value(const TermView& node, const TableColumn& column, std::string_view text, Location location) {
  if (!check_literal(text, column.datatype, location, diagnostics_)) return;
  const std::string_view property = column.role == ColumnRole::label ? iri::rdfs::label : column.property;
  sink_.statement({node, TermView::iri(property), TermView::literal(text, column.datatype), {}, location});
}

// Edges.

TermView TableRows::end(const CsvRecord& row, ColumnRole role, ColumnRole iri_role, std::string& text) {
  if (const CsvField* iri = field(row, iri_role)) return names_.resource(iri->text, text);
  const CsvField* id = field(row, role);
  if (id == nullptr) {
    const TableColumn& column = *layout_.find(role);
    diagnostics_.error("table-value", row.fields[column.index].location,
                       fmt::format("this edge has no {}", role == ColumnRole::source ? "source" : "target"));
    return {};
  }
  const TermView node = names_.resource(id->text, text, layout_.find(role)->id_space);
  graph_.keep_id(node, id->text, layout_.find(role)->id_space, id->location);
  return node;
}

const CsvField* TableRows::relation(const CsvRecord& row) const {
  if (const CsvField* iri = field(row, ColumnRole::relation_iri)) return iri;
  if (layout_.find(ColumnRole::relation) != nullptr) return field(row, ColumnRole::relation);
  // In a column `Type` may stand what kind of edge it is, too.
  const CsvField* named = field(row, ColumnRole::direction);
  return named == nullptr || is_direction(named->text) ? nullptr : named;
}

void TableRows::push_edge(const CsvRecord& row) {
  std::string source_text;
  std::string target_text;
  const TermView source = end(row, ColumnRole::source, ColumnRole::source_iri, source_text);
  const TermView target = end(row, ColumnRole::target, ColumnRole::target_iri, target_text);
  if (source.is_absent() || target.is_absent()) return;
  TableEdge edge;
  edge.id = text(row, ColumnRole::id);
  edge.is_own = is_own_edge_id(edge.id);
  edge.is_undirected = ascii_lower(text(row, ColumnRole::direction)) == "undirected";
  const CsvField* named = relation(row);
  if (!read_fact(row, edge.fact) || !read_values(row, named, edge)) return;
  edge.has_fact = !edge.fact.time.empty() || !edge.fact.place.is_absent() || !edge.fact.speaker.is_absent() ||
                  !edge.fact.evidence.empty() || field(row, ColumnRole::modality) != nullptr;
  const std::string predicate =
      graph_.relation(named == nullptr ? std::string_view{} : named->text, edge, row.location);
  std::string graph_text;
  const CsvField* graph = field(row, ColumnRole::graph);
  const TermView graph_name = graph == nullptr ? TermView{} : names_.resource(graph->text, graph_text);
  edge.statement = {source, TermView::iri(predicate), target, graph_name, row.location};
  graph_.push(edge);
}

bool TableRows::read_values(const CsvRecord& row, const CsvField* named, TableEdge& edge) {
  // The weight of an edge of ours, and of most tables that say nothing by it, is how often it was stated.
  const auto times = static_cast<double>(std::max<std::size_t>(evidence_.size(), 1));
  bool is_good = true;
  for (const TableColumn& column : layout_.columns) {
    const CsvField& value = row.fields[column.index];
    if (value.is_absent() || &value == named) continue;
    if (column.role == ColumnRole::weight && !value.text.empty() && read_number(value.text) != times)
      is_good = add_values(column, iri::gw::weight, value, edge) && is_good;
    const bool is_kind = column.role == ColumnRole::direction && !value.text.empty() && !is_direction(value.text);
    if (column.role == ColumnRole::property || is_kind)
      is_good = add_values(column, column.property, value, edge) && is_good;
  }
  return is_good;
}

bool TableRows::add_values(const TableColumn& column, std::string_view property, const CsvField& field,
                           TableEdge& edge) {
  const std::string_view datatype = column.role == ColumnRole::weight ? iri::xsd::double_ : column.datatype;
  for (std::string& text : values_of(field.text, column.is_array)) {
    if (!check_literal(text, datatype, field.location, diagnostics_)) return false;
    edge.values.push_back({property, std::move(text), datatype, field.location});
  }
  return true;
}

bool TableRows::read_fact(const CsvRecord& row, FactView& fact) {
  const CsvField* time = field(row, ColumnRole::time);
  if (time != nullptr && !check_time(*time)) return false;
  fact.time = text(row, ColumnRole::time);
  if (const CsvField* place = field(row, ColumnRole::place)) fact.place = names_.resource(place->text, place_);
  if (const CsvField* speaker = field(row, ColumnRole::speaker))
    fact.speaker = names_.resource(speaker->text, speaker_);
  if (!read_modality(row, fact) || !read_evidence(row)) return false;
  views_.clear();
  for (const EvidenceRow& one : evidence_) {
    views_.push_back(one.view);
    views_.back().source = one.source.empty() ? TermView{} : TermView::iri(one.source);
    views_.back().quote = one.quote;
    views_.back().location = row.location;
  }
  fact.evidence = views_;
  return true;
}

bool TableRows::check_time(const CsvField& field) {
  const TimeResult parsed = parse_time(field.text);
  if (parsed.error) bad_value(field, parsed.error->message);
  return !parsed.error;
}

bool TableRows::read_modality(const CsvRecord& row, FactView& fact) {
  const CsvField* field = this->field(row, ColumnRole::modality);
  if (field == nullptr) return true;
  const auto known = std::find(modality_names.begin(), modality_names.end(), field->text);
  if (known == modality_names.end()) {
    bad_value(*field, fmt::format("'{}' is no modality: {}", field->text, fmt::join(modality_names, ", ")));
    return false;
  }
  fact.modality = static_cast<Modality>(known - modality_names.begin());
  if (fact.modality != Modality::attributed || !fact.speaker.is_absent()) return true;
  bad_value(*field, "an attributed fact needs a speaker");
  return false;
}

bool TableRows::read_evidence(const CsvRecord& row) {
  evidence_.clear();
  const auto list = [&](ColumnRole role) { return texts_of(text(row, role)); };
  const std::vector<std::string> sources = list(ColumnRole::sources);
  const std::vector<std::string> quotes = list(ColumnRole::quotes);
  const std::vector<std::string> offsets = list(ColumnRole::offsets);
  std::vector<std::string> confidences = list(ColumnRole::confidences);
  const std::size_t count = std::max({sources.size(), quotes.size(), offsets.size()});
  if (confidences.empty() && count <= 1) confidences = list(ColumnRole::confidence);
  evidence_.resize(std::max(count, confidences.size()));
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    EvidenceRow& one = evidence_[i];
    if (i < sources.size() && !sources[i].empty()) one.source = names_.iri(sources[i]);
    if (i < quotes.size()) one.quote = quotes[i];
    if (i < offsets.size() && !offsets[i].empty() && !read_offsets(offsets[i], one.view)) {
      bad_value(*field(row, ColumnRole::offsets), fmt::format("'{}' is no pair of offsets such as 10-25", offsets[i]));
      return false;
    }
    if (i >= confidences.size() || confidences[i].empty()) continue;
    one.view.confidence = read_number(confidences[i]);
    if (one.view.confidence && *one.view.confidence >= 0 && *one.view.confidence <= 1) continue;
    const ColumnRole role =
        field(row, ColumnRole::confidences) != nullptr ? ColumnRole::confidences : ColumnRole::confidence;
    bad_value(*field(row, role), fmt::format("'{}' is no confidence from 0 to 1", confidences[i]));
    return false;
  }
  return true;
}

}  // namespace graphwright
