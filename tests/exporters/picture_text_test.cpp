#include "picture_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_style.hpp"

namespace graphwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("Collective Security Treaty Organization", 24, 3),
              ElementsAre("Collective Security", "Treaty Organization"));
  EXPECT_THAT(wrap("  a \n b\tc ", 24, 3), ElementsAre("a b c"));
  EXPECT_THAT(wrap("", 24, 3), IsEmpty());
}

TEST(Wrap, MakesLinesEven) {
  EXPECT_THAT(wrap("Joint statement of 7 November 2022", 24, 3), ElementsAre("Joint statement of", "7 November 2022"));
}

TEST(Wrap, EndsInAnEllipsisWhereLinesAreTooFew) {
  EXPECT_THAT(wrap("one two three four five", 9, 2), ElementsAre("one two", "three…"));
  EXPECT_THAT(wrap("one two three", 9, 1), ElementsAre("one two…"));
}

TEST(Wrap, CutsLongWordsAtHyphensElseAnywhere) {
  EXPECT_THAT(wrap("signed-agreement-with", 18, 3), ElementsAre("signed-agreement-", "with"));
  EXPECT_THAT(wrap("abcdefghij", 4, 3), ElementsAre("abcd", "efgh", "ij"));
}

TEST(Wrap, DoesNotPartLettersFromTheirMarks) {
  EXPECT_THAT(wrap("e\u0301e\u0301e\u0301", 2, 3), ElementsAre("e\u0301e\u0301", "e\u0301"));
}

TEST(Shorten, CountsLetters) {
  EXPECT_EQ(shorten("Հայաստան", 8), "Հայաստան");
  EXPECT_EQ(shorten("Հայաստան", 4), "Հայ…");
}

TEST(TimeWords, SayDatesAsPeopleDo) {
  EXPECT_EQ(time_words("2022-11-07"), "7 Nov 2022");
  EXPECT_EQ(time_words("2022-11"), "Nov 2022");
  EXPECT_EQ(time_words("2022"), "2022");
  EXPECT_EQ(time_words("199X"), "1990s");
  EXPECT_EQ(time_words("19XX"), "1900s");
  EXPECT_EQ(time_words("2022-XX"), "2022");
  EXPECT_EQ(time_words("2022-11-XX"), "Nov 2022");
  EXPECT_EQ(time_words("2021-21"), "spring 2021");
  EXPECT_EQ(time_words("1992~"), "c. 1992");
  EXPECT_EQ(time_words("1992?"), "1992?");
  EXPECT_EQ(time_words("1992-05%"), "c. May 1992?");
  EXPECT_EQ(time_words("2022-11-07T10:00:00Z"), "7 Nov 2022");
}

TEST(TimeWords, SayIntervals) {
  EXPECT_EQ(time_words("1998/2000"), "1998–2000");
  EXPECT_EQ(time_words("2022-11-07/2022-11-08"), "7–8 Nov 2022");
  EXPECT_EQ(time_words("2020-09-27/2020-11-10"), "27 Sep–10 Nov 2020");
  EXPECT_EQ(time_words("1992/.."), "since 1992");
  EXPECT_EQ(time_words("1992/"), "since 1992");
  EXPECT_EQ(time_words("../2020-05"), "until May 2020");
}

TEST(TimeWords, LeaveWhatTheyCannotSay) {
  for (const char* time : {"Y170000002", "-0044", "../..", "", "2022-13", "20", "XXXX", "/"})
    EXPECT_EQ(time_words(time), time);
}

TEST(ClassStyle, IsTheSameForAClassWhateverElseIsThere) {
  EXPECT_EQ(class_style("Person").fill, class_style("person").fill);
  EXPECT_NE(class_style("Person").shape, class_style("Place").shape);
  EXPECT_EQ(class_style("Dam").fill, class_style("Dam").fill);
  EXPECT_FALSE(class_style("Dam").line.empty());
}

}  // namespace
}  // namespace graphwright
