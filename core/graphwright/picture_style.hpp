#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// What the label of a line may hold beside attributes of edges.
inline constexpr std::array<std::string_view, 6> line_values{"relation", "time",       "claim",
                                                             "place",    "confidence", "source"};

/// The outline of a node in a picture.
enum class Shape : std::uint8_t { box, pill, ellipse, hexagon, octagon, note, folder, tab };

inline constexpr std::array<std::string_view, 8> shape_names{"box",     "pill", "ellipse", "hexagon",
                                                             "octagon", "note", "folder",  "tab"};

/// A pale colour behind dark text, and a dark one for outlines and lines, both `#rrggbb`.
struct PaletteColour {
  std::string_view name;
  std::string_view fill;
  std::string_view line;
};

/// The colours that a style may call by name; pairs that stay apart in the common kinds of colour blindness and in
/// grey.
inline constexpr std::array<PaletteColour, 10> palette{{
    {"blue", "#cfe3f5", "#2b6a9e"},
    {"orange", "#fbdcb8", "#ad5a00"},
    {"green", "#d5ecd4", "#2f7a46"},
    {"purple", "#e5dcf2", "#69489b"},
    {"red", "#f8d0d2", "#a02f3c"},
    {"yellow", "#fff0b3", "#866a00"},
    {"teal", "#c8e9e6", "#1c7570"},
    {"brown", "#eadccb", "#74532a"},
    {"grey", "#e9e9e9", "#666666"},
    {"white", "#ffffff", "#777777"},
}};

/// A colour between two, all `#rrggbb`: `share` of the second.
std::string mixed_colour(std::string_view a, std::string_view b, double share);

/// Whether a text is a colour, `#rrggbb`.
bool is_colour(std::string_view text);

/// Whether white text stands out from a colour, `#rrggbb`, more than dark text does (contrast ratio, WCAG 2.2, 1.4.3).
bool is_dark(std::string_view colour);

/// Text with places for values: `{label}[ ({iso-code})]`. A part in square brackets is left out where one of its values
/// is not known.
struct LabelTemplate {
  struct Piece {
    std::string text;
    /// The name of a value, or text as it stands.
    bool is_value = false;
    /// The bracketed part that it stands in, from 1; 0: none.
    std::size_t part = 0;
  };
  std::vector<Piece> pieces;

  bool empty() const { return pieces.empty(); }
  /// The text, where `value_of` gives the value of a name, empty where it is not known.
  template <typename ValueOf>
  std::string fill(const ValueOf& value_of) const;
};

/// How the members of a class are drawn; what is absent stays as it is without a style.
struct ClassLook {
  /// An IRI, or the last part of one; `*`: any other class, and none.
  std::string name;
  std::optional<Shape> shape;
  std::string fill;
  std::string line;
  /// A short text before each name, such as an emoji.
  std::string icon;
};

/// How the edges of a relation are drawn.
struct RelationLook {
  std::string name;
  std::string line;
};

/// Where a style names a class or a relation.
struct StyleName {
  std::string name;
  bool is_class = false;
  Location location;
};

/// How pictures are laid out.
enum class PictureLayout : std::uint8_t { by_size, layers, forces };

/// What the nodes of a picture may be gathered by.
inline constexpr std::array<std::string_view, 4> cluster_words{"class", "place", "year", "decade"};

/// What a style file says of pictures (docs/styles.md).
struct PictureStyle {
  std::vector<ClassLook> classes;
  std::vector<RelationLook> relations;
  LabelTemplate node_label;
  LabelTemplate edge_label;
  /// The attribute of nodes by which they are large; empty: all alike.
  std::string node_size;
  /// The attribute of nodes by which they are coloured; empty: by class.
  std::string node_colour;
  /// What lines are wide by: `evidence`, `weight`; empty: the number of edges in them.
  std::string edge_width;
  /// The width of all lines; 0: by the above.
  double fixed_width = 0;
  PictureLayout layout = PictureLayout::by_size;
  /// What nodes are gathered by: one of `cluster_words`; empty: nothing.
  std::string cluster;
  bool legend = true;
  std::vector<std::string> hidden_classes;
  std::vector<std::string> hidden_relations;
  bool hides_unconnected = false;
  /// All names of classes, but `*`, and of relations, to say which of them mean nothing.
  std::vector<StyleName> names;

  bool hides_something() const { return !hidden_classes.empty() || !hidden_relations.empty() || hides_unconnected; }
};

/// Whether a name of a style means an IRI: the whole, or its last part, with or without capitals.
bool means(std::string_view name, std::string_view iri);

template <typename ValueOf>
std::string LabelTemplate::fill(const ValueOf& value_of) const {
  std::string text;
  for (std::size_t at = 0; at < pieces.size();) {
    const std::size_t part = pieces[at].part;
    std::string section;
    bool is_known = true;
    for (; at < pieces.size() && pieces[at].part == part; ++at) {
      const std::string piece = pieces[at].is_value ? std::string(value_of(pieces[at].text)) : pieces[at].text;
      is_known = is_known && !(pieces[at].is_value && piece.empty());
      section += piece;
    }
    if (part == 0 || is_known) text += section;
  }
  return text;
}

}  // namespace graphwright
