#include "node_clusters.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawing.hpp"
#include "fixture.hpp"
#include "layout_store.hpp"

namespace graphwright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// The clusters of a fixture as `label: ids`, with a space between ids.
std::vector<std::string> gathered(const std::string& text, const std::string& word) {
  Fixture fixture = read_fixture(text);
  fixture.options.cluster = word;
  fixture.options.profile.place_properties = {"https://example.org/in"};
  const PropertyGraph graph(fixture.graph, {.view = {}, .profile = {}, .events = true, .prefixes = {}, .base = {}});
  const Picture picture(graph, fixture.options);
  std::vector<std::string> all;
  for (const NodeCluster& cluster : gather_nodes(picture, fixture.options)) {
    all.push_back(cluster.label + ":");
    for (std::uint32_t node : cluster.nodes) all.back().append(" ").append(graph.label(graph.resource(node)));
  }
  return all;
}

TEST(NodeClusters, GatherWhatLiesInTheWidestPlace) {
  EXPECT_THAT(gathered("town in land\nland in continent\ncity in land\nada knows bo\n", "place"),
              ElementsAre("continent: city continent land town"));
}

TEST(NodeClusters, TakeNoPlaceFromWhatSomebodySays) {
  EXPECT_THAT(gathered("fact isle in land\nspeaker ada\nmodality attributed\ntown in land\n", "place"),
              ElementsAre("land: land town"));
}

TEST(NodeClusters, EndWherePlacesLieInEachOther) {
  EXPECT_THAT(gathered("x in b\nb in c\nc in b\nd in d\n", "place"), ElementsAre("b: b c x"));
}

TEST(NodeClusters, GoByTheFirstYearOfTheFactsAndNameWhatHasNone) {
  const std::string facts =
      "fact x meets b\ntime 2004-05\nfact b meets c\ntime 1998/..\nfact c meets d\ntime ../1989\ne knows f\n";
  EXPECT_THAT(gathered(facts, "year"), ElementsAre("1989: c d", "1998: b", "2004: x", "undated: e f"));
  EXPECT_THAT(gathered(facts, "decade"), ElementsAre("1980s: c d", "1990s: b", "2000s: x", "undated: e f"));
}

TEST(NodeClusters, CountYearsBeforeTheFirst) {
  EXPECT_THAT(gathered("fact x meets b\ntime -0044\nfact c meets d\ntime 0003\n", "year"),
              ElementsAre("-44: b x", "0003: c d"));
  EXPECT_THAT(gathered("fact x meets b\ntime -0044\nfact c meets d\ntime 0003\n", "decade"),
              ElementsAre("-50 to -41: b x", "0000s: c d"));
}

TEST(NodeClusters, GoByTheStyleUnlessTheExportSaysOtherwise) {
  ExportOptions options;
  EXPECT_EQ(cluster_word(options), "");
  PictureStyle style;
  style.cluster = "year";
  options.style = std::make_shared<const PictureStyle>(style);
  EXPECT_EQ(cluster_word(options), "year");
  options.cluster = "place";
  EXPECT_EQ(cluster_word(options), "place");
}

// Graphviz 2.43 frees a table twice after this layout.
TEST(NodeClusters, AreDrawnWhereALineWithATextRunsAlongTheFirstLayer) {
  const std::string text =
      "cluster\nn0 a A\nn1 a A\nn2 a B\nn3 a B\nn2 meets n1\nn3 meets n1\nn1 meets n2\nn3 meets n2\nn0 meets n3\n"
      "n0 meets n0\n";
  EXPECT_THAT(exported(read_fixture(text), "svg"), HasSubstr("rx=\"8\""));
}

TEST(NodeClusters, AreCountedAsLostInAPictureByForces) {
  std::string text = "cluster\n";
  for (int number = 0; number < 160; ++number) text += fmt::format("n{} a Thing\n", number);
  for (const char* format : {"dot", "svg", "html"}) {
    ExportSummary summary;
    exported(read_fixture(text), format, &summary);
    EXPECT_TRUE(std::any_of(summary.losses.begin(), summary.losses.end(), [](const Loss& one) {
      return one.kind.starts_with("frame") && one.count == 1;
    })) << format;
  }
}

/// Nodes of a few classes and many edges between them.
std::string tangled(int nodes, int edges) {
  std::string text = "cluster\n";
  for (int node = 0; node < nodes; ++node) text += fmt::format("n{} a Class{}\n", node, node % 5);
  unsigned seed = 7;
  const auto next = [&] { return (seed = seed * 1664525U + 1013904223U) >> 8U; };
  for (int edge = 0; edge < edges; ++edge)
    text +=
        fmt::format("n{} meets n{}\n", next() % static_cast<unsigned>(nodes), next() % static_cast<unsigned>(nodes));
  return text;
}

// Graphviz goes through frames by the addresses of their names, unless it is told how to number them.
TEST(NodeClusters, AreDrawnAlikeWhateverWasDrawnBefore) {
  const std::string text = tangled(40, 60);
  const std::string first = exported(read_fixture(text), "svg");
  for (int nodes = 20; nodes < 30; ++nodes) {
    exported(read_fixture(tangled(nodes, 2 * nodes)), "svg");
    ASSERT_EQ(exported(read_fixture(text), "svg"), first) << "after one of " << nodes << " nodes";
  }
}

// By its older ranking, Graphviz 2.43 lays nodes of such graphs on top of each other.
TEST(NodeClusters, DoNotCoverEachOther) {
  for (const int edges : {90, 120, 160, 200}) {
    const Fixture fixture = read_fixture(tangled(70, edges));
    const PropertyGraph graph(fixture.graph, {});
    ExportOptions options;
    options.cluster = "class";
    const Drawing drawing = draw(Picture(graph, options), options);
    for (std::size_t one = 0; one < drawing.nodes.size(); ++one)
      for (std::size_t other = 0; other < one; ++other)
        ASSERT_FALSE(overlap(drawing.nodes[one], drawing.nodes[other])) << edges << " edges: " << one << ", " << other;
  }
}

TEST(Drawing, PutsManyPiecesBelowEachOtherAndManyNeighboursAround) {
  std::string pieces;
  std::string hub;
  for (int number = 0; number < 60; ++number) pieces += fmt::format("n{} a Thing\n", number);
  for (int number = 0; number < 100; ++number) hub += fmt::format("hub meets n{}\n", number);
  for (const std::string& text : {pieces, hub}) {
    const Fixture fixture = read_fixture(text);
    const PropertyGraph graph(fixture.graph, {});
    const Drawing drawing = draw(Picture(graph, {}), {});
    EXPECT_LT(drawing.width, 4 * drawing.height);
  }
}

TEST(Layout, KeepsTheLengthOfArrowsWhereLayersAreSpread) {
  Layout layout;
  layout.width = 100;
  layout.height = 100;
  layout.nodes = {{{0, 0}, 20, 10}, {{0, 90}, 20, 10}};
  layout.edges = {{{{{10, 10}, {10, 40}, {10, 60}, {10, 83}}}, Point{10, 90}, std::nullopt}};
  spread_layers(5, layout);
  EXPECT_DOUBLE_EQ(layout.height, 500);
  EXPECT_DOUBLE_EQ(layout.edges[0].tip->y - layout.edges[0].curves[0].back().y, 7);
}

TEST(LayoutStore, LaysOutOnceForSvgAndHtml) {
  Fixture fixture = read_fixture("x knows b\nb knows c\nx knows c\n");
  const auto store = std::make_shared<LayoutStore>();
  fixture.options.layouts = store;
  const std::string alone = exported(read_fixture("x knows b\nb knows c\nx knows c\n"), "svg");
  exported(fixture, "html");
  EXPECT_EQ(store->size(), 1U);
  EXPECT_EQ(exported(fixture, "svg"), alone);
  EXPECT_EQ(store->size(), 1U);
  fixture.options.cluster = "year";
  exported(fixture, "svg");
  EXPECT_EQ(store->size(), 2U);
}

TEST(Layout, SpreadsLayersWithoutStretchingNodes) {
  Layout layout;
  layout.width = 100;
  layout.height = 50;
  layout.nodes = {{{0, 0}, 20, 10}, {{50, 40}, 20, 10}};
  layout.edges = {{{{{10, 10}, {10, 20}, {60, 30}, {60, 40}}}, Point{60, 40}, Box{{30, 20}, 20, 10}}};
  spread_layers(0.8, layout);
  EXPECT_DOUBLE_EQ(layout.height, 80);
  EXPECT_DOUBLE_EQ(layout.nodes[0].height, 10);
  EXPECT_DOUBLE_EQ(layout.nodes[1].corner.y, 70);
  EXPECT_DOUBLE_EQ(layout.nodes[1].height, 10);
  EXPECT_DOUBLE_EQ(layout.edges[0].label->height, 10);
  EXPECT_DOUBLE_EQ(layout.edges[0].label->corner.y, 35);
  EXPECT_DOUBLE_EQ(layout.edges[0].tip->y, 70);
  spread_layers(0.5, layout);
  EXPECT_DOUBLE_EQ(layout.height, 80);
}

TEST(Dot, NamesTheCommandForAPartWhereThereIsTooMuch) {
  std::string text;
  for (int number = 0; number < 2001; ++number) text += fmt::format("hub knows n{}\n", number);
  ExportSummary summary;
  EXPECT_THAT(exported(read_fixture(text), "dot", &summary),
              HasSubstr("graphwright select FILE --near 'hub' --steps 1 -o part.dot"));
  EXPECT_EQ(summary.losses.size(), 1U);
  EXPECT_THAT(exported(read_fixture("hub knows x\n"), "dot"), Not(HasSubstr("graphwright select")));
}

}  // namespace
}  // namespace graphwright
