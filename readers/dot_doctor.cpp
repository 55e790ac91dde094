#include "dot_doctor.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/utf8.hpp"

#include "dot_colors.hpp"
#include "dot_edges.hpp"
#include "dot_graph.hpp"
#include "dot_records.hpp"
#include "dot_tokens.hpp"
#include "dot_words.hpp"
#include "html_label.hpp"
#include "name_characters.hpp"
#include "text_location.hpp"
#include "word_list.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::array<std::string_view, 6> color_attributes{"bgcolor",   "color",          "fillcolor",
                                                           "fontcolor", "labelfontcolor", "pencolor"};
constexpr std::array<std::string_view, 5> kept_by_gephi{"label", "color", "pos", "style", "weight"};

/// As Graphviz reads truth values.
bool is_true(std::string_view text) {
  const std::string word = ascii_lower(text);
  return word == "true" || word == "yes" || (!word.empty() && word[0] >= '1' && word[0] <= '9');
}

/// Walks through the tokens and looks at names, ports and attributes.
class DotDoctor {
 public:
  DotDoctor(const DotGraph& graph, std::string_view bytes, FileId file, DoctorFindings& findings)
      : graph_(graph), bytes_(bytes), file_(file), tokens_(bytes, file), findings_(findings) {}

  void run() {
    for (DotToken token = tokens_.next(); token.kind != DotToken::Kind::end; token = tokens_.next()) {
      edges_.take(token);
      follow_statement(token);
      if (is_mark(token, "{")) ++depth_;
      if (is_mark(token, "}") && depth_ > 0) --depth_;
      if (is_mark(token, "[")) ++brackets_;
      if (is_mark(token, "]") && brackets_ > 0) --brackets_;
      const bool is_value = is_mark(before_, "=");
      const bool is_port = is_mark(before_, ":");
      if (is_word(before_, "subgraph") && token.text.starts_with("cluster")) clusters_.insert(plain_text(token));
      if (is_value) examine_attribute(before_that_, token);
      if (is_port && brackets_ == 0) examine_port(before_that_, token);
      before_that_ = before_;
      before_ = token;
    }
    report_clusters();
    report_colors();
    examine_encoding();
    edges_.report(findings_);
  }

 private:
  /// A cluster that an edge is to end at, or a color, and where it is named.
  struct NamedPlace {
    std::string name;
    Location location;
  };

  /// Notes whether the statement is one of edges.
  void follow_statement(const DotToken& token) {
    if (brackets_ > 0) return;
    if (is_mark(token, "->") || is_mark(token, "--")) is_edge_ = true;
    if (is_mark(token, "{")) around_.push_back(std::exchange(is_edge_, false));
    if (is_mark(token, "}") && !around_.empty()) {
      is_edge_ = around_.back();
      around_.pop_back();
    }
    const bool goes_on =
        is_mark(before_, "->") || is_mark(before_, "--") || is_mark(before_, ":") || is_word(before_, "subgraph");
    if (token.kind != DotToken::Kind::mark && !goes_on) is_edge_ = is_word(token, "edge");
  }

  void examine_port(const DotToken& name, const DotToken& port) {
    // What follows a second colon is a point of the compass.
    const bool follows_a_port = name.location == port_.location;
    port_ = port;
    if (follows_a_port || name.kind != DotToken::Kind::name || is_compass_point(port.text)) return;
    const std::optional<DotNode> node = graph_.find(name.text);
    if (!node || may_have_ports(*node)) return;
    findings_.add("graphviz-port", name.location,
                  fmt::format("Graphviz takes '{}' in '{}:{}' for a port; put the name in quotation marks", port.text,
                              name.text, port.text));
  }

  void examine_attribute(const DotToken& name, const DotToken& value) {
    // Graphviz asks the whole graph only.
    if (name.text == "compound" && depth_ == 1 && is_true(plain_text(value))) is_compound_ = true;
    if (name.text == "lhead" || name.text == "ltail") cluster_ends_.push_back({plain_text(value), name.location});
    if (name.text == "charset") has_charset_ = true;
    if (name.text == "colorscheme") schemes_.insert(plain_text(value));
    if (has(color_attributes, name.text)) examine_color(plain_text(value), count_of_colors(name.text), value.location);
    if (name.text.ends_with("label")) examine_label(value);
    examine_word(name, value);
    if (brackets_ > 0 && !has(kept_by_gephi, name.text))
      findings_.add("gephi-dot", name.location,
                    fmt::format("Gephi drops '{}': it keeps of DOT only label, color, pos, style and weight; give it "
                                "GEXF",
                                name.text));
  }

  /// Words that Graphviz takes from a list.
  void examine_word(const DotToken& name, const DotToken& value) {
    const std::string word = plain_text(value);
    if (word.empty()) return;
    if (name.text == "shape" && !is_graphviz_shape(word))
      findings_.add("graphviz-shape", value.location,
                    fmt::format("Graphviz draws a box for the unknown shape '{}'", word), word);
    if (name.text == "layout" && !is_graphviz_layout(word))
      findings_.add("graphviz-layout", value.location,
                    fmt::format("Graphviz will refuse to draw this: it has no layout '{}'", word), word);
  }

  ColorCount count_of_colors(std::string_view name) const {
    if (name == "fillcolor" || name == "bgcolor") return ColorCount::weighed;
    if (name != "color") return ColorCount::one;
    return is_edge_ ? ColorCount::weighed : ColorCount::many;
  }

  void examine_color(std::string_view colors, ColorCount count, Location location) {
    const std::string_view unknown = find_unknown_color(colors, count);
    if (!unknown.empty()) colors_.push_back({std::string(unknown), location});
  }

  /// Whether a scheme of the file may have a color; of those whose colors have names Graphviz alone knows.
  bool may_be_in_schemes(std::string_view color) const {
    if (schemes_.empty() || color.starts_with('#') || color.starts_with('/')) return false;
    if (!std::all_of(color.begin(), color.end(), is_ascii_digit)) return true;
    return std::any_of(schemes_.begin(), schemes_.end(),
                       [=](const std::string& scheme) { return is_brewer_color(scheme, color); });
  }

  void report_colors() {
    for (const NamedPlace& one : colors_) {
      if (may_be_in_schemes(one.name)) continue;
      const std::string_view but = is_short_color(one.name) ? ", known since version 9" : "";
      findings_.add("graphviz-color", one.location,
                    fmt::format("Graphviz takes black for the unknown color '{}'{}", one.name, but), one.name);
    }
  }

  void examine_html(const DotToken& value) {
    const std::optional<HtmlLabel> label = read_html_label(value.text);
    if (!label)
      findings_.add("graphviz-html", value.location, "Graphviz will refuse this label: it is not well-formed XML");
    else if (!label->unknown_element.empty())
      findings_.add("graphviz-html", value.location,
                    fmt::format("Graphviz will refuse this label: it knows no element '{}'", label->unknown_element),
                    label->unknown_element);
    else if (!label->unknown_name.empty())
      findings_.add("graphviz-html", value.location,
                    fmt::format("Graphviz will refuse this label: it knows no character '&{};'", label->unknown_name),
                    label->unknown_name);
    else if (!label->misplaced.empty())
      findings_.add("graphviz-html", value.location,
                    fmt::format("Graphviz will refuse this label: {}", label->misplaced), label->misplaced);
    if (label)
      for (const auto& [color, is_list] : label->colors)
        examine_color(color, is_list ? ColorCount::weighed : ColorCount::one, value.location);
  }

  void report_clusters() {
    for (const NamedPlace& end : cluster_ends_) {
      if (!is_compound_)
        findings_.add("graphviz-cluster", end.location, "Graphviz ignores lhead and ltail unless compound is true");
      else if (!clusters_.contains(end.name))
        findings_.add("graphviz-cluster", end.location,
                      fmt::format("Graphviz finds no cluster '{}': lhead and ltail name a subgraph whose name begins "
                                  "with cluster",
                                  end.name),
                      end.name);
    }
  }

  /// Without a charset the file is UTF-8; Graphviz guesses where it is not.
  void examine_encoding() {
    const std::size_t at = find_invalid_utf8(bytes_);
    if (at == std::string_view::npos || has_charset_) return;
    findings_.add("graphviz-charset", location_at(bytes_, at, file_),
                  "Graphviz takes labels that are no UTF-8 for Latin-1; write UTF-8, or charset=latin1");
  }

  void examine_label(const DotToken& value) {
    if (value.kind == DotToken::Kind::html) examine_html(value);
    if (value.kind != DotToken::Kind::quoted) return;
    for (std::size_t at = 0; at + 1 < value.text.size(); ++at) {
      if (value.text[at] != '\\') continue;
      const char next = value.text[++at];
      if (std::string_view("NGETHL").find(next) != std::string_view::npos)
        findings_.add("graphviz-escape", value.location,
                      fmt::format("Graphviz will put a name in place of '\\{}'; write '\\\\{}' if the letters are "
                                  "meant",
                                  next, next));
    }
  }

  const DotGraph& graph_;
  std::string_view bytes_;
  FileId file_;
  DotTokens tokens_;
  DotEdges edges_;
  DoctorFindings& findings_;
  DotToken before_;
  DotToken before_that_;
  DotToken port_;
  std::size_t brackets_ = 0;
  std::size_t depth_ = 0;
  std::vector<NamedPlace> cluster_ends_;
  std::vector<NamedPlace> colors_;
  std::set<std::string> clusters_;
  std::set<std::string> schemes_;
  /// Whether the statement is one of edges, and those around it.
  bool is_edge_ = false;
  std::vector<bool> around_;
  bool has_charset_ = false;
  bool is_compound_ = false;
};

}  // namespace

void examine_dot(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings,
                 Diagnostics& diagnostics) {
  if (bytes.size() > most_bytes)
    return diagnostics.error("too-large", {options.file, 1, 1}, "DOT above 64 MiB is not examined");
  if (bytes.find('\0') != std::string_view::npos)
    return diagnostics.error("control-character", {options.file, 1, 1}, "the file holds U+0000, so it is no text");
  const std::optional<DotGraph> graph = DotGraph::parse(bytes, options.file, diagnostics);
  if (!graph) return;
  DotDoctor(*graph, bytes, options.file, findings).run();
  examine_records(*graph, bytes, options.file, findings);
}

}  // namespace graphwright
