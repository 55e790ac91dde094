#include "graphwright/blank_node_names.hpp"

#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/canonicalize.hpp"
#include "graphwright/isomorphism.hpp"

#include "quads.hpp"
#include "random_graph.hpp"

namespace graphwright {
namespace {

constexpr std::string_view base = "https://example.org/news/";

std::string named(std::string_view lines, std::string_view at = base) {
  Graph graph = graph_of(lines);
  const auto refusal = name_blank_nodes(graph, at);
  return refusal ? "refused: " + refusal->message : canonicalize(graph).nquads;
}

TEST(BlankNodeNames, FollowFromWhatIsSaid) {
  EXPECT_EQ(
      named("_:x :name \"x\" .\n"),
      "<https://example.org/.well-known/genid/7f43b03819fe29374ecfe239a1307b8e> <http://example.org/name> \"x\" .\n");
  EXPECT_EQ(named("_:x :name \"x\" .\n"), named("_:other :name \"x\" .\n"));
  EXPECT_NE(named("_:x :name \"x\" .\n"), named("_:x :name \"y\" .\n"));
}

TEST(BlankNodeNames, WithoutAnAuthorityTheyAreOurs) {
  const std::string line = named("_:x :name \"x\" .\n", "urn:example:");
  EXPECT_EQ(line.substr(0, 38), "<https://w3id.org/graphwright/id/blank");
}

TEST(BlankNodeNames, OtherStatementsDoNotChangeThem) {
  const std::string one = "_:a :p _:b .\n_:b :q \"1\" .\n";
  const std::string both = named(one + "_:c :q \"2\" .\n:d :p _:e .\n");
  const std::string alone = named(one);
  for (std::size_t at = 0; at < alone.size(); at = alone.find('\n', at) + 1)
    EXPECT_NE(both.find(alone.substr(at, alone.find('\n', at) - at)), std::string::npos);
}

TEST(BlankNodeNames, EqualGroupsStayApart) {
  const std::string text = named("_:a :q \"1\" .\n_:b :q \"1\" .\n_:c :q \"1\" .\n");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_EQ(text, named("_:z :q \"1\" .\n_:y :q \"1\" .\n_:x :q \"1\" .\n"));
}

TEST(BlankNodeNames, DoNotDependOnLabelsAndOrder) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const std::vector<std::string> lines = random_lines(random);
    ASSERT_EQ(named(joined(lines)), named(joined(renamed(lines, random)))) << joined(lines);
  }
}

TEST(BlankNodeNames, CoverTripleTermsFactsAndNodes) {
  Graph graph = graph_of("_:r :says <<( _:a :p _:b )>> .\n");
  Fact fact;
  fact.place = term_of(graph, "_:place");
  const FactId id = graph.add_fact({term_of(graph, ":a"), term_of(graph, ":p"), term_of(graph, ":b")}, fact,
                                   {.file = FileId{0}, .line = 4, .column = 2});
  graph.add_evidence({.fact = id, .source = term_of(graph, "_:source")});
  graph.add_node(term_of(graph, "_:lone"));
  ASSERT_FALSE(name_blank_nodes(graph, base));
  std::set<std::string> names;
  for (std::uint32_t row = 0; row < graph.terms().size(); ++row) {
    const TermView term = graph.view(TermId{row});
    EXPECT_FALSE(term.is_blank()) << term.text;
    if (term.is_iri() && term.text.find("genid") != std::string_view::npos) names.emplace(term.text);
  }
  EXPECT_EQ(names.size(), 6U);
  ASSERT_EQ(graph.facts().size(), 1U);
  EXPECT_EQ(graph.location(FactId{0}).line, 4U);
  EXPECT_TRUE(graph.view(graph.evidence()[0].source).is_iri());
}

TEST(BlankNodeNames, PoisonLeavesTheGraphAsItIs) {
  std::string lines;
  for (int from = 0; from < 9; ++from)
    for (int to = 0; to < 9; ++to)
      if (from != to) lines += fmt::format("_:e{} :p _:e{} .\n", from, to);
  Graph graph = graph_of(lines);
  const auto refusal = name_blank_nodes(graph, base, {.work_limit = 10000});
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, "canonicalize-work-limit");
  EXPECT_TRUE(is_isomorphic(graph, graph_of(lines)));
}

}  // namespace
}  // namespace graphwright
