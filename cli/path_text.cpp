#include "path_text.hpp"

#include <fmt/format.h>

#include "graphwright/ntriples_text.hpp"

namespace graphwright::cli {
namespace {

/// A quote on one line, in quotation marks.
std::string quoted(std::string_view text) {
  std::string result;
  append_ntriples(TermView::literal(text), result);
  return result;
}

std::string edge_text(const PropertyGraph& view, std::uint32_t number) {
  const Graph& graph = view.graph();
  const RelationGraph::Edge edge = view.edge(number);
  std::string text =
      fmt::format("  {} -- {} {} {}", view.label(view.resource(edge.source)), view.label(view.predicate(number)),
                  view.is_symmetric(number) ? "--" : "->", view.label(view.resource(edge.target)));
  if (const Fact* fact = view.fact(number); fact != nullptr) {
    if (fact->time != TermId::none) text += fmt::format(", {}", graph.terms().text(fact->time));
    if (fact->modality != Modality::asserted) text += fmt::format(", {}", name(fact->modality));
    if (fact->speaker != TermId::none) text += fmt::format(", according to {}", view.label(fact->speaker));
  }
  if (view.rule(number) != TermId::none) text += ", derived";
  text += '\n';
  for (std::uint32_t row : view.evidence(number)) {
    const Evidence& one = graph.evidence()[row];
    const std::string quote = one.quote == TermId::none ? "" : quoted(graph.terms().text(one.quote));
    const std::string source = one.source == TermId::none ? "" : std::string(view.label(one.source));
    text += fmt::format("      {}{}{}\n", quote, quote.empty() || source.empty() ? "" : ", ", source);
  }
  return text;
}

}  // namespace

std::string path_text(const PropertyGraph& view, const Selected& selected, std::uint32_t from) {
  std::string text;
  std::size_t step = 0;
  for (const std::vector<std::uint32_t>& edges : steps_of_path(view, selected, from)) {
    text += fmt::format("step {}\n", ++step);
    for (std::uint32_t edge : edges) text += edge_text(view, edge);
  }
  return text;
}

}  // namespace graphwright::cli
