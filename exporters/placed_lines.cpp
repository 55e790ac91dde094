#include "placed_lines.hpp"

#include <algorithm>

namespace graphwright {
namespace {

constexpr double edge_line_height = edge_font * line_height;
// By so much the baseline of a line stands above the foot of its ground, and the ground is wider than its text.
constexpr double descent = 2.6;
constexpr double ground_margin = 2;
constexpr Point title_inset{10, 16};

double middle_of(const Box& box) { return box.corner.x + box.width / 2; }

/// The part of a name's font that lies below the baseline.
double name_descent(double font) { return 0.27 * font; }

}  // namespace

std::vector<Point> place_name(std::size_t line_count, double font, const Box& node) {
  double y =
      node.corner.y + node.height / 2 - static_cast<double>(line_count) * font * line_height / 2 - name_descent(font);
  std::vector<Point> baselines;
  for (std::size_t line = 0; line < line_count; ++line) baselines.push_back({middle_of(node), y += font * line_height});
  return baselines;
}

std::vector<PlacedLine> place_text(const std::vector<DrawnLine>& lines, const Box& box) {
  const double middle = middle_of(box);
  double y = box.corner.y + (box.height - static_cast<double>(lines.size()) * edge_line_height) / 2;
  std::vector<PlacedLine> placed;
  for (const DrawnLine& line : lines) {
    const double width = std::min(text_width(line.whole(), edge_font), box.width) + ground_margin;
    const Box ground{{middle - width / 2, y}, width, edge_line_height};
    y += edge_line_height;
    placed.push_back({{middle, y - descent}, ground});
  }
  return placed;
}

Box common_ground(const std::vector<PlacedLine>& lines) {
  Box ground = std::max_element(lines.begin(), lines.end(), [](const PlacedLine& a, const PlacedLine& b) {
                 return a.ground.width < b.ground.width;
               })->ground;
  ground.corner.y = lines.front().ground.corner.y;
  ground.height = static_cast<double>(lines.size()) * edge_line_height;
  return ground;
}

Point place_title(const Box& frame) { return {frame.corner.x + title_inset.x, frame.corner.y + title_inset.y}; }

Box title_box(const Box& frame, std::string_view title) {
  return {frame.corner, text_width(title, node_font) + 2 * title_inset.x, title_inset.y + name_descent(node_font)};
}

}  // namespace graphwright
