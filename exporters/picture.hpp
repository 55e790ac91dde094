#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/exporter.hpp"
#include "graphwright/property_graph.hpp"

#include "attributes.hpp"
#include "class_style.hpp"
#include "node_scale.hpp"

namespace graphwright {

/// How the line of an edge is drawn: what is stated, what follows from it, and the kinds of claims.
enum class LineStyle : std::uint8_t { stated, derived, attributed, hypothetical, denied };

inline constexpr std::array<std::string_view, 5> line_style_names{"stated", "derived", "said by somebody",
                                                                  "hypothetical", "denied"};

/// A class in the legend.
struct LegendEntry {
  std::string label;
  ClassStyle style;
  friend auto operator<=>(const LegendEntry& a, const LegendEntry& b) { return a.label <=> b.label; }
  friend bool operator==(const LegendEntry& a, const LegendEntry& b) { return a.label == b.label; }
};

/// A named value of a node or edge.
struct ShownValue {
  std::string_view name;
  std::string value;
};

/// What the nodes and edges of a property graph say in a picture: words for people, with links.
class Picture {
 public:
  /// For looks and words alone: attributes that graph files gave edges are told by the other one.
  explicit Picture(const PropertyGraph& graph) : graph_(graph) {}
  /// As the style of an export has it; the options must outlive the picture.
  Picture(const PropertyGraph& graph, const ExportOptions& options);
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  const PropertyGraph& graph() const { return graph_; }
  /// What the style says; null without one.
  const PictureStyle* picture_style() const { return style_; }
  /// How many of the attributes that the style sizes, colours and labels nodes by no node has.
  std::size_t missing_attributes() const;

  ClassStyle style(std::uint32_t node) const;
  /// The name of a node as it is drawn: its label, unless the style has a template, after the icon of its class.
  std::string node_label(std::uint32_t node) const;
  /// How large a node is: 1 without a style, else from 1 to `largest_node`.
  double size(std::uint32_t node) const;
  static constexpr double largest_node = 2.2;
  /// The class by which a node is drawn, `TermId::none` where it has none.
  TermId shown_class(std::uint32_t node) const;
  std::string node_tooltip(std::uint32_t node) const;
  /// The attributes of a node, values of one name side by side.
  std::vector<ShownValue> node_attributes(std::uint32_t node) const;
  /// The IRI of a node where a browser can open it, else nothing.
  std::string_view node_link(std::uint32_t node) const { return link(graph_.resource(node)); }

  /// The relation in words, or all that the style's template says of a fact.
  std::string edge_label(std::uint32_t edge) const;
  /// Whether a template says all that stands at a line.
  bool has_edge_template() const { return style_ != nullptr && !style_->edge_label.empty(); }
  /// The colours of a line: those of its relation, else of the node that it leaves.
  ClassStyle line_colours(std::uint32_t edge) const;
  /// What an edge adds to the width of its line, where the style goes by evidence or weight.
  double width_share(std::uint32_t edge) const;

  LineStyle line_style(std::uint32_t edge) const;
  /// When a fact holds, in words; empty where that is not known.
  std::string time(std::uint32_t edge) const;
  /// Who says so, plans it or denies it; empty for what is simply so.
  std::string claim(std::uint32_t edge) const;
  /// When a fact holds and, where it matters, who says so; empty for a bare statement.
  std::string fact_words(std::uint32_t edge) const;
  /// The attributes that an edge bore in a graph file, but those that say its relation.
  std::vector<ShownValue> edge_attributes(std::uint32_t edge) const;
  /// A sentence, the time, the place, and each quote with its source; empty for a bare statement.
  std::string edge_tooltip(std::uint32_t edge) const;
  /// The IRI of a source of a fact where a browser can open it, else nothing.
  std::string_view edge_link(std::uint32_t edge) const;

  /// The classes that are shown, by their labels, or the values by which the style colours; none where it has no
  /// legend.
  std::vector<LegendEntry> classes() const;
  /// The styles of lines that are there, in their own order.
  std::vector<LineStyle> line_styles() const;

 private:
  /// How the style draws a class; null where it has nothing to say.
  const ClassLook* look(std::uint32_t node) const;
  const ClassLook* find_look(TermId type) const;
  std::string value(std::uint32_t node, std::string_view name) const;
  std::string edge_value(std::uint32_t edge, std::string_view name) const;
  std::string attribute_of_edge(std::uint32_t edge, std::string_view name) const;
  bool has_edge_value(std::string_view name) const;
  std::string_view link(TermId resource) const;

  const PropertyGraph& graph_;
  // Of a graph that came from a graph file.
  std::optional<NodeAttributes> node_columns_;
  std::optional<EdgeAttributes> edge_columns_;
  const PictureStyle* style_ = nullptr;
  const GraphProfile* profile_ = nullptr;
  std::optional<NodeSizes> sizes_;
  std::optional<NodeColours> colours_;
  std::unordered_map<TermId, const ClassLook*> looks_;
  std::unordered_map<TermId, std::string_view> relation_lines_;
};

}  // namespace graphwright
