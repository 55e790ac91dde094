#include "svg.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "edge_groups.hpp"
#include "graph_exporter.hpp"
#include "layout.hpp"
#include "picture_text.hpp"
#include "svg_shapes.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

// Up to here nodes stand in layers and edges have texts.
constexpr std::size_t most_layered_nodes = 150;
constexpr std::size_t most_layered_edges = 300;
// Up to here every node has its name; above, nodes are dots and only the best connected are named.
constexpr std::size_t most_named_nodes = 400;
constexpr std::size_t names_among_dots = 60;
// Above this a picture no longer helps; far above, it is not drawn at all.
constexpr std::size_t most_readable_nodes = 2000;
constexpr std::size_t most_drawn_nodes = 5000;
constexpr std::size_t most_drawn_edges = 20000;

constexpr double margin = 24;
constexpr double node_font = 11;
constexpr double edge_font = 9;
constexpr double line_height = 1.2;
constexpr double title_height = 24;
constexpr std::size_t node_width = 24;
constexpr std::size_t edge_width = 22;
constexpr std::size_t most_edge_lines = 12;

/// How much of a graph a picture shows.
enum class Detail : std::uint8_t { full, names, dots };

/// A line of an edge's text as it is drawn: dark words, then fainter ones.
struct DrawnLine {
  std::string dark;
  std::string faint;
  std::size_t text = 0;

  std::string whole() const { return dark.empty() || faint.empty() ? dark + faint : dark + " " + faint; }
};

std::vector<DrawnLine> drawn_lines(const EdgeGroup& group) {
  std::vector<DrawnLine> lines;
  for (std::size_t i = 0; i < group.texts.size(); ++i) {
    const EdgeText& text = group.texts[i];
    if (count_code_points(text.relation) + count_code_points(text.detail) < edge_width) {
      lines.push_back({wrap(text.relation, edge_width, 1).front(), text.detail, i});
      continue;
    }
    for (std::string& line : wrap(text.relation, edge_width, 2)) lines.push_back({std::move(line), "", i});
    for (std::string& line : wrap(text.detail, edge_width, 3)) lines.push_back({"", std::move(line), i});
  }
  if (lines.size() > most_edge_lines) {
    lines.resize(most_edge_lines - 1);
    lines.push_back({"", "…", lines.back().text});
  }
  return lines;
}

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

double stroke_width(LineStyle style, std::size_t edge_count) {
  const double thin = style == LineStyle::derived ? 0.8 : 1.3;
  return std::min(thin + 0.25 * static_cast<double>(edge_count - 1), 3.2);
}

double text_width(std::string_view text, double font) {
  return static_cast<double>(count_code_points(text)) * font * 0.6;
}

bool overlap(const Box& a, const Box& b) {
  return a.corner.x < b.corner.x + b.width && b.corner.x < a.corner.x + a.width && a.corner.y < b.corner.y + b.height &&
         b.corner.y < a.corner.y + a.height;
}

/// Writes one picture: lines first, then their texts, then nodes, so that nothing hides what matters more.
class SvgWriter {
 public:
  SvgWriter(const PropertyGraph& graph, const ExportOptions& options, Output& output)
      : graph_(graph),
        options_(options),
        picture_(graph),
        groups_(group_edges(picture_)),
        output_(output),
        text_(output) {
    const std::size_t nodes = graph.node_count();
    detail_ = nodes <= most_layered_nodes && groups_.size() <= most_layered_edges ? Detail::full
              : nodes <= most_named_nodes                                         ? Detail::names
                                                                                  : Detail::dots;
  }

  void write() {
    request_layout();
    layout_ = lay_out(request_);
    place_header();
    write_head();
    write_header();
    print("<g transform=\"translate({},{})\">\n", coordinate(drawing_.x), coordinate(drawing_.y));
    write_clusters();
    write_edges();
    write_edge_texts();
    write_nodes();
    if (detail_ == Detail::dots) write_names();
    print("</g>\n</svg>\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }

 private:
  template <typename... Arguments>
  void print(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    output_.write(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  // Layout.

  void request_layout() {
    request_.kind = detail_ == Detail::full ? LayoutKind::layers : LayoutKind::forces;
    request_.node_font_size = node_font;
    request_.edge_font_size = edge_font;
    count_degrees();
    std::map<TermId, std::uint32_t> clusters;
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      LayoutNode one;
      one.shape = picture_.style(node).shape;
      one.lines = wrap(graph_.label(graph_.resource(node)), node_width, 3);
      if (detail_ == Detail::dots) one.dot = std::min(4 + 0.8 * static_cast<double>(degrees_[node]), 22.0);
      if (options_.cluster == "class" && detail_ == Detail::full) one.cluster = cluster_of(node, clusters);
      request_.nodes.push_back(std::move(one));
    }
    for (const EdgeGroup& group : groups_) {
      LayoutEdge edge{.source = group.source, .target = group.target, .lines = {}, .has_arrow = !group.is_undirected};
      lines_.push_back(detail_ == Detail::full ? drawn_lines(group) : std::vector<DrawnLine>{});
      for (const DrawnLine& line : lines_.back()) edge.lines.push_back(line.whole());
      request_.edges.push_back(std::move(edge));
    }
  }

  void count_degrees() {
    degrees_.assign(graph_.node_count(), 0);
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      ++degrees_[graph_.edge(edge).source];
      ++degrees_[graph_.edge(edge).target];
    }
  }

  std::uint32_t cluster_of(std::uint32_t node, std::map<TermId, std::uint32_t>& clusters) {
    const TermId type = picture_.shown_class(node);
    if (type == TermId::none) return LayoutNode::none;
    const auto [at, is_new] = clusters.try_emplace(type, static_cast<std::uint32_t>(request_.clusters.size()));
    if (is_new) {
      request_.clusters.emplace_back(graph_.label(type));
      cluster_styles_.push_back(picture_.style(node));
    }
    return at->second;
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
    scale_ = std::clamp(layout_.width / 1600, 1.0, 3.0);
    width_ = std::max(layout_.width, 480.0) + 2 * margin;
    double y = margin;
    title_ = wrap(options_.title, static_cast<std::size_t>(width_ / scale_ / 12), 2);
    y += static_cast<double>(title_.size()) * title_height * scale_;
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
    drawing_ = {(width_ - layout_.width) / 2, y};
    height_ = y + layout_.height + margin;
  }

  void add_chips() {
    for (const LegendEntry& one : picture_.classes())
      chips_.push_back({join(wrap(one.label, node_width, 1)), one.style, LineStyle::stated, false, {}});
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
    print("</title>\n<desc>{} nodes and {} edges</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
          graph_.node_count(), graph_.edge_count());
  }

  void write_header() {
    double y = margin + 15 * scale_;
    for (const std::string& line : title_) {
      print("<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"bold\" fill=\"#1a1a1a\">", coordinate(margin),
            coordinate(y), coordinate(19 * scale_));
      text_.content(line);
      print("</text>\n");
      y += title_height * scale_;
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
      print("<path d=\"M{},{}h{}\" stroke=\"#555555\" stroke-width=\"{}\"{}/><text x=\"{}\" y=\"{}\">",
            coordinate(box.corner.x), coordinate(middle), coordinate(24 * scale_),
            coordinate(stroke_width(chip.line, 1)), dashes(chip.line), coordinate(box.corner.x + 29 * scale_),
            coordinate(baseline));
    } else {
      print("<g fill=\"{}\" stroke=\"{}\">{}</g><text x=\"{}\" y=\"{}\" text-anchor=\"middle\">", chip.style.fill,
            chip.style.line, shape_elements(chip.style.shape, box), coordinate(box.corner.x + box.width / 2),
            coordinate(baseline));
    }
    text_.content(chip.label);
    print("</text>\n");
  }

  // The drawing.

  void write_clusters() {
    for (std::size_t i = 0; i < layout_.clusters.size(); ++i) {
      const Box& box = layout_.clusters[i];
      print(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\" fill-opacity=\"0.25\" "
          "stroke=\"{}\"/>\n"
          "<text x=\"{}\" y=\"{}\" font-size=\"11\" fill=\"{}\">",
          coordinate(box.corner.x), coordinate(box.corner.y), coordinate(box.width), coordinate(box.height),
          cluster_styles_[i].fill, cluster_styles_[i].line, coordinate(box.corner.x + 10),
          coordinate(box.corner.y + 16), cluster_styles_[i].line);
      text_.content(request_.clusters[i]);
      print("</text>\n");
    }
  }

  void write_edges() {
    print("<g class=\"edges\" fill=\"none\" stroke-opacity=\"{}\">\n", detail_ == Detail::full ? "0.8" : "0.4");
    for (std::size_t i = 0; i < groups_.size(); ++i) write_edge(groups_[i], layout_.edges[i]);
    print("</g>\n");
  }

  void write_edge(const EdgeGroup& group, const PlacedEdge& placed) {
    const std::string path = path_data(placed);
    if (path.empty()) return;
    const std::string_view colour = picture_.style(group.source).line;
    print("<g class=\"edge\">");
    if (detail_ != Detail::dots) write_title(tooltip_of(group));
    print("<path stroke=\"{}\" stroke-width=\"{}\"{} d=\"{}\"/>", colour,
          coordinate(stroke_width(group.style, group.edge_count)), dashes(group.style), path);
    if (const std::string arrow = arrow_points(placed); !arrow.empty() && detail_ != Detail::dots)
      print("<polygon fill=\"{}\" fill-opacity=\"0.9\" points=\"{}\"/>", colour, arrow);
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
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (layout_.edges[i].label && !lines_[i].empty()) write_edge_text(groups_[i], lines_[i], *layout_.edges[i].label);
    print("</g>\n");
  }

  void write_edge_text(const EdgeGroup& group, const std::vector<DrawnLine>& lines, const Box& box) {
    const double height = static_cast<double>(lines.size()) * edge_font * line_height;
    const double middle = box.corner.x + box.width / 2;
    double y = box.corner.y + (box.height - height) / 2;
    double width = 0;
    for (const DrawnLine& line : lines) width = std::max(width, text_width(line.whole(), edge_font));
    width = std::min(width, box.width) + 2;
    print("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>\n",
          coordinate(middle - width / 2), coordinate(y), coordinate(width), coordinate(height));
    for (const DrawnLine& line : lines) {
      y += edge_font * line_height;
      write_edge_line(line, group, middle, y - 2.6);
    }
  }

  void write_edge_line(const DrawnLine& line, const EdgeGroup& group, double x, double y) {
    const EdgeText& text = group.texts[line.text];
    open_link(text.link);
    print("<text x=\"{}\" y=\"{}\">", coordinate(x), coordinate(y));
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
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) write_node(node, layout_.nodes[node]);
    print("</g>\n");
  }

  void write_node(std::uint32_t node, const Box& box) {
    const ClassStyle style = picture_.style(node);
    open_link(picture_.node_link(node));
    print("<g class=\"node\" data-id=\"");
    text_.attribute(graph_.id(node));
    print("\">");
    write_title(picture_.node_tooltip(node));
    const bool is_dot = detail_ == Detail::dots;
    print("<g fill=\"{}\" stroke=\"{}\">{}</g>", is_dot ? style.line : style.fill, is_dot ? "#ffffff" : style.line,
          shape_elements(is_dot ? Shape::ellipse : style.shape, box));
    if (!is_dot) write_lines(request_.nodes[node].lines, {box.corner.x + box.width / 2, box.corner.y + box.height / 2});
    print("</g>");
    close_link(picture_.node_link(node));
    print("\n");
  }

  void write_lines(const std::vector<std::string>& lines, Point centre) {
    double y = centre.y - static_cast<double>(lines.size()) * node_font * line_height / 2 - 3;
    for (const std::string& line : lines) {
      y += node_font * line_height;
      print("<text x=\"{}\" y=\"{}\" fill=\"#1a1a1a\">", coordinate(centre.x), coordinate(y));
      text_.content(line);
      print("</text>");
    }
  }

  /// Names the best connected of the dots, as far as their names do not cover each other.
  void write_names() {
    std::vector<std::uint32_t> order(graph_.node_count());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return degrees_[a] > degrees_[b]; });
    order.resize(std::min<std::size_t>(order.size(), names_among_dots));
    std::vector<Box> taken;
    print("<g class=\"names\" font-size=\"{}\" text-anchor=\"middle\">\n", coordinate(10 * scale_));
    for (std::uint32_t node : order) write_name(node, taken);
    print("</g>\n");
  }

  void write_name(std::uint32_t node, std::vector<Box>& taken) {
    const Box& dot = layout_.nodes[node];
    const std::string name = join(wrap(graph_.label(graph_.resource(node)), node_width, 1));
    const double width = text_width(name, 10 * scale_) + 6;
    const double height = 13 * scale_;
    const double x = dot.corner.x + dot.width / 2;
    const Box box{{x - width / 2, dot.corner.y - height - 1}, width, height};
    if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return overlap(box, other); })) return;
    taken.push_back(box);
    print(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.8\"/>"
        "<text x=\"{}\" y=\"{}\" fill=\"#1a1a1a\">",
        coordinate(box.corner.x), coordinate(box.corner.y), coordinate(width), coordinate(height), coordinate(x),
        coordinate(box.corner.y + 10 * scale_));
    text_.content(name);
    print("</text>\n");
  }

  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Picture picture_;
  std::vector<EdgeGroup> groups_;
  Output& output_;
  XmlText text_;
  Detail detail_ = Detail::full;
  LayoutRequest request_;
  Layout layout_;
  std::vector<std::vector<DrawnLine>> lines_;
  std::vector<std::size_t> degrees_;
  std::vector<ClassStyle> cluster_styles_;
  std::vector<std::string> title_;
  std::vector<Chip> chips_;
  double width_ = 0;
  double height_ = 0;
  double scale_ = 1;
  Point drawing_;
};

/// Says in a small picture that there is too much to draw.
void write_refusal(const PropertyGraph& graph, Output& output) {
  output.write(fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"80\" viewBox=\"0 0 640 80\" role=\"img\" "
      "font-family=\"'DejaVu Sans', Verdana, Helvetica, sans-serif\">\n"
      "<title>Not drawn</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
      "<text x=\"24\" y=\"36\" font-size=\"14\">{} nodes and {} edges are too many to draw.</text>\n"
      "<text x=\"24\" y=\"58\" font-size=\"12\" fill=\"#555555\">Choose a part of the graph, or open it in Gephi as "
      "GraphML.</text>\n</svg>\n",
      graph.node_count(), graph.edge_count()));
}

class SvgExporter : public GraphExporter {
 public:
  SvgExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    if (graph.node_count() > most_drawn_nodes || graph.edge_count() > most_drawn_edges) {
      write_refusal(graph, output());
      count_loss("node that is not drawn, since there are too many", graph.node_count());
      return;
    }
    if (graph.node_count() > most_readable_nodes)
      count_loss("node in a picture of so many that it hardly helps", graph.node_count());
    SvgWriter writer(graph, options(), output());
    writer.write();
    count_loss(loss::control_characters, writer.replaced_count());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_svg(Output& output, const ExportOptions& options) {
  return std::make_unique<SvgExporter>(output, options);
}

}  // namespace graphwright
