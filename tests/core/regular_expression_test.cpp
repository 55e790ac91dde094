#include "graphwright/regular_expression.hpp"

#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

TEST(RegularExpression, FindsAnywhereUnlessAnchored) {
  EXPECT_TRUE(RegularExpression("b+", "").finds_in("abba"));
  EXPECT_FALSE(RegularExpression("^b+", "").finds_in("abba"));
  EXPECT_TRUE(RegularExpression("ARMENIA", "i").finds_in("armenia"));
  EXPECT_TRUE(RegularExpression("a.c", "q").finds_in("xa.cx"));
  EXPECT_FALSE(RegularExpression("a.c", "q").finds_in("abc"));
}

TEST(RegularExpression, SaysThatAPatternIsNotOne) { EXPECT_FALSE(RegularExpression("(", "").is_valid()); }

TEST(RegularExpression, GivesUpOnAPatternThatWouldNeverEnd) {
  EXPECT_FALSE(RegularExpression("(a*)*b", "").finds_in(std::string(5000, 'a')));
}

}  // namespace
}  // namespace graphwright
