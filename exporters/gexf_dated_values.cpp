#include "gexf_dated_values.hpp"

#include <algorithm>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::uint64_t edge_properties = std::uint64_t{1} << 32U;

/// The time that a reader takes the two days for.
std::string interval(const TimeSpan& span) {
  return interval_text(span.earliest ? to_string(*span.earliest) : "", span.latest ? to_string(*span.latest) : "");
}

}  // namespace

GexfDatedValues::GexfDatedValues(const PropertyGraph& graph) : graph_(graph) {
  if (graph.losses().described == 0) return;
  std::vector<Values> columns(graph.columns().size());
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    for (const NodeAttribute& one : graph.attributes(node))
      take(columns[one.column], graph.resource(node), graph.columns()[one.column].property, one.value);
  std::unordered_map<TermId, Values> properties;
  for (const ForeignAttribute& one : graph.foreign().attributes())
    take(properties[one.property], one.edge, one.property, one.value);
  for (std::size_t column = 0; column < columns.size(); ++column) keep(column, columns[column]);
  for (const auto& [property, values] : properties) {
    const std::string_view iri = graph.graph().view(property).text;
    if (iri != iri::rdfs::label && iri != iri::gw::weight) keep(edge_properties + index(property), values);
  }
}

/// Notes a value of a column; a text that looks like a list could not be told from one.
void GexfDatedValues::take(Values& values, TermId subject, TermId property, TermId value) const {
  const Graph& graph = graph_.graph();
  const StatementId id = graph.find({subject, property, value, TermId::none});
  const TermView view = graph.view(value);
  values.type = wider(values.type, value_type(view));
  values.are_dated = values.are_dated && id != StatementId::none && graph.has_facts(id) && !graph.is_stated(id) &&
                     !view.text.starts_with('[');
  if (!values.are_dated) return;
  for (FactId fact : graph.facts_of(id)) {
    const Fact& known = graph.fact(fact);
    const std::string_view time = known.time == TermId::none ? std::string_view{} : graph.view(known.time).text;
    const TimeResult parsed = parse_time(time);
    const bool has_days = parsed.span && (parsed.span->earliest || parsed.span->latest);
    values.are_dated = values.are_dated && counts_as_asserted(known.modality, graph_.view()) && has_days;
    if (!values.are_dated) return;
    const bool is_all = known.place == TermId::none && known.speaker == TermId::none &&
                        graph.evidence_of(fact).empty() && interval(*parsed.span) == time;
    values.carried += is_all ? 1 : 0;
  }
}

void GexfDatedValues::keep(std::uint64_t key, const Values& values) {
  if (!values.are_dated || values.type == ValueType::none) return;
  types_.emplace(key, values.type);
  carried_ += values.carried;
}

std::optional<ValueType> GexfDatedValues::type_of_column(std::uint32_t column) const {
  const auto at = types_.find(column);
  return at == types_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<ValueType> GexfDatedValues::type_of_edges(TermId property) const {
  const auto at = types_.find(edge_properties + index(property));
  return at == types_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<DatedValue> GexfDatedValues::values(TermId subject, TermId property, TermId value, ValueType type) const {
  const Graph& graph = graph_.graph();
  std::vector<DatedValue> dated;
  for (FactId fact : graph.facts_of(graph.find({subject, property, value, TermId::none}))) {
    const TimeSpan span = *parse_time(graph.view(graph.fact(fact).time).text).span;
    DatedValue& one = dated.emplace_back();
    append_value(graph.view(value), type, one.text);
    if (span.earliest) one.start = to_string(*span.earliest);
    if (span.latest) one.end = to_string(*span.latest);
  }
  std::sort(dated.begin(), dated.end(), [](const DatedValue& a, const DatedValue& b) {
    return a.start != b.start ? a.start < b.start : a.end < b.end;
  });
  return dated;
}

}  // namespace graphwright
