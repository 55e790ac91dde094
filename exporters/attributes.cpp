#include "attributes.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "json_text.hpp"

namespace graphwright {
namespace {

constexpr std::string_view schema_name = "https://schema.org/name";

bool is_json_literal(const TermView& value, ValueType type) {
  if (type == ValueType::real)
    return value.text.find_first_not_of("0123456789.-eE") == std::string_view::npos && value.text.front() != '.' &&
           value.text.back() != '.';
  return type != ValueType::text;
}

void append_json_value(const TermView& value, std::string& out) {
  const ValueType type = value_type(value);
  std::string text;
  append_value(value, type, text);
  if (is_json_literal(value, type))
    out += text;
  else
    append_json_string(text, out);
}

bool is_number(const TermView& value) {
  const ValueType type = value_type(value);
  return type == ValueType::int32 || type == ValueType::int64 || type == ValueType::real;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

const AttributeColumn* edge_columns() {
  static const std::array<AttributeColumn, EdgeAttributes::column_count> columns{{
      {"label", "label", ValueType::text},
      {"type", "type", ValueType::text},
      {"iri", "iri", ValueType::text},
      {"weight", "weight", ValueType::real},
      {"time", "time", ValueType::text},
      {"earliest", "earliest", ValueType::text},
      {"latest", "latest", ValueType::text},
      {"place", "place", ValueType::text},
      {"speaker", "speaker", ValueType::text},
      {"modality", "modality", ValueType::text},
      {"confidence", "confidence", ValueType::real},
      {"sources", "sources", ValueType::text, true},
      {"quotes", "quotes", ValueType::text, true},
      {"offsets", "offsets", ValueType::text, true},
      {"confidences", "confidences", ValueType::text, true},
      {"rule", "rule", ValueType::text},
      {"graph", "graph", ValueType::text},
  }};
  return columns.data();
}

}  // namespace

std::string json_list(std::span<const TermView> values) {
  std::string list = "[";
  for (const TermView& value : values) {
    if (list.size() > 1) list += ", ";
    append_json_value(value, list);
  }
  return list += ']';
}

NodeAttributes::NodeAttributes(const PropertyGraph& graph) : graph_(graph) {
  for (const char* name : {"label", "type", "types", "iri"}) columns_.push_back({name, name, ValueType::text});
  columns_[types].is_list = true;
  for (const NodeColumn& one : graph.columns()) columns_.push_back({one.id, one.name, one.type, one.is_list});
  used_.assign(columns_.size(), true);
  if (!graph.foreign().empty()) find_used();
}

void NodeAttributes::find_used() {
  used_[type] = used_[types] = used_[iri] = false;
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
    const std::size_t count = graph_.types(node).size();
    used_[type] = used_[type] || count > 0;
    used_[types] = used_[types] || count > 1;
    used_[iri] = used_[iri] || !graph_.shown_iri(graph_.resource(node)).empty();
  }
  for (std::uint32_t own = 0; own < graph_.columns().size(); ++own) {
    const std::string_view property = graph_.graph().view(graph_.columns()[own].property).text;
    if (readable_name(property) == "type") used_[first_own + own] = !says_type(own);
    if (property == schema_name) used_[first_own + own] = !says_label(own);
  }
}

/// Whether an attribute is the label of each node that has it.
bool NodeAttributes::says_label(std::uint32_t own) const {
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
    for (const NodeAttribute& one : graph_.attributes(node))
      if (one.column == own && graph_.graph().view(one.value).text != graph_.label(graph_.resource(node))) return false;
  return true;
}

/// Whether an attribute is the class of each node, and no node has another one.
bool NodeAttributes::says_type(std::uint32_t own) const {
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
    const std::span<const NodeAttribute> all = graph_.attributes(node);
    const auto is_own = [=](const NodeAttribute& one) { return one.column == own; };
    const auto value = std::find_if(all.begin(), all.end(), is_own);
    const std::span<const TermId> classes = graph_.types(node);
    const auto count = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_own));
    if (count > 1 || count != classes.size()) return false;
    if (count == 1 && graph_.graph().view(value->value).text != graph_.name(classes.front())) return false;
  }
  return true;
}

std::span<const AttributeValue> NodeAttributes::of(std::uint32_t node) {
  values_.clear();
  texts_.clear();
  const TermId resource = graph_.resource(node);
  values_.push_back({label, graph_.label(resource)});
  add_types(node);
  if (const std::string_view shown = graph_.shown_iri(resource); !shown.empty()) values_.push_back({iri, shown});
  add_own(graph_.attributes(node));
  return values_;
}

void NodeAttributes::add_types(std::uint32_t node) {
  const std::span<const TermId> all = graph_.types(node);
  if (all.empty()) return;
  values_.push_back({type, graph_.name(all.front())});
  if (all.size() == 1) return;
  std::vector<std::string> names;
  for (TermId one : all) names.emplace_back(graph_.name(one));
  std::string list;
  append_list(names, list);
  values_.push_back({types, keep(std::move(list))});
}

void NodeAttributes::add_own(std::span<const NodeAttribute> values) {
  for (auto first = values.begin(); first != values.end();) {
    const std::uint32_t own = first->column;
    const auto last = std::find_if(first, values.end(), [=](const NodeAttribute& one) { return one.column != own; });
    if (!used_[first_own + own]) {
      first = last;
      continue;
    }
    const TermView value = graph_.graph().view(first->value);
    const NodeColumn& column = graph_.columns()[own];
    if (last - first > 1 || (column.is_list && value.text.starts_with('['))) {
      std::vector<TermView> views;
      std::transform(first, last, std::back_inserter(views),
                     [this](const NodeAttribute& one) { return graph_.graph().view(one.value); });
      values_.push_back({first_own + own, keep(json_list(views))});
    } else if (column.type == ValueType::text && value.kind != TermKind::triple && !value.is_blank()) {
      values_.push_back({first_own + own, value.text});
    } else {
      std::string text;
      append_value(value, column.type, text);
      values_.push_back({first_own + own, keep(std::move(text))});
    }
    first = last;
  }
}

EdgeAttributes::EdgeAttributes(const PropertyGraph& graph)
    : graph_(graph), columns_(edge_columns(), edge_columns() + column_count), used_(column_count) {
  find_used();
  add_foreign_columns();
}

void EdgeAttributes::find_used() {
  used_[label] = used_[weight] = true;
  used_[type] = used_[iri] = graph_.foreign().empty();
  TermId before = TermId::none;
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
    if (!is_bare(edge)) mark_used(edge);
    const TermId relation = graph_.predicate(edge);
    if ((used_[type] && used_[iri]) || relation == std::exchange(before, relation)) continue;
    for (const AttributeValue& one : of_relation(relation)) used_[one.column] = true;
  }
}

/// Whether an attribute of edges of graph files is the relation of each edge that has one.
bool EdgeAttributes::says_type(TermId property) const {
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
    const std::string_view relation = graph_.relation_label(graph_.predicate(edge)).empty()
                                          ? std::string_view{}
                                          : graph_.name(graph_.predicate(edge));
    std::string_view said;
    for (const ForeignAttribute& one : graph_.foreign_attributes(edge))
      if (one.property == property) said = graph_.graph().view(one.value).text;
    if (said != relation) return false;
  }
  return true;
}

void EdgeAttributes::mark_used(std::uint32_t edge) {
  use_if(rule, graph_.rule(edge) != TermId::none);
  use_if(graph_name, graph_.graph_name(edge) != TermId::none);
  const Fact* fact = graph_.fact(edge);
  if (fact == nullptr) return;
  use_if(modality, shows_modality(*fact));
  use_if(time, fact->time != TermId::none);
  use_if(place, fact->place != TermId::none);
  use_if(speaker, fact->speaker != TermId::none);
  for (Column one : {earliest, latest}) use_if(one, used_[time]);
  const std::vector<std::uint32_t> rows = graph_.evidence(edge);
  for (std::uint32_t row : rows) {
    const Evidence& one = graph_.graph().evidence()[row];
    use_if(confidence, one.confidence >= 0);
    use_if(confidences, one.confidence >= 0 && rows.size() > 1);
    use_if(sources, one.source != TermId::none);
    use_if(quotes, one.quote != TermId::none);
    use_if(offsets, one.begin != EvidenceView::no_offset);
  }
}

bool EdgeAttributes::has_iris_of_ends() const {
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    for (std::uint32_t end : {ends.source, ends.target})
      if (!graph_.shown_iri(graph_.resource(end)).empty()) return true;
  }
  return graph_.edge_count() == 0;
}

std::uint32_t EdgeAttributes::column_of(const ForeignAttribute& one) const {
  const auto at = foreign_columns_.find(one.property);
  const bool is_weight = graph_.graph().view(one.property).text == iri::gw::weight;
  if (at == foreign_columns_.end() || (is_weight && is_number(graph_.graph().view(one.value))))
    return RelationGraph::none;
  return at->second;
}

/// One column for each property of edges of graph files, named by the last part of its IRI where that is free.
///
/// Weights have one only where some is no number, which cannot take the place of ours.
void EdgeAttributes::add_foreign_columns() {
  const Graph& graph = graph_.graph();
  const TermId weights = graph.terms().find_iri(iri::gw::weight);
  std::unordered_map<TermId, AttributeColumn> known;
  std::vector<TermId> properties;
  const ForeignAttribute* before = nullptr;
  for (const ForeignAttribute& one : graph_.foreign().attributes()) {
    if (one.property == weights && is_number(graph.view(one.value))) continue;
    const auto [at, is_new] = known.try_emplace(one.property);
    AttributeColumn& column = at->second;
    if (is_new) {
      column.type = ValueType::none;
      properties.push_back(one.property);
    }
    column.is_list =
        column.is_list || (before != nullptr && before->edge == one.edge && before->property == one.property);
    column.type = wider(column.type, column.is_list ? ValueType::text : value_type(graph.view(one.value)));
    before = &one;
  }
  graph.terms().sort(properties);
  for (TermId property : properties) {
    const std::string_view name = graph.view(property).text;
    if (name == iri::rdfs::label) continue;
    AttributeColumn& column = known[property];
    column.id = graph_.id_of(property);
    column.name = readable_name(name);
    const bool is_said = column.name == "type" && !column.is_list && says_type(property);
    for (std::size_t other = 0; other < columns_.size(); ++other)
      if (used_[other] && columns_[other].name == column.name) column.name = column.id;
    foreign_columns_.emplace(property, static_cast<std::uint32_t>(columns_.size()));
    columns_.push_back(std::move(column));
    used_.push_back(!is_said);
  }
}

void EdgeAttributes::replace(Column column, std::string_view text) {
  const auto at =
      std::find_if(values_.begin(), values_.end(), [=](const AttributeValue& one) { return one.column >= column; });
  if (at != values_.end() && at->column == column)
    at->text = text;
  else
    values_.insert(at, {column, text});
}

void EdgeAttributes::add_foreign(std::uint32_t edge) {
  const std::span<const ForeignAttribute> all = graph_.foreign_attributes(edge);
  for (auto first = all.begin(); first != all.end();) {
    const TermId property = first->property;
    const auto last =
        std::find_if(first, all.end(), [=](const ForeignAttribute& one) { return one.property != property; });
    add_foreign_values({first, last});
    first = last;
  }
}

/// Values of one property of an edge: a list where there are several, but of labels and weights the last one.
void EdgeAttributes::add_foreign_values(std::span<const ForeignAttribute> several) {
  const Graph& graph = graph_.graph();
  const TermView last = graph.view(several.back().value);
  const std::string_view property = graph.view(several.back().property).text;
  if (property == iri::rdfs::label && !is_blank(last.text)) return replace(label, last.text);
  if (property == iri::gw::weight && is_number(last)) return replace(weight, last.text);
  const auto known = foreign_columns_.find(several.back().property);
  if (known == foreign_columns_.end() || !used_[known->second]) return;
  const AttributeColumn& column = columns_[known->second];
  std::string text;
  if (several.size() > 1 || (column.is_list && last.text.starts_with('['))) {
    std::vector<TermView> values;
    for (const ForeignAttribute& one : several) values.push_back(graph.view(one.value));
    text = json_list(values);
  } else {
    append_value(last, column.type, text);
  }
  values_.push_back({known->second, keep(std::move(text))});
}

std::string_view EdgeAttributes::name_of(TermId resource) {
  if (resource == TermId::none) return {};
  const auto [at, is_new] = names_.try_emplace(resource);
  if (is_new) at->second = graph_.id_of(resource);
  return at->second;
}

std::span<const AttributeValue> EdgeAttributes::of(std::uint32_t edge) {
  if (is_bare(edge)) return of_relation(graph_.predicate(edge));
  values_.clear();
  texts_.clear();
  const std::span<const AttributeValue> relation = of_relation(graph_.predicate(edge));
  values_.assign(relation.begin(), relation.end());
  const std::vector<std::uint32_t> rows = graph_.evidence(edge);
  if (rows.size() > 1) replace(weight, keep(fmt::format("{}", rows.size())));
  if (const Fact* fact = graph_.fact(edge)) {
    add_time(fact->time);
    add(place, name_of(fact->place));
    add(speaker, name_of(fact->speaker));
    if (shows_modality(*fact)) add(modality, name(fact->modality));
    add_evidence(rows);
  }
  add(rule, name_of(graph_.rule(edge)));
  add(graph_name, name_of(graph_.graph_name(edge)));
  if (!graph_.foreign().empty()) add_foreign(edge);
  return values_;
}

std::span<const AttributeValue> EdgeAttributes::of_relation(TermId predicate) {
  std::vector<AttributeValue>& values = of_relations_[predicate];
  if (values.empty()) {
    const std::string_view words = graph_.relation_label(predicate);
    const bool is_named = !words.empty() || graph_.foreign().empty();
    if (!words.empty()) values.push_back({label, words});
    if (is_named) values.push_back({type, graph_.name(predicate)});
    const std::string_view shown = is_named ? graph_.shown_iri(predicate) : std::string_view{};
    if (!shown.empty()) values.push_back({iri, shown});
    values.push_back({weight, "1"});
  }
  return values;
}

void EdgeAttributes::add_time(TermId literal) {
  if (literal == TermId::none) return;
  const std::string_view text = graph_.graph().view(literal).text;
  add(time, text);
  const TimeResult parsed = parse_time(text);
  if (!parsed.span) return;
  if (parsed.span->earliest) add(earliest, keep(to_string(*parsed.span->earliest)));
  if (parsed.span->latest) add(latest, keep(to_string(*parsed.span->latest)));
}

void EdgeAttributes::add_evidence(std::span<const std::uint32_t> rows) {
  if (rows.empty()) return;
  std::vector<std::string> documents, words, places, degrees;
  float best = -1;
  for (std::uint32_t row : rows) {
    const Evidence& one = graph_.graph().evidence()[row];
    best = std::max(best, one.confidence);
    degrees.push_back(one.confidence < 0 ? "" : confidence_text(one.confidence));
    documents.emplace_back(name_of(one.source));
    words.emplace_back(graph_.graph().view(one.quote).text);
    places.push_back(one.begin == EvidenceView::no_offset ? "" : fmt::format("{}-{}", one.begin, one.end));
  }
  if (best >= 0) add(confidence, keep(confidence_text(best)));
  const auto add_list = [this](Column column, const std::vector<std::string>& values) {
    std::string list;
    if (std::any_of(values.begin(), values.end(), [](const std::string& value) { return !value.empty(); }))
      append_list(values, list);
    add(column, keep(std::move(list)));
  };
  add_list(sources, documents);
  add_list(quotes, words);
  add_list(offsets, places);
  if (rows.size() > 1) add_list(confidences, degrees);
}

std::string confidence_text(float confidence) {
  std::string text = fmt::format("{}", confidence);
  return text.find('e') == std::string::npos ? text : fmt::format("{:.9f}", confidence);
}

}  // namespace graphwright
