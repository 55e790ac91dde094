#include <gmock/gmock.h>

#include "graphwright/article.hpp"
#include "graphwright/extraction.hpp"

namespace graphwright {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> drafted(std::string_view text, const std::string& date = "2024-05-15") {
  static const Extractor extractor;
  std::vector<std::string> out;
  for (const Claim& one : extractor.extract(text, {.date = date, .title = {}, .publisher = {}, .url = {}}))
    out.push_back(one.relation + " " + one.subject + " > " + one.object + " " + std::string(name(one.modality)));
  return out;
}

TEST(Extractor, EachRuleProvesItself) { EXPECT_THAT(Extractor().failing_rules(), IsEmpty()); }

TEST(Extractor, ListsOfOfficesAndNames) {
  EXPECT_THAT(
      drafted("The foreign ministers of Peru and Chile, Ana Rojas and Luis Vega, left."),
      ElementsAre("holds-office Ana Rojas > foreign minister asserted", "represents Ana Rojas > Peru asserted",
                  "holds-office Luis Vega > foreign minister asserted", "represents Luis Vega > Chile asserted"));
}

TEST(Extractor, RolesWhoseOwnerStandsElsewhere) {
  EXPECT_THAT(drafted("The envoy of the Secretary-General of the United Nations, Ana Rojas, left."),
              Contains("represents Ana Rojas > United Nations asserted"));
  EXPECT_THAT(drafted("Norway and Iceland signed when their foreign ministers, Ana Rojas and Luis Vega, met."),
              Contains("represents Luis Vega > Iceland asserted"));
  EXPECT_THAT(drafted("They saw the United Nations, whose envoy, Ana Rojas, left."),
              Contains("represents Ana Rojas > United Nations asserted"));
  EXPECT_THAT(drafted("Peruvian President Luis Vega and Foreign Minister Ana Rojas left."),
              Contains("represents Ana Rojas > Peru asserted"));
}

TEST(Extractor, ARoleEndsWhereMoreIsSaidOfIt) {
  EXPECT_THAT(drafted("General Luis Vega, the military governor installed by Norway, left."),
              Contains("holds-office Luis Vega > military governor asserted"));
  EXPECT_THAT(drafted("The rebels ousted President Luis Vega."), Not(Contains(HasSubstr("represents Luis Vega"))));
  EXPECT_THAT(drafted("Ana Rojas, Norway's minister of water and energy, left."),
              Contains("holds-office Ana Rojas > minister of water and energy asserted"));
}

TEST(Extractor, WhoLeadsWhatIsTheirs) {
  EXPECT_THAT(drafted("Luis Vega's Civic Union Party left."), Contains("leads Luis Vega > Civic Union Party asserted"));
  EXPECT_THAT(drafted("Luis Vega's rebels left."), Contains("leads Luis Vega > rebels asserted"));
}

TEST(Extractor, PlacesInPlaces) {
  EXPECT_THAT(drafted("He died in Dayton, Ohio, on Monday."), Contains("region-part-of Dayton > Ohio asserted"));
  EXPECT_THAT(drafted("Shells fell on Rafah, in the south of the Gaza Strip."),
              Contains("region-part-of Rafah > Gaza Strip asserted"));
  EXPECT_THAT(drafted("He left Darfur, which makes up a third of Sudan."),
              Contains("region-part-of Darfur > Sudan asserted"));
}

TEST(Extractor, MembersOfWhich) {
  EXPECT_THAT(drafted("NATO, of which both Norway and Iceland are members, agreed."),
              Contains("member-of Iceland > NATO asserted"));
}

TEST(Extractor, OneSideAloneMakesNoCeasefire) {
  EXPECT_THAT(drafted("Norway has fought Iceland since May. Norway declared a truce on Monday."),
              Not(Contains(HasSubstr("ceasefire-with"))));
}

TEST(Extractor, AnActIsItsDoers) {
  EXPECT_THAT(drafted("Norway bombed Iceland on Monday. Peru denounced the raids."),
              Contains("condemned Peru > Norway asserted"));
}

TEST(Extractor, PlansAreNoFacts) {
  EXPECT_THAT(drafted("Norway will meet Iceland."), Contains("met-with Norway > Iceland hypothetical"));
  EXPECT_THAT(drafted("Norway wants to send soldiers to Iceland."),
              Contains("deployed-troops-to Norway > Iceland hypothetical"));
  EXPECT_THAT(drafted("Norway called for a cease-fire between Peru and Chile."),
              Contains("ceasefire-with Peru > Chile hypothetical"));
}

TEST(Extractor, DenialsAreNoFacts) {
  EXPECT_THAT(drafted("Norway has not attacked Iceland."), Contains("attacked Norway > Iceland denied"));
  EXPECT_THAT(drafted("Norway refused to recognize Iceland."), Contains("recognized Norway > Iceland denied"));
  EXPECT_THAT(drafted("Peru accuses Norway of backing the rebels. Norway denies that."),
              Contains("backs Norway > rebels denied"));
}

TEST(Extractor, WhatSomebodySaysIsAttributed) {
  EXPECT_THAT(drafted("Peru said that Norway had attacked Iceland."), Contains("attacked Norway > Iceland attributed"));
  EXPECT_THAT(drafted("Norway had attacked Iceland, Peru said."), Contains("attacked Norway > Iceland attributed"));
}

TEST(Extractor, QuotesAreSlicesOfTheText) {
  const std::string text = "São Tomé’s Ana Rojas met Luis Vega.";
  for (const Claim& one : Extractor().extract(text, {})) EXPECT_LE(one.end, text.size());
}

TEST(Extractor, StandsOddTexts) {
  EXPECT_THAT(drafted(""), IsEmpty());
  EXPECT_THAT(drafted("\n\n\n"), IsEmpty());
  EXPECT_THAT(drafted("PRESIDENT OF PERU MET PRESIDENT OF CHILE IN LIMA"), Not(Contains("x")));
  std::string longest;
  for (int i = 0; i < 10000; ++i) longest += "Norway and ";
  EXPECT_NO_THROW(drafted(longest));
  EXPECT_NO_THROW(drafted(std::string(100000, '(')));
  EXPECT_NO_THROW(drafted(std::string(100000, '-')));
}

TEST(Extractor, KnowsWhatIsNotEnglish) {
  const Extractor extractor;
  EXPECT_TRUE(extractor.is_foreign(
      "Die Außenminister beider Länder trafen sich am Montag zu Gesprächen und sprachen dabei lange über Fischerei, "
      "über "
      "Grenzen sowie über Flüchtlinge, wie ein Sprecher danach mitteilte, ohne weitere Einzelheiten zu nennen."));
  EXPECT_FALSE(extractor.is_foreign("The foreign ministers of the two states met."));
}

TEST(Extractor, UsersRulesMustProveThemselves) {
  Extractor extractor;
  Diagnostics diagnostics;
  const FileId file = diagnostics.add_file("my.rules");
  extractor.add_rules(
      "# mine\ngreet | met-with | verb greet | subj | obj | Norway greeted Iceland. | Norway, Iceland\n", file,
      diagnostics);
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.all()[0].location.line, 2U);
  EXPECT_EQ(diagnostics.all()[0].message, "no class of words is called 'greet'");
  extractor.add_rules("attack | attacked | verb attack | obj | subj | Norway attacked Iceland. | Iceland, Peru\n", file,
                      diagnostics);
  ASSERT_EQ(diagnostics.error_count(), 2U);
  EXPECT_EQ(diagnostics.all()[1].message, "the rule 'attack' does not give the facts of its example: Iceland, Peru");
}

TEST(Extractor, UsersNames) {
  Extractor extractor;
  Diagnostics diagnostics;
  extractor.add_names("polity | Freedonia | | Freedonian Freedonians | Fredville\nriver | Elwha\n",
                      diagnostics.add_file("my.names"), diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.all()[0].location.line, 2U);
  const std::vector<Claim> claims = extractor.extract("Freedonian troops attacked Peru.", {});
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].subject, "Freedonia");
}

TEST(Article, PageGivesItsMainText) {
  const NewsArticle article = read_article(
      "<!doctype html><html><head><title>T</title><meta property='article:published_time' content='2024-05-15T10:00'>"
      "<meta property='og:site_name' content='The Wire'></head><body><nav><p>Menu</p></nav><article><h1>Talks</h1>"
      "<p>Norway &amp; Iceland <b>met</b>.</p><script>x</script></article><p>Related</p></body></html>",
      true);
  EXPECT_EQ(article.text, "Talks\n\nNorway & Iceland met.\n\n");
  EXPECT_EQ(article.info.date, "2024-05-15");
  EXPECT_EQ(article.info.publisher, "The Wire");
}

TEST(Article, HeaderIsBlanked) {
  const NewsArticle article = read_article("Title: Talks\nDate: 2024-05-15\n\nNorway left.\n", false);
  EXPECT_EQ(article.info.title, "Talks");
  EXPECT_EQ(article.info.date, "2024-05-15");
  EXPECT_EQ(article.text.size(), 44U);
  EXPECT_THAT(article.text, Not(HasSubstr("Title")));
}

}  // namespace
}  // namespace graphwright
