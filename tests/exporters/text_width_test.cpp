#include "text_width.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

TEST(TextWidth, IsThatOfTheFontForLettersOfAscii) {
  EXPECT_DOUBLE_EQ(text_width("", 10), 0);
  EXPECT_DOUBLE_EQ(text_width("W", 10), 9.89);
  EXPECT_DOUBLE_EQ(text_width("il", 10), 5.56);
  EXPECT_DOUBLE_EQ(text_width("il", 20), 2 * text_width("il", 10));
  EXPECT_DOUBLE_EQ(text_width(" ~", 1000), 318 + 838);
}

TEST(TextWidth, GoesByTheKindOfOtherLetters) {
  EXPECT_DOUBLE_EQ(text_width("e\u0301", 10), text_width("e", 10)) << "a mark over a letter takes no room";
  EXPECT_DOUBLE_EQ(text_width("\u200f\u05e9", 10), text_width("\u05e9", 10)) << "nor does a mark of direction";
  EXPECT_DOUBLE_EQ(text_width("\u5317\u4eac", 10), 20);
  EXPECT_DOUBLE_EQ(text_width("\U0001F600", 10), 10);
  EXPECT_DOUBLE_EQ(text_width("\uFF21\uFF41", 10), 20);
  EXPECT_GT(text_width("\u0416", 10), text_width("\u0436", 10));
}

}  // namespace
}  // namespace graphwright
