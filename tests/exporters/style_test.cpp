#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphwright/picture_style.hpp"

#include "fixture.hpp"
#include "node_scale.hpp"

namespace graphwright {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string drawn(const std::string& fixture_text, const PictureStyle& style, std::string_view format = "svg",
                  ExportSummary* summary = nullptr) {
  Fixture fixture = read_fixture(fixture_text);
  fixture.options.style = std::make_shared<const PictureStyle>(style);
  return exported(fixture, format, summary);
}

PropertyGraph view_of(const Fixture& fixture) { return PropertyGraph(fixture.graph, {}); }

TEST(LabelTemplate, LeavesOutABracketedPartWithoutItsValue) {
  LabelTemplate made;
  made.pieces = {{"label", true, 0}, {" (", false, 1}, {"code", true, 1}, {")", false, 1}, {"!", false, 0}};
  EXPECT_EQ(made.fill([](std::string_view name) { return name == "label" ? "Ada" : ""; }), "Ada!");
  EXPECT_EQ(made.fill([](std::string_view name) { return std::string(name); }), "label (code)!");
}

TEST(Style, MixesColours) {
  EXPECT_EQ(mixed_colour("#000000", "#ffffff", 0.5), "#808080");
  for (const char* dark : {"#000000", "#1f3a5f", "#A02F3C", "#0000ff"}) EXPECT_TRUE(is_dark(dark)) << dark;
  for (const char* light : {"#ffffff", "#cfe3f5", "#808080", "#ff8800"}) EXPECT_FALSE(is_dark(light)) << light;
  EXPECT_EQ(mixed_colour("#AB0000", "#00ff00", 0), "#ab0000");
}

TEST(Style, MeansAnIriByItsLastPartOrInFull) {
  EXPECT_TRUE(means("armedGroup", "https://example.org/x#ArmedGroup"));
  EXPECT_FALSE(means("Group", "https://example.org/x#ArmedGroup"));
  EXPECT_TRUE(means("https://example.org/x#a", "https://example.org/x#a"));
  EXPECT_FALSE(means("https://example.org/y#a", "https://example.org/x#a"));
}

TEST(Style, ScalesSizesFromTheLeastToTheMost) {
  const Fixture fixture =
      read_fixture("a n \"2\"^^xsd:integer\nb n \"4\"^^xsd:integer\nc n \"3\"^^xsd:integer\nd m e\n");
  const PropertyGraph view = view_of(fixture);
  const NodeSizes sizes(view, "n");
  ASSERT_TRUE(sizes.is_known());
  EXPECT_EQ(sizes.of(0), 0);
  EXPECT_EQ(sizes.of(1), 1);
  EXPECT_EQ(sizes.of(2), 0.5);
  EXPECT_FALSE(NodeSizes(view, "absent").is_known());
}

TEST(Style, ColoursFewNumbersEachForItself) {
  const Fixture fixture =
      read_fixture("a n \"10\"^^xsd:integer\nb n \"9\"^^xsd:integer\nc n \"10\"^^xsd:integer\nd m e\n");
  const NodeColours colours(view_of(fixture), "n");
  ASSERT_EQ(colours.entries().size(), 2U);
  EXPECT_EQ(colours.entries()[0].label, "n 9");
  EXPECT_EQ(colours.of(0), colours.of(2));
  EXPECT_NE(colours.of(0), colours.of(1));
  EXPECT_EQ(colours.of(3), nullptr);
}

TEST(Style, ColoursManyNumbersInFiveSteps) {
  std::string text;
  for (int i = 0; i <= 100; ++i)
    text += "n" + std::to_string(1000 + i) + " n \"" + std::to_string(i) + "\"^^xsd:integer\n";
  const Fixture fixture = read_fixture(text);
  const NodeColours colours(view_of(fixture), "n");
  ASSERT_EQ(colours.entries().size(), 5U);
  EXPECT_EQ(colours.entries()[0].label, "n 0–20");
  EXPECT_EQ(colours.of(0), &colours.entries()[0]);
  EXPECT_EQ(colours.of(20), &colours.entries()[1]);
  EXPECT_EQ(colours.of(100), &colours.entries()[4]);
}

TEST(Style, GathersRareTextsBeyondTheColoursThatCanBeToldApart) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "n" + std::to_string(100 + i) + " n \"v" + std::to_string(100 + i) + "\"\n";
  const Fixture fixture = read_fixture(text);
  const NodeColours colours(view_of(fixture), "n");
  EXPECT_EQ(colours.entries().size(), 25U);
  EXPECT_EQ(colours.of(39)->label, "any other");
}

TEST(Style, GivesASubclassTheLookOfItsNearestSuperclass) {
  Fixture fixture = read_fixture("boat a Corvette\n");
  fixture.options.profile.superclasses = {{"https://example.org/Corvette", "https://example.org/Warship"},
                                          {"https://example.org/Warship", "https://example.org/Ship"}};
  PictureStyle style;
  style.classes = {{"*", {}, "#000001", {}, {}}, {"Ship", {}, "#000002", {}, {}}, {"warship", {}, "#000003", {}, "⚓"}};
  fixture.options.style = std::make_shared<const PictureStyle>(style);
  const std::string svg = exported(fixture, "svg");
  EXPECT_THAT(svg, HasSubstr("#000003"));
  EXPECT_THAT(svg, HasSubstr(">⚓ boat</text>"));
  EXPECT_THAT(svg, Not(HasSubstr("#000001")));
}

TEST(Style, MakesLinesAsWideAsTheirEvidence) {
  PictureStyle style;
  style.edge_width = "evidence";
  const std::string svg = drawn(
      "fact a p b\nevidence s \"one\" 1 2\nevidence s \"two\" 3 4\nevidence s \"six\" 5 6\nevidence s \"ten\" 7 8\nc p "
      "d\n",
      style);
  EXPECT_THAT(svg, HasSubstr("stroke-width=\"5\""));
  EXPECT_THAT(svg, HasSubstr("stroke-width=\"2.9\""));
}

TEST(Style, SaysAllAtALineByItsTemplate) {
  PictureStyle style;
  style.edge_label.pieces = {{"relation", true, 0}, {" in ", false, 1}, {"place", true, 1}};
  for (const char* format : {"svg", "dot", "html"}) {
    const std::string picture = drawn("fact a met b\ntime 2020\nplace rome\nrome rdfs:label \"Rome\"\n", style, format);
    EXPECT_THAT(picture, HasSubstr("met in Rome")) << format;
  }
}

TEST(Style, DrawsALineWhoseTemplateIsEmpty) {
  PictureStyle style;
  style.edge_label.pieces = {{"claim", true, 0}};
  EXPECT_THAT(drawn("a p b\n", style), HasSubstr("class=\"edge\""));
}

TEST(Style, CountsAnAttributeThatNoNodeHas) {
  PictureStyle style;
  style.node_size = "weight-in-gold";
  for (const char* format : {"svg", "dot", "html"}) {
    ExportSummary summary;
    drawn("a p b\n", style, format, &summary);
    ASSERT_EQ(summary.losses.size(), 1U) << format;
    EXPECT_EQ(summary.losses[0].kind, "attribute that the style asks for, but nothing has");
  }
}

TEST(Style, ColoursThePageByValue) {
  PictureStyle style;
  style.node_colour = "side";
  const std::string page = drawn("a side \"red\"\na p b\nb side \"blue\"\n", style, "html");
  EXPECT_THAT(page, HasSubstr(".c0{--pale:#fbdcb8"));
  EXPECT_THAT(page, HasSubstr(".c1{--pale:#cfe3f5"));
}

}  // namespace
}  // namespace graphwright
