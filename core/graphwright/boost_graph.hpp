#pragma once

#include <cstddef>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include "graphwright/graph.hpp"
#include "graphwright/relation_graph.hpp"

/// Models of the Boost.Graph concepts on the graph's own storage; nothing is copied.
///
/// `Graph` is a VertexListGraph of its terms and an EdgeListGraph of its statements. `RelationGraph` is
/// a BidirectionalGraph and an AdjacencyGraph as well, with vertex_index, edge_index, vertex_name and
/// edge_name. `undirected` sees each of its edges from both ends.
namespace graphwright {

/// Steps through the numbers of a row and makes of each what `At` gives for it.
template <typename At, typename Value>
class NumberIterator : public boost::iterator_facade<NumberIterator<At, Value>, Value,
                                                     boost::random_access_traversal_tag, Value, std::ptrdiff_t> {
 public:
  NumberIterator() = default;
  NumberIterator(At at, std::size_t number) : at_(at), number_(number) {}

 private:
  friend class boost::iterator_core_access;
  Value dereference() const { return at_(number_); }
  bool equal(const NumberIterator& other) const { return number_ == other.number_; }
  void increment() { ++number_; }
  void decrement() { --number_; }
  void advance(std::ptrdiff_t steps) { number_ += static_cast<std::size_t>(steps); }
  std::ptrdiff_t distance_to(const NumberIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.number_) - static_cast<std::ptrdiff_t>(number_);
  }

  At at_{};
  std::size_t number_ = 0;
};

/// The iterators over `count` things.
template <typename Iterator, typename At>
std::pair<Iterator, Iterator> number_range(At at, std::size_t count) {
  return {Iterator(at, 0), Iterator(at, count)};
}

/// Combines the tags of what a graph can be asked for.
struct TermGraphTraversal : virtual boost::vertex_list_graph_tag, virtual boost::edge_list_graph_tag {};
struct RelationGraphTraversal : virtual boost::vertex_list_graph_tag,
                                virtual boost::edge_list_graph_tag,
                                virtual boost::adjacency_graph_tag,
                                virtual boost::bidirectional_graph_tag {};

// Graph: terms and statements.

struct TermAt {
  TermId operator()(std::size_t number) const { return static_cast<TermId>(number); }
};
struct StatementAt {
  StatementId operator()(std::size_t number) const { return static_cast<StatementId>(number); }
};

/// Gives the number of a term, for property maps over arrays.
struct TermIndexMap {
  using key_type = TermId;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(TermIndexMap, TermId id) { return index(id); }
};

inline auto vertices(const Graph& graph) {
  return number_range<NumberIterator<TermAt, TermId>>(TermAt{}, graph.terms().size());
}
inline std::size_t num_vertices(const Graph& graph) { return graph.terms().size(); }
inline auto edges(const Graph& graph) {
  return number_range<NumberIterator<StatementAt, StatementId>>(StatementAt{}, graph.statement_count());
}
inline std::size_t num_edges(const Graph& graph) { return graph.statement_count(); }
inline TermId source(StatementId edge, const Graph& graph) { return graph.statement(edge).subject; }
inline TermId target(StatementId edge, const Graph& graph) { return graph.statement(edge).object; }
inline TermIndexMap get(boost::vertex_index_t, const Graph&) { return {}; }
inline std::size_t get(boost::vertex_index_t, const Graph&, TermId id) { return index(id); }

// RelationGraph: resources and their relations.

/// Makes edges of the numbers of a row; `first` is where the row begins.
struct EdgeAt {
  const RelationGraph* graph = nullptr;
  std::uint32_t first = 0;
  RelationGraph::Edge operator()(std::size_t number) const {
    return graph->edge(first + static_cast<std::uint32_t>(number));
  }
};
/// Makes edges of the edge numbers that a column lists.
struct ListedEdgeAt {
  const RelationGraph* graph = nullptr;
  const std::uint32_t* row = nullptr;
  RelationGraph::Edge operator()(std::size_t number) const { return graph->edge(row[number]); }
};

using VertexIterator = boost::counting_iterator<std::uint32_t>;
using EdgeIterator = NumberIterator<EdgeAt, RelationGraph::Edge>;
using InEdgeIterator = NumberIterator<ListedEdgeAt, RelationGraph::Edge>;

/// Gives the number of an edge, for property maps over arrays.
struct EdgeIndexMap {
  using key_type = RelationGraph::Edge;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;
  friend std::uint32_t get(EdgeIndexMap, const RelationGraph::Edge& edge) { return edge.index; }
};

/// Gives the IRI, label or lexical form of a vertex.
struct VertexNameMap {
  using key_type = std::uint32_t;
  using value_type = std::string_view;
  using reference = std::string_view;
  using category = boost::readable_property_map_tag;
  const RelationGraph* graph = nullptr;
  friend std::string_view get(VertexNameMap map, std::uint32_t vertex) {
    return map.graph->graph().terms().text(map.graph->term(vertex));
  }
};

/// Gives the IRI of an edge's predicate.
struct EdgeNameMap {
  using key_type = RelationGraph::Edge;
  using value_type = std::string_view;
  using reference = std::string_view;
  using category = boost::readable_property_map_tag;
  const RelationGraph* graph = nullptr;
  friend std::string_view get(EdgeNameMap map, const RelationGraph::Edge& edge) {
    return map.graph->graph().terms().text(map.graph->predicate(edge.index));
  }
};

inline std::pair<VertexIterator, VertexIterator> vertices(const RelationGraph& graph) {
  return {VertexIterator(0), VertexIterator(static_cast<std::uint32_t>(graph.vertex_count()))};
}
inline std::size_t num_vertices(const RelationGraph& graph) { return graph.vertex_count(); }
inline auto edges(const RelationGraph& graph) {
  return number_range<EdgeIterator>(EdgeAt{&graph, 0}, graph.edge_count());
}
inline std::size_t num_edges(const RelationGraph& graph) { return graph.edge_count(); }
inline std::uint32_t source(const RelationGraph::Edge& edge, const RelationGraph&) { return edge.source; }
inline std::uint32_t target(const RelationGraph::Edge& edge, const RelationGraph&) { return edge.target; }
inline std::size_t out_degree(std::uint32_t vertex, const RelationGraph& graph) { return graph.targets(vertex).size(); }
inline auto out_edges(std::uint32_t vertex, const RelationGraph& graph) {
  return number_range<EdgeIterator>(EdgeAt{&graph, graph.first_out(vertex)}, out_degree(vertex, graph));
}
inline std::size_t in_degree(std::uint32_t vertex, const RelationGraph& graph) { return graph.in_edges(vertex).size(); }
inline auto in_edges(std::uint32_t vertex, const RelationGraph& graph) {
  return number_range<InEdgeIterator>(ListedEdgeAt{&graph, graph.in_edges(vertex).data()}, in_degree(vertex, graph));
}
inline std::size_t degree(std::uint32_t vertex, const RelationGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
inline std::pair<const std::uint32_t*, const std::uint32_t*> adjacent_vertices(std::uint32_t vertex,
                                                                               const RelationGraph& graph) {
  const auto targets = graph.targets(vertex);
  return {targets.data(), targets.data() + targets.size()};
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, const RelationGraph&) { return {}; }
inline std::uint32_t get(boost::vertex_index_t, const RelationGraph&, std::uint32_t vertex) { return vertex; }
inline EdgeIndexMap get(boost::edge_index_t, const RelationGraph&) { return {}; }
inline std::uint32_t get(boost::edge_index_t, const RelationGraph&, const RelationGraph::Edge& edge) {
  return edge.index;
}
inline VertexNameMap get(boost::vertex_name_t, const RelationGraph& graph) { return {&graph}; }
inline std::string_view get(boost::vertex_name_t, const RelationGraph& graph, std::uint32_t vertex) {
  return get(VertexNameMap{&graph}, vertex);
}
inline EdgeNameMap get(boost::edge_name_t, const RelationGraph& graph) { return {&graph}; }
inline std::string_view get(boost::edge_name_t, const RelationGraph& graph, const RelationGraph::Edge& edge) {
  return get(EdgeNameMap{&graph}, edge);
}

// UndirectedRelations: each relation from both of its ends.

/// Relations without their direction; an edge that leaves a vertex has it as its source.
struct UndirectedRelations {
  const RelationGraph* relations = nullptr;
};

/// Sees relations from both ends; what it is made from must outlive it.
inline UndirectedRelations undirected(const RelationGraph& graph) { return {&graph}; }
UndirectedRelations undirected(RelationGraph&&) = delete;

/// Makes edges of the numbers of a vertex's row: first those that leave it, then those that enter it.
struct IncidentEdgeAt {
  const RelationGraph* graph = nullptr;
  std::uint32_t vertex = 0;
  RelationGraph::Edge operator()(std::size_t number) const {
    const std::size_t out = graph->targets(vertex).size();
    if (number < out) return graph->edge(graph->first_out(vertex) + static_cast<std::uint32_t>(number));
    const RelationGraph::Edge edge = graph->edge(graph->in_edges(vertex)[number - out]);
    return {edge.target, edge.source, edge.index};
  }
};
/// Makes neighbours of the numbers of a vertex's row.
struct NeighbourAt {
  IncidentEdgeAt edges;
  std::uint32_t operator()(std::size_t number) const { return edges(number).target; }
};

using IncidentEdgeIterator = NumberIterator<IncidentEdgeAt, RelationGraph::Edge>;
using NeighbourIterator = NumberIterator<NeighbourAt, std::uint32_t>;

inline auto vertices(const UndirectedRelations& graph) { return vertices(*graph.relations); }
inline std::size_t num_vertices(const UndirectedRelations& graph) { return graph.relations->vertex_count(); }
inline auto edges(const UndirectedRelations& graph) { return edges(*graph.relations); }
inline std::size_t num_edges(const UndirectedRelations& graph) { return graph.relations->edge_count(); }
inline std::uint32_t source(const RelationGraph::Edge& edge, const UndirectedRelations&) { return edge.source; }
inline std::uint32_t target(const RelationGraph::Edge& edge, const UndirectedRelations&) { return edge.target; }
inline std::size_t degree(std::uint32_t vertex, const UndirectedRelations& graph) {
  return degree(vertex, *graph.relations);
}
inline std::size_t out_degree(std::uint32_t vertex, const UndirectedRelations& graph) { return degree(vertex, graph); }
inline auto out_edges(std::uint32_t vertex, const UndirectedRelations& graph) {
  return number_range<IncidentEdgeIterator>(IncidentEdgeAt{graph.relations, vertex}, degree(vertex, graph));
}
inline auto adjacent_vertices(std::uint32_t vertex, const UndirectedRelations& graph) {
  return number_range<NeighbourIterator>(NeighbourAt{{graph.relations, vertex}}, degree(vertex, graph));
}
template <typename Property>
auto get(Property property, const UndirectedRelations& graph) {
  return get(property, *graph.relations);
}
template <typename Property, typename Key>
auto get(Property property, const UndirectedRelations& graph, const Key& key) {
  return get(property, *graph.relations, key);
}

}  // namespace graphwright

namespace boost {

template <>
struct graph_traits<graphwright::Graph> {
  using vertex_descriptor = graphwright::TermId;
  using edge_descriptor = graphwright::StatementId;
  using vertex_iterator = graphwright::NumberIterator<graphwright::TermAt, vertex_descriptor>;
  using edge_iterator = graphwright::NumberIterator<graphwright::StatementAt, edge_descriptor>;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = graphwright::TermGraphTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return graphwright::TermId::none; }
};

template <>
struct graph_traits<graphwright::RelationGraph> {
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = graphwright::RelationGraph::Edge;
  using vertex_iterator = graphwright::VertexIterator;
  using edge_iterator = graphwright::EdgeIterator;
  using out_edge_iterator = graphwright::EdgeIterator;
  using in_edge_iterator = graphwright::InEdgeIterator;
  using adjacency_iterator = const std::uint32_t*;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = graphwright::RelationGraphTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return graphwright::RelationGraph::none; }
};

template <>
struct graph_traits<graphwright::UndirectedRelations> {
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = graphwright::RelationGraph::Edge;
  using vertex_iterator = graphwright::VertexIterator;
  using edge_iterator = graphwright::EdgeIterator;
  using out_edge_iterator = graphwright::IncidentEdgeIterator;
  using adjacency_iterator = graphwright::NeighbourIterator;
  using directed_category = undirected_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : virtual vertex_list_graph_tag,
                              virtual edge_list_graph_tag,
                              virtual incidence_graph_tag,
                              virtual adjacency_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return graphwright::RelationGraph::none; }
};

// Boost's algorithms ask for the traits of const graphs too.
template <>
struct graph_traits<const graphwright::Graph> : graph_traits<graphwright::Graph> {};
template <>
struct graph_traits<const graphwright::RelationGraph> : graph_traits<graphwright::RelationGraph> {};
template <>
struct graph_traits<const graphwright::UndirectedRelations> : graph_traits<graphwright::UndirectedRelations> {};

template <>
struct property_map<graphwright::Graph, vertex_index_t> {
  using type = graphwright::TermIndexMap;
  using const_type = type;
};
template <>
struct property_map<graphwright::RelationGraph, vertex_index_t> {
  using type = typed_identity_property_map<std::uint32_t>;
  using const_type = type;
};
template <>
struct property_map<graphwright::RelationGraph, edge_index_t> {
  using type = graphwright::EdgeIndexMap;
  using const_type = type;
};
template <>
struct property_map<graphwright::RelationGraph, vertex_name_t> {
  using type = graphwright::VertexNameMap;
  using const_type = type;
};
template <>
struct property_map<graphwright::RelationGraph, edge_name_t> {
  using type = graphwright::EdgeNameMap;
  using const_type = type;
};
template <typename Property>
struct property_map<graphwright::UndirectedRelations, Property> : property_map<graphwright::RelationGraph, Property> {};
template <typename Property>
struct property_map<const graphwright::RelationGraph, Property> : property_map<graphwright::RelationGraph, Property> {};
template <typename Property>
struct property_map<const graphwright::UndirectedRelations, Property>
    : property_map<graphwright::RelationGraph, Property> {};

}  // namespace boost
