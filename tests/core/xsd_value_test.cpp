#include "graphwright/xsd_value.hpp"

#include <string>

#include <gtest/gtest.h>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

std::string xsd(std::string_view local) { return std::string(iri::xsd::ns).append(local); }

bool is_valid(std::string_view local, std::string_view text) { return is_valid_lexical_form(xsd(local), text); }

std::partial_ordering order(std::string_view left_type, std::string_view left, std::string_view right_type,
                            std::string_view right) {
  const std::string a = xsd(left_type);
  const std::string b = xsd(right_type);
  return compare_values(TermView::literal(left, a), TermView::literal(right, b));
}

TEST(LexicalForm, KnowsTheBoundsOfIntegers) {
  EXPECT_TRUE(is_valid("byte", "-128"));
  EXPECT_FALSE(is_valid("byte", "-129"));
  EXPECT_TRUE(is_valid("unsignedLong", "18446744073709551615"));
  EXPECT_FALSE(is_valid("unsignedLong", "18446744073709551616"));
  EXPECT_FALSE(is_valid("positiveInteger", "0"));
  EXPECT_TRUE(is_valid("integer", "+0017"));
  EXPECT_FALSE(is_valid("integer", "1.0"));
  EXPECT_FALSE(is_valid("integer", ""));
}

TEST(LexicalForm, KnowsTheCalendar) {
  EXPECT_TRUE(is_valid("date", "2024-02-29"));
  EXPECT_FALSE(is_valid("date", "2023-02-29"));
  EXPECT_TRUE(is_valid("date", "2022-11-07+04:00"));
  EXPECT_FALSE(is_valid("dateTime", "2022-11-07"));
  EXPECT_TRUE(is_valid("dateTime", "2022-11-07T24:00:00Z"));
  EXPECT_FALSE(is_valid("dateTime", "2022-11-07T25:00:00Z"));
  EXPECT_TRUE(is_valid("gYear", "2022"));
  EXPECT_TRUE(is_valid("gMonthDay", "--02-29"));
  EXPECT_FALSE(is_valid("gMonthDay", "--02-30"));
}

TEST(LexicalForm, TakesWhatItDoesNotKnow) {
  EXPECT_TRUE(is_valid_lexical_form("http://example.org/colour", "anything"));
  EXPECT_TRUE(is_valid("string", "anything"));
}

TEST(Value, ComparesNumbersAcrossTypes) {
  EXPECT_TRUE(order("integer", "2", "decimal", "10.0") < 0);
  EXPECT_TRUE(order("decimal", "1.50", "decimal", "01.5") == 0);
  EXPECT_TRUE(order("integer", "-0", "integer", "0") == 0);
  EXPECT_TRUE(order("double", "1e3", "integer", "1000") == 0);
  EXPECT_TRUE(order("decimal", "12345678901234567890.1", "decimal", "12345678901234567890.2") < 0);
  EXPECT_TRUE(order("double", "NaN", "double", "NaN") == std::partial_ordering::unordered);
  EXPECT_TRUE(order("integer", "one", "integer", "1") == std::partial_ordering::unordered);
}

TEST(Value, ComparesMomentsOnlyWhereTheirZonesAllow) {
  EXPECT_TRUE(order("dateTime", "2022-11-07T12:00:00+04:00", "dateTime", "2022-11-07T08:00:00Z") == 0);
  EXPECT_TRUE(order("dateTime", "2022-11-07T12:00:00", "dateTime", "2022-11-07T13:00:00Z") ==
              std::partial_ordering::unordered);
  EXPECT_TRUE(order("dateTime", "2022-11-07T12:00:00", "dateTime", "2022-11-09T13:00:00Z") < 0);
  EXPECT_TRUE(order("date", "1992-05-09", "date", "2020-11-10") < 0);
  EXPECT_TRUE(order("dateTime", "2022-11-07T12:00:00.25Z", "dateTime", "2022-11-07T12:00:00.3Z") < 0);
}

TEST(Value, DoesNotCompareWhatHasNoOrder) {
  EXPECT_TRUE(order("string", "a", "integer", "1") == std::partial_ordering::unordered);
  EXPECT_TRUE(compare_values(TermView::tagged_literal("a", "en"), TermView::tagged_literal("b", "en")) ==
              std::partial_ordering::unordered);
}

}  // namespace
}  // namespace graphwright
