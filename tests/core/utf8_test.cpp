#include "graphwright/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

constexpr auto none = std::string_view::npos;

TEST(Utf8, AcceptsEveryLengthAndTheEdgesOfUnicode) {
  EXPECT_EQ(find_invalid_utf8(""), none);
  EXPECT_EQ(find_invalid_utf8("plain ASCII, longer than one word"), none);
  EXPECT_EQ(find_invalid_utf8("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF"), none);
  EXPECT_EQ(find_invalid_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"), none);
  EXPECT_EQ(find_invalid_utf8(std::string_view("a\0b", 3)), none);
}

TEST(Utf8, FindsTheFirstByteOfWhatIsIllFormed) {
  EXPECT_EQ(find_invalid_utf8("Latin-1 caf\xE9 au lait"), 11U);
  EXPECT_EQ(find_invalid_utf8("\x80"), 0U) << "a continuation without a lead";
  EXPECT_EQ(find_invalid_utf8("ab\xC0\xAF"), 2U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xE0\x9F\xBF"), 0U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xF0\x8F\xBF\xBF"), 0U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U) << "a surrogate";
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("\xFF"), 0U);
  EXPECT_EQ(find_invalid_utf8("12345678\xE2\x82"), 8U) << "cut off";
  EXPECT_EQ(find_invalid_utf8("\xE2\x28\xA1"), 0U);
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (char32_t code_point : {U'a', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(code_point, text);
    EXPECT_EQ(find_invalid_utf8(text), none);
    std::size_t at = 0;
    EXPECT_EQ(decode_utf8(text, at), code_point);
    EXPECT_EQ(at, text.size());
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("aé€😀"), 4U);
}

}  // namespace
}  // namespace graphwright
