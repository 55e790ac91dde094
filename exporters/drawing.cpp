#include "drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/ranges.h>

#include "graphwright/utf8.hpp"

#include "layout_store.hpp"
#include "node_clusters.hpp"
#include "picture_text.hpp"
#include "placed_lines.hpp"

namespace graphwright {
namespace {

// Up to here nodes stand in layers and edges have texts.
constexpr std::size_t most_layered_nodes = 150;
constexpr std::size_t most_layered_edges = 300;
// Up to here every node has its name; above, nodes are dots and only the best connected are named.
constexpr std::size_t most_named_nodes = 400;
constexpr std::size_t names_among_dots = 60;
constexpr std::size_t longest_dot_name = 30;
// Far above what is readable, a graph is not drawn at all.
constexpr std::size_t most_drawn_nodes = 5000;
constexpr std::size_t most_drawn_edges = 20000;
constexpr std::size_t edge_width = 22;
constexpr std::size_t most_edge_lines = 12;
// A layout in layers of more nodes than these takes minutes, even where a style asks for it.
constexpr std::size_t most_nodes_in_layers = 1000;
constexpr double thinnest_line = 0.8;
constexpr double widest_line = 5;
constexpr double largest_dot = 22;

std::vector<DrawnLine> drawn_lines(const EdgeGroup& group) {
  std::vector<DrawnLine> lines;
  for (std::size_t i = 0; i < group.texts.size(); ++i) {
    const EdgeText& text = group.texts[i];
    if (count_code_points(text.relation) + count_code_points(text.detail) < edge_width) {
      const std::vector<std::string> words = wrap(text.relation, edge_width, 1);
      if (!words.empty() || !text.detail.empty()) lines.push_back({words.empty() ? "" : words.front(), text.detail, i});
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

std::vector<std::size_t> edges_by_node(const PropertyGraph& graph) {
  std::vector<std::size_t> degrees(graph.node_count());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    ++degrees[graph.edge(edge).source];
    if (graph.edge(edge).target != graph.edge(edge).source) ++degrees[graph.edge(edge).target];
  }
  return degrees;
}

Detail fitting_detail(std::size_t nodes, std::size_t groups) {
  if (nodes <= most_layered_nodes && groups <= most_layered_edges) return Detail::full;
  return nodes <= most_named_nodes ? Detail::names : Detail::dots;
}

/// Makes one drawing.
class Drafter {
 public:
  Drafter(const Picture& picture, const ExportOptions& options)
      : picture_(picture), graph_(picture.graph()), options_(options) {
    drawing_.groups = group_edges(picture);
    drawing_.degrees = edges_by_node(graph_);
    drawing_.detail = fitting_detail(graph_.node_count(), drawing_.groups.size());
    if (layout() == PictureLayout::forces && drawing_.detail == Detail::full) drawing_.detail = Detail::names;
  }

  Drawing draw(double least_height) {
    measure_lines();
    bool is_layered = drawing_.detail == Detail::full ||
                      (layout() == PictureLayout::layers && graph_.node_count() <= most_nodes_in_layers);
    Layout made = laid_out(is_layered);
    if (is_layered && layout() == PictureLayout::by_size && request_.clusters.empty() && is_strip(made)) {
      is_layered = false;
      drawing_.detail = Detail::names;
      made = laid_out(is_layered);
    }
    if (is_layered && least_height > 0) spread_layers(least_height, made);
    pull_labels(titles_of(made.clusters), made);
    drawing_.width = made.width;
    drawing_.height = made.height;
    drawing_.nodes = std::move(made.nodes);
    drawing_.edges = std::move(made.edges);
    for (std::size_t i = 0; i < made.clusters.size(); ++i) drawing_.clusters[i].box = made.clusters[i];
    return std::move(drawing_);
  }

 private:
  /// Whether a picture is so wide that nothing can be read where all of it is seen, as of a node with many neighbours.
  static bool is_strip(const Layout& made) { return made.width > 2400 && made.width > 8 * made.height; }

  Layout laid_out(bool is_layered) {
    request_ = {};
    request_.kind = is_layered ? LayoutKind::layers : LayoutKind::forces;
    request_.node_font_size = node_font;
    request_.edge_font_size = edge_font;
    drawing_.names.clear();
    drawing_.fonts.clear();
    drawing_.texts.clear();
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) request_node(node);
    for (const EdgeGroup& group : drawing_.groups) request_edge(group);
    request_clusters(gather_nodes(picture_, options_), is_layered);
    return options_.layouts == nullptr ? lay_out(request_) : options_.layouts->layout(request_);
  }

  PictureLayout layout() const {
    return picture_.picture_style() == nullptr ? PictureLayout::by_size : picture_.picture_style()->layout;
  }

  std::vector<Box> titles_of(const std::vector<Box>& frames) const {
    std::vector<Box> titles;
    for (std::size_t i = 0; i < frames.size(); ++i) titles.push_back(title_box(frames[i], drawing_.clusters[i].label));
    return titles;
  }

  void request_node(std::uint32_t node) {
    LayoutNode one;
    one.shape = picture_.style(node).shape;
    one.lines = wrap(picture_.node_label(node), node_label_width, 3);
    const double size = picture_.size(node);
    if (size > 1) one.font_size = node_font * size;
    if (drawing_.detail == Detail::dots) one.dot = dot_of(node, size);
    drawing_.names.push_back(one.lines);
    drawing_.fonts.push_back(node_font * size);
    request_.nodes.push_back(std::move(one));
  }

  /// As wide as the style's attribute says, else as the node has edges.
  double dot_of(std::uint32_t node, double size) const {
    const PictureStyle* style = picture_.picture_style();
    if (style == nullptr || style->node_size.empty())
      return std::min(4 + 0.8 * static_cast<double>(drawing_.degrees[node]), largest_dot);
    return 4 + (largest_dot - 4) * (size - 1) / (Picture::largest_node - 1);
  }

  void measure_lines() {
    const PictureStyle* style = picture_.picture_style();
    double most = 1;
    for (const EdgeGroup& group : drawing_.groups) most = std::max(most, group.share);
    for (const EdgeGroup& group : drawing_.groups) {
      double width = stroke_width(group.style, group.edge_count);
      if (style != nullptr && style->fixed_width > 0) width = style->fixed_width;
      if (style != nullptr && !style->edge_width.empty()) width = scaled_width(group.share, most);
      drawing_.widths.push_back(width);
    }
  }

  void request_edge(const EdgeGroup& group) {
    // Beside dots an arrow would be larger than what it points at.
    const bool has_arrow = !group.is_undirected && drawing_.detail != Detail::dots;
    LayoutEdge edge{.source = group.source, .target = group.target, .lines = {}, .has_arrow = has_arrow};
    drawing_.texts.push_back(drawing_.detail == Detail::full ? drawn_lines(group) : std::vector<DrawnLine>{});
    for (const DrawnLine& line : drawing_.texts.back()) edge.lines.push_back(line.whole());
    request_.edges.push_back(std::move(edge));
  }

  void request_clusters(const std::vector<NodeCluster>& clusters, bool is_layered) {
    if (!is_layered) drawing_.missing_clusters = clusters.size();
    if (!is_layered) return;
    for (const NodeCluster& cluster : clusters) {
      for (std::uint32_t node : cluster.nodes)
        request_.nodes[node].cluster = static_cast<std::uint32_t>(request_.clusters.size());
      request_.clusters.push_back(cluster.label);
      drawing_.clusters.push_back({cluster.label, cluster.style, {}});
    }
  }

  const Picture& picture_;
  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Drawing drawing_;
  LayoutRequest request_;
};

}  // namespace

bool can_be_drawn(const PropertyGraph& graph) {
  return graph.node_count() <= most_drawn_nodes && graph.edge_count() <= most_drawn_edges;
}

Drawing draw(const Picture& picture, const ExportOptions& options, double least_height) {
  return Drafter(picture, options).draw(least_height);
}

double stroke_width(LineStyle style, std::size_t edge_count) {
  const auto further = static_cast<double>(edge_count - 1);
  // However many facts follow, their line stays thinner than that of one that is stated.
  return style == LineStyle::derived ? std::min(0.8 + 0.1 * further, 1.1) : std::min(1.3 + 0.25 * further, 3.2);
}

double scaled_width(double share, double most) {
  return thinnest_line + (widest_line - thinnest_line) * std::sqrt(share / most);
}

std::string dot_name(const Drawing& drawing, std::uint32_t node) {
  return shorten(fmt::format("{}", fmt::join(drawing.names[node], " ")), longest_dot_name);
}

std::vector<DotName> dot_names(const Drawing& drawing, double scale) {
  std::vector<std::uint32_t> order(drawing.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return drawing.degrees[a] > drawing.degrees[b]; });
  order.resize(std::min<std::size_t>(order.size(), names_among_dots));
  std::vector<DotName> names;
  for (std::uint32_t node : order) {
    const Box& dot = drawing.nodes[node];
    const std::string text = dot_name(drawing, node);
    const double width = text_width(text, 10 * scale) + 6;
    const double height = 13 * scale;
    const Box box{{dot.corner.x + dot.width / 2 - width / 2, dot.corner.y - height - 1}, width, height};
    if (std::none_of(names.begin(), names.end(), [&](const DotName& other) { return overlap(box, other.box); }))
      names.push_back({node, text, box});
  }
  return names;
}

}  // namespace graphwright
