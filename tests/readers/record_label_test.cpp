#include "record_label.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

using Ports = std::set<std::string>;

std::string_view fault(std::string_view label) { return parse_record_label(label, false).fault; }
Ports ports(std::string_view label) { return parse_record_label(label, false).ports; }

TEST(RecordLabel, HasPortsBeforeTheirTexts) {
  EXPECT_EQ(ports("<p> one | {<q r> two | { <s> | three}}"), (Ports{"p", "q r", "s"}));
  EXPECT_EQ(ports("<  p   q  > spaces"), (Ports{"p q"}));
  EXPECT_EQ(ports("<p\\ \\ q\\ > hard spaces"), (Ports{"p  q "}));
  EXPECT_EQ(ports("<a\\|b\\>> marks"), (Ports{"a|b>"}));
  EXPECT_FALSE(ports("text <p>").contains("p"));
  EXPECT_EQ(parse_record_label("<p> x", true).ports, Ports{});
}

TEST(RecordLabel, SaysWhyItIsRefused) {
  EXPECT_EQ(fault("{a | b"), "a '{' is not closed");
  EXPECT_EQ(fault("a | {"), "a '{' is not closed");
  EXPECT_EQ(fault("<a | b"), "a '<' is not closed");
  EXPECT_EQ(fault("a > b"), "a '>' closes nothing; write '\\>' for the letter");
  EXPECT_EQ(fault("<p> <q> x"), "a field has one port, so that a '|' is missing between two");
  for (const char* label : {"x {a}", "{a} x", "{a}{b}", "<p> {a}", "{a} <p>", "{a}\\x"})
    EXPECT_EQ(fault(label), "a field holds a text or further fields in braces, never both") << label;
}

TEST(RecordLabel, TakesWhatGraphvizTakes) {
  for (const char* label :
       {"", "|", "{}", "{{}|}", " {a} ", "\\{a", "a\\|b", "\\<x\\>", "{a}\\ ", "a\nb", "\\N", "a\\"})
    EXPECT_EQ(fault(label), "") << label;
  EXPECT_EQ(parse_record_label("a < b > c", true).fault, "");
}

TEST(RecordLabel, IsCutWhereABraceClosesNothing) {
  EXPECT_TRUE(parse_record_label("a} | {", false).is_cut);
  EXPECT_EQ(fault("a} | {"), "");
  EXPECT_FALSE(parse_record_label("{a} | b", false).is_cut);
}

TEST(RecordLabel, IsReadInConstantDepth) {
  const std::string deep(1'000'000, '{');
  EXPECT_EQ(fault(deep), "a '{' is not closed");
}

}  // namespace
}  // namespace graphwright
