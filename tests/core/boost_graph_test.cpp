#include "graphwright/boost_graph.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/visitors.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphwright {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

using RelationTraits = boost::graph_traits<RelationGraph>;
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, TermId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RelationGraph, std::uint32_t, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<RelationGraph, RelationTraits::edge_descriptor, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RelationGraph, std::uint32_t, boost::vertex_name_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<RelationGraph, RelationTraits::edge_descriptor, boost::edge_name_t>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedRelations>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedRelations>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedRelations>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<UndirectedRelations>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<UndirectedRelations, std::uint32_t, boost::vertex_index_t>));

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// Adds `from relation to` for IRIs.
StatementId relate(Graph& graph, std::string_view from, std::string_view to, std::string_view relation = "r:knows") {
  TermTable& terms = graph.terms();
  return graph.add_statement({terms.intern_iri(from), terms.intern_iri(relation), terms.intern_iri(to)});
}

/// A ring a -> b -> c -> a with a tail c -> d -> e, and f alone.
Graph ring_with_tail() {
  Graph graph;
  relate(graph, "c:", "a:");
  relate(graph, "d:", "e:");
  relate(graph, "a:", "b:");
  relate(graph, "b:", "c:");
  relate(graph, "c:", "d:");
  relate(graph, "e:", "class:", rdf_type);
  graph.add_statement({graph.terms().intern_iri("a:"), graph.terms().intern_iri("r:label"),
                       graph.terms().intern(TermView::literal("A"))});
  graph.add_node(graph.terms().intern_iri("f:"));
  return graph;
}

std::vector<std::string> names(const RelationGraph& graph) {
  std::vector<std::string> names;
  for (auto [at, end] = vertices(graph); at != end; ++at) names.emplace_back(get(boost::vertex_name, graph, *at));
  return names;
}

std::vector<std::string> edge_texts(const RelationGraph& graph) {
  std::vector<std::string> texts;
  for (auto [at, end] = edges(graph); at != end; ++at)
    texts.push_back(std::string(get(boost::vertex_name, graph, source(*at, graph))) + " " +
                    std::string(get(boost::edge_name, graph, *at)) + " " +
                    std::string(get(boost::vertex_name, graph, target(*at, graph))));
  return texts;
}

TEST(RelationGraph, HidesLiteralsAndTypes) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  EXPECT_THAT(names(shown), ElementsAre("a:", "b:", "c:", "d:", "e:", "f:"));
  EXPECT_THAT(edge_texts(shown),
              ElementsAre("a: r:knows b:", "b: r:knows c:", "c: r:knows a:", "c: r:knows d:", "d: r:knows e:"));
}

TEST(RelationGraph, ShowsLiteralsAndTypesWhenAsked) {
  const Graph graph = ring_with_tail();
  const RelationGraph all = relations(graph, {.view = {}, .literals = true, .types = true, .hidden = {}});
  EXPECT_THAT(names(all), ElementsAre("a:", "b:", "c:", "class:", "d:", "e:", "f:", "A"));
  EXPECT_EQ(num_edges(all), 7U);
}

TEST(RelationGraph, HidesThePropertiesThatAreNamed) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph, {.view = {}, .hidden = {"r:knows", "r:not-there"}});
  EXPECT_THAT(names(shown), ElementsAre("a:", "b:", "c:", "d:", "e:", "f:"));
  EXPECT_EQ(num_edges(shown), 0U);
}

TEST(RelationGraph, SeesEdgesFromBothEnds) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  const std::uint32_t c = shown.vertex("c:"), d = shown.vertex("d:"), f = shown.vertex("f:");
  EXPECT_EQ(out_degree(c, shown), 2U);
  EXPECT_EQ(in_degree(c, shown), 1U);
  EXPECT_EQ(degree(f, shown), 0U);
  const auto [in, in_end] = in_edges(d, shown);
  ASSERT_EQ(in_end - in, 1);
  EXPECT_EQ(source(*in, shown), c);
  EXPECT_EQ(target(*in, shown), d);
  EXPECT_EQ(get(boost::edge_index, shown, *in), 3U);
  EXPECT_EQ(shown.vertex("nobody:"), RelationGraph::none);
  EXPECT_EQ(shown.vertex("class:"), RelationGraph::none);
}

/// Statements between 400 things, most of them from few, so that many have no edge and some have hundreds.
Graph uneven_graph(unsigned seed) {
  Graph graph;
  std::mt19937 random(seed);
  const auto thing = [](std::size_t number) { return "n:" + std::to_string(number); };
  for (std::size_t number = 0; number < 400; ++number) graph.add_node(graph.terms().intern_iri(thing(number)));
  for (int count = 0; count < 1500; ++count) {
    const std::size_t source = random() % 4 == 0 ? random() % 400 : 100 * (random() % 3) + 7;
    relate(graph, thing(source), thing(random() % 400), "r:" + std::to_string(random() % 3));
  }
  return graph;
}

TEST(RelationGraph, FindsTheSameEndsWithoutIncomingEdges) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const Graph graph = uneven_graph(seed);
    const RelationGraph whole = relations(graph);
    RelationOptions options;
    options.incoming = false;
    const RelationGraph lean = relations(graph, options);
    EXPECT_EQ(edge_texts(lean), edge_texts(whole)) << "seed " << seed;
    EXPECT_LT(lean.memory(), whole.memory());
  }
}

TEST(RelationGraph, ListsEachEdgeInTheOrderOfTextAndByBothEnds) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const Graph graph = uneven_graph(seed);
    std::vector<std::array<std::string, 3>> expected;
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
      const Statement one = graph.statement(static_cast<StatementId>(row));
      const auto text = [&](TermId term) { return std::string(graph.view(term).text); };
      expected.push_back({text(one.subject), text(one.object), text(one.predicate)});
    }
    std::sort(expected.begin(), expected.end());
    const RelationGraph shown = relations(graph);
    std::vector<std::vector<std::uint32_t>> entering(shown.vertex_count());
    ASSERT_EQ(num_edges(shown), expected.size());
    for (std::uint32_t edge = 0; edge < expected.size(); ++edge) {
      const auto& [source, target, relation] = expected[edge];
      EXPECT_EQ(shown.edge(edge).source, shown.vertex(source));
      EXPECT_EQ(shown.edge(edge).target, shown.vertex(target));
      EXPECT_EQ(get(boost::edge_name, shown, shown.edge(edge)), relation);
      entering[shown.vertex(target)].push_back(edge);
    }
    for (std::uint32_t vertex = 0; vertex < entering.size(); ++vertex)
      EXPECT_THAT(shown.in_edges(vertex), ElementsAreArray(entering[vertex]));
  }
}

TEST(RelationGraph, RefusesToListIncomingEdgesThatItDoesNotHave) {
  const Graph graph = ring_with_tail();
  RelationOptions options;
  options.incoming = false;
  EXPECT_THROW(relations(graph, options).in_edges(0), std::logic_error);
}

TEST(RelationGraph, KeepsParallelFactsAsEdgesInTheOrderOfWhatTheySay) {
  Graph graph;
  TermTable& terms = graph.terms();
  const Statement war{terms.intern_iri("a:"), terms.intern_iri("r:fought"), terms.intern_iri("b:")};
  const auto fact = [&](std::string_view year, Modality modality = Modality::asserted) {
    return graph.add_fact(war, {.time = terms.intern(TermView::literal(year)), .modality = modality});
  };
  const FactId second = fact("2020"), first = fact("1992"), denied = fact("2016", Modality::denied);
  relate(graph, "a:", "b:", "r:borders");
  const RelationGraph shown = relations(graph);
  EXPECT_THAT(edge_texts(shown), ElementsAre("a: r:borders b:", "a: r:fought b:", "a: r:fought b:"));
  EXPECT_EQ(shown.premise(0).fact, FactId::none);
  EXPECT_EQ(shown.premise(1).fact, first);
  EXPECT_EQ(shown.premise(2).fact, second);
  const RelationGraph claims = relations(graph, {.view = {.claims = true}, .hidden = {}});
  ASSERT_EQ(num_edges(claims), 4U);
  EXPECT_EQ(claims.premise(2).fact, denied);
}

TEST(RelationGraph, GivesABareStatementAnEdgeOnlyWhereNoFactIsOne) {
  Graph graph;
  const StatementId bare = relate(graph, "a:", "b:");
  const Statement statement = graph.statement(bare);
  EXPECT_THAT(edge_facts(graph, bare, {}), ElementsAre(FactId::none));
  const FactId denied = graph.add_fact(statement, {.modality = Modality::denied});
  EXPECT_THAT(edge_facts(graph, bare, {}), ElementsAre(FactId::none));
  EXPECT_THAT(edge_facts(graph, bare, {.claims = true}), ElementsAre(FactId::none, denied));
  const FactId asserted = graph.add_fact(statement, {});
  EXPECT_THAT(edge_facts(graph, bare, {}), ElementsAre(asserted));
}

TEST(RelationGraph, LeavesOutWhatOnlyHiddenFactsSpeakOf) {
  Graph graph;
  TermTable& terms = graph.terms();
  const Statement statement{terms.intern_iri("a:"), terms.intern_iri("r:fought"), terms.intern_iri("b:")};
  graph.add_fact(statement, {.modality = Modality::denied});
  EXPECT_EQ(num_vertices(relations(graph)), 0U);
}

TEST(RelationGraph, ShowsDerivedRelationsAsAsked) {
  Graph graph;
  const StatementId derived = relate(graph, "a:", "b:");
  graph.add_derivation({.conclusion = {derived}, .rule = graph.terms().intern_iri("rule:"), .premises = {}});
  const auto edges_with = [&](Derived shown) {
    return num_edges(relations(graph, {.view = {.derived = shown}, .hidden = {}}));
  };
  EXPECT_EQ(edges_with(Derived::none), 0U);
  EXPECT_EQ(edges_with(Derived::relations), 0U);
  EXPECT_EQ(edges_with(Derived::all), 1U);
}

TEST(RelationGraph, IsTheSameInWhateverOrderItWasBuilt) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; j += i % 3 + 1) pairs.emplace_back("n:" + std::to_string(i), "n:" + std::to_string(j));
  Graph forward, backward;
  for (auto at = pairs.begin(); at != pairs.end(); ++at)
    for (const char* relation : {"r:a", "r:b"}) relate(forward, at->first, at->second, relation);
  for (auto at = pairs.rbegin(); at != pairs.rend(); ++at)
    for (const char* relation : {"r:b", "r:a"}) relate(backward, at->first, at->second, relation);
  EXPECT_EQ(names(relations(forward)), names(relations(backward)));
  EXPECT_EQ(edge_texts(relations(forward)), edge_texts(relations(backward)));
}

TEST(RelationGraph, IsEmptyForAnEmptyGraph) {
  const Graph graph;
  const RelationGraph none = relations(graph);
  EXPECT_EQ(num_vertices(none), 0U);
  EXPECT_EQ(num_edges(none), 0U);
}

TEST(BoostGraph, SearchesBreadthFirst) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  std::vector<int> distance(num_vertices(shown), -1);
  distance[shown.vertex("a:")] = 0;
  boost::breadth_first_search(
      shown, shown.vertex("a:"),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  EXPECT_THAT(distance, ElementsAre(0, 1, 2, 3, 4, -1));
}

TEST(BoostGraph, FindsStrongComponents) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  std::vector<int> component(num_vertices(shown));
  const int count = boost::strong_components(
      shown, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, shown)));
  EXPECT_EQ(count, 4);
  EXPECT_EQ(component[0], component[1]);
  EXPECT_EQ(component[1], component[2]);
  EXPECT_NE(component[2], component[3]);
  EXPECT_NE(component[3], component[4]);
}

TEST(BoostGraph, SortsTopologically) {
  Graph graph;
  for (const auto& [from, to] : {std::pair("coat:", "scarf:"),
                                 {"shirt:", "coat:"},
                                 {"socks:", "shoes:"},
                                 {"shirt:", "tie:"},
                                 {"tie:", "coat:"},
                                 {"trousers:", "shoes:"}})
    relate(graph, from, to, "r:before");
  const RelationGraph shown = relations(graph);
  std::vector<std::uint32_t> reversed;
  boost::topological_sort(shown, std::back_inserter(reversed));
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < reversed.size(); ++i)
    place[std::string(get(boost::vertex_name, shown, reversed[reversed.size() - 1 - i]))] = i;
  EXPECT_EQ(place.size(), 7U);
  for (auto [at, end] = edges(shown); at != end; ++at)
    EXPECT_LT(place[std::string(get(boost::vertex_name, shown, source(*at, shown)))],
              place[std::string(get(boost::vertex_name, shown, target(*at, shown)))]);
}

TEST(BoostGraph, RefusesToSortACircleTopologically) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  std::vector<std::uint32_t> reversed;
  EXPECT_THROW(boost::topological_sort(shown, std::back_inserter(reversed)), boost::not_a_dag);
}

// Two nodes cite each other and a third cites one of them. With damping 0.85 and Boost's scale (ranks
// of n nodes add up to n where every node cites) the fixed point solves
//   c = 0.15,  b = 0.15 + 0.85 a,  a = 0.15 + 0.85 b + 0.85 c.
TEST(BoostGraph, RanksPages) {
  Graph graph;
  relate(graph, "a:", "b:");
  relate(graph, "b:", "a:");
  relate(graph, "c:", "a:");
  const RelationGraph shown = relations(graph);
  std::vector<double> rank(num_vertices(shown));
  boost::graph::page_rank(shown, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, shown)),
                          boost::graph::n_iterations(200));
  const double c = 0.15;
  const double a = (0.15 + 0.85 * 0.15 + 0.85 * c) / (1 - 0.85 * 0.85);
  EXPECT_NEAR(rank[0], a, 1e-9);
  EXPECT_NEAR(rank[1], 0.15 + 0.85 * a, 1e-9);
  EXPECT_NEAR(rank[2], c, 1e-9);
}

TEST(BoostGraph, MeasuresBetweenness) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  std::vector<double> centrality(num_vertices(shown));
  boost::brandes_betweenness_centrality(
      shown, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, shown)));
  // Shortest paths with an inner node: a-c, a-d, a-e through b; a-d, a-e, b-a, b-d, b-e through c;
  // c-b through a; a-e, b-e, c-e through d.
  EXPECT_THAT(centrality, ElementsAre(1, 3, 5, 3, 0, 0));
}

TEST(BoostGraph, FindsConnectedComponents) {
  const Graph graph = ring_with_tail();
  const RelationGraph shown = relations(graph);
  std::vector<int> component(num_vertices(shown));
  EXPECT_EQ(boost::connected_components(undirected(shown), component.data()), 2);
  EXPECT_THAT(component, ElementsAre(0, 0, 0, 0, 0, 1));
}

TEST(BoostGraph, SeesUndirectedEdgesFromBothEnds) {
  Graph graph;
  relate(graph, "a:", "b:");
  relate(graph, "b:", "b:");
  const RelationGraph shown = relations(graph);
  const UndirectedRelations both = undirected(shown);
  EXPECT_EQ(degree(0, both), 1U);
  EXPECT_EQ(degree(1, both), 3U);
  EXPECT_EQ(num_edges(both), 2U);
  for (auto [at, end] = out_edges(1, both); at != end; ++at) EXPECT_EQ(source(*at, both), 1U);
  const auto [first, last] = adjacent_vertices(1, both);
  EXPECT_THAT(std::vector<std::uint32_t>(first, last), ElementsAre(1, 0, 1));
}

TEST(BoostGraph, ListsTermsAndStatementsOfTheGraphItself) {
  const Graph graph = ring_with_tail();
  EXPECT_EQ(num_vertices(graph), graph.terms().size());
  EXPECT_EQ(num_edges(graph), 7U);
  const auto [first, last] = edges(graph);
  EXPECT_EQ(graph.terms().text(source(*first, graph)), "c:");
  EXPECT_EQ(graph.terms().text(target(*first, graph)), "a:");
  EXPECT_EQ(get(boost::vertex_index, graph, *vertices(graph).first), 0U);
}

}  // namespace
}  // namespace graphwright
