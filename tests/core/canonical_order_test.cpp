#include "graphwright/canonical_order.hpp"

#include <gtest/gtest.h>

#include "graphwright/graph_builder.hpp"

namespace graphwright {
namespace {

/// A statement of IRIs, each one letter; the last is the graph.
StatementView quad(std::string_view letters) {
  const auto term = [&](std::size_t place) {
    return place < letters.size() ? TermView::iri(letters.substr(place, 1)) : TermView{};
  };
  return {term(0), term(1), term(2), term(3), {}};
}

Graph graph_of(const std::vector<std::string>& quads, GraphBuilder::Options options) {
  Graph graph;
  GraphBuilder builder(graph, options);
  for (const std::string& one : quads) builder.statements({{quad(one)}});
  return graph;
}

std::string text(const Graph& graph) {
  std::string text;
  const CanonicalLines canonical = canonical_lines(graph);
  for (const SubjectLines& one : canonical.subjects) {
    text += text.empty() ? "" : " ";
    text += graph.view(one.graph).text;
    text += graph.view(one.subject).text;
    for (std::uint32_t place = one.begin; place < one.end; ++place) {
      text += ',';
      text += graph.view(canonical.lines[place].predicate).text;
      text += graph.view(canonical.lines[place].object).text;
    }
  }
  return text;
}

TEST(CanonicalOrder, StandsBySubjectPredicateAndObject) {
  const std::vector<std::string> quads{"bpa", "aqc", "apc", "aqb"};
  EXPECT_EQ(text(graph_of(quads, {})), "a,pc,qb,qc b,pa");
  EXPECT_EQ(text(graph_of(quads, {.append = true})), "a,pc,qb,qc b,pa");
}

TEST(CanonicalOrder, StandsByGraphFirst) {
  const std::vector<std::string> quads{"bpah", "apbh", "apb", "apbg", "aqbg"};
  EXPECT_EQ(text(graph_of(quads, {})), "a,pb ga,pb,qb ha,pb hb,pa");
  EXPECT_EQ(text(graph_of(quads, {.append = true})), "a,pb ga,pb,qb ha,pb hb,pa");
}

TEST(CanonicalOrder, GivesTheFirstOfEqualStatements) {
  const std::vector<std::string> quads{"apb", "apbg", "apb", "apbg", "apb", "apa"};
  const Graph graph = graph_of(quads, {.append = true});
  EXPECT_EQ(graph.statement_count(), quads.size());
  EXPECT_EQ(text(graph), "a,pa,pb ga,pb");
  const CanonicalLines canonical = canonical_lines(graph);
  EXPECT_EQ(index(canonical.lines[1].id), 0U);
  EXPECT_EQ(index(canonical.lines[2].id), 1U);
}

TEST(GraphBuilder, FindsTheFirstOfAppendedStatementsOnceTheyAreIndexed) {
  Graph graph = graph_of({"apb", "apc", "apb"}, {.append = true});
  graph.index_statements();
  const TermId a = graph.terms().find_iri("a");
  const TermId p = graph.terms().find_iri("p");
  EXPECT_EQ(graph.find({a, p, graph.terms().find_iri("b")}), StatementId{0});
  EXPECT_EQ(graph.find({a, p, graph.terms().find_iri("c")}), StatementId{1});
  // Adding looks for equal ones as ever.
  GraphBuilder(graph).statements({{quad("apc")}});
  EXPECT_EQ(graph.statement_count(), 3U);
}

/// Many predicates share a place among the recent ones; each must keep its own id.
TEST(GraphBuilder, TellsPredicatesApartThatAreRecent) {
  std::vector<std::string> names;
  for (int number = 0; number < 500; ++number) names.push_back("p" + std::to_string(number * 7919 % 1000));
  std::vector<StatementView> batch;
  for (int round = 0; round < 3; ++round)
    for (const std::string& name : names)
      batch.push_back({TermView::iri("s"), TermView::iri(name), TermView::iri("o"), {}, {}});
  Graph graph;
  GraphBuilder(graph).statements(batch);
  ASSERT_EQ(graph.statement_count(), names.size());
  for (std::uint32_t row = 0; row < names.size(); ++row)
    EXPECT_EQ(graph.view(graph.statement(StatementId{row}).predicate).text, names[row]);
}

}  // namespace
}  // namespace graphwright
