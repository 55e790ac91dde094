#include "graphwright/isomorphism.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/canonicalize.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_graph.hpp"

namespace graphwright {
namespace {

Sameness compare(std::string_view a, std::string_view b) { return find_isomorphism(graph_of(a), graph_of(b)).sameness; }

TEST(Isomorphism, GroundGraphsAreComparedAsSets) {
  EXPECT_EQ(compare("", ""), Sameness::same);
  EXPECT_EQ(compare(":a :p :b .\n:a :p \"x\"@en .\n", ":a :p \"x\"@EN .\n:a :p :b .\n"), Sameness::same);
  EXPECT_EQ(compare(":a :p :b .\n", ":a :p :c .\n"), Sameness::different);
  EXPECT_EQ(compare(":a :p :b .\n", ":a :p :b :g .\n"), Sameness::different);
  EXPECT_EQ(compare(":a :p :b .\n", ":a :p :b .\n:a :p :c .\n"), Sameness::different);
}

TEST(Isomorphism, BlankNodesAreRenamedFreely) {
  EXPECT_EQ(compare("_:a :p _:b .\n_:b :q \"1\" .\n", "_:b :p _:a .\n_:a :q \"1\" .\n"), Sameness::same);
  EXPECT_EQ(compare("_:a :p _:a .\n", "_:a :p _:b .\n"), Sameness::different);
  EXPECT_EQ(compare("_:a :p :x _:g .\n", "_:g :p :x _:a .\n"), Sameness::same);
  EXPECT_EQ(compare("_:a :p :x _:a .\n", "_:g :p :x _:a .\n"), Sameness::different);
}

TEST(Isomorphism, SaysWhichBlankNodeTakesWhosePlace) {
  const Graph a = graph_of("_:x :name \"x\" .\n_:y :knows _:x .\n");
  const Graph b = graph_of("_:m :knows _:n .\n_:n :name \"x\" .\n");
  const Isomorphism result = find_isomorphism(a, b);
  ASSERT_EQ(result.blank_nodes.size(), 2U);
  EXPECT_EQ(a.terms().text(result.blank_nodes[0].first), "x");
  EXPECT_EQ(b.terms().text(result.blank_nodes[0].second), "n");
  EXPECT_EQ(b.terms().text(result.blank_nodes[1].second), "m");
}

TEST(Isomorphism, OneRingIsNotTwo) {
  std::string one;
  std::string two;
  for (int i = 0; i < 6; ++i) {
    one += fmt::format("_:n{} :next _:n{} .\n", i, (i + 1) % 6);
    two += fmt::format("_:n{} :next _:n{} .\n", i, i / 3 * 3 + (i + 1) % 3);
  }
  EXPECT_EQ(compare(one, two), Sameness::different);
  EXPECT_EQ(compare(one, one), Sameness::same);
  EXPECT_EQ(compare(two, two), Sameness::same);
}

TEST(Isomorphism, ManyEqualBlankNodesAreCheap) {
  std::string twins;
  std::string leaves;
  for (int i = 0; i < 20000; ++i) {
    twins += fmt::format("_:a{0} :p _:b{0} .\n_:b{0} :q \"x\" .\n", i);
    leaves += fmt::format("_:hub :p _:leaf{} .\n", i);
  }
  EXPECT_EQ(compare(twins, twins), Sameness::same);
  EXPECT_EQ(compare(leaves, leaves), Sameness::same);
  EXPECT_EQ(compare(twins, twins + "_:b0 :q \"y\" .\n"), Sameness::different);
}

TEST(Isomorphism, LongRingsNeedNoDeepStack) {
  std::string ring;
  std::string other;
  for (int i = 0; i < 20000; ++i) {
    ring += fmt::format("_:a{} :next _:a{} .\n", i, (i + 1) % 20000);
    other += fmt::format("_:a{} :next _:a{} .\n", (i + 7) % 20000, (i + 8) % 20000);
  }
  EXPECT_EQ(compare(ring, other), Sameness::same);
}

TEST(Isomorphism, TripleTermsWithBlankNodes) {
  const std::string says = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";
  EXPECT_EQ(compare("_:r " + says + " <<( _:a :p <<( _:a :q _:b )>> )>> .\n_:a :name \"a\" .\n",
                    "_:x " + says + " <<( _:b :p <<( _:b :q _:a )>> )>> .\n_:b :name \"a\" .\n"),
            Sameness::same);
  EXPECT_EQ(compare("_:r " + says + " <<( _:a :p <<( _:a :q _:b )>> )>> .\n_:a :name \"a\" .\n",
                    "_:r " + says + " <<( _:a :p <<( _:b :q _:a )>> )>> .\n_:a :name \"a\" .\n"),
            Sameness::different);
}

/// A fact of `:a :p _:b` with a time and one quote.
Graph with_fact(const std::string& label, const std::string& time, const std::string& quote) {
  Graph graph;
  const Statement one{term_of(graph, ":a"), term_of(graph, ":p"), term_of(graph, "_:" + label), TermId::none};
  Fact fact;
  fact.time = graph.terms().intern(TermView::literal(time, iri::edtf));
  Evidence evidence{.fact = graph.add_fact(one, fact)};
  evidence.source = term_of(graph, ":source");
  evidence.quote = graph.terms().intern(TermView::literal(quote));
  graph.add_evidence(evidence);
  return graph;
}

TEST(Isomorphism, FactsAndEvidenceCount) {
  const Graph a = with_fact("x", "2020", "said so");
  EXPECT_TRUE(is_isomorphic(a, with_fact("y", "2020", "said so")));
  EXPECT_FALSE(is_isomorphic(a, with_fact("x", "2021", "said so")));
  EXPECT_FALSE(is_isomorphic(a, with_fact("x", "2020", "said not")));
  EXPECT_FALSE(is_isomorphic(a, graph_of(":a :p _:x .\n")));
}

TEST(Isomorphism, GivesUpAtItsLimit) {
  std::string a;
  std::string b;
  for (int i = 0; i < 40; ++i) {
    a += fmt::format("_:n{} :p _:n{} .\n", i, (i + 1) % 40);
    b += fmt::format("_:m{} :p _:m{} .\n", i, (i + 3) % 40);
  }
  EXPECT_EQ(find_isomorphism(graph_of(a), graph_of(b), 60).sameness, Sameness::undecided);
  EXPECT_EQ(find_isomorphism(graph_of(a), graph_of(b)).sameness, Sameness::same);
}

// Two ways that share no code: what has one canonical form is the same, and nothing else.
TEST(Isomorphism, AgreesWithCanonicalForms) {
  std::mt19937 random(20221107);
  int same = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::vector<std::string> lines = random_lines(random);
    std::vector<std::string> other = renamed(lines, random);
    if (round % 2 == 1) other.back() = random_lines(random).front();
    const Graph a = graph_of(joined(lines));
    const Graph b = graph_of(joined(other));
    const bool has_one_form = canonicalize(a).nquads == canonicalize(b).nquads;
    same += has_one_form ? 1 : 0;
    ASSERT_EQ(is_isomorphic(a, b), has_one_form) << joined(lines) << "---\n" << joined(other);
  }
  EXPECT_GT(same, 1500);
  EXPECT_LT(same, 2500);
}

}  // namespace
}  // namespace graphwright
