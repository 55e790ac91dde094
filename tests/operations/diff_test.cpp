#include "graphwright/diff.hpp"

#include <random>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_facts.hpp"
#include "random_graph.hpp"

namespace graphwright {
namespace {

using Kind = FactChange::Kind;

/// Fills a graph, without the premises of facts, which are not compared.
class WithoutPremises : public GraphBuilder {
 public:
  using GraphBuilder::GraphBuilder;
  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch)
      if (one.predicate.text != iri::gw::premise) GraphBuilder::statements({&one, 1});
  }
};

Graph as_rdf(const Graph& graph, const ViewOptions& view) {
  Graph rdf;
  WithoutPremises builder(rdf);
  replay(graph, view, builder);
  return rdf;
}

Graph as_dataset(const Graph& graph, const ViewOptions& view) {
  Graph rdf;
  GraphBuilder builder(rdf);
  replay(graph, view, builder);
  return rdf;
}

std::set<std::string> lines_of(const Graph& rdf) {
  std::set<std::string> lines;
  for (std::uint32_t row = 0; row < rdf.statement_count(); ++row) {
    const Statement one = rdf.statement(StatementId{row});
    std::string line;
    for (TermId term : {one.subject, one.predicate, one.object, one.graph})
      if (term != TermId::none) append_ntriples(rdf.view(term), line), line += ' ';
    lines.insert(line + ".");
  }
  return lines;
}

std::string patch_of(const GraphDiff& difference, const ViewOptions& view) {
  StringOutput output;
  write_patch(difference, view, output);
  output.commit();
  return output.take();
}

/// Applies a patch to lines; what it deletes must be there and what it adds must not.
void apply_patch(const std::string& patch, std::set<std::string>& lines) {
  std::istringstream rows(patch);
  for (std::string row; std::getline(rows, row);) {
    if (row == "TX ." || row == "TC .") continue;
    ASSERT_GT(row.size(), 2U);
    if (row[0] == 'D')
      ASSERT_EQ(lines.erase(row.substr(2)), 1U) << row;
    else
      ASSERT_TRUE(row[0] == 'A' && lines.insert(row.substr(2)).second) << row;
  }
}

std::string kinds(const GraphDiff& difference) {
  std::string text;
  for (const FactChange& one : difference.changes)
    text += one.kind == Kind::added ? '+' : one.kind == Kind::removed ? '-' : '~';
  return text;
}

std::string kinds(std::string_view a, std::string_view b) { return kinds(diff(graph_of(a), graph_of(b))); }

TEST(Diff, SameGraphsDoNotDiffer) {
  EXPECT_EQ(kinds("", ""), "");
  EXPECT_EQ(kinds("_:a :p _:b .\n:x :p :y .\n", ":x :p :y .\n_:b :p _:a .\n"), "");
}

TEST(Diff, OneValueForAnotherIsAChange) {
  EXPECT_EQ(kinds(":a :p \"1\" .\n", ":a :p \"2\" .\n"), "~");
  EXPECT_EQ(kinds(":a :p \"1\" .\n", ":a :q \"1\" .\n"), "-+");
  EXPECT_EQ(kinds(":a :p \"1\" .\n:a :p \"2\" .\n", ":a :p \"3\" .\n"), "--+");
  EXPECT_EQ(kinds(":a :p \"x\"@en .\n:a :p \"y\"@hy .\n", ":a :p \"z\"@hy .\n:a :p \"v\"@en .\n"), "~~");
  EXPECT_EQ(kinds(":a :p \"1\" :g .\n", ":a :p \"2\" :h .\n"), "-+");
}

TEST(Diff, BlankNodesDoNotDrownAChange) {
  const std::string before =
      ":a :address _:x .\n_:x :street \"s\" .\n_:x :city \"c\" .\n_:x :floor _:f .\n_:f :number \"3\" .\n";
  const std::string after =
      ":a :address _:p .\n_:p :street \"t\" .\n_:p :city \"c\" .\n_:p :floor _:q .\n_:q :number \"4\" .\n";
  EXPECT_EQ(kinds(before, after), "~~");
  EXPECT_EQ(kinds(before, before + ":b :address _:n .\n_:n :city \"c\" .\n"), "++");
}

TEST(Diff, AnElementOfAListIsOneChange) {
  const auto list = [](int changed, int length) {
    std::string lines = ":a :list _:c0 .\n";
    for (int i = 0; i < length; ++i)
      lines += fmt::format("_:c{0} :first \"{1}\" .\n_:c{0} :rest {2} .\n", i, i == changed ? 1000 : i % 7,
                           i + 1 == length ? ":nil" : fmt::format("_:c{}", i + 1));
    return lines;
  };
  EXPECT_EQ(kinds(list(-1, 300), list(150, 300)), "~");
  EXPECT_EQ(kinds(list(-1, 300), list(-1, 300)), "");
}

TEST(Diff, ManyEqualBlankNodesAreCheap) {
  std::string twins;
  for (int i = 0; i < 5000; ++i) twins += fmt::format("_:a{0} :p _:b{0} .\n_:b{0} :q \"x\" .\n:hub :has _:a{0} .\n", i);
  EXPECT_EQ(kinds(twins, twins + ":x :p :y .\n"), "+");
  EXPECT_EQ(kinds(twins + "_:a7 :r \"1\" .\n", twins + "_:a8 :r \"2\" .\n"), "~");
}

TEST(Diff, SaysWhereItsLimitEndedIt) {
  std::string a;
  std::string b;
  for (int i = 0; i < 40; ++i) {
    a += fmt::format("_:n{} :p _:n{} .\n", i, (i + 1) % 40);
    b += fmt::format("_:m{} :p _:m{} .\n", i, (i + 3) % 40);
  }
  EXPECT_EQ(diff(graph_of(a), graph_of(b), {.view = {}, .limit = 60}).sameness, Sameness::undecided);
  EXPECT_EQ(diff(graph_of(a), graph_of(b)).sameness, Sameness::same);
  const GraphDiff different = diff(graph_of(a), graph_of(b + ":x :p :y .\n"), {.view = {}, .limit = 60});
  EXPECT_EQ(different.sameness, Sameness::different);
  EXPECT_FALSE(different.is_matched);
  EXPECT_EQ(kinds(a, b + ":x :p :y .\n"), "+");
}

TEST(Diff, FactsOfOneStatementArePaired) {
  const auto graph = [](std::initializer_list<const char*> times) {
    Graph result;
    for (const char* time : times) {
      Fact fact;
      fact.time = result.terms().intern(TermView::literal(time, "http://id.loc.gov/datatypes/edtf"));
      result.add_fact({term_of(result, ":a"), term_of(result, ":p"), term_of(result, ":b"), TermId::none}, fact);
    }
    return result;
  };
  EXPECT_EQ(kinds(diff(graph({"2020"}), graph({"2021"}))), "~");
  EXPECT_EQ(kinds(diff(graph({"2020", "2022"}), graph({"2022"}))), "-");
  EXPECT_EQ(kinds(diff(graph({"2020"}), graph_of(":a :p :b .\n"))), "~");
}

TEST(Diff, AppliedAsPatchItGivesTheSecond) {
  std::mt19937 random(20221107);
  for (int round = 0; round < 40; ++round) {
    Graph a = random_facts(random);
    Graph b = random_facts(random);
    for (StatementMode mode : {StatementMode::rdf11, StatementMode::rdf12, StatementMode::none}) {
      const ViewOptions view{.statements = mode, .derived = Derived::all};
      const Graph rdf = as_rdf(b, view);
      const GraphDiff difference = diff(as_rdf(a, view), as_rdf(b, view), {.view = view});
      std::set<std::string> lines = lines_of(difference.before);
      apply_patch(patch_of(difference, view), lines);
      ASSERT_EQ(lines, lines_of(difference.after)) << "round " << round;
      ASSERT_TRUE(is_isomorphic(difference.after, rdf)) << "round " << round;
    }
    const ViewOptions view{.derived = Derived::all};
    const GraphDiff difference = diff(std::move(a), std::move(b), {.view = view});
    std::set<std::string> lines = lines_of(as_dataset(difference.before, view));
    apply_patch(patch_of(difference, view), lines);
    ASSERT_EQ(lines, lines_of(as_dataset(difference.after, view))) << "round " << round;
  }
}

TEST(Diff, IsEmptyJustForIsomorphicGraphs) {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    const std::vector<std::string> lines = random_lines(random);
    std::vector<std::string> other = renamed(lines, random);
    if (round % 2 == 1) other.back() = random_lines(random).front();
    const bool is_same = is_isomorphic(graph_of(joined(lines)), graph_of(joined(other)));
    ASSERT_EQ(kinds(joined(lines), joined(other)).empty(), is_same) << joined(lines) << "---\n" << joined(other);
  }
}

}  // namespace
}  // namespace graphwright
