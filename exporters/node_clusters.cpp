#include "node_clusters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t none = RelationGraph::none;

// Without an ontology at hand; what lies below them is in the profile.
constexpr std::array<std::string_view, 5> known_place_properties{
    iri::gw::place, "https://w3id.org/graphwright/diplomacy#located-within",
    "https://w3id.org/graphwright/diplomacy#region-part-of", "https://schema.org/containedInPlace",
    "http://www.opengis.net/ont/geosparql#sfWithin"};

/// By node: the widest place around it, `none` where it lies in none.
class WidestPlaces {
 public:
  WidestPlaces(const PropertyGraph& graph, const GraphProfile& profile)
      : around_(graph.node_count(), none), holds_something_(graph.node_count()) {
    for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
      if (!is_undisputed(graph, edge) || !says_place(graph.graph().view(graph.predicate(edge)).text, profile)) continue;
      const RelationGraph::Edge ends = graph.edge(edge);
      if (ends.source == ends.target) continue;
      around_[ends.source] = std::min(around_[ends.source], ends.target);
      holds_something_[ends.target] = true;
    }
  }

  std::uint32_t of(std::uint32_t node) const {
    if (around_[node] == none && !holds_something_[node]) return none;
    std::vector<std::uint32_t> way{node};
    while (around_[way.back()] != none) {
      const auto again = std::find(way.begin(), way.end(), around_[way.back()]);
      if (again != way.end()) return *std::min_element(again, way.end());
      way.push_back(around_[way.back()]);
    }
    return way.back();
  }

 private:
  static bool is_undisputed(const PropertyGraph& graph, std::uint32_t edge) {
    const Fact* fact = graph.fact(edge);
    return graph.is_asserted(edge) && (fact == nullptr || fact->speaker == TermId::none);
  }

  static bool says_place(std::string_view property, const GraphProfile& profile) {
    const auto contains = [&](const auto& all) { return std::find(all.begin(), all.end(), property) != all.end(); };
    return contains(known_place_properties) || contains(profile.place_properties);
  }

  std::vector<std::uint32_t> around_;
  std::vector<bool> holds_something_;
};

/// The year in which a time begins, or ends where its beginning is open.
std::optional<std::int32_t> year_of(const Graph& graph, TermId time) {
  if (time == TermId::none) return std::nullopt;
  const std::optional<TimeSpan> span = parse_time(graph.view(time).text).span;
  if (!span) return std::nullopt;
  const std::optional<Date>& day = span->earliest ? span->earliest : span->latest;
  return day ? std::optional(day->year) : std::nullopt;
}

void take_first(std::optional<std::int32_t> year, std::optional<std::int32_t>& first) {
  if (year && (!first || *year < *first)) first = year;
}

/// By node: its own year, else the first of its facts.
std::vector<std::optional<std::int32_t>> years(const PropertyGraph& graph) {
  std::vector<std::optional<std::int32_t>> by_facts(graph.node_count());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    const Fact* fact = graph.fact(edge);
    if (fact == nullptr || !graph.is_asserted(edge)) continue;
    const std::optional<std::int32_t> year = year_of(graph.graph(), fact->time);
    take_first(year, by_facts[graph.edge(edge).source]);
    take_first(year, by_facts[graph.edge(edge).target]);
  }
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    std::optional<std::int32_t> own;
    for (const NodeAttribute& one : graph.attributes(node))
      if (graph.graph().view(graph.columns()[one.column].property).text == iri::gw::time)
        take_first(year_of(graph.graph(), one.value), own);
    if (own) by_facts[node] = own;
  }
  return by_facts;
}

std::int32_t decade_of(std::int32_t year) { return (year >= 0 ? year : year - 9) / 10 * 10; }

std::string year_text(std::int32_t year) { return year >= 0 ? fmt::format("{:04}", year) : fmt::format("{}", year); }

std::string decade_text(std::int32_t decade) {
  return decade >= 0 ? fmt::format("{:04}s", decade) : fmt::format("{} to {}", decade, decade + 9);
}

/// Puts nodes into clusters, which it keeps in the order of their years, then of their names.
class Gatherer {
 public:
  Gatherer(const Picture& picture, const ExportOptions& options)
      : picture_(picture), graph_(picture.graph()), options_(options) {}

  std::vector<NodeCluster> gather() {
    const std::string_view word = cluster_word(options_);
    if (word == "class") gather_by_class();
    if (word == "place") gather_by_place();
    if (word == "year" || word == "decade") gather_by_time(word == "decade");
    std::vector<NodeCluster> all;
    for (auto& [key, cluster] : clusters_) all.push_back(std::move(cluster));
    return all;
  }

 private:
  void gather_by_class() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      if (const TermId type = picture_.shown_class(node); type != TermId::none)
        put(node, 0, graph_.id_of(type), graph_.label(type), picture_.style(node));
  }

  void gather_by_place() {
    const WidestPlaces places(graph_, options_.profile);
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      if (const std::uint32_t place = places.of(node); place != none)
        put(node, 0, graph_.id(place), graph_.label(graph_.resource(place)), picture_.style(place));
  }

  void gather_by_time(bool by_decade) {
    const std::vector<std::optional<std::int32_t>> all = years(graph_);
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      if (!all[node]) {
        put(node, std::numeric_limits<std::int32_t>::max(), "undated", "undated", plain_style());
        continue;
      }
      const std::int32_t first = by_decade ? decade_of(*all[node]) : *all[node];
      const std::string text = by_decade ? decade_text(first) : year_text(first);
      put(node, first, text, text, plain_style());
    }
  }

  void put(std::uint32_t node, std::int32_t year, std::string_view name, std::string_view label, ClassStyle style) {
    const auto [at, is_new] = clusters_.try_emplace({year, std::string(name)});
    if (is_new) at->second = {std::string(name), std::string(label), style, {}};
    at->second.nodes.push_back(node);
  }

  const Picture& picture_;
  const PropertyGraph& graph_;
  const ExportOptions& options_;
  std::map<std::pair<std::int32_t, std::string>, NodeCluster> clusters_;
};

}  // namespace

std::string_view cluster_word(const ExportOptions& options) {
  if (!options.cluster.empty() || options.style == nullptr) return options.cluster;
  return options.style->cluster;
}

std::vector<NodeCluster> gather_nodes(const Picture& picture, const ExportOptions& options) {
  return Gatherer(picture, options).gather();
}

}  // namespace graphwright
