#include "dot_doctor.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
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
    if (name.text == "colorscheme") has_scheme_ = true;
    if (has(color_attributes, name.text)) examine_color(value);
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

  void examine_color(const DotToken& value) {
    const std::string colors = plain_text(value);
    const std::string_view unknown = find_unknown_color(colors);
    if (!unknown.empty()) colors_.push_back({std::string(unknown), value.location});
  }

  /// What a name means in a scheme, Graphviz knows alone.
  void report_colors() {
    for (const NamedPlace& one : colors_)
      if (!has_scheme_)
        findings_.add("graphviz-color", one.location,
                      fmt::format("Graphviz takes black for the unknown color '{}'", one.name), one.name);
  }

  void examine_html(const DotToken& value) {
    const std::optional<HtmlLabel> label = read_html_label(value.text);
    if (!label)
      findings_.add("graphviz-html", value.location, "Graphviz will refuse this label: it is not well-formed XML");
    else if (!label->unknown_element.empty())
      findings_.add("graphviz-html", value.location,
                    fmt::format("Graphviz will refuse this label: it knows no element '{}'", label->unknown_element),
                    label->unknown_element);
    else if (!label->misplaced.empty())
      findings_.add("graphviz-html", value.location,
                    fmt::format("Graphviz will refuse this label: {}", label->misplaced));
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
  bool has_charset_ = false;
  bool has_scheme_ = false;
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
