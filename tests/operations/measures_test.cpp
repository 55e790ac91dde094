#include "graphwright/measures.hpp"

#include <cstdlib>
#include <map>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/isomorphism.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_facts.hpp"

namespace graphwright {
namespace {

/// The values of one measure by the local name of the node.
std::map<std::string, double> values_of(const Graph& graph, std::string_view property) {
  std::map<std::string, double> values;
  const TermId wanted = graph.terms().find_iri(fmt::format("{}{}", iri::gw::ns, property));
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(StatementId{row});
    if (one.predicate == wanted)
      values.emplace(short_name(graph.terms().text(one.subject)),
                     std::strtod(std::string(graph.terms().text(one.object)).c_str(), nullptr));
  }
  return values;
}

std::map<std::string, double> measure(std::string_view lines, const std::string& name,
                                      const PropertyGraphOptions& shown = {}) {
  const std::vector<std::string> names{name};
  return values_of(with_measures(graph_of(lines), shown, names).graph, find_measure(name)->property);
}

using Values = std::map<std::string, double>;

const std::string_view star = ":a :p :h .\n:b :p :h .\n:c :p :h .\n:h :p :d .\n:x :p :y .\n";

TEST(Measures, DegreesCountEdges) {
  EXPECT_EQ(measure(":a :p :b .\n:a :q :b .\n:b :p :b .\n", "degree"), (Values{{"a", 2}, {"b", 4}}));
  EXPECT_EQ(measure(":a :p :b .\n:a :q :b .\n:b :p :b .\n", "in-degree"), (Values{{"a", 0}, {"b", 3}}));
  EXPECT_EQ(measure(":a :p :b .\n:a :q :b .\n:b :p :b .\n", "out-degree"), (Values{{"a", 2}, {"b", 1}}));
}

TEST(Measures, PartsAreNumberedByTheirSize) {
  EXPECT_EQ(measure(star, "components"),
            (Values{{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"h", 1}, {"x", 2}, {"y", 2}}));
  EXPECT_EQ(measure(":a :p :b .\n:b :p :c .\n:c :p :b .\n", "strong-components"),
            (Values{{"a", 2}, {"b", 1}, {"c", 1}}));
}

// Betweenness and closeness are the values of networkx 2.8, PageRank those of plain power iteration.
TEST(Measures, AgreeWithNetworkx) {
  const Values rank = measure(star, "pagerank");
  EXPECT_NEAR(rank.at("h"), 0.264580, 1e-5);
  EXPECT_NEAR(rank.at("d"), 0.299422, 1e-5);
  EXPECT_NEAR(rank.at("a"), 0.0745295, 1e-5);
  const Values between = measure(star, "betweenness");
  EXPECT_NEAR(between.at("h"), 0.1, 1e-9);
  EXPECT_NEAR(between.at("a"), 0, 1e-9);
  const Values close = measure(star, "closeness");
  EXPECT_NEAR(close.at("h"), 0.5, 1e-9);
  EXPECT_NEAR(close.at("d"), 4.0 / 7 * 4 / 6, 1e-8);
  EXPECT_NEAR(close.at("a"), 0, 1e-9);
}

TEST(Measures, SymmetricRelationsLeadBothWays) {
  PropertyGraphOptions shown;
  shown.profile.symmetric_properties = {"http://example.org/met"};
  EXPECT_EQ(measure(":a :met :b .\n:b :met :c .\n", "betweenness", shown), (Values{{"a", 0}, {"b", 1}, {"c", 0}}));
}

TEST(Measures, CommunitiesAreDense) {
  std::string lines;
  for (const char* group : {"a", "b"})
    for (int i = 0; i < 5; ++i)
      for (int j = i + 1; j < 5; ++j) lines += fmt::format(":{0}{1} :p :{0}{2} .\n", group, i, j);
  const Values found = measure(lines + ":a0 :p :b0 .\n", "communities");
  for (const auto& [name, community] : found) EXPECT_EQ(community, name.front() == 'a' ? 1 : 2) << name;
}

TEST(Measures, ASampleIsSaidAndRepeats) {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += fmt::format(":n{} :p :n{} .\n", i, (i * 7 + 1) % 300);
  const Graph graph = graph_of(lines);
  const std::vector<std::string> names{"betweenness"};
  const MeasuredGraph sample = with_measures(graph, {}, names, 1);
  EXPECT_EQ(sample.sampled, 100U);
  EXPECT_TRUE(is_isomorphic(sample.graph, with_measures(graph, {}, names, 1).graph));
  EXPECT_EQ(with_measures(graph, {}, names).sampled, 0U);
}

TEST(Measures, ValuesAreReplacedAndNothingElse) {
  std::mt19937 random(20221107);
  std::vector<std::string> names;
  for (const Measure& one : measures()) names.emplace_back(one.name);
  for (int round = 0; round < 50; ++round) {
    const Graph graph = random_facts(random);
    const Graph once = with_measures(graph, {}, names).graph;
    EXPECT_EQ(once.facts().size(), graph.facts().size());
    EXPECT_TRUE(is_isomorphic(with_measures(once, {}, names).graph, once)) << "round " << round;
  }
}

}  // namespace
}  // namespace graphwright
