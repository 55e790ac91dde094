#include "table_losses.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/iri.hpp"

#include "csv_columns.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

/// Whether a reader that knows the base and the well-known prefixes gets an IRI back from a name. One that was made
/// from the name for want of another is not missed.
bool leads_back(const PropertyGraph& view, std::string_view name, TermId term) {
  const Graph& graph = view.graph();
  const std::string_view iri = view.shown_iri(term);
  if (iri.empty()) return true;
  if (name.find(':', 1) != std::string_view::npos) return iri == well_known_prefixes().expand(name);
  std::string read(graph.base());
  append_iri_part(name.starts_with(':') ? name.substr(1) : name, read);
  return iri == read;
}

}  // namespace

TableLosses losses_of_node_table(const PropertyGraph& graph) {
  const auto text = [&](TermId term) { return graph.graph().view(term).text; };
  std::vector<bool> is_named;
  for (const NodeColumn& one : graph.columns())
    is_named.push_back(!one.language.empty() || leads_back(graph, header_of_nodes(one.id, one.name), one.property));
  std::unordered_map<TermId, bool> is_class_named;
  const auto is_told = [&](TermId type) {
    const auto [at, is_new] = is_class_named.try_emplace(type, false);
    if (is_new) at->second = leads_back(graph, graph.name(type), type);
    return at->second;
  };
  TableLosses losses;
  for_each_node(graph, [&](std::uint32_t node) {
    for (TermId type : graph.types(node)) losses.names += is_told(type) ? 0 : 1;
    const auto attributes = graph.attributes(node);
    for (std::size_t at = 0; at < attributes.size(); ++at) {
      const NodeColumn& column = graph.columns()[attributes[at].column];
      const auto is_same = [&](std::size_t other) {
        return other < attributes.size() && attributes[other].column == attributes[at].column;
      };
      losses.datatypes += column.type == ValueType::text ? 0 : 1;
      losses.languages += column.language.empty() ? 0 : 1;
      const bool looks_listed = column.is_list && text(attributes[at].value).starts_with('[');
      losses.listed += looks_listed || is_same(at + 1) || (at > 0 && is_same(at - 1)) ? 1 : 0;
      losses.names += is_named[attributes[at].column] ? 0 : 1;
    }
  });
  return losses;
}

TableLosses losses_of_edge_table(const PropertyGraph& graph, const EdgeAttributes& columns, bool is_typed) {
  TableLosses losses;
  if (graph.foreign().attributes().empty()) return losses;
  for_each_edge(graph, [&](std::uint32_t edge) {
    const auto attributes = graph.foreign_attributes(edge);
    for (std::size_t at = 0; at < attributes.size(); ++at) {
      const std::uint32_t column = columns.column_of(attributes[at]);
      if (column == RelationGraph::none || !columns.is_used(column)) continue;
      const auto is_same = [&](std::size_t other) {
        return other < attributes.size() && attributes[other].property == attributes[at].property;
      };
      const TermView value = graph.graph().view(attributes[at].value);
      const bool has_datatype = value.is_literal() && !value.tagged && !value.qualifier.empty();
      const bool is_kept = is_typed && columns.columns()[column].type != ValueType::text;
      losses.datatypes += has_datatype && !is_kept ? 1 : 0;
      losses.languages += value.language().empty() ? 0 : 1;
      losses.listed += is_same(at + 1) || (at > 0 && is_same(at - 1)) ? 1 : 0;
    }
  });
  return losses;
}

}  // namespace graphwright
