// Moves the layers of a picture apart.
#include <algorithm>
#include <cmath>
#include <utility>

#include "layout.hpp"

namespace graphwright {
namespace {

using Stretch = std::pair<double, double>;

/// The heights that nodes and texts take up, from above to below, without overlaps.
std::vector<Stretch> taken_heights(const Layout& layout) {
  std::vector<Stretch> all;
  const auto add = [&](const Box& box) { all.emplace_back(box.corner.y, box.corner.y + box.height); };
  for (const Box& node : layout.nodes) add(node);
  for (const PlacedEdge& edge : layout.edges)
    if (edge.label) add(*edge.label);
  std::sort(all.begin(), all.end());
  std::vector<Stretch> joined;
  for (const Stretch& one : all) {
    if (!joined.empty() && one.first <= joined.back().second)
      joined.back().second = std::max(joined.back().second, one.second);
    else
      joined.push_back(one);
  }
  return joined;
}

/// Where a height goes if what lies between those that are taken grows by a factor.
class Spread {
 public:
  Spread(std::vector<Stretch> taken, double factor) : taken_(std::move(taken)), factor_(factor) {}

  double operator()(double y) const {
    double moved = y;
    for (std::size_t i = 1; i < taken_.size() && taken_[i - 1].second < y; ++i) {
      const double gap = std::min(y, taken_[i].first) - taken_[i - 1].second;
      moved += gap * (factor_ - 1);
    }
    return moved;
  }
  void move(Point& point) const { point.y = (*this)(point.y); }
  void move(Box& box) const {
    const double end = (*this)(box.corner.y + box.height);
    move(box.corner);
    box.height = end - box.corner.y;
  }

 private:
  std::vector<Stretch> taken_;
  double factor_;
};

double length(Point from, Point to) { return std::hypot(to.x - from.x, to.y - from.y); }

/// Moves a line; its arrow keeps its length.
void move(PlacedEdge& edge, const Spread& spread) {
  const bool has_arrow = edge.tip && !edge.curves.empty() && !edge.curves.back().empty();
  const double arrow = has_arrow ? length(edge.curves.back().back(), *edge.tip) : 0;
  for (std::vector<Point>& curve : edge.curves)
    for (Point& point : curve) spread.move(point);
  if (edge.label) spread.move(*edge.label);
  if (!has_arrow) return;
  spread.move(*edge.tip);
  Point& end = edge.curves.back().back();
  const double stretched = length(end, *edge.tip);
  if (stretched <= arrow) return;
  const double kept = arrow / stretched;
  end = {edge.tip->x + (end.x - edge.tip->x) * kept, edge.tip->y + (end.y - edge.tip->y) * kept};
}

}  // namespace

void spread_layers(double least_height, Layout& layout) {
  const double missing = least_height * layout.width - layout.height;
  std::vector<Stretch> taken = taken_heights(layout);
  double free = 0;
  for (std::size_t i = 1; i < taken.size(); ++i) free += taken[i].first - taken[i - 1].second;
  if (missing <= 0 || free <= 0) return;
  const Spread spread(std::move(taken), 1 + missing / free);
  layout.height = spread(layout.height);
  for (Box& node : layout.nodes) spread.move(node);
  for (Box& cluster : layout.clusters) spread.move(cluster);
  for (PlacedEdge& edge : layout.edges) move(edge, spread);
}

}  // namespace graphwright
