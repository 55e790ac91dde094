#include "graphwright/time_span.hpp"

#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

/// A span as `earliest..latest`, a question mark for an end that is absent, or the error's message.
std::string span_of(std::string_view edtf) {
  const TimeResult result = parse_time(edtf);
  if (result.error) return result.error->message;
  const auto end = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string("?"); };
  return end(result.span->earliest) + ".." + end(result.span->latest);
}

struct SpanCase {
  std::string_view edtf;
  std::string_view span;
};

void check(std::initializer_list<SpanCase> cases) {
  for (const SpanCase& one : cases) EXPECT_EQ(span_of(one.edtf), one.span) << one.edtf;
}

TEST(TimeSpan, ReadsDatesOfEachPrecision) {
  check({{"2022-11-07", "2022-11-07..2022-11-07"},
         {"2022-11", "2022-11-01..2022-11-30"},
         {"2022", "2022-01-01..2022-12-31"},
         {"0000", "0000-01-01..0000-12-31"},
         {"9999-12-31", "9999-12-31..9999-12-31"}});
}

TEST(TimeSpan, KnowsLeapYears) {
  check({{"2024-02-29", "2024-02-29..2024-02-29"},
         {"2000-02-29", "2000-02-29..2000-02-29"},
         {"0000-02-29", "0000-02-29..0000-02-29"},
         {"-0004-02-29", "-0004-02-29..-0004-02-29"},
         {"2024-02", "2024-02-01..2024-02-29"},
         {"1900-02", "1900-02-01..1900-02-28"},
         {"1900-02-29", "'1900-02-29' does not exist: that month has 28 days"}});
}

TEST(TimeSpan, ReadsDateTimes) {
  check({{"2022-11-07T10:00:00", "2022-11-07..2022-11-07"},
         {"2022-11-07T23:59:59Z", "2022-11-07..2022-11-07"},
         {"2022-11-07T23:30:00-05:00", "2022-11-07..2022-11-07"},
         {"2022-11-07T00:00:00+04", "2022-11-07..2022-11-07"},
         {"2022-11-07T00:00:00+14:00", "2022-11-07..2022-11-07"},
         {"2022-11-07T24:00:00", "'2022-11-07T24:00:00' does not exist: a day ends at 23:59:59"},
         {"2022-11-07T10:60:00", "'2022-11-07T10:60:00' does not exist: a day ends at 23:59:59"},
         {"2022-11-07T10:00", "'2022-11-07T10:00' is not a time: a time of day is written hh:mm:ss"},
         {"2022-11T10:00:00", "'2022-11T10:00:00' is not a time: a time of day needs a whole date"},
         {"2022-11-07T10:00:00+14:01",
          "'2022-11-07T10:00:00+14:01' does not exist: time zones lie within 14 hours of UTC"},
         {"2022-11-07T10:00:00+04:60",
          "'2022-11-07T10:00:00+04:60' does not exist: time zones lie within 14 hours of UTC"},
         {"2022-11-07T10:00:00.5",
          "'2022-11-07T10:00:00.5' is not a time: a time zone is written Z, +04 or +04:30, and seconds have no "
          "fraction"},
         {"2022-02-30T10:00:00", "'2022-02-30T10:00:00' does not exist: that month has 28 days"}});
}

TEST(TimeSpan, ReadsQualifiers) {
  check({{"2022?", "2022-01-01..2022-12-31"},
         {"2022-11~", "2022-11-01..2022-11-30"},
         {"2022-11-07%", "2022-11-07..2022-11-07"},
         {"199X?", "1990-01-01..1999-12-31"},
         {"2022?~",
          "'2022?~' is not a time: one of ? ~ % may follow the whole date (% stands for uncertain and approximate)"},
         {"2022?-11",
          "'2022?-11' is not a time: one of ? ~ % may follow the whole date (% stands for uncertain and "
          "approximate)"}});
}

TEST(TimeSpan, ReadsUnspecifiedDigits) {
  check({{"199X", "1990-01-01..1999-12-31"},
         {"19XX", "1900-01-01..1999-12-31"},
         {"-199X", "-1999-01-01..-1990-12-31"},
         {"2022-XX", "2022-01-01..2022-12-31"},
         {"2022-11-XX", "2022-11-01..2022-11-30"},
         {"2022-XX-XX", "2022-01-01..2022-12-31"},
         {"2022-13-XX", "'2022-13-XX' does not exist: there is no month 13"}});
}

TEST(TimeSpan, ReadsSeasonsOfTheNorth) {
  check({{"2022-21", "2022-03-01..2022-05-31"},
         {"2022-22", "2022-06-01..2022-08-31"},
         {"2022-23", "2022-09-01..2022-11-30"},
         {"2022-24", "2022-12-01..2023-02-28"},
         {"2023-24~", "2023-12-01..2024-02-29"}});
}

TEST(TimeSpan, ReadsYearsBeyondFourDigitsAndBeforeZero) {
  check({{"Y17000", "17000-01-01..17000-12-31"},
         {"Y-170000002", "-170000002-01-01..-170000002-12-31"},
         {"-1985", "-1985-01-01..-1985-12-31"},
         {"-0043-03-15", "-0043-03-15..-0043-03-15"},
         {"-0000", "'-0000' is not a time: the year before 0001 is 0000, not -0000"},
         {"Y2022", "'Y2022' is not a time: the letter Y stands before years of more than four digits only"},
         {"Y01234", "'Y01234' is not a time: the letter Y stands before years of more than four digits only"},
         {"Y9999999999", "'Y9999999999' is not a time: years of more than nine digits are not read"},
         {"Y17E7", "'Y17E7' is not a time: this belongs to level 2 of EDTF, and only level 1 is read"},
         {"12022", "'12022' is not a time: a year takes four digits, or the letter Y before more than four"}});
}

TEST(TimeSpan, ReadsIntervals) {
  check({{"2020-09-27/2020-11-10", "2020-09-27..2020-11-10"},
         {"2020/2022-11", "2020-01-01..2022-11-30"},
         {"2004-06/2004", "2004-06-01..2004-12-31"},
         {"2020~/2022?", "2020-01-01..2022-12-31"},
         {"198X/1994-05", "1980-01-01..1994-05-31"},
         {"2020-21/2020-24", "2020-03-01..2021-02-28"},
         {"Y-20000/-0043", "-20000-01-01..-0043-12-31"},
         {"2022-11-07/2022-11-07", "2022-11-07..2022-11-07"}});
}

TEST(TimeSpan, ReadsOpenAndUnknownEnds) {
  check({{"2020/..", "2020-01-01..?"},
         {"../2020", "?..2020-12-31"},
         {"2020/", "2020-01-01..?"},
         {"/2020", "?..2020-12-31"},
         {"../..", "?..?"},
         {"../", "?..?"},
         {"/", "'/' is not a time: an interval needs at least one end"},
         {"..",
          "'..' is not a time: a time is written such as 2022-11-07, 2022-11, 2022, 199X, 2022~ or "
          "2020-09-27/2020-11-10"}});
}

TEST(TimeSpan, TellsImpossibleFromReversedFromUnreadable) {
  const auto kind = [](std::string_view edtf) { return parse_time(edtf).error->kind; };
  using Kind = TimeError::Kind;
  EXPECT_EQ(kind("2022-02-30"), Kind::impossible_date);
  EXPECT_EQ(kind("2022-00-10"), Kind::impossible_date);
  EXPECT_EQ(kind("2022-01-00"), Kind::impossible_date);
  EXPECT_EQ(kind("2022-20"), Kind::impossible_date);
  EXPECT_EQ(kind("2020-01-01/2020-13"), Kind::impossible_date);
  EXPECT_EQ(kind("2022-11-08/2022-11-07"), Kind::interval_reversed);
  EXPECT_EQ(kind("2022/2021-12"), Kind::interval_reversed);
  EXPECT_EQ(kind("-0001/-0002"), Kind::interval_reversed);
  EXPECT_EQ(kind("yesterday"), Kind::syntax);
  EXPECT_EQ(span_of("2022-11-08/2022-11-07"), "'2022-11-08/2022-11-07' ends before it begins");
  EXPECT_EQ(span_of("2022-02-00"), "'2022-02-00' does not exist: days are counted from 1");
  EXPECT_EQ(span_of("2020/2022-13"), "'2022-13' does not exist: there is no month 13");
}

TEST(TimeSpan, SaysHowWhatPeopleWriteIsWritten) {
  constexpr std::string_view form =
      " is not a time: a time is written such as 2022-11-07, 2022-11, 2022, 199X, 2022~ or 2020-09-27/2020-11-10";
  for (std::string_view text : {"", "Today", "November 2022", "20a2", "2022-11-07x", "2022-11-07-01", "-", "~", "2022-",
                                "+2022", " 2022", "2022 "})
    EXPECT_EQ(span_of(text), "'" + std::string(text) + "'" + std::string(form));
  check({{"2022/11/07",
          "'2022/11/07' is not a time: a slash divides the two ends of an interval, hyphens divide year, month and "
          "day"},
         {"2022-11-7", "'2022-11-7' is not a time: month and day take two digits, as in 2022-03-07"},
         {"7.11.2022", "'7.11.2022' is not a time: the year comes first, then month and day, as in 2022-03-07"},
         {"20221107", "'20221107' is not a time: year, month and day are divided by hyphens, as in 2022-03-07"},
         {"199x", "'199x' is not a time: an unspecified digit is a capital X"},
         {"22", "'22' is not a time: a year takes four digits, or the letter Y before more than four"},
         {"2022-33", "'2022-33' is not a time: this belongs to level 2 of EDTF, and only level 1 is read"},
         {"XXXX-12-25", "'XXXX-12-25' is not a time: this belongs to level 2 of EDTF, and only level 1 is read"},
         {"[2021,2022]", "'[2021,2022]' is not a time: this belongs to level 2 of EDTF, and only level 1 is read"},
         {"2020/2022-11-07T10:00:00",
          "'2022-11-07T10:00:00' is not a time: the ends of an interval have no time of day"}});
}

TEST(TimeSpan, ShowsHostileTextShortAndOnOneLine) {
  const std::string message = span_of("a\nb" + std::string(1000, 'x'));
  EXPECT_EQ(message.find('\n'), std::string::npos);
  EXPECT_LT(message.size(), 200U);
  EXPECT_EQ(span_of(std::string(58, 'a') + "\u20AC" + std::string(100, 'b')).substr(0, 63),
            "'" + std::string(58, 'a') + "...'");
}

TEST(TimeSpan, TellsWhetherSpansShareADay) {
  const auto meet = [](std::string_view a, std::string_view b) {
    const TimeSpan left = *parse_time(a).span, right = *parse_time(b).span;
    EXPECT_EQ(overlap(left, right), overlap(right, left));
    return overlap(left, right);
  };
  EXPECT_TRUE(meet("2022", "2022-12-31"));
  EXPECT_FALSE(meet("2022", "2023"));
  EXPECT_TRUE(meet("2022/..", "2030"));
  EXPECT_FALSE(meet("../2022", "2023/.."));
  EXPECT_TRUE(meet("../..", "-9999"));
  EXPECT_TRUE(meet("2021/2022", "2022/2023"));
}

TEST(TimeSpan, MeetsTimes) {
  const auto meet = [](std::string_view a, std::string_view b) {
    const std::string text = meet_times(a, b);
    EXPECT_EQ(text, meet_times(b, a)) << a << " and " << b;
    return text;
  };
  EXPECT_EQ(meet("", ""), "");
  EXPECT_EQ(meet("2022~", ""), "2022~");
  EXPECT_EQ(meet("2022-11-07", "2020/.."), "2022-11-07");
  EXPECT_EQ(meet("2022", "2023"), "");
  EXPECT_EQ(meet("2022", "2021-03/2022-05"), "2022/2022-05");
  EXPECT_EQ(meet("../2020", "2010/.."), "2010/2020");
  EXPECT_EQ(meet("../2020", "2010/2030"), "2010/2020");
  EXPECT_EQ(meet("2020~/2022", "2021/2023?"), "2021/2022");
  EXPECT_EQ(meet("2020/2022?", "2021~/2022"), "2021~/2022?");
  EXPECT_EQ(meet("2022", "2022?"), "2022?");
  EXPECT_EQ(meet("2022", "2022-01-01/2022-12-31"), "2022");
  EXPECT_EQ(meet("../2020", "/2020"), "/2020");
  EXPECT_EQ(meet("../2020", "/2021"), "/2020");
  EXPECT_EQ(meet("199X", "1995/2005"), "1995/1999");
  EXPECT_EQ(meet("-199X", "-1995/2005"), "-1995/-1990");
  EXPECT_EQ(meet("2022-11-XX", "2022-11-10/2023"), "2022-11-10/2022-11");
  EXPECT_EQ(meet("2022-11-07T10:00:00Z", "2022-11-07/2023"), "2022-11-07T10:00:00Z");
  EXPECT_EQ(meet("not a time", "2022"), "");
}

TEST(TimeSpan, MeetsTimesInWhatItCanReadAgain) {
  const std::string_view texts[] = {
      "2022",       "2022-11", "2022-11-07", "199X",  "2022-XX",    "2022-11-XX", "2022-24", "2020/..",
      "../2022-11", "/2022",   "1995/2022?", "-199X", "Y-20000/..", "2022-21~",   "../..",   "2022-11-07T10:00:00"};
  for (std::string_view a : texts)
    for (std::string_view b : texts) {
      const TimeSpan left = *parse_time(a).span, right = *parse_time(b).span;
      const std::string met = meet_times(a, b);
      ASSERT_EQ(met.empty(), !overlap(left, right)) << a << " and " << b;
      if (met.empty()) continue;
      const TimeResult result = parse_time(met);
      ASSERT_TRUE(result.span) << met;
      const auto later = std::max(left.earliest, right.earliest);
      EXPECT_EQ(result.span->earliest, later) << a << " and " << b << " give " << met;
      EXPECT_TRUE(!left.latest || (result.span->latest && *result.span->latest <= *left.latest)) << met;
      EXPECT_TRUE(!right.latest || (result.span->latest && *result.span->latest <= *right.latest)) << met;
    }
}

}  // namespace
}  // namespace graphwright
