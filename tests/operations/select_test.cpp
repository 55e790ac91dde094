#include "graphwright/select.hpp"

#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/name_book.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_facts.hpp"

namespace graphwright {
namespace {

TermId term(const Graph& graph, std::string_view local) {
  return graph.terms().find_iri("http://example.org/" + std::string(local));
}

/// The local names of the nodes that were selected, in their order.
std::string nodes(const PropertyGraph& view, const Selected& selected) {
  std::string names;
  for (std::uint32_t node = 0; node < view.node_count(); ++node)
    if (selected.nodes[node]) names += short_name(view.graph().terms().text(view.resource(node)));
  return names;
}

const std::string_view chain = ":a :p :b .\n:b :q :c .\n:d :p :c .\n:d :p :e .\n:f :p :g .\n:a :q :h .\n:h :q :c .\n";

TEST(Select, StepsLeadInBothDirections) {
  const Graph graph = graph_of(chain);
  const PropertyGraph view(graph, {});
  EXPECT_EQ(nodes(view, choose(view, {}, Claims::copied)), "abcdefgh");
  EXPECT_EQ(nodes(view, choose(view, {.near = {term(graph, "c")}, .steps = 0}, Claims::copied)), "c");
  EXPECT_EQ(nodes(view, choose(view, {.near = {term(graph, "c")}, .steps = 1}, Claims::copied)), "bcdh");
  EXPECT_EQ(nodes(view, choose(view, {.near = {term(graph, "c"), term(graph, "f")}, .steps = 2}, Claims::copied)),
            "abcdefgh");
}

TEST(Select, PathsAreTheShortestOnes) {
  const Graph graph = graph_of(chain);
  const PropertyGraph view(graph, {});
  const auto between = [&](std::string_view a, std::string_view b) {
    return choose(view, {.path = std::pair(term(graph, a), term(graph, b))}, Claims::copied);
  };
  EXPECT_EQ(nodes(view, between("a", "e")), "abcdeh");
  EXPECT_EQ(between("a", "e").edge_count, 6U);
  EXPECT_EQ(nodes(view, between("a", "b")), "ab");
  EXPECT_EQ(nodes(view, between("a", "f")), "");
  EXPECT_EQ(nodes(view, between("a", "a")), "a");
  EXPECT_EQ(steps_of_path(view, between("a", "e"), view.node(term(graph, "a"))).size(), 4U);
}

TEST(Select, ConditionsAddUp) {
  const Graph graph = graph_of(chain);
  const PropertyGraph view(graph, {});
  EXPECT_EQ(nodes(view, choose(view, {.relations = {term(graph, "q")}}, Claims::copied)), "abch");
  EXPECT_EQ(nodes(view, choose(view, {.relations = {term(graph, "q")}, .near = {term(graph, "c")}}, Claims::copied)),
            "bch");
  EXPECT_EQ(nodes(view, choose(view, {.relations = {term(graph, "p")}, .largest_component = true}, Claims::copied)),
            "cde");
}

Graph dated() {
  Graph graph;
  const auto add = [&](std::string_view object, std::string_view time, std::string_view source, float confidence) {
    Fact fact;
    if (!time.empty()) fact.time = graph.terms().intern(TermView::literal(time, iri::edtf));
    Evidence evidence{.fact = graph.add_fact(
                          {term_of(graph, ":a"), term_of(graph, ":p"), term_of(graph, object), TermId::none}, fact)};
    evidence.source = term_of(graph, source);
    evidence.confidence = confidence;
    graph.add_evidence(evidence);
  };
  add(":b", "2020", ":s", 0.9F);
  add(":c", "2021/2023", ":t", 0.5F);
  add(":d", "", ":s", -1);
  add_lines(graph, ":a :p :e .\n:s :title \"S\" .\n");
  return graph;
}

TEST(Select, ByTimeSourceAndConfidence) {
  const Graph graph = dated();
  const PropertyGraph view(graph, {});
  EXPECT_EQ(nodes(view, choose(view, {.time = parse_time("2020-06").span}, Claims::copied)), "ab");
  EXPECT_EQ(nodes(view, choose(view, {.time = parse_time("2020/2021").span}, Claims::copied)), "abc");
  EXPECT_EQ(nodes(view, choose(view, {.sources = {term(graph, "s")}}, Claims::copied)), "abd");
  EXPECT_EQ(nodes(view, choose(view, {.confidence = 0.6F}, Claims::copied)), "ab");
  const Graph part = copy_selected(view, choose(view, {.sources = {term(graph, "s")}}, Claims::copied));
  EXPECT_EQ(part.facts().size(), 2U);
  EXPECT_NE(part.find({term(part, "s"), term(part, "title"), part.terms().find(TermView::literal("S")), TermId::none}),
            StatementId::none);
  EXPECT_EQ(part.terms().find_iri("http://example.org/e"), TermId::none);
}

TEST(Select, GivesASubgraph) {
  std::mt19937 random(20221107);
  for (int round = 0; round < 200; ++round) {
    const Graph graph = random_facts(random);
    const PropertyGraph view(graph, {});
    if (view.node_count() == 0) continue;
    Selection selection{.near = {view.resource(static_cast<std::uint32_t>(random() % view.node_count()))}};
    selection.steps = static_cast<std::uint32_t>(random() % 3);
    selection.largest_component = random() % 2 == 0;
    const Selected selected = choose(view, selection, Claims::copied);
    const Graph part = copy_selected(view, selected);
    ASSERT_LE(part.facts().size(), graph.facts().size());
    for (std::uint32_t row = 0; row < part.statement_count(); ++row) {
      const Statement one = part.statement(StatementId{row});
      const auto in_whole = [&](TermId id) { return graph.terms().find(part.view(id)); };
      const StatementId whole =
          graph.find({in_whole(one.subject), in_whole(one.predicate), in_whole(one.object), in_whole(one.graph)});
      ASSERT_NE(whole, StatementId::none) << "round " << round;
      ASSERT_TRUE(graph.is_stated(whole) || !part.is_stated(StatementId{row}));
      ASSERT_LE(part.facts_of(StatementId{row}).size(), graph.facts_of(whole).size());
    }
    const PropertyGraph shown(part, {});
    EXPECT_EQ(shown.edge_count(), selected.edge_count) << "round " << round;
  }
}

TEST(NameBook, FindsByEachKindOfName) {
  PrefixMap prefixes;
  prefixes.add("ex", "http://example.org/");
  NameBook book(prefixes, "http://example.org/base/");
  book.add("http://example.org/a", "Armenia");
  book.add("http://example.org/base/a", "Another");
  book.add("http://example.org/b#c", "Armenia");
  book.add_blank("b0", "No name");
  EXPECT_EQ(book.find("http://example.org/a").name, "http://example.org/a");
  EXPECT_EQ(book.find("<http://example.org/a>").name, "http://example.org/a");
  EXPECT_EQ(book.find("ex:a").name, "http://example.org/a");
  EXPECT_EQ(book.find("a").name, "http://example.org/base/a");
  EXPECT_EQ(book.find("c").name, "http://example.org/b#c");
  EXPECT_EQ(book.find("another").name, "http://example.org/base/a");
  EXPECT_EQ(book.find("No name").name, "_:b0");
  EXPECT_EQ(book.find("_:b0").name, "_:b0");
  EXPECT_EQ(book.find("Armenia").candidates.size(), 2U);
  EXPECT_EQ(book.find("Armenja").suggestion, "Armenia");
  EXPECT_EQ(book.find("something else").name, "");
}

}  // namespace
}  // namespace graphwright
