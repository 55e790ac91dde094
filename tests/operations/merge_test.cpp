#include "graphwright/merge.hpp"

#include <random>

#include <gtest/gtest.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/isomorphism.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_facts.hpp"
#include "random_graph.hpp"

namespace graphwright {
namespace {

const std::string same_as = "<http://www.w3.org/2002/07/owl#sameAs>";
const std::string type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

Graph merged(const Graph& a, const Graph& b) {
  Graph result;
  EXPECT_FALSE(add_graph(a, "a", result));
  EXPECT_FALSE(add_graph(b, "b", result));
  return result;
}

Graph joined_by(std::string_view lines, std::string_view axioms = "") {
  Graph graph = graph_of(lines);
  Diagnostics diagnostics;
  join_resources(graph, graph_of(axioms), diagnostics);
  return graph;
}

TEST(Merge, WithItselfIsItself) {
  std::mt19937 random(20221107);
  for (int round = 0; round < 100; ++round) {
    const Graph facts = random_facts(random);
    ASSERT_TRUE(is_isomorphic(merged(facts, facts), facts)) << "round " << round;
    const std::string lines = joined(random_lines(random));
    ASSERT_TRUE(is_isomorphic(merged(graph_of(lines), graph_of(lines)), graph_of(lines))) << lines;
  }
}

TEST(Merge, TheOrderOfInputsMakesNoDifference) {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    const Graph a = random_facts(random);
    const Graph b = random_facts(random);
    ASSERT_TRUE(is_isomorphic(merged(a, b), merged(b, a))) << "round " << round;
  }
}

TEST(Merge, KeepsDifferentBlankNodesApart) {
  const Graph result = merged(graph_of("_:x :p \"1\" .\n_:y :p \"2\" .\n"), graph_of("_:x :p \"2\" .\n_:z :q :a .\n"));
  EXPECT_TRUE(is_isomorphic(result, graph_of("_:x :p \"1\" .\n_:y :p \"2\" .\n_:z :q :a .\n")));
}

TEST(Merge, LinksMakeOneResource) {
  EXPECT_TRUE(is_isomorphic(joined_by(":b :p \"1\" .\n:a :q :b .\n:a " + same_as + " :b .\n:b " + same_as + " :c .\n"),
                            graph_of(":a :p \"1\" .\n:a :q :a .\n:a " + same_as + " :b .\n:a " + same_as + " :c .\n")));
}

TEST(Merge, ANameOfWhichSomethingIsSaidStays) {
  EXPECT_TRUE(is_isomorphic(joined_by(":z :p \"1\" .\n:z " + same_as + " :a .\n"),
                            graph_of(":z :p \"1\" .\n:z " + same_as + " :a .\n")));
  EXPECT_TRUE(is_isomorphic(joined_by("_:z :p \"1\" .\n_:z " + same_as + " :a .\n"), graph_of(":a :p \"1\" .\n")));
}

TEST(Merge, KeysMakeOneResource) {
  const std::string inverse = ":mail " + type + " <http://www.w3.org/2002/07/owl#InverseFunctionalProperty> .\n";
  EXPECT_TRUE(is_isomorphic(joined_by("_:x :mail \"m\" .\n_:x :p \"1\" .\n:a :mail \"m\" .\n", inverse),
                            graph_of(":a :mail \"m\" .\n:a :p \"1\" .\n")));
  // What is made one makes more equal: the owners of one mailbox, then those of one house.
  EXPECT_TRUE(is_isomorphic(
      joined_by(":h1 :mail :m1 .\n:h2 :mail :m2 .\n:m1 :mail \"m\" .\n:m2 :mail \"m\" .\n", inverse),
      graph_of(":h1 :mail :m1 .\n:m1 :mail \"m\" .\n:h1 " + same_as + " :h2 .\n:m1 " + same_as + " :m2 .\n")));
  const std::string key = ":Person <http://www.w3.org/2002/07/owl#hasKey> _:k .\n_:k " +
                          std::string("<http://www.w3.org/1999/02/22-rdf-syntax-ns#first> :name .\n") +
                          "_:k <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l .\n" +
                          "_:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> :born .\n" +
                          "_:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> "
                          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n" +
                          ":Minister <http://www.w3.org/2000/01/rdf-schema#subClassOf> :Person .\n";
  const std::string people =
      ":a " + type + " :Person .\n:b " + type + " :Minister .\n:a :name \"n\" .\n:b :name \"n\" .\n";
  EXPECT_TRUE(is_isomorphic(joined_by(people + ":a :born \"1\" .\n:b :born \"2\" .\n", key),
                            graph_of(people + ":a :born \"1\" .\n:b :born \"2\" .\n")));
  EXPECT_TRUE(is_isomorphic(joined_by(people + ":a :born \"1\" .\n:b :born \"1\" .\n", key),
                            graph_of(":a " + type + " :Person .\n:a " + type +
                                     " :Minister .\n:a :name \"n\" .\n:a :born \"1\" .\n:a " + same_as + " :b .\n")));
}

/// A fact of two resources with one quote.
void add_quoted(Graph& graph, std::string_view subject, std::string_view object, std::string_view quote) {
  Fact fact;
  fact.time = graph.terms().intern(TermView::literal("2022", iri::edtf));
  Evidence evidence{.fact = graph.add_fact(
                        {term_of(graph, subject), term_of(graph, ":met"), term_of(graph, object), TermId::none}, fact)};
  evidence.source = term_of(graph, ":source");
  evidence.quote = graph.terms().intern(TermView::literal(quote));
  graph.add_evidence(evidence);
}

TEST(Merge, EqualFactsGainTheEvidenceOfBoth) {
  Graph a;
  add_quoted(a, ":a", ":b", "first");
  Graph b = graph_of(":c " + same_as + " :a .\n");
  add_quoted(b, ":c", ":b", "second");
  Graph result = merged(a, b);
  Diagnostics diagnostics;
  const JoinCounts counts = join_resources(result, Graph(), diagnostics);
  EXPECT_EQ(counts.same_as, 1U);
  EXPECT_EQ(result.facts().size(), 1U);
  EXPECT_EQ(result.evidence().size(), 2U);
}

TEST(Merge, SymmetricFactsKeepTheirOrder) {
  const std::string symmetric = ":met " + type + " <http://www.w3.org/2002/07/owl#SymmetricProperty> .\n";
  Graph graph = graph_of(":x " + same_as + " :a .\n:a :p \"1\" .\n");
  add_quoted(graph, ":b", ":x", "first");
  add_quoted(graph, ":a", ":b", "second");
  Diagnostics diagnostics;
  join_resources(graph, graph_of(symmetric), diagnostics);
  EXPECT_EQ(graph.facts().size(), 1U);
  EXPECT_EQ(graph.evidence().size(), 2U);
}

TEST(Merge, TwoValuesOfAFunctionalPropertyAreReported) {
  const std::string functional = ":born " + type + " <http://www.w3.org/2002/07/owl#FunctionalProperty> .\n";
  Graph graph = graph_of(":a :born \"1\" .\n:b :born \"2\" .\n:a " + same_as + " :b .\n:c :born \"3\" .\n");
  Diagnostics diagnostics;
  EXPECT_EQ(join_resources(graph, graph_of(functional), diagnostics).conflicts, 1U);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].code, "merge-conflict");
  EXPECT_EQ(diagnostics.all()[0].message,
            "<http://example.org/a> has one <http://example.org/born> at a time, but two are stated: \"1\" and \"2\"");
  EXPECT_EQ(graph.statement_count(), 4U);
}

}  // namespace
}  // namespace graphwright
