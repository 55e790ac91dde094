#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/exporter.hpp"

#include "random.hpp"
#include "trip.hpp"

namespace graphwright {
namespace {

constexpr unsigned seeds = 60;
constexpr std::array<std::string_view, 9> formats{"graphml", "gexf", "csv",    "cyjs",   "jgf",
                                                  "gml",     "dot",  "cypher", "mermaid"};

/// A GraphML file as other programs write them: attributes whose names mean something to some reader, some without a
/// value, parallel edges, and ids that no IRI takes as they are.
class ForeignFile {
 public:
  explicit ForeignFile(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string out = "<graphml>\n";
    for (std::string_view name : names)
      for (const char* domain : {"node", "edge"})
        out += fmt::format("<key id='{0}_{1}' for='{1}' attr.name='{0}' attr.type='{2}'/>\n", name, domain,
                           name == "weight" ? "double" : "string");
    out += fmt::format("<graph edgedefault='{}'>\n", below(2) == 0 ? "directed" : "undirected");
    const std::size_t count = 2 + below(6);
    for (std::size_t node = 0; node < count; ++node)
      out += fmt::format("<node id='{}'>{}</node>\n", id(node), values("node"));
    for (std::size_t edge = 0; edge < 2 * count; ++edge) {
      const std::string own = below(3) == 0 ? fmt::format(" id='{} {}'", edge, edge) : std::string{};
      out += fmt::format("<edge{} source='{}' target='{}'>{}</edge>\n", own, id(below(count)), id(below(count)),
                         values("edge"));
    }
    return out + "</graph>\n</graphml>\n";
  }

 private:
  static constexpr std::array<std::string_view, 10> names{"type", "weight", "name", "label", "time",
                                                          "id",   "source", "iri",  "size",  "place"};

  std::size_t below(std::size_t end) { return random_.below(end); }
  static std::string id(std::size_t node) { return fmt::format("{}{}", node % 2 == 0 ? "n" : "node ü/", node); }
  std::string values(std::string_view domain) {
    std::string out;
    for (std::string_view name : names)
      if (below(3) == 0)
        out += fmt::format("<data key='{}_{}'>{}</data>", name, domain,
                           name == "weight" ? fmt::format("{}.5", below(9)) : fmt::format("some {}", below(3)));
    return out;
  }

  Random random_;
};

std::string written(std::string_view format, const Graph& graph, std::string_view flavour = {}) {
  StringOutput out;
  ExportOptions options;
  options.flavour = flavour;
  find_exporter(format)->open(out, options)->write(graph);
  return out.take();
}

std::string converted(std::string_view from, std::string_view text, const std::string& base, std::string_view format,
                      std::string_view flavour = {}) {
  Graph graph;
  EXPECT_EQ(read_into(from, text, base, graph), "");
  return written(format, graph, flavour);
}

/// The first lines that differ; empty where none do.
std::string difference(const std::string& one, const std::string& other) {
  std::istringstream a(one);
  std::istringstream b(other);
  std::string left;
  std::string right;
  while (true) {
    const bool has_left = static_cast<bool>(std::getline(a, left));
    const bool has_right = static_cast<bool>(std::getline(b, right));
    if (!has_left && !has_right) return {};
    if (has_left != has_right || left != right) return left + "\n" + right;
  }
}

/// Graphviz keeps the state of its random numbers from one layout to the next.
TEST(ForeignFiles, HaveTheirNodesInOnePlaceHoweverOftenTheyAreWritten) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Graph graph;
    EXPECT_EQ(read_into("graphml", ForeignFile(seed).text(), "file:///a/graph.graphml", graph), "");
    ASSERT_EQ(difference(written("gexf", graph), written("gexf", graph)), "") << seed;
  }
}

TEST(ForeignFiles, GiveTheSameBytesWhereverTheyLie) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const std::string text = ForeignFile(seed).text();
    for (std::string_view format : formats) {
      const std::string here = converted("graphml", text, "file:///a/graph.graphml", format);
      const std::string there = converted("graphml", text, "file:///somewhere/else/graph.graphml", format);
      ASSERT_EQ(difference(here, there), "") << format << "\n" << text;
      ASSERT_EQ(here.find("file:///"), std::string::npos) << format << "\n" << text;
    }
  }
}

/// What is read of a file that was written so adds nothing to it.
TEST(ForeignFiles, DoNotGrowByReadingAndWriting) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const std::string text = ForeignFile(seed).text();
    const std::string first = converted("graphml", text, "file:///a/graph.graphml", "gexf");
    const std::string second = converted("gexf", first, "file:///a/first.gexf", "gexf");
    ASSERT_EQ(difference(second, converted("gexf", second, "file:///a/second.gexf", "gexf")), "") << first;
    ASSERT_EQ(std::count(first.begin(), first.end(), '\n'), std::count(second.begin(), second.end(), '\n')) << first;
  }
}

/// A hyperedge and a port, edges without a word, with one, and with two of which one is no relation.
std::string odd_edges(std::string_view words) {
  const auto edge = [](std::string_view ends, std::string_view key, std::string_view text) {
    return fmt::format("<edge {}><data key='{}'>{}</data></edge>\n", ends, key, text);
  };
  return fmt::format(
      "<graphml><key id='l' for='edge' attr.name='label' attr.type='string'/>\n"
      "<key id='i' for='edge' attr.name='interaction' attr.type='string'/>\n"
      "<key id='t' for='edge' attr.name='type' attr.type='string'/>\n"
      "<graph edgedefault='directed'><node id='a'><port name='north'/></node><node id='b'/><node id='c'/>\n"
      "<hyperedge><endpoint node='a' port='north'/><endpoint node='b'/></hyperedge>\n"
      "<edge source='a' target='b' sourceport='north'/>\n{}{}{}"
      "<edge source='b' target='a'><data key='i'>binds</data><data key='t'>{}</data></edge>\n"
      "</graph></graphml>",
      edge("source='a' target='c'", "l", words), edge("source='b' target='c'", "t", words),
      edge("source='c' target='a'", "i", "binds"), words);
}

/// Writes a file again and again; the first lines in which the third differs from the second, empty where none do.
std::string unrest(const std::string& text, std::string_view format, std::string_view flavour) {
  const std::string first = converted("graphml", text, "file:///a/graph.graphml", format, flavour);
  const std::string second = converted(format, first, "file:///a/first", format, flavour);
  return difference(second, converted(format, second, "file:///a/second", format, flavour));
}

constexpr std::array<std::string_view, 6> flavours{"", "cytoscape", "gephi", "neo4j", "tinkerpop", "yed"};

/// What we wrote for others says nothing new to us.
TEST(ForeignFiles, SettleInEachFlavour) {
  EXPECT_EQ(unrest(odd_edges("strong"), "gexf", ""), "");
  for (std::string_view flavour : flavours) EXPECT_EQ(unrest(odd_edges("strong"), "graphml", flavour), "") << flavour;
}

/// Below a base that is no file nodes have IRIs to show; they are no attributes of nodes that have just these.
TEST(ForeignFiles, DoNotGrowBelowABaseOfTheirOwn) {
  const std::string base = "http://example.org/";
  const std::string text =
      "<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>";
  for (const std::string_view format : {"gexf", "graphml"})
    for (std::string_view flavour : {"", "cytoscape", "gephi", "yed"}) {
      if (format == "gexf" && !flavour.empty()) continue;
      const std::string first = converted("graphml", text, base, format, flavour);
      const std::string second = converted(format, first, base, format, flavour);
      EXPECT_EQ(difference(second, converted(format, second, base, format, flavour)), "") << format << flavour;
      EXPECT_EQ(second.find("attribute:iri"), std::string::npos) << format << flavour;
    }
}

/// Words longer than a relation may be, and such whose encoding is, since they are no line.
TEST(ForeignFiles, SettleWithWordsOfAnyLength) {
  std::string words;
  for (int line = 0; line < 15; ++line) words += "a\n  b/c ";
  for (const std::string& long_words : {words, words + words + words}) {
    EXPECT_EQ(unrest(odd_edges(long_words), "gexf", ""), "");
    for (std::string_view flavour : flavours)
      EXPECT_EQ(unrest(odd_edges(long_words), "graphml", flavour), "") << flavour;
  }
}

/// Each node lies in another, deeper than elements may be nested; they come in both orders.
TEST(ForeignFiles, KeepAllNodesHoweverDeepTheyLie) {
  constexpr int count = 3000;
  for (const bool is_outer_first : {true, false}) {
    std::string nodes = is_outer_first ? "<node id='0'/>" : "";
    for (int step = 1; step < count; ++step) {
      const int node = is_outer_first ? step : count - step;
      nodes += fmt::format("<node id='{}' pid='{}'/>", node, node - 1);
    }
    if (!is_outer_first) nodes += "<node id='0'/>";
    const std::string text = "<gexf><graph><nodes>" + nodes + "</nodes></graph></gexf>";
    const std::string written = converted("gexf", text, "file:///a/deep.gexf", "graphml");
    const std::string again = converted("graphml", written, "file:///a/deep.graphml", "csv");
    constexpr int other_lines = 3;  // two headers and what parts the tables
    EXPECT_EQ(std::count(again.begin(), again.end(), '\n'), count + other_lines) << is_outer_first;
  }
}

}  // namespace
}  // namespace graphwright
