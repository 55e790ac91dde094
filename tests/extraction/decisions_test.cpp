#include "graphwright/decisions.hpp"

#include <gmock/gmock.h>

namespace graphwright {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ReadArticle article_of(const std::string& text) {
  static const Extractor extractor;
  ReadArticle out;
  out.name = "report";
  out.article.text = text;
  out.claims = extractor.extract(text, {});
  return out;
}

std::vector<std::string> facts_of(const ReadArticle& article) {
  std::vector<std::string> out;
  for (const Claim& one : article.claims)
    out.push_back(one.relation + " " + one.subject + " > " + one.object + ": " +
                  article.article.text.substr(one.begin, one.end - one.begin));
  return out;
}

/// What is drafted of `after` when the first fact of `before` got a verdict.
std::vector<std::string> redrafted(const std::string& before, Verdict verdict, const std::string& after) {
  const ReadArticle first = article_of(before);
  Decisions decisions;
  decisions.add(decision_on(first, first.claims.at(0), verdict));
  Diagnostics diagnostics;
  ReadArticle second = article_of(after);
  decisions.apply(second, diagnostics);
  return facts_of(second);
}

TEST(Decisions, RejectedFactsDoNotComeBack) {
  const std::string text = "Norway attacked Iceland with ships.";
  EXPECT_THAT(redrafted(text, Verdict::rejected, text), IsEmpty());
  EXPECT_THAT(redrafted(text, Verdict::rejected, "On Monday, Norway attacked\nIceland with ten ships."), IsEmpty());
  EXPECT_THAT(redrafted("Norway met Iceland.", Verdict::rejected, "Iceland met Norway."), IsEmpty());
}

TEST(Decisions, OtherWordsOfTheSameFactAreAskedAboutAnew) {
  EXPECT_THAT(redrafted("Norway attacked Iceland.", Verdict::rejected, "Norwegian warplanes bombed Iceland."),
              ElementsAre("attacked Norway > Iceland: Norwegian warplanes bombed Iceland"));
}

TEST(Decisions, AcceptedFactsStayWhereTheyAreNotDraftedAnyMore) {
  EXPECT_THAT(redrafted("Norway attacked Iceland.", Verdict::accepted, "That Norway attacked Iceland? Never."),
              ElementsAre("attacked Norway > Iceland: Norway attacked Iceland"));
  EXPECT_THAT(redrafted("Norway attacked Iceland.", Verdict::accepted, "Fog. Iceland, attacked: Norway! Sun."),
              ElementsAre("attacked Norway > Iceland: Iceland, attacked: Norway!"));
}

TEST(Decisions, OfEqualFactsTheLikestIsMeant) {
  const std::string one = "Norway attacked Iceland with ships on Monday.";
  const std::string other = "Norway attacked Iceland with aircraft on Friday.";
  ReadArticle both = article_of(one + "\n\n" + other);
  ReadArticle second = article_of(other);
  Decisions decisions;
  decisions.add(decision_on(second, second.claims.at(0), Verdict::accepted));
  Diagnostics diagnostics;
  decisions.apply(both, diagnostics);
  std::vector<Verdict> verdicts;
  for (const Claim& claim : both.claims) verdicts.push_back(claim.verdict);
  EXPECT_EQ(verdicts.back(), Verdict::accepted);
  EXPECT_EQ(std::count(verdicts.begin(), verdicts.end(), Verdict::accepted), 1);
}

TEST(Decisions, TheirTextDoesNotDependOnTheirOrder) {
  const ReadArticle article = article_of("Norway attacked Iceland.\n\nPeru met Chile.");
  ASSERT_EQ(article.claims.size(), 2U);
  Decisions forth;
  Decisions back;
  for (const Claim& one : article.claims) forth.add(decision_on(article, one, Verdict::accepted));
  back.add(decision_on(article, article.claims[1], Verdict::accepted));
  back.add(decision_on(article, article.claims[0], Verdict::rejected));
  back.add(decision_on(article, article.claims[0], Verdict::accepted));
  EXPECT_EQ(forth.text(), back.text());
  Decisions again;
  Diagnostics diagnostics;
  again.read(forth.text(), FileId::none, diagnostics);
  EXPECT_EQ(again.text(), forth.text());
  EXPECT_EQ(diagnostics.error_count(), 0U);
}

TEST(Decisions, AForeignFileIsNoneOfThem) {
  Decisions decisions;
  Diagnostics diagnostics;
  decisions.read("my notes\nmore\n", FileId::none, diagnostics);
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.all()[0].location.line, 1U);
  EXPECT_EQ(diagnostics.all()[0].message,
            "a file of decisions has here the line '# Decisions of graphwright extract --review. Delete a line to be "
            "asked again.'");
}

}  // namespace
}  // namespace graphwright
