#include "html.hpp"

#include <fmt/format.h>

#include "drawing.hpp"
#include "graph_exporter.hpp"
#include "html_drawing.hpp"
#include "page_data.hpp"
#include "page_files.hpp"
#include "page_text.hpp"
#include "picture_advice.hpp"

namespace graphwright {
namespace {

// About the shape of the room that the drawing has on a screen.
constexpr double page_height = 0.7;

constexpr std::string_view controls = R"html(<div class="search" role="search">
<label class="sr" for="search">Search names, facts and quotes</label>
<input id="search" type="search" placeholder="Search names, facts, quotes" autocomplete="off" spellcheck="false"
 role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
<ul id="found" role="listbox" aria-label="Found" hidden></ul>
</div>
<div class="tools">
<div class="zoom" role="group" aria-label="Zoom">
<button type="button" id="zoom-in" aria-label="Zoom in">+</button>
<button type="button" id="zoom-out" aria-label="Zoom out">−</button>
<button type="button" id="zoom-fit" aria-label="Show the whole graph">⤢</button>
</div>
<button type="button" id="toggle-filters" aria-expanded="true" aria-controls="filters">Filters</button>
<button type="button" id="theme">Dark</button>
<button type="button" id="print">Print</button>
</div>
</header>
<noscript><p class="notice">Without scripts the drawing is all there is to see. This page fetches nothing.</p></noscript>
<main>
<form id="filters" aria-label="Filters"></form>
<section id="picture" aria-label="Drawing">
<p id="keys" class="sr">Arrow keys go from node to node, page keys through all of them, E to the lines of a node, Enter shows the facts, Escape ends.
Plus and minus zoom, 0 shows the whole graph, the slash key searches.</p>
)html";

constexpr std::string_view after_drawing = R"html(<div id="times" hidden></div>
</section>
<aside id="panel" aria-label="Facts and their quotes" tabindex="-1"></aside>
</main>
<section id="paper" aria-hidden="true"></section>
<p id="status" class="sr" role="status" aria-live="polite"></p>
)html";

/// Writes one page.
class PageWriter {
 public:
  PageWriter(const PropertyGraph& graph, const ExportOptions& options, Output& output)
      : graph_(graph), options_(options), picture_(graph, options), output_(output), text_(output) {}

  void write() {
    const PageLooks looks(picture_);
    const Drawing drawing = draw(picture_, options_, page_height);
    write_head(std::string(page::css) + page_look_rules(looks), page::js);
    write_title();
    output_.write(controls);
    missing_frames_ = drawing.missing_clusters;
    write_page_drawing(picture_, looks, drawing, output_, text_);
    if (graph_.node_count() > most_readable_nodes) write_advice();
    output_.write(after_drawing);
    output_.write("<script type=\"application/json\" id=\"data\">\n");
    output_.write(page_data(picture_, looks, drawing, options_));
    output_.write("\n</script>\n<script>");
    output_.write(page::js);
    output_.write("</script>\n</body>\n</html>\n");
  }

  /// Says in a small page that there is too much to draw.
  void write_refusal() {
    write_head(page::css, {});
    write_title();
    output_.write("</header>\n<main class=\"refused\"><p>");
    output_.write(
        fmt::format("{} nodes and {} edges are too many for a page.", graph_.node_count(), graph_.edge_count()));
    output_.write("</p>\n<p>Choose a part: <code>");
    text_.content(select_command(graph_, "html"));
    output_.write(
        "</code>, or open the graph in Gephi: <code>graphwright convert FILE -o "
        "graph.gexf</code>.</p>\n</main>\n</body>\n</html>\n");
  }

  std::size_t replaced_count() const { return text_.replaced_count(); }
  std::size_t missing_attributes() const { return picture_.missing_attributes(); }
  std::size_t missing_frames() const { return missing_frames_; }

 private:
  std::string_view title() const { return options_.title.empty() ? "Graph" : std::string_view(options_.title); }

  /// The policy allows nothing but the style sheet and the script that stand in the page.
  void write_head(std::string_view css, std::string_view js) {
    output_.write(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action "
        "'none'; "
        "style-src ");
    output_.write(policy_hash(css));
    if (!js.empty()) output_.write("; script-src " + policy_hash(js));
    output_.write(
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"Graphwright\">\n<title>");
    text_.content(title());
    output_.write("</title>\n<style>");
    output_.write(css);
    output_.write("</style>\n</head>\n<body>\n");
  }

  void write_title() {
    output_.write("<header>\n<div class=\"title\"><h1 dir=\"auto\">");
    text_.content(title());
    output_.write(fmt::format("</h1>\n<p id=\"count\">{}, {}</p></div>\n", counted(graph_.node_count(), "node"),
                              counted(graph_.edge_count(), "fact")));
  }

  static std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  }

  void write_advice() {
    output_.write("<p class=\"notice\">So many nodes that the drawing hardly helps: filter, or choose a part: <code>");
    text_.content(select_command(graph_, "html"));
    output_.write("</code></p>\n");
  }

  const PropertyGraph& graph_;
  const ExportOptions& options_;
  Picture picture_;
  Output& output_;
  XmlText text_;
  std::size_t missing_frames_ = 0;
};

class HtmlExporter : public GraphExporter {
 public:
  HtmlExporter(Output& output, const ExportOptions& options) : GraphExporter(output, options) {}

 protected:
  bool writes_edge_ids() const override { return false; }
  void write_graph(const PropertyGraph& graph) override {
    PageWriter writer(graph, options(), output());
    if (!can_be_drawn(graph)) {
      writer.write_refusal();
      count_loss("node that is not drawn, since there are too many", graph.node_count());
      return;
    }
    if (graph.node_count() > most_readable_nodes) count_loss(loss::too_many_to_read, graph.node_count());
    writer.write();
    count_loss(loss::control_characters, writer.replaced_count());
    count_loss(loss::style_attributes, writer.missing_attributes());
    count_loss(loss::frames, writer.missing_frames());
  }
};

}  // namespace

std::unique_ptr<Exporter> open_html(Output& output, const ExportOptions& options) {
  return std::make_unique<HtmlExporter>(output, options);
}

}  // namespace graphwright
