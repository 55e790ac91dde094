#include "html_drawing.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "page_data.hpp"
#include "placed_lines.hpp"
#include "svg_shapes.hpp"

namespace graphwright {
namespace {

constexpr double margin = 16;

constexpr std::array<std::string_view, 3> detail_names{"full", "names", "dots"};
/// By `LineStyle`, as the style sheet calls them.
constexpr std::array<std::string_view, 5> line_classes{"stated", "derived", "attributed", "hypothetical", "denied"};

/// Writes the drawing of a page: frames, lines, their texts, then nodes, so that nothing hides what matters more.
class DrawingWriter {
 public:
  DrawingWriter(const Picture& picture, const PageLooks& looks, const Drawing& drawing, Output& output, XmlText& text)
      : picture_(picture), graph_(picture.graph()), drawing_(drawing), looks_(looks), output_(output), text_(text) {}

  void write() {
    print(
        "<svg id=\"drawing\" class=\"{}\" viewBox=\"{} {} {} {}\" role=\"group\" aria-label=\"Drawing of the graph\" "
        "aria-describedby=\"keys\">\n",
        detail_names[static_cast<std::size_t>(drawing_.detail)], coordinate(-margin), coordinate(-margin),
        coordinate(drawing_.width + 2 * margin), coordinate(drawing_.height + 2 * margin));
    write_clusters();
    print("<g class=\"edges\">\n");
    for (std::size_t group = 0; group < drawing_.groups.size(); ++group) write_edge(group);
    print("</g>\n<g class=\"texts\" aria-hidden=\"true\">\n");
    for (std::size_t group = 0; group < drawing_.groups.size(); ++group)
      if (drawing_.edges[group].label && !drawing_.texts[group].empty()) write_text(group);
    print("</g>\n<g class=\"nodes\">\n");
    find_top_names();
    // Names that always show come last, so that no dot covers them.
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      if (!top_.contains(node)) write_node(node);
    for (std::uint32_t node : top_) write_node(node);
    print("</g>\n</svg>\n");
  }

 private:
  template <typename... Arguments>
  void print(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    output_.write(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  void write_clusters() {
    if (drawing_.clusters.empty()) return;
    print("<g class=\"clusters\" aria-hidden=\"true\">\n");
    for (const DrawnCluster& cluster : drawing_.clusters) {
      const Box& box = cluster.box;
      const Point title = place_title(box);
      print(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="8"/><text x="{}" y="{}">)", coordinate(box.corner.x),
            coordinate(box.corner.y), coordinate(box.width), coordinate(box.height), coordinate(title.x),
            coordinate(title.y));
      text_.content(cluster.label);
      print("</text>\n");
    }
    print("</g>\n");
  }

  void write_edge(std::size_t number) {
    const EdgeGroup& group = drawing_.groups[number];
    const PlacedEdge& placed = drawing_.edges[number];
    const std::string path = path_data(placed);
    if (path.empty()) return;
    print(R"(<g class="edge {} c{}" data-g="{}" role="button" tabindex="-1" aria-label=")",
          line_classes[static_cast<std::size_t>(group.style)], looks_.of_line(group.texts.front().edges.front()),
          number);
    text_.attribute(edge_words(group));
    print(R"("><path class="hit" d="{0}"/><path class="line" stroke-width="{1}" d="{0}"/>)", path,
          coordinate(drawing_.widths[number]));
    if (const std::string arrow = arrow_points(placed); !arrow.empty()) print("<polygon points=\"{}\"/>", arrow);
    print("</g>\n");
  }

  std::string edge_words(const EdgeGroup& group) const {
    std::string words(graph_.label(graph_.resource(group.source)));
    words.append(" – ").append(graph_.label(graph_.resource(group.target)));
    std::string_view before = ": ";
    for (const EdgeText& text : group.texts)
      if (!text.relation.empty()) words.append(std::exchange(before, ", ")).append(text.relation);
    return words;
  }

  void write_text(std::size_t number) {
    const std::vector<DrawnLine>& lines = drawing_.texts[number];
    const std::vector<PlacedLine> places = place_text(lines, *drawing_.edges[number].label);
    print("<g class=\"text\" data-g=\"{}\">\n", number);
    for (std::size_t i = 0; i < lines.size(); ++i) write_line(lines[i], drawing_.groups[number], places[i]);
    print("</g>\n");
  }

  void write_line(const DrawnLine& line, const EdgeGroup& group, const PlacedLine& place) {
    const Box& ground = place.ground;
    print(R"(<g data-f="{}"><rect x="{}" y="{}" width="{}" height="{}"/><text x="{}" y="{}">)",
          fmt::join(group.texts[line.text].edges, " "), coordinate(ground.corner.x), coordinate(ground.corner.y),
          coordinate(ground.width), coordinate(ground.height), coordinate(place.baseline.x),
          coordinate(place.baseline.y));
    text_.content(line.dark);
    if (!line.faint.empty()) {
      print("<tspan class=\"faint\">{}", line.dark.empty() ? "" : " ");
      text_.content(line.faint);
      print("</tspan>");
    }
    print("</text></g>\n");
  }

  void find_top_names() {
    if (drawing_.detail != Detail::dots) return;
    const double scale = std::clamp(drawing_.width / 1000, 1.0, 6.0);
    for (const DotName& name : dot_names(drawing_, scale)) top_.insert(name.node);
  }

  void write_node(std::uint32_t node) {
    const bool is_dot = drawing_.detail == Detail::dots;
    const Box& box = drawing_.nodes[node];
    print(R"(<g class="node c{}{}" data-n="{}" role="button" tabindex="{}" aria-label=")", looks_.of_node(node),
          top_.contains(node) ? " top" : "", node, node == 0 ? 0 : -1);
    text_.attribute(node_words(node));
    print(R"("><g class="shape">{}</g>)", shape_elements(is_dot ? Shape::ellipse : picture_.style(node).shape, box));
    if (is_dot)
      write_dot_name(node, box);
    else
      write_name(drawing_.names[node], drawing_.fonts[node], box);
    print("</g>\n");
  }

  std::string node_words(std::uint32_t node) const {
    std::string words(graph_.label(graph_.resource(node)));
    if (const TermId type = picture_.shown_class(node); type != TermId::none)
      words.append(", ").append(graph_.label(type));
    const std::size_t count = drawing_.degrees[node];
    return words + fmt::format(", {} {}", count, count == 1 ? "fact" : "facts");
  }

  void write_dot_name(std::uint32_t node, const Box& box) {
    print(R"(<text class="name" x="{}" y="{}">)", coordinate(box.corner.x + box.width / 2),
          coordinate(box.corner.y - 2));
    text_.content(dot_name(drawing_, node));
    print("</text>");
  }

  void write_name(const std::vector<std::string>& lines, double font, const Box& node) {
    const std::vector<Point> baselines = place_name(lines.size(), font, node);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      print(R"(<text class="name" x="{}" y="{}"{}>)", coordinate(baselines[i].x), coordinate(baselines[i].y),
            font_attribute(font));
      text_.content(lines[i]);
      print("</text>");
    }
  }

  const Picture& picture_;
  const PropertyGraph& graph_;
  const Drawing& drawing_;
  const PageLooks& looks_;
  std::set<std::uint32_t> top_;
  Output& output_;
  XmlText& text_;
};

}  // namespace

void write_page_drawing(const Picture& picture, const PageLooks& looks, const Drawing& drawing, Output& output,
                        XmlText& text) {
  DrawingWriter(picture, looks, drawing, output, text).write();
}

std::string page_look_rules(const PageLooks& looks) {
  // The dark page: pale fills sink into its background, dark lines rise towards white.
  constexpr std::string_view night = "#12161c";
  constexpr double sunk = 0.62;
  std::string rules;
  for (std::size_t number = 0; number < looks.colours().size(); ++number) {
    const auto& [fill, line] = looks.colours()[number];
    rules += fmt::format(".c{}{{--pale:{};--deep:{};--pale-night:{};--deep-night:{}{}}}\n", number, fill, line,
                         mixed_colour(line, night, sunk), mixed_colour(line, fill, sunk),
                         is_dark(fill) ? ";--on-pale:#ffffff" : "");
  }
  return rules;
}

}  // namespace graphwright
