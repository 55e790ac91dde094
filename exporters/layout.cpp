#include "layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <utility>

#include "components.hpp"
#include "layout_library.hpp"
#include "layout_parts.hpp"
#include "text_width.hpp"

namespace graphwright {
namespace {

constexpr double points_per_inch = 72;
// Above this the library is told to polish less.
constexpr std::size_t most_polished_edges = 120;
constexpr double gap = 12;
// More than this the library cannot give a cell of a label.
constexpr double largest_label = 65535;

std::mutex& library_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// What the library said during the layout that runs; it has one hook for the whole process.
std::string& said() {
  static std::string text;
  return text;
}

int keep_message(char* message) {
  if (said().size() < 2000) said() += message;
  return 0;
}

/// Graphs with clusters, whose layouts are never freed: where a labelled edge lies in the first layer, the library
/// (2.43) moves its table of layers, and its clean-up then frees it twice.
std::vector<Agraph_t*>& kept_graphs() {
  static std::vector<Agraph_t*> graphs;
  return graphs;
}

/// Turns the library's messages aside for as long as it lives.
class QuietLibrary {
 public:
  QuietLibrary() : lock_(library_mutex()) {
    said().clear();
    previous_ = agseterrf(keep_message);
  }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;
  ~QuietLibrary() { agseterrf(previous_); }

 private:
  std::lock_guard<std::mutex> lock_;
  agusererrf previous_;
};

double font_size_of(const LayoutNode& node, double common) { return node.font_size > 0 ? node.font_size : common; }

/// The room that lines of text take.
Box text_box(const std::vector<std::string>& lines, double font_size) {
  double width = 0;
  for (const std::string& line : lines) width = std::max(width, text_width(line, font_size));
  return {{}, std::ceil(width), std::ceil(static_cast<double>(lines.size()) * font_size * line_height)};
}

/// A label of the library's own markup that is an empty cell of a text's size.
std::string label_of_size(const Box& box) {
  const auto side = [](double length) { return std::to_string(static_cast<int>(std::min(length, largest_label))); };
  return R"(<table border="0" cellborder="0" cellpadding="0" cellspacing="0" fixedsize="true" width=")" +
         side(box.width) + R"(" height=")" + side(box.height) + R"("><tr><td></td></tr></table>)";
}

std::string number(double value) { return std::to_string(value); }

/// How the library lays out in layers.
struct LayerOptions {
  /// Whether lines are drawn, not only nodes placed.
  bool has_lines = true;
  /// Whether it is to take more time to keep lines from crossing.
  bool is_polished = false;
  /// Whether frames share their layers, by the library's newer ranking: it makes large pictures, but no wrong ones.
  bool shares_layers = false;
};

/// A graph of the library, built from a request, laid out and read back.
class LibraryGraph {
 public:
  explicit LibraryGraph(const LayoutRequest& request, LayerOptions options = {})
      : request_(request),
        options_(options),
        engine_(request.kind == LayoutKind::layers ? "dot" : "sfdp"),
        context_(layout_library(engine_)) {
    static char name[] = "picture";
    graph_ = agopen(name, Agdirected, &parts_in_order());
    set_defaults();
    add_clusters();
    add_nodes();
    add_edges();
  }
  LibraryGraph(const LibraryGraph&) = delete;
  LibraryGraph& operator=(const LibraryGraph&) = delete;
  ~LibraryGraph() {
    if (is_laid_out_ && !clusters_.empty()) {
      kept_graphs().push_back(graph_);
      return;
    }
    if (is_laid_out_) gvFreeLayout(context_, graph_);
    agclose(graph_);
  }

  Layout lay_out() {
    // The library shuffles nodes before it seeds: what it laid out before would show (a test lays out twice).
    std::srand(1);  // NOLINT(cert-msc51-cpp)
    if (gvLayout(context_, graph_, engine_.c_str()) != 0)
      throw std::system_error(
          std::make_error_code(std::errc::function_not_supported),
          "the picture cannot be laid out by '" + engine_ + "': " + said().substr(0, said().find('\n')));
    is_laid_out_ = true;
    return read();
  }

 private:
  // The library takes texts as char*, though it copies them.
  static char* text(std::string_view constant) { return const_cast<char*>(constant.data()); }
  void set_default(int kind, const char* name, const std::string& value) {
    agattr(graph_, kind, text(name), text(value));
  }
  static void set(void* object, const char* name, const std::string& value) {
    agsafeset(object, text(name), text(value), text(""));
  }

  /// Leaves room for lines of text; an empty label has none, not even that of a line.
  void set_label(void* object, const std::vector<std::string>& lines, double font_size) {
    if (lines.empty()) return;
    std::string label = label_of_size(text_box(lines, font_size));
    char* kept = agstrdup_html(graph_, label.data());
    agsafeset(object, text("label"), kept, text(""));
    agstrfree(graph_, kept);
  }

  void set_defaults() {
    if (request_.kind == LayoutKind::layers) {
      // Frames side by side make a picture several times as wide as high, and their texts small.
      if (!request_.clusters.empty()) set_default(AGRAPH, "rankdir", "LR");
      if (options_.shares_layers) set_default(AGRAPH, "newrank", "true");
      if (!options_.has_lines) set_default(AGRAPH, "splines", "none");
      const std::size_t components = request_.clusters.empty() ? count_components() : 1;
      if (components > most_components_in_a_row) set_default(AGRAPH, "pack", "12");
      if (components > most_fitted_components) set_default(AGRAPH, "packmode", "array");
      set_default(AGRAPH, "nodesep", "0.16");
      set_default(AGRAPH, "ranksep", "0.35");
      const bool is_large = request_.edges.size() > most_polished_edges;
      set_default(AGRAPH, "mclimit", options_.is_polished ? "10" : is_large ? "1" : "4");
      if (is_large && !options_.is_polished) {
        set_default(AGRAPH, "nslimit", "10");
        set_default(AGRAPH, "nslimit1", "10");
      }
    } else {
      set_default(AGRAPH, "overlap", "prism");
      if (count_components() > most_fitted_components) set_default(AGRAPH, "packmode", "array");
      set_default(AGRAPH, "splines", "line");
      set_default(AGRAPH, "sep", "+6");
    }
    set_default(AGNODE, "height", "0.3");
    set_default(AGNODE, "width", "0.5");
    set_default(AGNODE, "margin", "0.13,0.06");
    set_default(AGNODE, "shape", "box");
    set_default(AGNODE, "label", "");
    set_default(AGNODE, "fixedsize", "false");
    set_default(AGEDGE, "arrowsize", "0.7");
    set_default(AGEDGE, "label", "");
    set_default(AGEDGE, "dir", "forward");
  }

  std::size_t count_components() const {
    Components components(request_.nodes.size());
    for (const LayoutEdge& edge : request_.edges) components.join(edge.source, edge.target);
    return components.count();
  }

  void add_clusters() {
    for (const std::string& label : request_.clusters) {
      std::string name = "cluster" + std::to_string(clusters_.size());
      clusters_.push_back(agsubg(graph_, name.data(), 1));
      set_label(clusters_.back(), {label}, request_.node_font_size);
    }
  }

  void add_nodes() {
    for (const LayoutNode& one : request_.nodes) {
      std::string name = std::to_string(nodes_.size());
      Agnode_t* node = agnode(graph_, name.data(), 1);
      nodes_.push_back(node);
      if (one.cluster != LayoutNode::none) agsubnode(clusters_[one.cluster], node, 1);
      if (one.dot > 0) {
        set(node, "shape", "circle");
        set(node, "fixedsize", "true");
        set(node, "width", number(one.dot / points_per_inch));
        set(node, "height", number(one.dot / points_per_inch));
        continue;
      }
      set(node, "shape", one.shape == Shape::ellipse ? "ellipse" : "box");
      if (one.shape == Shape::hexagon) set(node, "margin", "0.2,0.06");
      set_label(node, one.lines, font_size_of(one, request_.node_font_size));
    }
  }

  void add_edges() {
    for (const LayoutEdge& one : request_.edges) {
      Agedge_t* edge = agedge(graph_, nodes_[one.source], nodes_[one.target], nullptr, 1);
      edges_.push_back(edge);
      set_label(edge, one.lines, request_.edge_font_size);
      if (!one.has_arrow) set(edge, "dir", "none");
    }
  }

  /// The library's y runs upwards.
  Point point(pointf at) const { return {at.x - GD_bb(graph_).LL.x, GD_bb(graph_).UR.y - at.y}; }
  Box box(boxf bounds) const {
    const Point corner = point({bounds.LL.x, bounds.UR.y});
    return {corner, bounds.UR.x - bounds.LL.x, bounds.UR.y - bounds.LL.y};
  }

  Layout read() const {
    const Box bounds = box(GD_bb(graph_));
    Layout layout{.width = bounds.width, .height = bounds.height, .nodes = {}, .edges = {}, .clusters = {}};
    for (Agnode_t* node : nodes_) {
      const Point centre = point(ND_coord(node));
      const double width = ND_width(node) * points_per_inch;
      const double height = ND_height(node) * points_per_inch;
      layout.nodes.push_back({{centre.x - width / 2, centre.y - height / 2}, width, height});
    }
    for (Agedge_t* edge : edges_) layout.edges.push_back(read_edge(edge));
    for (Agraph_t* cluster : clusters_) layout.clusters.push_back(box(GD_bb(cluster)));
    return layout;
  }

  PlacedEdge read_edge(Agedge_t* edge) const {
    PlacedEdge placed;
    if (const textlabel_t* label = ED_label(edge); label != nullptr && label->set) {
      const Point centre = point(label->pos);
      const pointf size = label->dimen;
      placed.label = Box{{centre.x - size.x / 2, centre.y - size.y / 2}, size.x, size.y};
    }
    const splines* drawn = ED_spl(edge);
    if (drawn == nullptr) return placed;
    for (int i = 0; i < drawn->size; ++i) {
      const bezier& curve = drawn->list[i];
      std::vector<Point>& points = placed.curves.emplace_back();
      for (int p = 0; p < curve.size; ++p) points.push_back(point(curve.list[p]));
      if (curve.eflag != 0) placed.tip = point(curve.ep);
    }
    return placed;
  }

  const LayoutRequest& request_;
  LayerOptions options_;
  std::string engine_;
  GVC_t* context_;
  Agraph_t* graph_;
  std::vector<Agraph_t*> clusters_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  bool is_laid_out_ = false;
};

/// The size of a node as the library would make it.
Box measured(const LayoutNode& node, double common_font_size) {
  if (node.dot > 0) return {{}, node.dot, node.dot};
  const Box text = text_box(node.lines, font_size_of(node, common_font_size));
  return {{}, text.width + 20, std::max(text.height, common_font_size) + 10};
}

/// Puts the nodes that were left out of a layout in rows below it.
void add_rows(const LayoutRequest& request, const std::vector<std::uint32_t>& left_out, Layout& layout) {
  double area = 0;
  for (std::uint32_t node : left_out) {
    layout.nodes[node] = measured(request.nodes[node], request.node_font_size);
    area += (layout.nodes[node].width + gap) * (layout.nodes[node].height + gap);
  }
  layout.width = std::max(layout.width, std::sqrt(area * 1.6));
  Point at{0, layout.height > 0 ? layout.height + 2 * gap : 0};
  double row = 0;
  for (std::uint32_t node : left_out) {
    Box& box = layout.nodes[node];
    if (at.x > 0 && at.x + box.width > layout.width) {
      at = {0, at.y + row + gap};
      row = 0;
    }
    box.corner = at;
    at.x += box.width + gap;
    row = std::max(row, box.height);
    layout.width = std::max(layout.width, box.corner.x + box.width);
  }
  layout.height = at.y + row;
}

/// Lays out by forces what has edges, and puts what has none in rows below: the library would take
/// minutes to pack thousands of single nodes.
Layout lay_out_by_forces(const LayoutRequest& request) {
  std::vector<std::uint32_t> place(request.nodes.size(), LayoutNode::none);
  LayoutRequest joined;
  joined.kind = request.kind;
  joined.node_font_size = request.node_font_size;
  joined.edge_font_size = request.edge_font_size;
  const auto place_of = [&](std::uint32_t node) {
    if (place[node] == LayoutNode::none) {
      place[node] = static_cast<std::uint32_t>(joined.nodes.size());
      joined.nodes.push_back(request.nodes[node]);
    }
    return place[node];
  };
  for (const LayoutEdge& edge : request.edges) {
    LayoutEdge moved = edge;
    moved.source = place_of(edge.source);
    moved.target = place_of(edge.target);
    joined.edges.push_back(std::move(moved));
  }
  Layout layout = LibraryGraph(joined).lay_out();
  const std::vector<Box> placed = std::exchange(layout.nodes, std::vector<Box>(request.nodes.size()));
  std::vector<std::uint32_t> left_out;
  for (std::uint32_t node = 0; node < place.size(); ++node) {
    if (place[node] == LayoutNode::none)
      left_out.push_back(node);
    else
      layout.nodes[node] = placed[place[node]];
  }
  if (!left_out.empty()) add_rows(request, left_out, layout);
  return layout;
}

bool has_overlaps(const std::vector<Box>& nodes) {
  for (auto one = nodes.begin(); one != nodes.end(); ++one)
    if (std::any_of(one + 1, nodes.end(), [&](const Box& other) { return overlap(*one, other); })) return true;
  return false;
}

/// By its older ranking, the library (2.43) sometimes lays nodes of different frames on top of each other. It then
/// complains of lines, where nothing can turn it aside, so that mostly it is not asked for lines until the places are
/// good.
Layout lay_out_in_layers(const LayoutRequest& request) {
  if (request.clusters.empty()) return LibraryGraph(request).lay_out();
  for (const bool is_polished : {false, true}) {
    if (has_overlaps(LibraryGraph(request, {.has_lines = false, .is_polished = is_polished}).lay_out().nodes)) continue;
    Layout layout = LibraryGraph(request, {.is_polished = is_polished}).lay_out();
    if (!has_overlaps(layout.nodes)) return layout;
  }
  return LibraryGraph(request, {.shares_layers = true}).lay_out();
}

}  // namespace

Layout lay_out(const LayoutRequest& request) {
  const QuietLibrary quiet;
  return request.kind == LayoutKind::forces ? lay_out_by_forces(request) : lay_out_in_layers(request);
}

}  // namespace graphwright
