#include "graphwright/measures.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>

#include "graphwright/boost_graph.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "communities.hpp"
#include "graph_copy.hpp"
#include "node_links.hpp"
#include "shortest_paths.hpp"

namespace graphwright {
namespace {

constexpr auto table = std::to_array<Measure>({
    {"betweenness", "betweenness", "share of the shortest paths between others that lead through the node"},
    {"closeness", "closeness", "how near the node is to those that reach it"},
    {"communities", "community", "group of nodes that are linked more among themselves; 1 is the largest"},
    {"components", "component", "part that hangs together, whichever way edges point; 1 is the largest"},
    {"degree", "degree", "edges of the node"},
    {"in-degree", "inDegree", "edges that enter the node"},
    {"out-degree", "outDegree", "edges that leave the node"},
    {"pagerank", "pageRank", "share of a random walk along edges that is spent at the node, damping 0.85"},
    {"strong-components", "strongComponent", "part in which each node reaches each other; 1 is the largest"},
});

constexpr double damping = 0.85;
constexpr std::size_t page_rank_rounds = 100;

using DirectedLinks = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                         boost::no_property, std::uint32_t, std::size_t>;

DirectedLinks boost_links(const NodeLinks& links) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t node = 0; node < links.node_count(); ++node)
    for (std::uint32_t target : links.from(node)) pairs.emplace_back(node, target);
  return {boost::edges_are_sorted, pairs.begin(), pairs.end(), links.node_count()};
}

/// Numbers groups from 1, the largest first, of equal ones that with the smallest node first.
std::vector<std::uint32_t> by_size(std::vector<std::uint32_t> groups) {
  const std::uint32_t count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
  std::vector<std::uint32_t> sizes(count);
  std::vector<std::uint32_t> first(count, static_cast<std::uint32_t>(groups.size()));
  for (std::uint32_t node = 0; node < groups.size(); ++node) {
    ++sizes[groups[node]];
    first[groups[node]] = std::min(first[groups[node]], node);
  }
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
  });
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t place = 0; place < count; ++place) numbers[order[place]] = place + 1;
  for (std::uint32_t& group : groups) group = numbers[group];
  return groups;
}

/// Measures one view; what several measures need is made once.
class Measuring {
 public:
  Measuring(const PropertyGraph& view, std::uint64_t path_limit) : view_(view), path_limit_(path_limit) {}

  std::size_t sampled() const { return sampled_; }

  /// The lexical forms of a measure's values, by node.
  std::vector<std::string> values(std::string_view name) {
    if (name == "pagerank") return texts(page_rank());
    if (name == "betweenness") return texts(paths().betweenness);
    if (name == "closeness") return texts(paths().closeness);
    if (name == "components") return texts(by_size(components()));
    if (name == "strong-components") return texts(by_size(strong_components()));
    if (name == "communities") return texts(by_size(communities(NodeLinks(view_, NodeLinks::Direction::both))));
    return texts(degrees(name != "out-degree", name != "in-degree"));
  }

 private:
  static std::vector<std::string> texts(const std::vector<double>& values) {
    std::vector<std::string> result;
    result.reserve(values.size());
    // Nine digits: what lies beyond depends on how a machine rounds.
    for (double value : values) result.push_back(fmt::format("{:.9g}", value));
    return result;
  }
  static std::vector<std::string> texts(const std::vector<std::uint32_t>& values) {
    std::vector<std::string> result;
    result.reserve(values.size());
    for (std::uint32_t value : values) result.push_back(fmt::format("{}", value));
    return result;
  }

  const NodeLinks& links() {
    if (!links_) links_.emplace(view_, NodeLinks::Direction::along);
    return *links_;
  }

  std::vector<std::uint32_t> degrees(bool in, bool out) const {
    std::vector<std::uint32_t> result(view_.node_count());
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge) {
      if (out) ++result[view_.edge(edge).source];
      if (in) ++result[view_.edge(edge).target];
    }
    return result;
  }

  // Boost lets the walk end at a node without links; that it begins anew anywhere comes out as the same shares.
  std::vector<double> page_rank() {
    const DirectedLinks graph = boost_links(links());
    std::vector<double> rank(boost::num_vertices(graph));
    if (rank.empty()) return rank;
    boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, graph)),
                            boost::graph::n_iterations(page_rank_rounds), damping);
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& one : rank) one /= sum;
    return rank;
  }

  const PathMeasures& paths() {
    if (paths_) return *paths_;
    const std::vector<std::uint32_t> sources = path_sources(links(), path_limit_);
    if (sources.size() < links().node_count()) sampled_ = sources.size();
    return paths_.emplace(follow_paths(links(), sources));
  }

  std::vector<std::uint32_t> components() const {
    std::vector<std::uint32_t> part(view_.node_count());
    boost::connected_components(undirected(view_.relations()), part.data());
    return part;
  }

  std::vector<std::uint32_t> strong_components() {
    const DirectedLinks graph = boost_links(links());
    std::vector<std::uint32_t> part(view_.node_count());
    boost::strong_components(graph, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, graph)));
    return part;
  }

  const PropertyGraph& view_;
  std::uint64_t path_limit_;
  std::size_t sampled_ = 0;
  std::optional<NodeLinks> links_;
  std::optional<PathMeasures> paths_;
};

std::string property_iri(const Measure& measure) { return fmt::format("{}{}", iri::gw::ns, measure.property); }

std::string_view datatype_of(std::string_view name) {
  return name == "pagerank" || name == "betweenness" || name == "closeness" ? iri::xsd::double_ : iri::xsd::integer;
}

/// Copies all but the statements of some properties.
void copy_without(const Graph& graph, const std::vector<std::string>& properties, Graph& result) {
  std::vector<bool> is_left_out(graph.terms().size());
  for (const std::string& iri : properties)
    if (const TermId id = graph.terms().find_iri(iri); id != TermId::none) is_left_out[index(id)] = true;
  const auto is_kept = [&](StatementId id) { return !is_left_out[index(graph.statement(id).predicate)]; };
  GraphCopy copy(graph, result);
  copy.copy_names();
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
    if (graph.is_stated(StatementId{row}) && is_kept(StatementId{row})) copy.copy_bare(StatementId{row});
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row)
    if (is_kept(graph.fact(FactId{row}).statement)) copy.copy_fact(FactId{row});
  copy.copy_nodes();
  copy.copy_derivations();
}

}  // namespace

std::span<const Measure> measures() { return table; }

const Measure* find_measure(std::string_view name) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Measure& one) { return one.name == name; });
  return at == table.end() ? nullptr : &*at;
}

MeasuredGraph with_measures(const Graph& graph, const PropertyGraphOptions& shown, std::span<const std::string> names,
                            std::uint64_t path_limit) {
  MeasuredGraph result;
  std::vector<std::string> properties;
  for (const std::string& name : names)
    if (const Measure* measure = find_measure(name)) properties.push_back(property_iri(*measure));
  copy_without(graph, properties, result.graph);
  const PropertyGraph view(graph, shown);
  Measuring measuring(view, path_limit);
  TermTable& terms = result.graph.terms();
  for (const std::string& name : names) {
    const Measure* measure = find_measure(name);
    if (measure == nullptr) continue;
    const TermId property = terms.intern_iri(property_iri(*measure));
    const std::vector<std::string> values = measuring.values(name);
    for (std::uint32_t node = 0; node < view.node_count(); ++node)
      result.graph.add_statement({terms.intern(graph.view(view.resource(node))), property,
                                  terms.intern(TermView::literal(values[node], datatype_of(name))), TermId::none});
  }
  result.sampled = measuring.sampled();
  return result;
}

}  // namespace graphwright
