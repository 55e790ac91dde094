#include "dot.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "components.hpp"
#include "dot_text.hpp"
#include "drawing.hpp"
#include "graph_exporter.hpp"
#include "node_clusters.hpp"
#include "picture.hpp"
#include "picture_advice.hpp"
#include "picture_text.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

// Above this many nodes or edges a layout in layers takes long and shows little.
constexpr std::size_t most_layered_nodes = 150;
constexpr std::size_t most_layered_edges = 400;
constexpr std::size_t label_width = 24;
constexpr std::size_t label_lines = 3;
// Graphviz 2.43 reads quoted strings of less than 16,384 bytes; an escaped code point takes at most six.
constexpr std::size_t most_tooltip = 2000;

constexpr std::string_view common_style =
    "  node [fontname=\"DejaVu Sans,Verdana,Helvetica,sans-serif\", fontsize=11, fontcolor=\"#1f1f1f\", "
    "height=0.3, margin=\"0.12,0.06\", penwidth=1.2];\n"
    "  edge [fontname=\"DejaVu Sans,Verdana,Helvetica,sans-serif\", fontsize=8, fontcolor=\"#444444\", "
    "color=\"#7a7a7a\", arrowsize=0.6];\n";

/// The attributes of a line; empty for what is stated, the default.
constexpr std::string_view line_attributes(LineStyle style) {
  switch (style) {
    case LineStyle::stated:
      return "";
    case LineStyle::derived:
      return ", penwidth=0.6";
    case LineStyle::attributed:
      return ", style=dashed";
    case LineStyle::hypothetical:
      return ", style=dotted";
    case LineStyle::denied:
      return ", style=\"dotted,bold\", arrowhead=tee";
  }
  return "";
}

constexpr std::string_view line_sample(LineStyle style) {
  switch (style) {
    case LineStyle::stated:
      return "━━";
    case LineStyle::derived:
      return "──";
    case LineStyle::attributed:
      return "╌╌";
    case LineStyle::hypothetical:
      return "┈┈";
    case LineStyle::denied:
      return "┈┤";
  }
  return "";
}

/// Joins lines as a label's text.
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

/// Writes one picture, node by node and edge by edge.
class DotWriter {
 public:
  DotWriter(const PropertyGraph& graph, const ExportOptions& options, Output& output)
      : graph_(graph), options_(options), picture_(graph, options), output_(output), text_(output) {}

  void write() {
    output_.write("digraph ");
    text_.id(options_.title.empty() ? "graph" : shorten(options_.title, most_tooltip));
    output_.write(" {\n");
    const std::vector<NodeCluster> clusters = gather_nodes(picture_, options_);
    write_graph_attributes(!clusters.empty());
    output_.write(common_style);
    if (!is_laid_in_layers()) missing_frames_ = clusters.size();
    write_clusters(clusters);
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    output_.write("}\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }
  std::size_t missing_attributes() const { return picture_.missing_attributes(); }
  std::size_t missing_frames() const { return missing_frames_; }
  std::size_t shortened_count() const { return shortened_; }

 private:
  void write_graph_attributes(bool has_clusters) {
    const bool is_layered = is_laid_in_layers();
    output_.write("  graph [");
    output_.write(is_layered ? "layout=dot, nodesep=0.2, ranksep=0.5" : "layout=sfdp, overlap=prism, splines=line");
    // With less polish, Graphviz 2.43 may lay nodes of different frames on top of each other.
    if (is_layered && has_clusters) output_.write(", rankdir=LR, mclimit=10");
    const std::size_t components = is_layered && has_clusters ? 1 : count_components();
    if (is_layered && components > most_components_in_a_row) output_.write(", pack=12");
    if (components > most_fitted_components) output_.write(", packmode=array");
    output_.write(
        ", bgcolor=white, pad=0.3, outputorder=edgesfirst,\n"
        "    fontname=\"DejaVu Sans,Verdana,Helvetica,sans-serif\", fontsize=11, labelloc=t, labeljust=l");
    write_legend();
    output_.write("];\n");
  }

  bool is_laid_in_layers() const {
    const PictureStyle* style = picture_.picture_style();
    if (style != nullptr && style->layout != PictureLayout::by_size) return style->layout == PictureLayout::layers;
    return graph_.node_count() <= most_layered_nodes && graph_.edge_count() <= most_layered_edges;
  }

  std::size_t count_components() const {
    Components components(graph_.node_count());
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge)
      components.join(graph_.edge(edge).source, graph_.edge(edge).target);
    return components.count();
  }

  void write_legend() {
    const std::vector<LegendEntry> classes = picture_.classes();
    const std::vector<LineStyle> lines = picture_.line_styles();
    const bool has_lines = lines.size() > 1 || (lines.size() == 1 && lines.front() != LineStyle::stated);
    const bool is_too_large = graph_.node_count() > most_readable_nodes;
    if (classes.empty() && !has_lines && options_.title.empty() && !is_too_large) return;
    output_.write(",\n    label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"5\">");
    if (!options_.title.empty()) {
      output_.write(R"(<tr><td align="left" colspan="24"><font point-size="18"><b>)");
      text_.html(shorten(options_.title, 120));
      output_.write("</b></font></td></tr>");
    }
    if (is_too_large) write_advice();
    if (!classes.empty() || has_lines) write_legend_rows(classes, has_lines ? lines : std::vector<LineStyle>{});
    output_.write("</table>>");
  }

  void write_advice() {
    output_.write(R"(<tr><td align="left" colspan="24">So many nodes that the picture hardly helps. A part of it: )");
    text_.html(select_command(graph_, "dot"));
    output_.write("</td></tr>");
  }

  void write_legend_rows(const std::vector<LegendEntry>& classes, const std::vector<LineStyle>& lines) {
    constexpr std::size_t classes_in_a_row = 12;
    output_.write("\n    <tr>");
    for (std::size_t i = 0; i < classes.size(); ++i) {
      if (i > 0 && i % classes_in_a_row == 0) output_.write("</tr>\n    <tr>");
      output_.write(R"(<td border="1" style="rounded" bgcolor=")");
      output_.write(classes[i].style.fill);
      output_.write("\" color=\"");
      output_.write(classes[i].style.line);
      output_.write("\">");
      const bool is_light_text = is_dark(classes[i].style.fill);
      if (is_light_text) output_.write(R"(<font color="#ffffff">)");
      text_.html(joined(wrap(classes[i].label, label_width, 1)));
      output_.write(is_light_text ? "</font></td>" : "</td>");
    }
    for (LineStyle style : lines) {
      output_.write("<td>");
      output_.write(line_sample(style));
      output_.put(' ');
      output_.write(line_style_names[static_cast<std::size_t>(style)]);
      output_.write("</td>");
    }
    output_.write("</tr>");
  }

  /// What stands in no frame comes first.
  void write_clusters(const std::vector<NodeCluster>& clusters) {
    std::vector<bool> is_framed(graph_.node_count());
    for (const NodeCluster& cluster : clusters)
      for (std::uint32_t node : cluster.nodes) is_framed[node] = true;
    for_each_node(graph_, [&](std::uint32_t node) {
      if (!is_framed[node]) write_node(node, "  ");
    });
    for (const NodeCluster& cluster : clusters) {
      output_.write("  subgraph ");
      text_.id("cluster " + cluster.name);
      output_.write(" {\n    graph [style=rounded, color=\"");
      output_.write(cluster.style.line);
      output_.write("\", fontcolor=\"");
      output_.write(cluster.style.line);
      output_.write("\", label=");
      text_.label(joined(wrap(cluster.label, label_width * 2, 2)));
      output_.write("];\n");
      for (std::uint32_t node : cluster.nodes) write_node(node, "    ");
      output_.write("  }\n");
    }
  }

  void write_node(std::uint32_t node, std::string_view indent) {
    const ClassStyle style = picture_.style(node);
    output_.write(indent);
    text_.id(graph_.id(node));
    output_.write(" [label=");
    text_.label(joined(wrap(picture_.node_label(node), label_width, label_lines)));
    output_.write(", shape=");
    output_.write(graphviz_shape(style.shape));
    output_.write(style.shape == Shape::pill ? ", style=\"filled,rounded\"" : ", style=filled");
    output_.write(", fillcolor=\"");
    output_.write(style.fill);
    output_.write("\", color=\"");
    output_.write(style.line);
    output_.put('"');
    if (is_dark(style.fill)) output_.write(", fontcolor=\"#ffffff\"");
    if (const double size = picture_.size(node); size > 1) output_.write(fmt::format(", fontsize={:.1f}", 11 * size));
    output_.write(", tooltip=");
    write_tooltip(picture_.node_tooltip(node));
    write_link(picture_.node_link(node));
    output_.write("];\n");
  }

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    output_.write("  ");
    text_.id(graph_.id(ends.source));
    output_.write(" -> ");
    text_.id(graph_.id(ends.target));
    output_.write(" [label=");
    text_.label(picture_.has_edge_template() ? label_text(picture_.edge_label(edge)) : relation_label(edge));
    output_.write(", color=\"");
    output_.write(picture_.line_colours(edge).line);
    output_.put('"');
    write_line_style(edge);
    if (graph_.is_symmetric(edge)) output_.write(", dir=none");
    if (const std::string tooltip = picture_.edge_tooltip(edge); !tooltip.empty()) {
      output_.write(", tooltip=");
      write_tooltip(tooltip);
    }
    write_link(picture_.edge_link(edge));
    id_.clear();
    graph_.append_edge_id(edge, id_);
    output_.write(", id=");
    text_.id(id_);
    output_.write("];\n");
  }

  static std::string label_text(const std::string& words) { return joined(wrap(words, label_width, label_lines)); }

  /// The relation, broken into lines once for all its edges, and what the fact says.
  std::string relation_label(std::uint32_t edge) {
    const auto [known, is_new] = relation_labels_.try_emplace(graph_.predicate(edge));
    std::string& label = known->second;
    if (is_new) label = label_text(picture_.edge_label(edge));
    const std::string words = graph_.fact(edge) == nullptr ? std::string() : label_text(picture_.fact_words(edge));
    return words.empty() || label.empty() ? label + words : label + '\n' + words;
  }

  /// What the style says of the width takes the place of the thin line of what is derived.
  void write_line_style(std::uint32_t edge) {
    const PictureStyle* style = picture_.picture_style();
    const LineStyle line = picture_.line_style(edge);
    const bool has_width = style != nullptr && (style->fixed_width > 0 || !style->edge_width.empty());
    if (!has_width || line != LineStyle::derived) output_.write(line_attributes(line));
    if (!has_width) return;
    const double width = style->fixed_width > 0 ? style->fixed_width : width_by_share(edge);
    output_.write(fmt::format(", penwidth={:.2f}", width));
  }

  double width_by_share(std::uint32_t edge) {
    if (most_share_ == 0)
      for (std::uint32_t one = 0; one < graph_.edge_count(); ++one)
        most_share_ = std::max(most_share_, picture_.width_share(one));
    return scaled_width(picture_.width_share(edge), most_share_);
  }

  void write_tooltip(const std::string& tooltip) {
    const std::string shown = shorten(tooltip, most_tooltip);
    if (shown.size() != tooltip.size()) ++shortened_;
    text_.tooltip(shown);
  }

  void write_link(std::string_view iri) {
    if (iri.empty() || iri.size() > most_tooltip) return;
    output_.write(", URL=");
    text_.url(iri);
  }

  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Picture picture_;
  Output& output_;
  DotText text_;
  std::string id_;
  std::unordered_map<TermId, std::string> relation_labels_;
  std::size_t shortened_ = 0;
  std::size_t missing_frames_ = 0;
  double most_share_ = 0;
};

class DotExporter : public GraphExporter {
 public:
  DotExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  void write_graph(const PropertyGraph& graph) override {
    DotWriter writer(graph, options(), output());
    writer.write();
    count_loss(loss::control_characters, writer.replaced_count());
    count_loss(loss::style_attributes, writer.missing_attributes());
    count_loss(loss::frames, writer.missing_frames());
    if (graph.node_count() > most_readable_nodes) count_loss(loss::too_many_to_read, graph.node_count());
    count_loss("tooltip of more than 2000 letters, shortened", writer.shortened_count());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_dot(Output& output, const ExportOptions& options) {
  return std::make_unique<DotExporter>(output, options);
}

}  // namespace graphwright
