#include "class_style.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "graphwright/ascii_case.hpp"
#include "graphwright/resource_id.hpp"

namespace graphwright {
namespace {

struct Colours {
  std::string_view fill;
  std::string_view line;
};

constexpr Colours colours(std::string_view name) {
  for (const PaletteColour& one : palette)
    if (one.name == name) return {one.fill, one.line};
  return {};
}

constexpr Colours blue = colours("blue"), orange = colours("orange"), green = colours("green"),
                  purple = colours("purple"), red = colours("red"), yellow = colours("yellow"), teal = colours("teal"),
                  brown = colours("brown"), grey = colours("grey"), white = colours("white");

struct NamedStyle {
  std::string_view name;
  Shape shape;
  Colours colours;
};

constexpr std::array<NamedStyle, 40> known{{
    {"actor", Shape::pill, grey},
    {"administrativearea", Shape::ellipse, teal},
    {"agent", Shape::pill, grey},
    {"agreement", Shape::folder, yellow},
    {"alliance", Shape::octagon, purple},
    {"armedgroup", Shape::hexagon, red},
    {"article", Shape::note, yellow},
    {"briefing", Shape::tab, brown},
    {"ceasefire", Shape::tab, teal},
    {"city", Shape::ellipse, green},
    {"class", Shape::box, blue},
    {"company", Shape::octagon, teal},
    {"conflict", Shape::tab, red},
    {"corporation", Shape::octagon, teal},
    {"country", Shape::box, orange},
    {"creativework", Shape::note, yellow},
    {"datatypeproperty", Shape::ellipse, yellow},
    {"deployment", Shape::tab, orange},
    {"document", Shape::note, yellow},
    {"event", Shape::tab, brown},
    {"feature", Shape::ellipse, green},
    {"governmentbody", Shape::octagon, purple},
    {"group", Shape::octagon, purple},
    {"internationalorganization", Shape::octagon, purple},
    {"jointstatement", Shape::note, yellow},
    {"location", Shape::ellipse, green},
    {"objectproperty", Shape::ellipse, orange},
    {"office", Shape::folder, grey},
    {"ontology", Shape::folder, purple},
    {"organisation", Shape::octagon, purple},
    {"organization", Shape::octagon, purple},
    {"person", Shape::pill, blue},
    {"place", Shape::ellipse, green},
    {"polity", Shape::box, orange},
    {"post", Shape::folder, grey},
    {"property", Shape::ellipse, grey},
    {"region", Shape::ellipse, green},
    {"statement", Shape::note, yellow},
    {"talks", Shape::tab, yellow},
    {"war", Shape::tab, red},
}};
static_assert(std::is_sorted(known.begin(), known.end(),
                             [](const NamedStyle& a, const NamedStyle& b) { return a.name < b.name; }));

constexpr std::array<Colours, 8> free_colours{blue, orange, green, purple, red, yellow, teal, brown};
constexpr std::array<Shape, 7> free_shapes{Shape::box,     Shape::pill,   Shape::ellipse, Shape::hexagon,
                                           Shape::octagon, Shape::folder, Shape::tab};

}  // namespace

ClassStyle class_style(std::string_view class_name) {
  const std::string name = ascii_lower(class_name);
  const auto at =
      std::lower_bound(known.begin(), known.end(), name,
                       [](const NamedStyle& style, std::string_view wanted) { return style.name < wanted; });
  if (at != known.end() && at->name == name) return {at->shape, at->colours.fill, at->colours.line};
  const std::uint64_t hash = stable_hash(name);
  const Colours colours = free_colours[hash % free_colours.size()];
  return {free_shapes[hash / free_colours.size() % free_shapes.size()], colours.fill, colours.line};
}

ClassStyle plain_style() { return {Shape::box, white.fill, white.line}; }

std::string_view graphviz_shape(Shape shape) {
  switch (shape) {
    case Shape::box:
    case Shape::pill:
      return "box";
    case Shape::ellipse:
      return "ellipse";
    case Shape::hexagon:
      return "hexagon";
    case Shape::octagon:
      return "octagon";
    case Shape::note:
      return "note";
    case Shape::folder:
      return "folder";
    case Shape::tab:
      return "tab";
  }
  return "box";
}

}  // namespace graphwright
