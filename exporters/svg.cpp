#include "svg.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "drawing.hpp"
#include "graph_exporter.hpp"
#include "picture_advice.hpp"
#include "picture_text.hpp"
#include "placed_lines.hpp"
#include "svg_shapes.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

/// Where the reader's screen is dark: white grounds sink, texts on them and lines rise; shapes keep their colours.
constexpr std::string_view dark_style =
    "<style>@media screen and (prefers-color-scheme:dark){rect[fill=\"#ffffff\"]{fill:#16191d}"
    "svg>text,.names text{fill:#e8e8e8}.legend>path+text,.texts{fill:#d6d6d6}.texts tspan{fill:#a0a6ac}"
    ".edges,.legend>path,.clusters{filter:brightness(1.6)}}</style>\n";

constexpr double margin = 24;
constexpr double title_font = 19;
constexpr double title_height = 24;
constexpr double advice_height = 17;

constexpr std::string_view dashes(LineStyle style) {
  switch (style) {
    case LineStyle::stated:
    case LineStyle::derived:
      return "";
    case LineStyle::attributed:
      return " stroke-dasharray=\"6,3\"";
    case LineStyle::hypothetical:
      return " stroke-dasharray=\"1.5,3\"";
    case LineStyle::denied:
      return " stroke-dasharray=\"6,2.5,1.5,2.5\"";
  }
  return "";
}

/// Writes one picture: lines first, then their texts, then nodes, so that nothing hides what matters more.
class SvgWriter {
 public:
  SvgWriter(const PropertyGraph& graph, const ExportOptions& options, Output& output)
      : graph_(graph),
        options_(options),
        picture_(graph, options),
        drawing_(draw(picture_, options)),
        output_(output),
        text_(output) {}

  void write() {
    place_header();
    write_head();
    write_header();
    print("<g transform=\"translate({},{})\">\n", coordinate(place_.x), coordinate(place_.y));
    write_clusters();
    write_edges();
    write_edge_texts();
    write_nodes();
    if (drawing_.detail == Detail::dots) write_names();
    print("</g>\n</svg>\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }
  std::size_t missing_attributes() const { return picture_.missing_attributes(); }
  std::size_t missing_frames() const { return drawing_.missing_clusters; }

 private:
  template <typename... Arguments>
  void print(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    output_.write(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  // The title and the legend above the drawing.

  struct Chip {
    std::string label;
    ClassStyle style;
    LineStyle line = LineStyle::stated;
    bool is_line = false;
    Box box;
  };

  void place_header() {
    scale_ = std::clamp(drawing_.width / 1600, 1.0, 3.0);
    width_ = std::max(drawing_.width, 480.0) + 2 * margin;
    double y = margin;
    title_ = wrap(options_.title, title_letters(), 2);
    y += static_cast<double>(title_.size()) * title_height * scale_;
    if (graph_.node_count() > most_readable_nodes) {
      advice_ = {"So many nodes that the picture hardly helps. A part of it:", select_command(graph_, "svg")};
      y += static_cast<double>(advice_.size()) * advice_height * scale_;
    }
    add_chips();
    double x = margin;
    const double chip_height = 19 * scale_;
    for (Chip& chip : chips_) {
      const double width = text_width(chip.label, 10 * scale_) + (chip.is_line ? 34 : 20) * scale_;
      if (x + width > width_ - margin && x > margin) {
        x = margin;
        y += chip_height + 5 * scale_;
      }
      chip.box = {{x, y}, width, chip_height};
      x += width + 8 * scale_;
    }
    if (!chips_.empty()) y += chip_height + 16 * scale_;
    place_ = {(width_ - drawing_.width) / 2, y};
    height_ = y + drawing_.height + margin;
  }

  /// How many letters of the title a line has room for, by their mean width in bold.
  std::size_t title_letters() const {
    constexpr double bold = 1.2;
    const double whole = std::max(text_width(options_.title, title_font) * bold * scale_, 1.0);
    const auto letters = static_cast<double>(count_code_points(options_.title));
    return static_cast<std::size_t>((width_ - 2 * margin) / whole * letters);
  }

  void add_chips() {
    for (const LegendEntry& one : picture_.classes())
      chips_.push_back({join(wrap(one.label, node_label_width, 1)), one.style, LineStyle::stated, false, {}});
    const std::vector<LineStyle> styles = picture_.line_styles();
    if (styles.size() < 2 && (styles.empty() || styles.front() == LineStyle::stated)) return;
    for (LineStyle style : styles)
      chips_.push_back(
          {std::string(line_style_names[static_cast<std::size_t>(style)]), plain_style(), style, true, {}});
  }

  static std::string join(const std::vector<std::string>& lines) { return lines.empty() ? "" : lines.front(); }

  void write_head() {
    print(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}\" "
        "height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
        "font-family=\"'DejaVu Sans', Verdana, Helvetica, sans-serif\">\n<title>",
        coordinate(width_), coordinate(height_));
    text_.content(options_.title.empty() ? "Graph" : options_.title);
    print("</title>\n<desc>{} nodes and {} edges</desc>\n", graph_.node_count(), graph_.edge_count());
    output_.write(dark_style);
    output_.write("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  }

  void write_header() {
    double y = margin + 15 * scale_;
    for (const std::string& line : title_) {
      print(R"(<text x="{}" y="{}" font-size="{}" font-weight="bold" fill="#1a1a1a">)", coordinate(margin),
            coordinate(y), coordinate(title_font * scale_));
      text_.content(line);
      print("</text>\n");
      y += title_height * scale_;
    }
    for (const std::string& line : advice_) {
      print(R"(<text x="{}" y="{}" font-size="{}" fill="#555555">)", coordinate(margin), coordinate(y - 4 * scale_),
            coordinate(11 * scale_));
      text_.content(line);
      print("</text>\n");
      y += advice_height * scale_;
    }
    if (chips_.empty()) return;
    print("<g class=\"legend\" font-size=\"{}\" fill=\"#333333\">\n", coordinate(10 * scale_));
    for (const Chip& chip : chips_) write_chip(chip);
    print("</g>\n");
  }

  void write_chip(const Chip& chip) {
    const Box& box = chip.box;
    const double middle = box.corner.y + box.height / 2;
    const double baseline = middle + 3.6 * scale_;
    if (chip.is_line) {
      print(R"(<path d="M{},{}h{}" stroke="#555555" stroke-width="{}"{}/><text x="{}" y="{}">)",
            coordinate(box.corner.x), coordinate(middle), coordinate(24 * scale_),
            coordinate(stroke_width(chip.line, 1)), dashes(chip.line), coordinate(box.corner.x + 29 * scale_),
            coordinate(baseline));
    } else {
      print(R"(<g fill="{}" stroke="{}">{}</g><text x="{}" y="{}" text-anchor="middle"{}>)", chip.style.fill,
            chip.style.line, shape_elements(chip.style.shape, box), coordinate(box.corner.x + box.width / 2),
            coordinate(baseline), is_dark(chip.style.fill) ? " fill=\"#ffffff\"" : "");
    }
    text_.content(chip.label);
    print("</text>\n");
  }

  // The drawing.

  void write_clusters() {
    if (drawing_.clusters.empty()) return;
    print("<g class=\"clusters\">\n");
    for (const DrawnCluster& cluster : drawing_.clusters) {
      const Box& box = cluster.box;
      const Point title = place_title(box);
      print(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\" fill-opacity=\"0.25\" "
          "stroke=\"{}\"/>\n"
          "<text x=\"{}\" y=\"{}\" font-size=\"11\" fill=\"{}\">",
          coordinate(box.corner.x), coordinate(box.corner.y), coordinate(box.width), coordinate(box.height),
          cluster.style.fill, cluster.style.line, coordinate(title.x), coordinate(title.y), cluster.style.line);
      text_.content(cluster.label);
      print("</text>\n");
    }
    print("</g>\n");
  }

  void write_edges() {
    print("<g class=\"edges\" fill=\"none\" stroke-opacity=\"{}\">\n",
          drawing_.detail == Detail::full ? "0.8" : "0.65");
    for (std::size_t i = 0; i < drawing_.groups.size(); ++i) write_edge(i);
    print("</g>\n");
  }

  void write_edge(std::size_t number) {
    const EdgeGroup& group = drawing_.groups[number];
    const PlacedEdge& placed = drawing_.edges[number];
    const std::string path = path_data(placed);
    if (path.empty()) return;
    const std::string_view colour = picture_.line_colours(group.texts.front().edges.front()).line;
    print("<g class=\"edge\">");
    if (drawing_.detail != Detail::dots) write_title(tooltip_of(group));
    print(R"(<path stroke="{}" stroke-width="{}"{} d="{}"/>)", colour, coordinate(drawing_.widths[number]),
          dashes(group.style), path);
    if (const std::string arrow = arrow_points(placed); !arrow.empty())
      print(R"(<polygon fill="{}" fill-opacity="0.9" points="{}"/>)", colour, arrow);
    print("</g>\n");
  }

  std::string tooltip_of(const EdgeGroup& group) const {
    std::string all;
    for (const EdgeText& text : group.texts) all.append(all.empty() ? "" : "\n\n").append(sentence(group, text));
    return all;
  }

  /// What is known of a relation, or at least the relation in words.
  std::string sentence(const EdgeGroup& group, const EdgeText& text) const {
    if (!text.tooltip.empty()) return text.tooltip;
    return fmt::format("{} {} {}", graph_.label(graph_.resource(group.source)), text.relation,
                       graph_.label(graph_.resource(group.target)));
  }

  void write_title(std::string_view title) {
    print("<title>");
    text_.content(title);
    print("</title>");
  }

  void write_edge_texts() {
    print("<g class=\"texts\" xml:space=\"preserve\" font-size=\"{}\" text-anchor=\"middle\" fill=\"#333333\">\n",
          edge_font);
    for (std::size_t i = 0; i < drawing_.groups.size(); ++i)
      if (drawing_.edges[i].label && !drawing_.texts[i].empty())
        write_edge_text(drawing_.groups[i], drawing_.texts[i], *drawing_.edges[i].label);
    print("</g>\n");
  }

  void write_edge_text(const EdgeGroup& group, const std::vector<DrawnLine>& lines, const Box& box) {
    const std::vector<PlacedLine> places = place_text(lines, box);
    const Box ground = common_ground(places);
    print("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>\n",
          coordinate(ground.corner.x), coordinate(ground.corner.y), coordinate(ground.width),
          coordinate(ground.height));
    for (std::size_t i = 0; i < lines.size(); ++i) write_edge_line(lines[i], group, places[i].baseline);
  }

  void write_edge_line(const DrawnLine& line, const EdgeGroup& group, Point baseline) {
    const EdgeText& text = group.texts[line.text];
    open_link(text.link);
    print(R"(<text x="{}" y="{}">)", coordinate(baseline.x), coordinate(baseline.y));
    write_title(sentence(group, text));
    text_.content(line.dark);
    if (!line.faint.empty()) {
      print("<tspan fill=\"#767676\">{}", line.dark.empty() ? "" : " ");
      text_.content(line.faint);
      print("</tspan>");
    }
    print("</text>");
    close_link(text.link);
    print("\n");
  }

  void open_link(std::string_view iri) {
    if (iri.empty()) return;
    print("<a xlink:href=\"");
    text_.attribute(iri);
    print("\">");
  }
  void close_link(std::string_view iri) {
    if (!iri.empty()) print("</a>");
  }

  void write_nodes() {
    print("<g class=\"nodes\" font-size=\"{}\" text-anchor=\"middle\" stroke-width=\"1.2\">\n", node_font);
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) write_node(node, drawing_.nodes[node]);
    print("</g>\n");
  }

  void write_node(std::uint32_t node, const Box& box) {
    const ClassStyle style = picture_.style(node);
    open_link(picture_.node_link(node));
    print(R"(<g class="node" data-id=")");
    text_.attribute(graph_.id(node));
    print("\">");
    write_title(picture_.node_tooltip(node));
    const bool is_dot = drawing_.detail == Detail::dots;
    print(R"(<g fill="{}" stroke="{}">{}</g>)", is_dot ? style.line : style.fill, is_dot ? "#ffffff" : style.line,
          shape_elements(is_dot ? Shape::ellipse : style.shape, box));
    if (!is_dot) write_name(drawing_.names[node], drawing_.fonts[node], box, is_dark(style.fill));
    print("</g>");
    close_link(picture_.node_link(node));
    print("\n");
  }

  void write_name(const std::vector<std::string>& lines, double font, const Box& node, bool is_light) {
    const std::vector<Point> baselines = place_name(lines.size(), font, node);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      print(R"(<text x="{}" y="{}"{} fill="{}">)", coordinate(baselines[i].x), coordinate(baselines[i].y),
            font_attribute(font), is_light ? "#ffffff" : "#1a1a1a");
      text_.content(lines[i]);
      print("</text>");
    }
  }

  /// Names the best connected of the dots, as far as their names do not cover each other.
  void write_names() {
    print("<g class=\"names\" font-size=\"{}\" text-anchor=\"middle\">\n", coordinate(10 * scale_));
    for (const DotName& name : dot_names(drawing_, scale_)) {
      const Box& box = name.box;
      print(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.8\"/>"
          "<text x=\"{}\" y=\"{}\" fill=\"#1a1a1a\">",
          coordinate(box.corner.x), coordinate(box.corner.y), coordinate(box.width), coordinate(box.height),
          coordinate(box.corner.x + box.width / 2), coordinate(box.corner.y + 10 * scale_));
      text_.content(name.text);
      print("</text>\n");
    }
    print("</g>\n");
  }

  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Picture picture_;
  Drawing drawing_;
  Output& output_;
  XmlText text_;
  std::vector<std::string> title_;
  std::vector<std::string> advice_;
  std::vector<Chip> chips_;
  double width_ = 0;
  double height_ = 0;
  double scale_ = 1;
  Point place_;
};

/// Says in a small picture that there is too much to draw.
void write_refusal(const PropertyGraph& graph, Output& output) {
  const std::string command = select_command(graph, "svg");
  const double width = std::max(640.0, text_width(command, 12) + 2 * margin);
  output.write(fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"102\" viewBox=\"0 0 {0} 102\" role=\"img\" "
      "font-family=\"'DejaVu Sans', Verdana, Helvetica, sans-serif\">\n"
      "<title>Not drawn</title>\n{3}<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
      "<text x=\"24\" y=\"36\" font-size=\"14\">{1} nodes and {2} edges are too many to draw.</text>\n"
      "<text x=\"24\" y=\"58\" font-size=\"12\" fill=\"#555555\">Choose a part of the graph, or open it in Gephi as "
      "GraphML:</text>\n"
      "<text x=\"24\" y=\"78\" font-size=\"12\" fill=\"#1a1a1a\">",
      coordinate(width), graph.node_count(), graph.edge_count(), dark_style));
  XmlText(output).content(command);
  output.write("</text>\n</svg>\n");
}

class SvgExporter : public GraphExporter {
 public:
  SvgExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  bool writes_edge_ids() const override { return false; }
  void write_graph(const PropertyGraph& graph) override {
    if (!can_be_drawn(graph)) {
      write_refusal(graph, output());
      count_loss("node that is not drawn, since there are too many", graph.node_count());
      return;
    }
    if (graph.node_count() > most_readable_nodes) count_loss(loss::too_many_to_read, graph.node_count());
    SvgWriter writer(graph, options(), output());
    writer.write();
    count_loss(loss::control_characters, writer.replaced_count());
    count_loss(loss::style_attributes, writer.missing_attributes());
    count_loss(loss::frames, writer.missing_frames());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_svg(Output& output, const ExportOptions& options) {
  return std::make_unique<SvgExporter>(output, options);
}

}  // namespace graphwright
