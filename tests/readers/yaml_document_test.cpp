#include "yaml_document.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace graphwright {
namespace {

struct Read {
  explicit Read(std::string_view text) {
    ReadOptions options;
    options.file = diagnostics.add_file("x.yaml");
    document = YamlDocument::read(*memory_source(text), options, diagnostics);
    for (const Diagnostic& one : diagnostics.all())
      messages.push_back(fmt::format("{}:{} {}", one.location.line, one.location.column, one.code));
  }

  Diagnostics diagnostics;
  YamlDocument document;
  std::vector<std::string> messages;
};

using Messages = std::vector<std::string>;

const YamlNode& value(const Read& read, std::size_t index) { return read.document.root().entries.at(index).value; }

TEST(YamlDocument, KeepsScalarsAsTheyAreWritten) {
  const Read read("a: NO\nb: 1.10\nc: 010\nd: 2024-02-30\ne: null\nf: \"x\\ty\"\ng: 'it''s'\nh: true\n");
  EXPECT_EQ(read.messages, Messages{});
  ASSERT_EQ(read.document.root().entries.size(), 8U);
  const std::vector<std::string> texts{"NO", "1.10", "010", "2024-02-30", "null", "x\ty", "it's", "true"};
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(value(read, i).text, texts[i]);
}

TEST(YamlDocument, KnowsWhereNodesStand) {
  const Read read("Հայ: x\nlist:\n  - ё: [a, բգ]\n    б: y\n");
  EXPECT_EQ(read.messages, Messages{});
  EXPECT_EQ(value(read, 0).location.column, 6U);
  const YamlNode& item = value(read, 1).items.at(0);
  EXPECT_EQ(item.entries.at(0).location.line, 3U);
  EXPECT_EQ(item.entries.at(0).location.column, 5U);
  EXPECT_EQ(item.entries.at(0).value.items.at(1).location.column, 12U);
  EXPECT_EQ(item.entries.at(1).location.line, 4U);
}

TEST(YamlDocument, FindsWordsInsideScalars) {
  const Read read(
      "a: one two\nb: 'it''s two'\nc: \"say \\\"x\\\" \\u0541 two\"\nd: >-\n  one\n  two\ne: one\n  two\nf: |\n  one\n "
      " two\n");
  EXPECT_EQ(read.messages, Messages{});
  const std::vector<std::pair<int, int>> places{{1, 8}, {2, 11}, {3, 22}, {6, 3}, {8, 3}, {11, 3}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const YamlNode& node = value(read, i);
    const Location at = read.document.locate(node, node.text.find("two"));
    EXPECT_EQ(std::pair(static_cast<int>(at.line), static_cast<int>(at.column)), places[i]) << node.text;
  }
}

TEST(YamlDocument, KeepsTheFirstOfTwoEqualKeys) {
  const Read read("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(read.messages, Messages{"3:1 duplicate-key"});
  EXPECT_EQ(read.document.root().entries.size(), 2U);
  EXPECT_EQ(value(read, 0).text, "1");
  EXPECT_EQ(read.diagnostics.all()[0].notes.at(0).location.line, 1U);
}

TEST(YamlDocument, TellsAMissingValueFromEmptyText) {
  const Read read("a:\nb: ''\nc: ~\n");
  EXPECT_EQ(value(read, 0).kind, YamlNode::Kind::missing);
  EXPECT_EQ(value(read, 0).location.line, 1U);
  EXPECT_EQ(value(read, 1).kind, YamlNode::Kind::scalar);
  EXPECT_EQ(value(read, 2).kind, YamlNode::Kind::missing);
}

TEST(YamlDocument, ReadsEveryLineEnd) {
  for (std::string_view text : {"a: x\nb: y\n", "a: x\r\nb: y\r\n", "a: x\rb: y\r",
                                "\xEF\xBB\xBF"
                                "a: x\nb: y"}) {
    const Read read(text);
    EXPECT_EQ(read.messages, Messages{}) << text;
    ASSERT_EQ(read.document.root().entries.size(), 2U) << text;
    EXPECT_EQ(read.document.root().entries[1].location.line, 2U);
    EXPECT_EQ(value(read, 1).text, "y");
  }
}

TEST(YamlDocument, RefusesWhatIsNoText) {
  EXPECT_EQ(Read("a: caf\xE9\n").messages, Messages{"1:7 not-utf8"});
  EXPECT_EQ(Read("\xFF\xFE"
                 "a")
                .messages,
            Messages{"1:1 not-utf8"});
  EXPECT_EQ(Read(std::string_view("a: b\nc: \0d\n", 11)).messages, Messages{"2:4 control-character"});
  EXPECT_EQ(Read("a:\n\tb: 1\n  \tc: 1\n\t\n\t# x\n").messages,
            (Messages{"2:1 tab-indentation", "3:3 tab-indentation"}));
}

TEST(YamlDocument, RefusesAnchorsAliasesAndTags) {
  EXPECT_EQ(Read("a: &x 1\nb: *x\nc: !!str 2\n").messages,
            (Messages{"1:4 yaml-anchor", "2:4 yaml-anchor", "3:4 yaml-anchor"}));
}

TEST(YamlDocument, ExpandsNoBomb) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'z'; ++c)
    bomb +=
        fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c, static_cast<char>(c - 1));
  const Read read(bomb);
  EXPECT_TRUE(read.diagnostics.has_errors());
}

TEST(YamlDocument, RefusesDepthInLinearTime) {
  const std::string open(200'000, '[');
  EXPECT_EQ(Read("a: " + open).messages, Messages{"1:36 too-deep"});
  EXPECT_EQ(Read("a: " + std::string(200'000, '{')).messages, Messages{"1:67 too-deep"});
  std::string nested;
  for (int i = 0; i < 3000; ++i) nested += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_EQ(Read(nested).messages, Messages{"65:65 too-deep"});
}

TEST(YamlDocument, LocatesNodesOfOneLongLineInLinearTime) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += fmt::format("\"k{}\": \"ü\", ", i);
  text += "\"end\": 1}";
  const Read read(text);
  EXPECT_EQ(read.messages, Messages{});
  const std::size_t code_points = text.size() - 100'000;
  EXPECT_EQ(read.document.root().entries.back().location.column, code_points - 8);
}

TEST(YamlDocument, RefusesFurtherDocuments) {
  EXPECT_EQ(Read("a: 1\n---\nb: 2\n").messages, Messages{"2:1 yaml-documents"});
  const Read broken("- a\nb: c\n");
  EXPECT_EQ(broken.messages, Messages{"2:1 yaml-documents"});
  EXPECT_EQ(broken.diagnostics.all()[0].message,
            "this line does not go on what stands above it; check its indentation");
  EXPECT_FALSE(broken.document.is_complete());
}

TEST(YamlDocument, RefusesKeysThatAreNoWords) {
  EXPECT_EQ(Read("[a, b]: c\nd: e\n").messages, Messages{"1:1 wrong-type"});
}

struct Broken {
  std::string_view text;
  std::string_view place;
  std::string_view message;
};

TEST(YamlDocument, SaysInPlainWordsWhatIsWrong) {
  const std::vector<Broken> cases{
      {"title: Talks: a brief\n", "1:13", "a second ': ' on one line; put a text that holds ': ' in quotation marks"},
      {"a: b\n c: d\n", "2:3", "a key cannot stand here; check the indentation of this line and of the one above"},
      {"a:\n    b: 1\n  c: 2\n", "3:3",
       "this line is indented neither like the lines above nor like what they belong to"},
      {"a: \"Hello\" he said\n", "1:12",
       "text goes on after a closing \" mark; put the whole text in the other kind of quotation marks"},
      {"a: @x\n", "1:4", "a text cannot begin with '@'; put it in quotation marks"},
      {"a: `x\n", "1:4", "a text cannot begin with '`'; put it in quotation marks"},
      {"a: - b\n", "1:4", "a list item ('- ') begins a line of its own"},
      {"a: *x\n", "1:4", "a text cannot begin with '*'; put it in quotation marks"},
      {"a: [1, 2\n", "2:1", "a '[' is never closed, or a ',' is missing"},
      {"a: {b: c\nd: e\n", "2:2", "a '{' is never closed, or a ',' is missing"},
      {"a: \"x\nb: c\n", "1:4", "the quotation mark is never closed"},
      {"a: 'x\nb: c\n", "1:4", "the quotation mark is never closed"},
  };
  for (const Broken& one : cases) {
    const Read read(one.text);
    ASSERT_EQ(read.messages, Messages{std::string(one.place) + " yaml-syntax"}) << one.text;
    EXPECT_EQ(read.diagnostics.all()[0].message, one.message);
    EXPECT_FALSE(read.document.is_complete());
  }
  EXPECT_EQ(Read("a: [1, 2\n").diagnostics.all()[0].notes.at(0).message, "'[' opened here");
}

TEST(YamlDocument, KeepsWhatStandsBeforeAnError) {
  const Read read("a: 1\nb: {c: d}\ne: @\n");
  ASSERT_EQ(read.document.root().entries.size(), 3U);
  EXPECT_EQ(value(read, 0).text, "1");
  EXPECT_TRUE(value(read, 2).is_unreadable());
}

}  // namespace
}  // namespace graphwright
