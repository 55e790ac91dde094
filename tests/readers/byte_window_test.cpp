#include "byte_window.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

TEST(ByteWindow, KeepsWhatABlockCutsOffAndGrowsForWhatIsLonger) {
  const std::string text = std::string(100, 'a') + "\n" + std::string(300, 'b') + "\nend";
  const auto source = memory_source(text, 7);
  ByteWindow window(*source, 64);
  EXPECT_EQ(window.size(), 64U);
  EXPECT_FALSE(window.is_last());
  window.slide(0);
  EXPECT_EQ(window.size(), 128U);
  EXPECT_EQ(window.next_iri_stop(0), 100U);
  window.slide(101);
  EXPECT_EQ(window.size(), 128U);
  EXPECT_EQ(window[0], 'b');
  EXPECT_EQ(window.next_string_stop(0), 128U) << "line feeds stand behind the last byte";
  window.slide(0);
  window.slide(0);
  EXPECT_TRUE(window.is_last());
  EXPECT_EQ(window.text(window.size() - 4, window.size()), "\nend");
}

TEST(ByteWindow, FindsTheFirstByteThatIsNotUtf8) {
  const std::string text = std::string(70, 'a') + "\xC3\xA9 \xE2\x82\xAC \xFF \xC3\xA9 \xFE";
  const auto source = memory_source(text);
  ByteWindow window(*source, 1024);
  EXPECT_EQ(window.first_bad(), 77U);
  window.find_bad_from(78);
  EXPECT_EQ(window.first_bad(), 82U);
  window.find_bad_from(83);
  EXPECT_GE(window.first_bad(), window.size());
}

TEST(ByteWindow, TakesNoCodePointForBadThatTheEndCuts) {
  const std::string text = std::string(62, 'a') + "\xE2\x82\xAC" + std::string(62, 'b') + "\xE2\x82";
  const auto source = memory_source(text);
  ByteWindow window(*source, 64);
  EXPECT_GE(window.first_bad(), window.size());
  window.slide(62);
  EXPECT_GE(window.first_bad(), window.size());
  window.slide(64);
  EXPECT_TRUE(window.is_last());
  EXPECT_EQ(window.first_bad(), window.size() - 2) << "the end of the input cuts it for good";
}

}  // namespace
}  // namespace graphwright
