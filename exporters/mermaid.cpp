#include "mermaid.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "graphwright/resource_id.hpp"

#include "graph_exporter.hpp"
#include "json_text.hpp"
#include "picture.hpp"
#include "picture_text.hpp"
#include "rows_ahead.hpp"

namespace graphwright {
namespace {

// What Mermaid draws unless its maxEdges and maxTextSize are raised.
constexpr std::size_t most_edges = 500;
constexpr std::size_t most_text = 50000;
constexpr std::string_view too_many_edges = "edge beyond the 500 that Mermaid draws unless maxEdges is raised";
constexpr std::string_view too_much_text = "byte beyond the 50,000 that Mermaid reads unless maxTextSize is raised";
constexpr std::string_view left_out = "attribute, quote or source that a Mermaid diagram does not show";

bool is_plain_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a byte within a line of text is read as itself; at its beginning it would begin a Markdown list.
bool is_plain_within(char c, std::string_view line) {
  if (c == '.') return line.find_first_not_of("0123456789") != std::string_view::npos;
  return !line.empty() && std::string_view("-'()/").find(c) != std::string_view::npos;
}

/// Whether a text begins with what Mermaid takes for a statement wherever in its line it stands, blanks of any script
/// between its two words.
bool is_statement(std::string_view text) {
  constexpr std::string_view word = "direction";
  constexpr std::array<std::string_view, 5> directions{"TB", "TD", "BT", "RL", "LR"};
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  const auto may_be_blank = [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; };
  while (!text.empty() && may_be_blank(text.front())) text.remove_prefix(1);
  return std::any_of(directions.begin(), directions.end(), [=](std::string_view one) { return text.starts_with(one); });
}

/// A node's name in the diagram: letters, digits, and `_` with the code of any other byte.
std::string diagram_id(std::string_view id) {
  std::string plain = "n_";
  for (char c : id) {
    const bool is_kept = is_plain_byte(c) && c != ' ' && c != ',' && static_cast<unsigned char>(c) < 0x80;
    if (is_kept)
      plain += c;
    else
      plain += fmt::format("_{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return plain;
}

constexpr std::string_view arrow(LineStyle style, bool is_symmetric) {
  const bool is_claim = style != LineStyle::stated && style != LineStyle::derived;
  if (is_claim) return is_symmetric ? "-.-" : "-.->";
  return is_symmetric ? "---" : "-->";
}

/// Writes one flowchart, a node or an edge a line.
class MermaidWriter {
 public:
  MermaidWriter(const PropertyGraph& graph, std::string_view title, Output& output)
      : graph_(graph), picture_(graph), title_(title), output_(output) {}

  void write() {
    if (!title_.empty()) {
      line_ = "---\ntitle: ";
      append_json_string(title_, line_);
      write_line("\n---");
    }
    line_ = "flowchart LR";
    write_line();
    for_each_node(graph_, [this](std::uint32_t node) { write_node(node); });
    for_each_edge(graph_, [this](std::uint32_t edge) { write_edge(edge); });
    for (const auto& [name, style] : classes_) {
      line_ = fmt::format("  classDef {} fill:{},stroke:{},color:{}", name, style.fill, style.line,
                          is_dark(style.fill) ? "#ffffff" : "#1f1f1f");
      write_line();
    }
  }

  std::size_t replaced_count() const { return replaced_; }
  std::size_t size() const { return size_; }

 private:
  void write_line(std::string_view end = {}) {
    line_.append(end) += '\n';
    size_ += line_.size();
    output_.write(line_);
  }

  /// Appends a text in quotation marks: what Mermaid, Markdown or HTML might read is an entity.
  void append_text(std::string_view text) {
    const std::string clean = without_controls(text, replaced_);
    const std::string_view all = clean;
    std::size_t line_begin = 0;
    line_ += '"';
    for (std::size_t at = 0; at < clean.size(); ++at) {
      const char c = clean[at];
      const bool is_plain = is_plain_byte(c) || is_plain_within(c, all.substr(line_begin, at - line_begin));
      if (is_plain && !is_statement(all.substr(at)))
        line_ += c;
      else if (c == '\n')
        line_ += "<br>";
      else if (c != '\r')
        line_ += fmt::format("#{};", static_cast<unsigned>(static_cast<unsigned char>(c)));
      if (c == '\n') line_begin = at + 1;
    }
    line_ += '"';
  }

  void write_node(std::uint32_t node) {
    line_ = fmt::format("  {}[", diagram_id(graph_.id(node)));
    const std::string_view label = graph_.label(graph_.resource(node));
    append_text(label.empty() ? graph_.id(node) : label);
    line_ += ']';
    if (const TermId type = picture_.shown_class(node); type != TermId::none) {
      const std::string name = "c" + diagram_id(graph_.name(type)).substr(1);
      classes_.emplace(name, picture_.style(node));
      line_.append(":::").append(name);
    }
    write_line();
  }

  void write_edge(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    line_ = fmt::format("  {} {}", diagram_id(graph_.id(ends.source)),
                        arrow(picture_.line_style(edge), graph_.is_symmetric(edge)));
    std::string words(graph_.relation_label(graph_.predicate(edge)));
    if (const std::string more = picture_.fact_words(edge); !more.empty())
      words.append(words.empty() ? "" : "\n").append(more);
    if (!words.empty()) {
      line_ += '|';
      append_text(words);
      line_ += '|';
    }
    line_.append(" ").append(diagram_id(graph_.id(ends.target)));
    write_line();
  }

  const PropertyGraph& graph_;
  Picture picture_;
  std::string_view title_;
  Output& output_;
  std::map<std::string, ClassStyle> classes_;
  std::string line_;
  std::size_t replaced_ = 0;
  std::size_t size_ = 0;
};

/// What of nodes and edges no word of the diagram shows.
std::size_t count_left_out(const PropertyGraph& graph) {
  std::size_t count = 0;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    count += graph.attributes(node).size();
    count += std::max<std::size_t>(graph.types(node).size(), 1) - 1;
  }
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    count += graph.evidence(edge).size() + graph.foreign_attributes(edge).size();
  return count;
}

class MermaidExporter : public GraphExporter {
 public:
  MermaidExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  bool writes_edge_ids() const override { return false; }
  void write_graph(const PropertyGraph& graph) override {
    MermaidWriter writer(graph, options().title, output());
    writer.write();
    const auto beyond = [](std::size_t count, std::size_t limit) { return count > limit ? count - limit : 0; };
    count_loss(left_out, count_left_out(graph));
    count_loss(too_many_edges, beyond(graph.edge_count(), most_edges));
    count_loss(too_much_text, beyond(writer.size(), most_text));
    count_loss(loss::control_characters, writer.replaced_count());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_mermaid(Output& output, const ExportOptions& options) {
  return std::make_unique<MermaidExporter>(output, options);
}

}  // namespace graphwright
