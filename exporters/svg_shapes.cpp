#include "svg_shapes.hpp"

#include <cmath>
#include <initializer_list>

#include <fmt/format.h>

#include "drawing.hpp"

namespace graphwright {
namespace {

constexpr double half_arrow = 2.6;

std::string points(std::initializer_list<Point> corners) {
  std::string text;
  for (const Point& corner : corners) {
    if (!text.empty()) text += ' ';
    text.append(coordinate(corner.x)).append(",").append(coordinate(corner.y));
  }
  return text;
}

std::string polygon(std::initializer_list<Point> corners) { return "<polygon points=\"" + points(corners) + "\"/>"; }

std::string rectangle(const Box& box, double radius) {
  return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>)", coordinate(box.corner.x),
                     coordinate(box.corner.y), coordinate(box.width), coordinate(box.height), coordinate(radius));
}

std::string ellipse(const Box& box) {
  return fmt::format(R"(<ellipse cx="{}" cy="{}" rx="{}" ry="{}"/>)", coordinate(box.corner.x + box.width / 2),
                     coordinate(box.corner.y + box.height / 2), coordinate(box.width / 2), coordinate(box.height / 2));
}

}  // namespace

std::string coordinate(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string shape_elements(Shape shape, const Box& box) {
  const double left = box.corner.x;
  const double top = box.corner.y;
  const double right = left + box.width;
  const double bottom = top + box.height;
  const double middle = top + box.height / 2;
  switch (shape) {
    case Shape::box:
      return rectangle(box, 2);
    case Shape::pill:
      return rectangle(box, box.height / 2);
    case Shape::ellipse:
      return ellipse(box);
    case Shape::hexagon: {
      const double cut = std::min(box.width / 4, 9.0);
      return polygon({{left, middle},
                      {left + cut, top},
                      {right - cut, top},
                      {right, middle},
                      {right - cut, bottom},
                      {left + cut, bottom}});
    }
    case Shape::octagon: {
      const double cut = std::min(box.width / 4, 6.0);
      return polygon({{left + cut, top},
                      {right - cut, top},
                      {right, top + cut},
                      {right, bottom - cut},
                      {right - cut, bottom},
                      {left + cut, bottom},
                      {left, bottom - cut},
                      {left, top + cut}});
    }
    case Shape::note: {
      const double fold = 7;
      return polygon({{left, top}, {right - fold, top}, {right, top + fold}, {right, bottom}, {left, bottom}}) +
             R"(<polyline fill="none" points=")" +
             points({{right - fold, top}, {right - fold, top + fold}, {right, top + fold}}) + "\"/>";
    }
    case Shape::folder: {
      const double flap = std::min(box.width / 3, 22.0);
      return polygon({{left, top},
                      {right - flap, top},
                      {right - flap + 3, top - 3},
                      {right - 3, top - 3},
                      {right, top},
                      {right, bottom},
                      {left, bottom}});
    }
    case Shape::tab: {
      const double flap = std::min(box.width / 3, 22.0);
      return polygon(
          {{left, top - 3}, {left + flap, top - 3}, {left + flap, top}, {right, top}, {right, bottom}, {left, bottom}});
    }
  }
  return rectangle(box, 2);
}

std::string font_attribute(double font) {
  return font == node_font ? std::string{} : fmt::format(" font-size=\"{}\"", coordinate(font));
}

std::string path_data(const PlacedEdge& edge) {
  std::string data;
  for (const auto& curve : edge.curves) {
    for (std::size_t i = 0; i < curve.size(); ++i) {
      data += i == 0 ? "M" : i == 1 ? "C" : " ";
      data.append(coordinate(curve[i].x)).append(",").append(coordinate(curve[i].y));
    }
  }
  return data;
}

std::string arrow_points(const PlacedEdge& edge) {
  if (!edge.tip || edge.curves.empty() || edge.curves.back().empty()) return {};
  const Point end = edge.curves.back().back();
  const Point tip = *edge.tip;
  const double length = std::hypot(tip.x - end.x, tip.y - end.y);
  if (length < 0.1) return {};
  const double across_x = -(tip.y - end.y) / length * half_arrow;
  const double across_y = (tip.x - end.x) / length * half_arrow;
  return points({{end.x + across_x, end.y + across_y}, tip, {end.x - across_x, end.y - across_y}});
}

}  // namespace graphwright
