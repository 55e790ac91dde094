#include "edge_marks.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

using Mark = EdgeMarks::Mark;

TEST(EdgeMarks, RememberFactsThatCameBeforeAnyBareEdge) {
  EdgeMarks marks;
  for (std::uint64_t edge = 1; edge <= 5000; ++edge) EXPECT_NE(marks.mark(edge << 8U, Mark::fact), Mark::bare);
  EXPECT_EQ(marks.mark(6000 << 8U, Mark::bare), Mark::unseen);
  for (std::uint64_t edge = 1; edge <= 5000; ++edge) EXPECT_EQ(marks.mark(edge << 8U, Mark::bare), Mark::fact);
  EXPECT_EQ(marks.mark(6000 << 8U, Mark::fact), Mark::bare);
  EXPECT_EQ(marks.mark(6000 << 8U, Mark::bare), Mark::fact);
}

}  // namespace
}  // namespace graphwright
