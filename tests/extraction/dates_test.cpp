#include "dates.hpp"

#include <gtest/gtest.h>

#include "names.hpp"

namespace graphwright::extraction {
namespace {

/// The time of the first date of a sentence in a report of a day.
std::string date(const std::string& text, std::string_view dateline = "2024-05-15") {
  const Lexicon lexicon;
  Register entities(lexicon);
  SentenceChunks sentence;
  sentence.stretch = {0, text.size()};
  sentence.tokens = tokens(text, sentence.stretch);
  find_names(text, lexicon, entities, sentence);
  find_dates(lexicon, parse_dateline(dateline), sentence);
  for (const Chunk& one : sentence.chunks)
    if (one.kind == ChunkKind::date) return one.time;
  return "no date";
}

TEST(Dates, AWeekdayIsTheLastOneBeforeTheReport) {
  EXPECT_EQ(date("They met on Monday."), "2024-05-13");
  EXPECT_EQ(date("They met on Wednesday."), "2024-05-15");
  EXPECT_EQ(date("They met on Monday.", "2024-05"), "");
}

TEST(Dates, OfDaysMonthsAndYears) {
  EXPECT_EQ(date("They met on November 7."), "2023-11-07");
  EXPECT_EQ(date("They met on 7 November 2022."), "2022-11-07");
  EXPECT_EQ(date("They met in March 2019."), "2019-03");
  EXPECT_EQ(date("They met in 1999."), "1999");
  EXPECT_EQ(date("They met in the early 1990s."), "199X");
  EXPECT_EQ(date("The war lasted from 1998 to 2000."), "1998/2000");
  EXPECT_EQ(date("They met yesterday."), "2024-05-14");
}

TEST(Dates, CountsAreNoYears) { EXPECT_EQ(date("They sent 2000 soldiers."), "no date"); }

TEST(Dates, NextWeekdayForPlans) { EXPECT_EQ(next_weekday("friday", parse_dateline("2024-05-15")), "2024-05-17"); }

}  // namespace
}  // namespace graphwright::extraction
