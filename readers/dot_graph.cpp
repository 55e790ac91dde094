#include "dot_graph.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <graphviz/cgraph.h>

namespace graphwright {
namespace {

// What the library says goes to the one place that its interface allows.
std::string library_words;

int keep_words(char* words) {
  library_words += words;
  return 0;
}

/// The line in `syntax error in line 3 near 'x'`; 1 where there is none.
std::uint32_t line_in(std::string_view message) {
  const std::size_t at = message.find("line ");
  std::uint32_t line = 1;
  if (at != std::string_view::npos) std::from_chars(message.data() + at + 5, message.data() + message.size(), line);
  return std::max(line, 1U);
}

void report_refusal(FileId file, Diagnostics& diagnostics) {
  std::string message = "Graphviz refuses the file: ";
  message += library_words.empty() ? "it holds no graph" : library_words;
  std::replace(message.begin(), message.end(), '\n', ' ');
  diagnostics.error("syntax", {file, line_in(library_words), 1}, std::move(message));
}

/// The value of an attribute, its default where the element has none of its own; empty where nobody sets it.
template <typename Element>
std::string_view value_of(Agraph_t* graph, int kind, Element* element, const char* name) {
  // The library reads what it asks to be given as `char*`.
  Agsym_t* const attribute = agattr(graph, kind, const_cast<char*>(name), nullptr);
  const char* const value = attribute == nullptr ? nullptr : agxget(element, attribute);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

void DotGraph::Close::operator()(Agraph_s* graph) const { agclose(graph); }

std::optional<DotGraph> DotGraph::parse(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  library_words.clear();
  const auto before = agseterrf(keep_words);
  std::optional<DotGraph> graph;
  if (Agraph_t* const read = agmemread(std::string(bytes).c_str()); read != nullptr) graph = DotGraph(read);
  agseterrf(before);
  while (!library_words.empty() && library_words.back() == '\n') library_words.pop_back();
  if (graph && library_words.find("error") == std::string::npos) return graph;
  report_refusal(file, diagnostics);
  return std::nullopt;
}

DotNode DotGraph::node(Agnode_s* one) const {
  const std::string_view label = value_of(graph_.get(), AGNODE, one, "label");
  const std::string_view shape = value_of(graph_.get(), AGNODE, one, "shape");
  const bool is_picture = !value_of(graph_.get(), AGNODE, one, "shapefile").empty();
  const bool is_html = label.data() != nullptr && aghtmlstr(const_cast<char*>(label.data())) != 0;
  return {agnameof(one), label, is_html, (shape == "record" || shape == "Mrecord") && !is_picture};
}

std::optional<DotNode> DotGraph::find(std::string_view name) const {
  Agnode_t* const found = agnode(graph_.get(), std::string(name).data(), 0);
  return found == nullptr ? std::nullopt : std::optional(node(found));
}

void DotGraph::for_each_node(const std::function<void(const DotNode&)>& take) const {
  Agraph_t* const graph = graph_.get();
  for (Agnode_t* one = agfstnode(graph); one != nullptr; one = agnxtnode(graph, one)) take(node(one));
}

void DotGraph::for_each_port(const std::function<void(const DotNode&, std::string_view port)>& take) const {
  Agraph_t* const graph = graph_.get();
  for (Agnode_t* from = agfstnode(graph); from != nullptr; from = agnxtnode(graph, from)) {
    for (Agedge_t* edge = agfstout(graph, from); edge != nullptr; edge = agnxtout(graph, edge)) {
      const std::string_view at_tail = value_of(graph, AGEDGE, edge, "tailport");
      const std::string_view at_head = value_of(graph, AGEDGE, edge, "headport");
      if (!at_tail.empty()) take(node(agtail(edge)), at_tail);
      if (!at_head.empty()) take(node(aghead(edge)), at_head);
    }
  }
}

}  // namespace graphwright
