#include "graphwright/canonicalize.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "quads.hpp"

namespace graphwright {
namespace {

std::string nquads_of(std::string_view lines, CanonicalizeOptions options = {}) {
  const Canonical result = canonicalize(graph_of(lines), options);
  return result.refusal ? "refused: " + result.refusal->message : result.nquads;
}

/// Every blank node tied to every other: the graph that makes the algorithm try all orders.
std::string clique(int size) {
  std::string lines;
  for (int from = 0; from < size; ++from)
    for (int to = 0; to < size; ++to)
      if (from != to) lines += fmt::format("_:e{} :p _:e{} .\n", from, to);
  return lines;
}

TEST(Canonicalize, GroundStatementsAreSortedByLine) {
  EXPECT_EQ(
      nquads_of("<http://a/b> :p \"b\" .\n<http://a> :p \"a\" :g .\n<http://a> :p \"a\" .\n<http://a> :p \"a\"@en .\n"),
      "<http://a/b> <http://example.org/p> \"b\" .\n"
      "<http://a> <http://example.org/p> \"a\" .\n"
      "<http://a> <http://example.org/p> \"a\" <http://example.org/g> .\n"
      "<http://a> <http://example.org/p> \"a\"@en .\n");
}

TEST(Canonicalize, NothingGivesNothing) { EXPECT_EQ(nquads_of(""), ""); }

TEST(Canonicalize, BlankNodesToldApartByTheirOwnQuads) {
  EXPECT_EQ(nquads_of(":p :q _:x .\n:p :r _:y .\n_:x :s :u .\n_:y :t :u .\n"),
            nquads_of("_:b :t :u .\n_:a :s :u .\n:p :r _:b .\n:p :q _:a .\n"));
}

TEST(Canonicalize, LabelsSayWhatBecameOfEachBlankNode) {
  const Canonical result = canonicalize(graph_of("_:x :next _:y .\n_:y :name \"y\" .\n"));
  ASSERT_EQ(result.labels.size(), 2U);
  EXPECT_EQ(result.nquads,
            fmt::format("_:{1} <http://example.org/name> \"y\" .\n_:{0} <http://example.org/next> _:{1} .\n",
                        result.labels.at("x"), result.labels.at("y")));
}

TEST(Canonicalize, BlankNodesAlikeInAllNamesGiveOneText) {
  const std::string ring = "_:a :next _:b .\n_:b :next _:c .\n_:c :next _:a .\n";
  const std::string turned = "_:q :next _:r .\n_:r :next _:p .\n_:p :next _:q .\n";
  EXPECT_EQ(nquads_of(ring), nquads_of(turned));
  EXPECT_NE(nquads_of(ring), nquads_of("_:a :next _:b .\n_:b :next _:a .\n_:c :next _:c .\n"));
}

TEST(Canonicalize, GraphNamesAreBlankNodesToo) {
  EXPECT_EQ(nquads_of("_:a :p _:b _:g .\n_:b :p _:a .\n_:g :q \"1\" .\n"),
            nquads_of("_:g :p _:x _:y .\n_:y :q \"1\" .\n_:x :p _:g .\n"));
}

TEST(Canonicalize, TheSameTripleInTwoGraphs) {
  EXPECT_EQ(nquads_of("_:a :p _:b :g .\n_:a :p _:b :h .\n_:b :p _:a :g .\n_:b :p _:a :h .\n"),
            nquads_of("_:y :p _:x :h .\n_:x :p _:y :h .\n_:x :p _:y :g .\n_:y :p _:x :g .\n"));
}

TEST(Canonicalize, OtherHashGivesOtherLabels) {
  const std::string diamond = "_:a :p _:b .\n_:a :p _:c .\n_:b :q _:d .\n_:c :q _:d .\n";
  const std::string by_sha384 = nquads_of(diamond, {.hash = HashAlgorithm::sha384});
  EXPECT_EQ(by_sha384,
            nquads_of("_:4 :q _:1 .\n_:2 :p _:4 .\n_:2 :p _:3 .\n_:3 :q _:1 .\n", {.hash = HashAlgorithm::sha384}));
  EXPECT_NE(by_sha384, nquads_of(diamond));
}

TEST(Canonicalize, LongChainsOfAlikeBlankNodesNeedNoDeepStack) {
  std::string chain;
  for (int i = 0; i < 500; ++i) chain += fmt::format("_:b{} :next _:b{} .\n", i, i + 1);
  const Canonical result = canonicalize(graph_of(chain));
  ASSERT_FALSE(result.refusal) << result.refusal->message;
  EXPECT_EQ(result.labels.size(), 501U);
}

TEST(Canonicalize, PoisonIsRefusedAtTheWorkLimit) {
  EXPECT_EQ(nquads_of(clique(10)),
            "refused: its 10 blank nodes look too much alike: labelling them takes more than 2000000 steps, as in a "
            "graph made to exhaust the algorithm (--max-work raises the limit)");
  EXPECT_EQ(canonicalize(graph_of(clique(10))).refusal->code, "canonicalize-work-limit");
}

TEST(Canonicalize, SmallCliquesAreLabelled) { EXPECT_EQ(nquads_of(clique(5), {}).substr(0, 9), "_:c14n0 <"); }

TEST(Canonicalize, TripleTermsAreRefusedAtTheirPlace) {
  Graph graph;
  const TermId term = term_of(graph, "<<( :a :b :c )>>");
  graph.add_statement({term_of(graph, ":s"), term_of(graph, ":p"), term, TermId::none},
                      {.file = FileId{0}, .line = 7, .column = 3});
  const Canonical result = canonicalize(graph);
  ASSERT_TRUE(result.refusal);
  EXPECT_EQ(result.refusal->code, "canonicalize-triple-term");
  EXPECT_EQ(result.refusal->location.line, 7U);
  EXPECT_EQ(result.refusal->message,
            "RDFC-1.0 has no canonical form for triple terms; convert with --statements rdf11 or lift them first");
}

}  // namespace
}  // namespace graphwright
