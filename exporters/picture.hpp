#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/property_graph.hpp"

#include "class_style.hpp"

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

/// What the nodes and edges of a property graph say in a picture: words for people, with links.
class Picture {
 public:
  explicit Picture(const PropertyGraph& graph) : graph_(graph) {}

  const PropertyGraph& graph() const { return graph_; }

  ClassStyle style(std::uint32_t node) const;
  /// The class by which a node is drawn, `TermId::none` where it has none.
  TermId shown_class(std::uint32_t node) const;
  std::string node_tooltip(std::uint32_t node) const;
  /// The IRI of a node where a browser can open it, else nothing.
  std::string_view node_link(std::uint32_t node) const { return link(graph_.resource(node)); }

  LineStyle line_style(std::uint32_t edge) const;
  /// When a fact holds, in words; empty where that is not known.
  std::string time(std::uint32_t edge) const;
  /// Who says so, plans it or denies it; empty for what is simply so.
  std::string claim(std::uint32_t edge) const;
  /// When a fact holds and, where it matters, who says so; empty for a bare statement.
  std::string fact_words(std::uint32_t edge) const;
  /// A sentence, the time, the place, and each quote with its source; empty for a bare statement.
  std::string edge_tooltip(std::uint32_t edge) const;
  /// The IRI of a source of a fact where a browser can open it, else nothing.
  std::string_view edge_link(std::uint32_t edge) const;

  /// The classes that are shown, by their labels.
  std::vector<LegendEntry> classes() const;
  /// The styles of lines that are there, in their own order.
  std::vector<LineStyle> line_styles() const;

 private:
  std::string_view link(TermId resource) const;

  const PropertyGraph& graph_;
};

}  // namespace graphwright
