#include "graphwright/style_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/byte_source.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/utf8.hpp"

#include "fact_name.hpp"
#include "label_template.hpp"
#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 10> style_keys{"graphwright", "prefixes", "classes", "relations", "nodes",
                                                      "edges",       "hide",     "layout",  "cluster",   "legend"};
constexpr std::array<std::string_view, 5> class_keys{"colour", "fill", "line", "shape", "icon"};
constexpr std::array<std::string_view, 1> relation_keys{"colour"};
constexpr std::array<std::string_view, 3> node_keys{"label", "size", "colour"};
constexpr std::array<std::string_view, 2> edge_keys{"label", "width"};
constexpr std::array<std::string_view, 3> hide_keys{"classes", "relations", "unconnected"};
constexpr std::array<std::string_view, 3> layouts{"by-size", "layers", "forces"};
constexpr std::size_t longest_icon = 8;
constexpr double widest_line = 20;
constexpr double paleness = 0.8;

/// Reads one style.
class StyleReader {
 public:
  StyleReader(const YamlDocument& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics), form_(diagnostics) {}

  PictureStyle read() {
    const YamlNode& root = document_.root();
    if (!form_.check_version(document_)) return std::move(style_);
    form_.check_keys(root, style_keys, "a style");
    if (const YamlNode* prefixes = form_.find(root, "prefixes")) read_prefixes(*prefixes);
    if (const YamlNode* classes = form_.find(root, "classes")) read_classes(*classes);
    if (const YamlNode* relations = form_.find(root, "relations")) read_relations(*relations);
    if (const YamlNode* nodes = form_.find(root, "nodes")) read_nodes(*nodes);
    if (const YamlNode* edges = form_.find(root, "edges")) read_edges(*edges);
    if (const YamlNode* hide = form_.find(root, "hide")) read_hide(*hide);
    if (const YamlNode* layout = form_.find(root, "layout"))
      style_.layout = static_cast<PictureLayout>(read_word(*layout, "layout", layouts).value_or(0));
    if (const YamlNode* cluster = form_.find(root, "cluster"))
      if (const auto number = read_word(*cluster, "cluster", cluster_words)) style_.cluster = cluster_words[*number];
    if (const YamlNode* legend = form_.find(root, "legend"))
      style_.legend = form_.boolean(*legend, "legend").value_or(true);
    return std::move(style_);
  }

 private:
  void read_prefixes(const YamlNode& node) {
    if (!form_.expect_map(node, "prefixes")) return;
    for (const YamlEntry& entry : node.entries)
      if (const auto iri = form_.text(entry.value, entry.key);
          iri && check_absolute_iri(*iri, entry.value.location, diagnostics_))
        prefixes_.add(entry.key, *iri);
  }

  /// A plain name as it stands, else the IRI that `prefix:name` or `<IRI>` means; empty after a message.
  std::string read_name(std::string_view text, Location location) {
    if (text.find(':') == std::string_view::npos) return std::string(text);
    if (text.starts_with('<') && text.ends_with('>')) {
      const std::string_view iri = text.substr(1, text.size() - 2);
      return check_absolute_iri(iri, location, diagnostics_) ? std::string(iri) : std::string{};
    }
    if (const auto own = prefixes_.expand(text)) return *own;
    if (const auto known = well_known_prefixes().expand(text)) return *known;
    diagnostics_.error(
        "unknown-prefix", location,
        fmt::format("the prefix of '{}' is declared nowhere; name it under 'prefixes', or write <IRI>", text));
    return {};
  }

  // Classes and relations.

  void read_classes(const YamlNode& node) {
    if (!form_.expect_map(node, "classes")) return;
    for (const YamlEntry& entry : node.entries) {
      if (!form_.expect_map(entry.value, entry.key)) continue;
      form_.check_keys(entry.value, class_keys, "a class");
      ClassLook look;
      look.name = read_class(entry);
      read_colours(entry.value, look);
      if (const YamlNode* shape = form_.find(entry.value, "shape"))
        if (const auto number = read_word(*shape, "shape", shape_names)) look.shape = static_cast<Shape>(*number);
      if (const YamlNode* icon = form_.find(entry.value, "icon")) look.icon = read_icon(*icon);
      style_.classes.push_back(std::move(look));
    }
  }

  /// The name of a class, which has one look.
  std::string read_class(const YamlEntry& entry) {
    std::string name = read_name(entry.key, entry.location);
    const auto is_same = [&](const ClassLook& other) { return ascii_lower(other.name) == ascii_lower(name); };
    const auto at = std::find_if(style_.classes.begin(), style_.classes.end(), is_same);
    if (!name.empty() && at != style_.classes.end())
      diagnostics_.error("duplicate-key", entry.location,
                         fmt::format("the class '{}' has a look already, as '{}'", entry.key, at->name));
    note_name(name, true, entry.location);
    return name;
  }

  void note_name(const std::string& name, bool is_class, Location location) {
    if (!name.empty() && name != "*") style_.names.push_back({name, is_class, location});
  }

  void read_colours(const YamlNode& map, ClassLook& look) {
    if (const YamlNode* colour = form_.find(map, "colour"))
      if (const auto pair = read_colour(*colour, "colour")) std::tie(look.fill, look.line) = *pair;
    if (const YamlNode* fill = form_.find(map, "fill"))
      if (const auto pair = read_colour(*fill, "fill")) look.fill = exact(*fill, pair->first);
    if (const YamlNode* line = form_.find(map, "line"))
      if (const auto pair = read_colour(*line, "line")) look.line = pair->second;
  }

  static std::string exact(const YamlNode& node, const std::string& fill) {
    return node.text.starts_with('#') ? node.text : fill;
  }

  /// The pale and the dark colour that a name of the palette, or `#rrggbb` as the dark one, stands for.
  std::optional<std::pair<std::string, std::string>> read_colour(const YamlNode& node, std::string_view key) {
    const auto text = form_.text(node, key);
    if (!text) return std::nullopt;
    for (const PaletteColour& one : palette)
      if (one.name == *text) return std::pair(std::string(one.fill), std::string(one.line));
    if (is_colour(*text)) return std::pair(mixed_colour(*text, "#ffffff", paleness), std::string(*text));
    std::vector<std::string_view> names;
    names.reserve(std::size(palette));
    for (const PaletteColour& one : palette) names.push_back(one.name);
    diagnostics_.error(
        "unknown-word", node.location,
        fmt::format("'{}' takes a colour such as \"#2b6a9e\", or {}; not '{}'", key, fmt::join(names, ", "), *text),
        did_you_mean(nearest_name(*text, names)));
    return std::nullopt;
  }

  std::string read_icon(const YamlNode& node) {
    const auto text = form_.text(node, "icon");
    if (!text) return {};
    if (count_code_points(*text) <= longest_icon) return std::string(*text);
    diagnostics_.error("bad-literal", node.location,
                       fmt::format("an icon is a short text such as ⚑, of {} characters at most", longest_icon));
    return {};
  }

  void read_relations(const YamlNode& node) {
    if (!form_.expect_map(node, "relations")) return;
    for (const YamlEntry& entry : node.entries) {
      if (!form_.expect_map(entry.value, entry.key)) continue;
      form_.check_keys(entry.value, relation_keys, "a relation");
      RelationLook look{read_name(entry.key, entry.location), {}};
      note_name(look.name, false, entry.location);
      if (const YamlNode* colour = form_.find(entry.value, "colour"))
        if (const auto pair = read_colour(*colour, "colour")) look.line = pair->second;
      style_.relations.push_back(std::move(look));
    }
  }

  std::optional<std::size_t> read_word(const YamlNode& node, std::string_view key,
                                       std::span<const std::string_view> known) {
    const auto text = form_.text(node, key);
    if (!text) return std::nullopt;
    const auto at = std::find(known.begin(), known.end(), *text);
    if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
    diagnostics_.error("unknown-word", node.location,
                       fmt::format("'{}' takes {}, not '{}'", key, fmt::join(known, ", "), *text),
                       did_you_mean(nearest_name(*text, {known.begin(), known.end()})));
    return std::nullopt;
  }

  // Nodes and edges.

  void read_nodes(const YamlNode& node) {
    if (!form_.expect_map(node, "nodes")) return;
    form_.check_keys(node, node_keys, "'nodes'");
    if (const YamlNode* label = form_.find(node, "label")) style_.node_label = read_template(*label, {});
    if (const YamlNode* size = form_.find(node, "size")) style_.node_size = form_.text(*size, "size").value_or("");
    if (const YamlNode* colour = form_.find(node, "colour"))
      style_.node_colour = form_.text(*colour, "colour").value_or("");
  }

  void read_edges(const YamlNode& node) {
    if (!form_.expect_map(node, "edges")) return;
    form_.check_keys(node, edge_keys, "'edges'");
    if (const YamlNode* label = form_.find(node, "label")) style_.edge_label = read_template(*label, line_values);
    if (const YamlNode* width = form_.find(node, "width")) read_width(*width);
  }

  void read_width(const YamlNode& node) {
    const auto text = form_.text(node, "width");
    if (!text) return;
    double value = 0;
    const auto [end, error] =
        std::from_chars(text->data(), text->data() + text->size(), value, std::chars_format::fixed);
    if (*text == "evidence" || *text == "weight")
      style_.edge_width = *text;
    else if (error == std::errc{} && end == text->data() + text->size() && value > 0 && value <= widest_line)
      style_.fixed_width = value;
    else
      diagnostics_.error(
          "unknown-word", node.location,
          fmt::format("'width' takes evidence, weight, or a number up to {}, not '{}'", widest_line, *text),
          did_you_mean(nearest_name(*text, {"evidence", "weight"})));
  }

  LabelTemplate read_template(const YamlNode& node, std::span<const std::string_view> known) {
    if (!form_.text(node, "label")) return {};
    return read_label_template(document_, node, known, diagnostics_);
  }

  void read_hide(const YamlNode& node) {
    if (!form_.expect_map(node, "hide")) return;
    form_.check_keys(node, hide_keys, "'hide'");
    const auto read_names = [&](std::string_view key, bool are_classes, std::vector<std::string>& into) {
      const YamlNode* names = form_.find(node, key);
      if (names == nullptr) return;
      for (const YamlNode* one : form_.texts(*names, key)) {
        into.push_back(read_name(one->text, one->location));
        note_name(into.back(), are_classes, one->location);
      }
    };
    read_names("classes", true, style_.hidden_classes);
    read_names("relations", false, style_.hidden_relations);
    if (const YamlNode* unconnected = form_.find(node, "unconnected"))
      style_.hides_unconnected = form_.boolean(*unconnected, "unconnected").value_or(false);
  }

  const YamlDocument& document_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  PrefixMap prefixes_;
  PictureStyle style_;
};

}  // namespace

std::shared_ptr<const PictureStyle> read_style(const std::string& path, Diagnostics& diagnostics) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  ReadOptions options;
  options.file = diagnostics.add_file(path, path);
  const std::size_t errors_before = diagnostics.error_count();
  const YamlDocument document = YamlDocument::read(*source, options, diagnostics);
  auto style = std::make_shared<const PictureStyle>(StyleReader(document, diagnostics).read());
  return diagnostics.error_count() == errors_before ? style : nullptr;
}

}  // namespace graphwright
