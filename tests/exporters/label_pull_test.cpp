#include <gtest/gtest.h>

#include "layout.hpp"

namespace graphwright {
namespace {

constexpr Box far_box{{40, 10}, 20, 10};

/// A line along the height 50 of a picture, with its text at a place.
Layout layout_with(const Box& label) {
  Layout layout;
  layout.width = 100;
  layout.height = 100;
  layout.edges = {{{{{0, 50}, {30, 50}, {70, 50}, {100, 50}}}, std::nullopt, label}};
  return layout;
}

void expect_corner(const Layout& layout, double x, double y) {
  EXPECT_NEAR(layout.edges[0].label->corner.x, x, 2);
  EXPECT_NEAR(layout.edges[0].label->corner.y, y, 1e-9);
}

TEST(PullLabels, BringsATextBackToItsLine) {
  Layout layout = layout_with(far_box);
  pull_labels({}, layout);
  expect_corner(layout, 40, 40);
  EXPECT_DOUBLE_EQ(layout.edges[0].label->width, 20);
}

TEST(PullLabels, LeavesATextBesideItsLineWhereItIs) {
  Layout layout = layout_with({{40, 33}, 20, 10});
  pull_labels({}, layout);
  expect_corner(layout, 40, 33);
}

TEST(PullLabels, CoversNoNodeTextOrTitle) {
  const Box taken{{35, 42}, 30, 5};
  Layout layout = layout_with(far_box);
  layout.nodes = {taken};
  pull_labels({}, layout);
  EXPECT_FALSE(overlap(*layout.edges[0].label, taken));
  EXPECT_NEAR(layout.edges[0].label->corner.y, 40, 1e-9);

  layout = layout_with(far_box);
  pull_labels({taken}, layout);
  EXPECT_FALSE(overlap(*layout.edges[0].label, taken));

  layout = layout_with(far_box);
  layout.edges.push_back({{}, std::nullopt, taken});
  pull_labels({}, layout);
  EXPECT_FALSE(overlap(*layout.edges[0].label, taken));
  EXPECT_DOUBLE_EQ(layout.edges[1].label->corner.y, 42);
}

TEST(PullLabels, StaysWhereNoPlaceIsFree) {
  Layout layout = layout_with(far_box);
  layout.nodes = {{{0, 35}, 100, 20}};
  pull_labels({}, layout);
  expect_corner(layout, 40, 10);
}

TEST(PullLabels, KeepsWithinThePicture) {
  Layout layout = layout_with({{-30, 80}, 20, 10});
  pull_labels({}, layout);
  EXPECT_GE(layout.edges[0].label->corner.x, 0);
  EXPECT_NEAR(layout.edges[0].label->corner.y, 50, 1e-9);
}

}  // namespace
}  // namespace graphwright
