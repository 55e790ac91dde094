#include "gexf_lifetimes.hpp"

#include <algorithm>

#include "graphwright/resource_id.hpp"
#include "graphwright/xsd_value.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t none = RelationGraph::none;
constexpr std::array<std::string_view, 5> words{"start", "end", "startopen", "endopen", "spells"};

/// The spells that our reader joins: `2020-01-01/2020-06-30; 2021-01-01/`; none where it is no list of these.
std::vector<std::pair<std::string_view, std::string_view>> split_spells(std::string_view text) {
  std::vector<std::pair<std::string_view, std::string_view>> spells;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find("; "));
    text.remove_prefix(std::min(text.size(), one.size() + 2));
    const std::size_t slash = one.find('/');
    if (slash == std::string_view::npos || one.size() < 2) return {};
    spells.emplace_back(one.substr(0, slash), one.substr(slash + 1));
  }
  return spells;
}

}  // namespace

GexfLifetimes::GexfLifetimes(const PropertyGraph& graph, std::span<const AttributeColumn> nodes,
                             std::span<const AttributeColumn> edges, bool has_dates) {
  node_columns_.fill(none);
  edge_columns_.fill(none);
  if (graph.foreign().empty()) return;
  const Columns of_nodes = find(nodes, NodeAttributes::first_own);
  const Columns of_edges = find(edges, EdgeAttributes::column_count);
  const auto word_of = [](const Columns& columns, std::uint32_t column) {
    return static_cast<Word>(std::find(columns.begin(), columns.end(), column) - columns.begin());
  };
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    for (const NodeAttribute& one : graph.attributes(node))
      take(word_of(of_nodes, NodeAttributes::first_own + one.column), graph.graph().view(one.value).text);
  for (const ForeignAttribute& one : graph.foreign().attributes()) {
    const std::string name = readable_name(graph.graph().view(one.property).text);
    const auto at = std::find_if(of_edges.begin(), of_edges.end(),
                                 [&](std::uint32_t column) { return column != none && edges[column].name == name; });
    take(static_cast<Word>(at - of_edges.begin()), graph.graph().view(one.value).text);
  }
  if (!has_times_ || !(are_dates_ || (are_numbers_ && !has_dates))) return;
  format_ = are_dates_ ? "date" : "double";
  node_columns_ = of_nodes;
  edge_columns_ = of_edges;
}

/// The columns of a graph file that hold one text a node or edge under these names.
GexfLifetimes::Columns GexfLifetimes::find(std::span<const AttributeColumn> columns, std::uint32_t first) {
  Columns found;
  found.fill(none);
  for (std::uint32_t column = first; column < columns.size(); ++column) {
    const auto word = std::find(words.begin(), words.end(), columns[column].name);
    if (word != words.end() && !columns[column].is_list) found[static_cast<std::size_t>(word - words.begin())] = column;
  }
  return found;
}

/// Takes a value of one of the columns into account.
void GexfLifetimes::take(Word word, std::string_view text) {
  if (word == word_count) return;
  has_times_ = true;
  std::vector<std::pair<std::string_view, std::string_view>> times{{text, {}}};
  if (word == spells) times = split_spells(text);
  are_dates_ = are_dates_ && !times.empty();
  are_numbers_ = are_numbers_ && !times.empty();
  for (const auto& [begin, last] : times)
    for (std::string_view time : {begin, last}) {
      are_dates_ = are_dates_ && (time.empty() || is_day_or_moment(time));
      are_numbers_ = are_numbers_ && (time.empty() || is_finite_number(time));
    }
}

bool GexfLifetimes::is_time(const Columns& columns, std::uint32_t column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

Lifetime GexfLifetimes::lifetime(const Columns& columns, std::span<const AttributeValue> values) const {
  if (format_.empty()) return {};
  std::array<std::string_view, word_count> texts;
  for (const AttributeValue& one : values)
    if (const auto at = std::find(columns.begin(), columns.end(), one.column); at != columns.end())
      texts[static_cast<std::size_t>(at - columns.begin())] = one.text;
  Lifetime lifetime;
  lifetime.start = texts[start].empty() ? texts[start_open] : texts[start];
  lifetime.end = texts[end].empty() ? texts[end_open] : texts[end];
  lifetime.open_ends = (texts[start_open].empty() ? 0U : 1U) + (texts[end_open].empty() ? 0U : 1U);
  lifetime.spells = split_spells(texts[spells]);
  return lifetime;
}

}  // namespace graphwright
