#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"
#include "updates_golden.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path golden = fs::path(GRAPHWRIGHT_SOURCE_DIR) / "tests" / "golden" / "exporters";

/// The graph formats whose bytes are the same on every machine.
constexpr std::array<std::string_view, 9> formats_with_golden{"csv",     "cyjs", "cypher",  "dot", "gml",
                                                              "graphml", "jgf",  "mermaid", "tsv"};

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(golden))
    if (fs::exists(entry.path() / "graph.txt")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class GraphFormat : public ::testing::TestWithParam<std::tuple<std::string, std::string_view>> {
 protected:
  fs::path folder() const { return golden / std::get<0>(GetParam()); }
  std::string_view format() const { return std::get<1>(GetParam()); }
  std::string export_case(unsigned order) const {
    return exported(read_fixture_file((folder() / "graph.txt").string(), order), format());
  }
};

TEST_P(GraphFormat, WritesTheGoldenFile) {
  const fs::path expected = folder() / ("graph." + std::string(format()));
  const std::string written = export_case(0);
  if (updates_golden()) std::ofstream(expected, std::ios::binary) << written;
  EXPECT_EQ(written, file_text(expected)) << expected;
}

TEST_P(GraphFormat, WritesTheSameBytesWhateverTheOrderOfTheInput) {
  const std::string first = export_case(0);
  for (unsigned order = 1; order <= 8; ++order) EXPECT_EQ(export_case(order), first) << "order " << order;
}

/// Pictures depend on the machine's fonts and Graphviz, so they have no golden file.
class Picture : public ::testing::TestWithParam<std::string> {
 protected:
  static std::string export_case(unsigned order) {
    return exported(read_fixture_file((golden / GetParam() / "graph.txt").string(), order), "svg");
  }
};

TEST_P(Picture, HasTheSameBytesWhateverTheOrderOfTheInput) {
  const std::string first = export_case(0);
  for (unsigned order = 1; order <= 3; ++order) EXPECT_EQ(export_case(order), first) << "order " << order;
}

INSTANTIATE_TEST_SUITE_P(Svg, Picture, ::testing::ValuesIn(cases()));

TEST(Svg, ShowsTitleLegendNodesLinesAndQuotes) {
  const std::string svg = exported(read_fixture_file((golden / "talks" / "graph.txt").string()), "svg");
  EXPECT_THAT(svg, HasSubstr(">Talks and wars</text>"));
  EXPECT_THAT(svg, HasSubstr(">Polity</text>"));
  EXPECT_THAT(svg, HasSubstr(">derived</text>"));
  EXPECT_THAT(svg, HasSubstr("data-id=\"armenia\""));
  EXPECT_THAT(svg, HasSubstr("(prefers-color-scheme:dark){rect[fill=\"#ffffff\"]{fill:#16191d}"));
  EXPECT_THAT(svg, HasSubstr(">1990s, 2020</tspan>"));
  EXPECT_THAT(svg, HasSubstr("“fought a war against Azerbaijan” (A brief)"));
  EXPECT_THAT(svg, HasSubstr("<a xlink:href=\"https://example.org/armenia\">"));
}

TEST(Svg, LinksOnlyToTheWeb) {
  const std::string svg = exported(read_fixture("<javascript:alert(1)> knows <data:text/html,x>\n"), "svg");
  EXPECT_THAT(svg, Not(HasSubstr("xlink:href=\"javascript")));
  EXPECT_THAT(svg, Not(HasSubstr("xlink:href=\"data")));
}

std::string chain(int nodes) {
  std::string text;
  for (int i = 1; i < nodes; ++i) text += "n" + std::to_string(i - 1) + " next n" + std::to_string(i) + "\n";
  return text;
}

TEST(Svg, NamesFewerNodesTheMoreThereAre) {
  EXPECT_THAT(exported(read_fixture(chain(20)), "svg"), HasSubstr(">next</text>"));
  const std::string names = exported(read_fixture(chain(300)), "svg");
  EXPECT_THAT(names, HasSubstr(">n299</text>"));
  EXPECT_THAT(names, Not(HasSubstr(">next</text>")));
  EXPECT_THAT(exported(read_fixture(chain(500)), "svg"), HasSubstr("class=\"names\""));
}

TEST(Svg, SaysThatItDoesNotDrawTooMuch) {
  ExportSummary summary;
  const std::string svg = exported(read_fixture(chain(5001)), "svg", &summary);
  EXPECT_THAT(svg, HasSubstr("5001 nodes and 5000 edges are too many to draw."));
  ASSERT_EQ(summary.losses.size(), 1U);
  EXPECT_EQ(summary.losses[0].kind, "node that is not drawn, since there are too many");
  EXPECT_EQ(summary.losses[0].count, 5001U);
}

TEST(Svg, DrawsAnEmptyGraph) { EXPECT_THAT(exported(read_fixture(""), "svg"), HasSubstr("0 nodes and 0 edges")); }

INSTANTIATE_TEST_SUITE_P(Golden, GraphFormat,
                         ::testing::Combine(::testing::ValuesIn(cases()), ::testing::ValuesIn(formats_with_golden)),
                         [](const auto& one) {
                           std::string name = std::get<0>(one.param) + "_" + std::string(std::get<1>(one.param));
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

/// How many lines stand in one text and not in the other, counted with their repetitions.
std::size_t changed_lines(const std::string& before, const std::string& after) {
  const auto lines = [](const std::string& text) {
    std::multiset<std::string> all;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) all.insert(line);
    return all;
  };
  const auto a = lines(before);
  const auto b = lines(after);
  std::vector<std::string> changed;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(changed));
  return changed.size();
}

/// Twenty-six resources in a ring, each with facts to the next two.
std::string ring(std::string_view time_of_h) {
  std::string text = "prefix dip https://w3id.org/graphwright/diplomacy#\n";
  for (char name = 'a'; name < 'z'; ++name) {
    const std::string self = std::string("node-") + name;
    const std::string next = std::string("node-") + static_cast<char>(name + 1);
    text += self + " a dip:Polity\n" + self + " rdfs:label \"" + name + "\"\n";
    text += "fact " + self + " dip:backs " + next + "\ntime " + (name == 'h' ? std::string(time_of_h) : "2020") + "\n";
    text += "evidence brief \"" + self + " backs\" 0 5\n";
    text += "fact " + self + " dip:praised " + next + "\ntime 2021\n";
  }
  return text;
}

TEST(GraphFormats, ChangeAFewLinesWhenOneFactChanges) {
  for (std::string_view format : formats_with_golden) {
    const std::string before = exported(read_fixture(ring("2020")), format);
    EXPECT_LE(changed_lines(before, exported(read_fixture(ring("2019-05")), format)), 12U) << format;
    EXPECT_LE(changed_lines(before, exported(read_fixture(ring("2020") + "node-c dip:backs node-q\n"), format)), 12U)
        << format;
  }
}

constexpr std::string_view quarrel =
    "fact a attacked b\ntime 2022\nmodality attributed\nspeaker c\n"
    "fact a attacked b\ntime 2022\nmodality denied\nspeaker a\n"
    "fact a praised b\n";

ExportSummary summary_of(const std::string& fixture, std::string_view format) {
  ExportSummary summary;
  exported(read_fixture(fixture), format, &summary);
  return summary;
}

TEST(GraphFormats, ShowClaimsOnlyWhenAsked) {
  const std::string text(quarrel);
  EXPECT_EQ(summary_of(text, "graphml").edges, 1U);
  EXPECT_EQ(summary_of(text + "attributed\n", "graphml").edges, 2U);
  EXPECT_EQ(summary_of(text + "claims\n", "graphml").edges, 3U);
  EXPECT_THAT(exported(read_fixture(text + "claims\n"), "graphml"),
              HasSubstr("<data key=\"e_modality\">denied</data>"));
}

constexpr std::string_view event_text =
    "event Talks\ntalks a Talks\nfact talks host x\nfact talks guest y\nfact x hosted y\nderived rule\n";

TEST(GraphFormats, ShowEventsOnlyWhenAsked) {
  const std::string text(event_text);
  EXPECT_EQ(summary_of(text, "graphml").nodes, 2U);
  EXPECT_EQ(summary_of(text, "graphml").edges, 1U);
  EXPECT_EQ(summary_of(text + "events\n", "graphml").nodes, 3U);
  EXPECT_EQ(summary_of(text + "events\n", "graphml").edges, 3U);
  EXPECT_EQ(summary_of(text + "derived-none\n", "graphml").edges, 0U);
}

TEST(GraphFormats, CountWhatTheyCannotCarry) {
  const ExportSummary summary = summary_of(
      "fact a motto \"ex\\u0001 oriente\"\ntime 1990\na born \"1990-01-01\"^^xsd:date\nclaims\n"
      "fact a age \"3\"\nmodality denied\n",
      "graphml");
  std::vector<std::string> losses;
  for (const Loss& loss : summary.losses) losses.push_back(std::to_string(loss.count) + " " + std::string(loss.kind));
  EXPECT_THAT(losses, ::testing::ElementsAre("1 time, place or evidence of an attribute", "1 claim about an attribute",
                                             "1 datatype of an attribute",
                                             "1 control character, written as a picture such as U+2400"));
}

}  // namespace
}  // namespace graphwright
