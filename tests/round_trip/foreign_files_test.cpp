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

std::string written(std::string_view format, const Graph& graph) {
  StringOutput out;
  find_exporter(format)->open(out, {})->write(graph);
  return out.take();
}

std::string converted(std::string_view from, std::string_view text, const std::string& base, std::string_view format) {
  Graph graph;
  EXPECT_EQ(read_into(from, text, base, graph), "");
  return written(format, graph);
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

}  // namespace
}  // namespace graphwright
