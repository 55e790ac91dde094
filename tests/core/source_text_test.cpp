#include "graphwright/source_text.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

/// The slice of code points [begin, end), counted one by one.
std::string slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  std::uint32_t seen = 0;
  bool inside = false;
  for (char byte : text) {
    if (!is_continuation_byte(byte)) {
      inside = seen >= begin && seen < end;
      ++seen;
    }
    if (inside) out += byte;
  }
  return out;
}

Passage only(const SourceText& source, std::string_view quote, std::string_view prefix = {},
             std::string_view suffix = {}) {
  const auto found = source.find({quote, prefix, suffix});
  EXPECT_EQ(found.size(), 1U) << quote;
  if (found.empty()) return {};
  EXPECT_EQ(slice(source.text(), found[0].begin, found[0].end), found[0].text);
  return found[0];
}

TEST(SourceText, FindsAQuoteAcrossALineBreak) {
  const SourceText source("The three of them\r\n  met in\tWashington.\n");
  const Passage found = only(source, "them met in Washington");
  EXPECT_EQ(found.text, "them\r\n  met in\tWashington");
  EXPECT_EQ(found.begin, 13U);
  EXPECT_EQ(found.end, 38U);
}

TEST(SourceText, CountsCodePointsNotBytes) {
  const SourceText source("Հայաստան и 😀 Armenia");
  const Passage found = only(source, "Armenia");
  EXPECT_EQ(found.begin, 13U);
  EXPECT_EQ(found.end, 20U);
}

TEST(SourceText, ComparesAfterNormalisation) {
  const SourceText decomposed("In Xanke\xCC\x81ndi cafe\xCC\x81 noir");
  const Passage found = only(decomposed, "caf\xC3\xA9 noir");
  EXPECT_EQ(found.text, "cafe\xCC\x81 noir");
  EXPECT_EQ(found.begin, 13U);
  const SourceText composed("un caf\xC3\xA9 noir");
  EXPECT_EQ(only(composed, "cafe\xCC\x81").text, "caf\xC3\xA9");
  EXPECT_TRUE(decomposed.find({"cafe", {}, {}}).empty()) << "a letter without its accent is another letter";
}

TEST(SourceText, FoldsQuotationMarksAndDashes) {
  const SourceText source("He called it a “very positive sign” – or ‘so it seems’ — and left\u00A0early.");
  EXPECT_EQ(only(source, "\"very positive sign\" - or 'so it seems'").text, "“very positive sign” – or ‘so it seems’");
  EXPECT_EQ(only(source, "left early").text, "left\u00A0early");
}

TEST(SourceText, LeavesOutInvisibleCharacters) {
  const SourceText source("\uFEFFcease\u00ADfire\u200B held");
  const Passage found = only(source, "ceasefire");
  EXPECT_EQ(found.text, "cease\u00ADfire");
  EXPECT_EQ(found.begin, 1U);
  EXPECT_EQ(only(source, "cease\u00ADfire held").text, "cease\u00ADfire\u200B held");
}

TEST(SourceText, GivesEachPlaceOfARepeatedQuote) {
  const SourceText source("Armenia accused Azerbaijan. Azerbaijan accused Armenia.");
  const auto found = source.find({"Azerbaijan", {}, {}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].begin, 16U);
  EXPECT_EQ(found[1].begin, 28U);
  EXPECT_EQ(only(source, "Azerbaijan", "accused").begin, 16U);
  EXPECT_EQ(only(source, "Azerbaijan", {}, "accused Armenia").begin, 28U);
  EXPECT_EQ(only(source, "Azerbaijan", "Azerbaijan. ").begin, 28U);
  EXPECT_TRUE(source.find({"Azerbaijan", "Armenia", {}}).empty());
  EXPECT_EQ(source.find({"a", {}, {}}, 3).size(), 3U);
}

TEST(SourceText, DoesNotFindWhatIsNotThere) {
  const SourceText source("short");
  EXPECT_TRUE(source.find({"a longer text than the source", {}, {}}).empty());
  EXPECT_TRUE(source.find({"", {}, {}}).empty());
  EXPECT_TRUE(source.find({" \n ", {}, {}}).empty());
  EXPECT_TRUE(SourceText("").find({"x", {}, {}}).empty());
}

TEST(SourceText, SaysHowFarAQuoteGoes) {
  const SourceText source("War came back in 2020. For six weeks they\nfought.");
  const auto near = source.find_nearest("For six weeks them");
  ASSERT_TRUE(near);
  EXPECT_EQ(near->words, 3U);
  EXPECT_EQ(near->wanted, "them");
  EXPECT_EQ(near->next, "they");
  EXPECT_EQ(near->passage.begin, 23U);
  EXPECT_FALSE(source.find_nearest("For six months"));
  EXPECT_FALSE(source.find_nearest(""));
}

TEST(SourceText, KnowsLinesAndColumns) {
  const SourceText source("Ա\nбв г\n");
  EXPECT_EQ(source.position(0).line, 1U);
  EXPECT_EQ(source.position(5).line, 2U);
  EXPECT_EQ(source.position(5).column, 4U);
}

TEST(SourceText, KnowsItsHash) {
  EXPECT_EQ(SourceText("abc").sha256(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(SourceText, EveryStretchOfWildTextIsFoundWithItsOffsets) {
  const std::vector<std::string> pieces{
      "a", "b", " ", "\n",     "\r\n",   "\u00A0",       "e\xCC\x81", "\xC3\xA9",     "’",           "\"", "“", "–",
      "-", "ա", "😀", "\u00AD", "\uAC00", "\u1100\u1161", "Å",         "\u0323\u0307", "\u0307\u0323"};
  std::mt19937 random(7);  // NOLINT: the same text in each run
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    const SourceText source(text);
    for (const Passage& found : source.find({"a", {}, {}}, 100))
      EXPECT_EQ(slice(text, found.begin, found.end), found.text);
    const auto begin = random() % 20;
    const std::string quote = slice(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 30));
    for (const Passage& found : source.find({quote, {}, {}}))
      EXPECT_EQ(slice(text, found.begin, found.end), found.text);
    const auto whole = source.find({text, {}, {}});
    EXPECT_EQ(whole.size(), 1U);
  }
}

TEST(SourceText, SearchesHostileTextInLinearTime) {
  const SourceText source(std::string(2'000'000, 'a'));
  EXPECT_TRUE(source.find({std::string(1'000'000, 'a') + "b", {}, {}}).empty());
  EXPECT_EQ(source.find({std::string(1'000'000, 'a'), {}, {}}, 2).size(), 2U);
}

}  // namespace
}  // namespace graphwright
