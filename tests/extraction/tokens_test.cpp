#include "tokens.hpp"

#include <gmock/gmock.h>

namespace graphwright::extraction {
namespace {

using testing::ElementsAre;

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> out;
  for (const Stretch one : sentences(text)) out.emplace_back(text.substr(one.begin, one.end - one.begin));
  return out;
}

std::vector<std::string> keys(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& one : tokens(text, {0, text.size()})) out.push_back(one.key);
  return out;
}

TEST(Sentences, EndNotBehindAbbreviations) {
  EXPECT_THAT(cut("Gen. Ada Smith met U.S. envoys. Lt. Col. Roth did not."),
              ElementsAre("Gen. Ada Smith met U.S. envoys.", "Lt. Col. Roth did not."));
}

TEST(Sentences, EndBehindAnAbbreviationBeforeAWordThatBeginsOne) {
  EXPECT_THAT(cut("They flew to the U.S. The talks failed."),
              ElementsAre("They flew to the U.S.", "The talks failed."));
}

TEST(Sentences, GoOnOverWrappedLines) {
  EXPECT_THAT(cut("The foreign ministers of the two neighbouring states met in\nLima on Monday."),
              ElementsAre("The foreign ministers of the two neighbouring states met in\nLima on Monday."));
}

TEST(Tokens, PartPossessivesAndCompounds) {
  EXPECT_THAT(keys("Peru’s Chilean-backed cease-fire"), ElementsAre("peru", "'s", "chilean", "-backed", "cease-fire"));
}

TEST(Tokens, PartWhatWasBefore) { EXPECT_THAT(keys("ex-president Roth"), ElementsAre("ex", "president", "roth")); }

TEST(Tokens, KeepAbbreviationsAndNumbersWhole) {
  EXPECT_THAT(keys("U.S. Gen. Roth, 2,000 men"), ElementsAre("u.s.", "gen.", "roth", ",", "2,000", "men"));
}

}  // namespace
}  // namespace graphwright::extraction
