// Brings texts back to their lines.
#include <algorithm>
#include <vector>

#include "layout.hpp"

namespace graphwright {
namespace {

// A text up to so far from its line is seen to belong to it.
constexpr double nearness = 8;
constexpr int samples_of_a_curve = 16;

double squared(Point vector) { return vector.x * vector.x + vector.y * vector.y; }

/// A point of a cubic Bezier curve, by its four control points.
Point point_of(const Point* control, double t) {
  const double u = 1 - t;
  const auto mix = [&](double a, double b, double c, double d) {
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  return {mix(control[0].x, control[1].x, control[2].x, control[3].x),
          mix(control[0].y, control[1].y, control[2].y, control[3].y)};
}

std::vector<Point> points_along(const PlacedEdge& edge) {
  std::vector<Point> points;
  for (const std::vector<Point>& curve : edge.curves)
    for (std::size_t first = 0; first + 3 < curve.size(); first += 3)
      for (int i = 0; i <= samples_of_a_curve; ++i)
        points.push_back(point_of(&curve[first], static_cast<double>(i) / samples_of_a_curve));
  return points;
}

/// How a box has to move to touch a point; not at all where it holds it.
Point way_to(const Box& box, Point point) {
  return {point.x - std::clamp(point.x, box.corner.x, box.corner.x + box.width),
          point.y - std::clamp(point.y, box.corner.y, box.corner.y + box.height)};
}

Box moved(const Box& box, Point way) { return {{box.corner.x + way.x, box.corner.y + way.y}, box.width, box.height}; }

/// What may not be covered: nodes, texts, the titles of frames and all outside the picture.
class Obstacles {
 public:
  Obstacles(const Layout& layout, const std::vector<Box>& titles) : layout_(layout), titles_(titles) {}

  bool let(const Box& box, const PlacedEdge& own) const {
    const auto covers = [&](const Box& other) { return overlap(box, other); };
    const auto covers_text = [&](const PlacedEdge& edge) { return &edge != &own && edge.label && covers(*edge.label); };
    return box.corner.x >= 0 && box.corner.y >= 0 && box.corner.x + box.width <= layout_.width &&
           box.corner.y + box.height <= layout_.height &&
           std::none_of(layout_.nodes.begin(), layout_.nodes.end(), covers) &&
           std::none_of(titles_.begin(), titles_.end(), covers) &&
           std::none_of(layout_.edges.begin(), layout_.edges.end(), covers_text);
  }

 private:
  const Layout& layout_;
  const std::vector<Box>& titles_;
};

void pull_label(PlacedEdge& edge, const Obstacles& obstacles) {
  std::vector<Point> ways;
  for (const Point& point : points_along(edge)) ways.push_back(way_to(*edge.label, point));
  std::stable_sort(ways.begin(), ways.end(), [](Point a, Point b) { return squared(a) < squared(b); });
  const bool is_near = !ways.empty() && squared(ways.front()) <= nearness * nearness;
  if (ways.empty() || (is_near && obstacles.let(*edge.label, edge))) return;
  const auto free =
      std::find_if(ways.begin(), ways.end(), [&](Point way) { return obstacles.let(moved(*edge.label, way), edge); });
  if (free != ways.end()) edge.label = moved(*edge.label, *free);
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.corner.x < b.corner.x + b.width && b.corner.x < a.corner.x + a.width && a.corner.y < b.corner.y + b.height &&
         b.corner.y < a.corner.y + a.height;
}

void pull_labels(const std::vector<Box>& titles, Layout& layout) {
  const Obstacles obstacles(layout, titles);
  for (PlacedEdge& edge : layout.edges)
    if (edge.label) pull_label(edge, obstacles);
}

}  // namespace graphwright
