#include "styling.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "graphwright/measures.hpp"
#include "graphwright/select.hpp"
#include "graphwright/style_file.hpp"

#include "selection.hpp"

namespace graphwright::cli {
namespace {

bool names_any(const std::vector<std::string>& names, std::string_view iri) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return means(name, iri); });
}

}  // namespace

bool is_picture(std::string_view format) { return format == "dot" || format == "svg" || format == "html"; }

void declare_style(CLI::App& app, OutputOptions& options) {
  app.add_option("--style", options.style, "pictures: style file (colours, shapes, sizes, labels, what to hide)")
      ->type_name("FILE");
}

void apply_style(const std::string& path, OutputOptions& options, ExportOptions& settings, Session& session) {
  if (options.style.empty()) return;
  const std::string_view format = exporter_for(path, options.format).format;
  if (!is_picture(format))
    throw UsageError(fmt::format("--style: {} is no picture; a style is for dot, svg and html", format));
  settings.style = read_style(options.style, session.diagnostics());
  if (settings.style) add_measures(*settings.style, options.measures);
}

void add_measures(const PictureStyle& style, std::vector<std::string>& names) {
  for (const std::string& name : {style.node_size, style.node_colour})
    if (find_measure(name) != nullptr && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
}

Graph without_hidden(const Graph& graph, ExportOptions& settings, Session& session) {
  PropertyGraphOptions all = shown_by(settings);
  all.view.claims = true;
  const PropertyGraph view(graph, all);
  const PictureStyle& style = *settings.style;
  Selected kept{std::vector<bool>(view.node_count()), std::vector<bool>(view.edge_count())};
  for (std::uint32_t node = 0; node < view.node_count(); ++node) {
    const auto types = view.types(node);
    kept.nodes[node] = std::none_of(types.begin(), types.end(), [&](TermId type) {
      return names_any(style.hidden_classes, graph.view(type).text);
    });
  }
  std::vector<bool> is_joined(view.node_count());
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge) {
    const RelationGraph::Edge ends = view.edge(edge);
    kept.edges[edge] = kept.nodes[ends.source] && kept.nodes[ends.target] &&
                       !names_any(style.hidden_relations, graph.view(view.predicate(edge)).text);
    if (kept.edges[edge]) is_joined[ends.source] = is_joined[ends.target] = true;
  }
  for (std::uint32_t node = 0; node < view.node_count(); ++node)
    if (style.hides_unconnected && !is_joined[node]) kept.nodes[node] = false;
  if (std::find(kept.nodes.begin(), kept.nodes.end(), true) == kept.nodes.end() && view.node_count() > 0)
    session.diagnostics().warning("style-empty", {}, "the style hides all nodes, so that the picture is empty");
  settings.profile.labels.merge(labels_at_edges(view, kept));
  return copy_selected(view, kept);
}

}  // namespace graphwright::cli
