// What a style file changes in a picture.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "graphwright/graph_file_iris.hpp"

#include "picture.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_superclasses = 64;

}  // namespace

Picture::Picture(const PropertyGraph& graph, const ExportOptions& options)
    : graph_(graph), style_(options.style.get()), profile_(&options.profile) {
  if (!graph.foreign().empty()) {
    node_columns_.emplace(graph);
    edge_columns_.emplace(graph);
  }
  if (style_ == nullptr) return;
  if (!style_->node_size.empty()) sizes_.emplace(graph, style_->node_size);
  if (!style_->node_colour.empty()) colours_.emplace(graph, style_->node_colour);
  if (colours_ && !colours_->is_known()) colours_.reset();
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    const TermId type = shown_class(node);
    if (const auto [at, is_new] = looks_.try_emplace(type, nullptr); is_new) at->second = find_look(type);
  }
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    const TermId predicate = graph.predicate(edge);
    const auto [at, is_new] = relation_lines_.try_emplace(predicate);
    if (!is_new) continue;
    for (const RelationLook& one : style_->relations)
      if (means(one.name, graph.graph().view(predicate).text)) at->second = one.line;
  }
}

std::size_t Picture::missing_attributes() const {
  if (style_ == nullptr) return 0;
  constexpr std::array<std::string_view, 3> own_names{"label", "id", "class"};
  std::size_t missing = sizes_ && !sizes_->is_known() ? 1 : 0;
  missing += !style_->node_colour.empty() && !colours_ ? 1 : 0;
  for (const LabelTemplate::Piece& one : style_->node_label.pieces) {
    const bool is_own = std::find(own_names.begin(), own_names.end(), one.text) != own_names.end();
    missing += one.is_value && !is_own && find_column(graph_, one.text) == RelationGraph::none ? 1 : 0;
  }
  for (const LabelTemplate::Piece& one : style_->edge_label.pieces)
    missing += one.is_value && !has_edge_value(one.text) ? 1 : 0;
  return missing;
}

/// Whether edges of some graph can have a value of this name, or those of this one do.
bool Picture::has_edge_value(std::string_view name) const {
  if (std::find(line_values.begin(), line_values.end(), name) != line_values.end()) return true;
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge)
    if (!attribute_of_edge(edge, name).empty()) return true;
  return false;
}

const ClassLook* Picture::look(std::uint32_t node) const {
  if (style_ == nullptr) return nullptr;
  const auto at = looks_.find(shown_class(node));
  return at == looks_.end() ? nullptr : at->second;
}

/// That of the class, else of its nearest superclass that has one, else that of `*`.
const ClassLook* Picture::find_look(TermId type) const {
  const auto named = [&](auto&& is_meant) -> const ClassLook* {
    const auto at = std::find_if(style_->classes.begin(), style_->classes.end(), is_meant);
    return at == style_->classes.end() ? nullptr : &*at;
  };
  std::string_view iri = type == TermId::none ? std::string_view{} : graph_.graph().view(type).text;
  for (std::size_t depth = 0; !iri.empty() && depth < most_superclasses; ++depth) {
    if (const ClassLook* found = named([&](const ClassLook& one) { return means(one.name, iri); })) return found;
    const auto above = profile_->superclasses.find(iri);
    iri = above == profile_->superclasses.end() ? std::string_view{} : std::string_view(above->second);
  }
  return named([](const ClassLook& one) { return one.name == "*"; });
}

double Picture::size(std::uint32_t node) const {
  return sizes_ ? 1 + (largest_node - 1) * std::sqrt(sizes_->of(node)) : 1;
}

std::string Picture::value(std::uint32_t node, std::string_view name) const {
  if (name == "label") return std::string(graph_.label(graph_.resource(node)));
  if (name == "id") return std::string(graph_.id(node));
  if (name == "class")
    return shown_class(node) == TermId::none ? std::string{} : std::string(graph_.label(shown_class(node)));
  std::string all;
  const std::uint32_t column = find_column(graph_, name);
  for (const NodeAttribute& one : graph_.attributes(node)) {
    if (one.column != column) continue;
    if (!all.empty()) all += ", ";
    append_value(graph_.graph().view(one.value), graph_.columns()[column].type, all);
  }
  return all;
}

std::string Picture::node_label(std::uint32_t node) const {
  if (style_ == nullptr) return std::string(graph_.label(graph_.resource(node)));
  std::string label = style_->node_label.empty()
                          ? std::string(graph_.label(graph_.resource(node)))
                          : style_->node_label.fill([&](std::string_view name) { return value(node, name); });
  const ClassLook* own = look(node);
  return own == nullptr || own->icon.empty() ? label : own->icon + " " + label;
}

std::string Picture::edge_value(std::uint32_t edge, std::string_view name) const {
  const Fact* fact = graph_.fact(edge);
  if (name == "relation") return std::string(graph_.relation_label(graph_.predicate(edge)));
  if (name == "time") return time(edge);
  if (name == "claim") return claim(edge);
  if (name == "place")
    return fact == nullptr || fact->place == TermId::none ? std::string{} : std::string(graph_.label(fact->place));
  float best = -1;
  std::string_view source;
  for (std::uint32_t row : graph_.evidence(edge)) {
    const Evidence& one = graph_.graph().evidence()[row];
    best = std::max(best, one.confidence);
    if (source.empty() && one.source != TermId::none) source = graph_.label(one.source);
  }
  if (name == "confidence") return best < 0 ? std::string{} : confidence_text(best);
  return name == "source" ? std::string(source) : attribute_of_edge(edge, name);
}

std::string Picture::attribute_of_edge(std::uint32_t edge, std::string_view name) const {
  std::string all;
  for (const ShownValue& one : edge_attributes(edge))
    if (one.name == name) all.append(all.empty() ? "" : ", ").append(one.value);
  return all;
}

std::string Picture::edge_label(std::uint32_t edge) const {
  if (!has_edge_template()) return std::string(graph_.relation_label(graph_.predicate(edge)));
  return style_->edge_label.fill([&](std::string_view name) { return edge_value(edge, name); });
}

ClassStyle Picture::line_colours(std::uint32_t edge) const {
  ClassStyle colours = style(graph_.edge(edge).source);
  if (style_ == nullptr) return colours;
  const auto at = relation_lines_.find(graph_.predicate(edge));
  if (at != relation_lines_.end() && !at->second.empty()) colours.line = at->second;
  return colours;
}

double Picture::width_share(std::uint32_t edge) const {
  const auto evidence = static_cast<double>(std::max<std::size_t>(graph_.evidence(edge).size(), 1));
  if (style_ == nullptr || style_->edge_width != "weight") return evidence;
  for (const ForeignAttribute& one : graph_.foreign_attributes(edge)) {
    if (graph_.graph().view(one.property).text != iri::gw::weight) continue;
    const std::string_view text = graph_.graph().view(one.value).text;
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(weight)) return std::max(weight, 0.0);
  }
  return evidence;
}

}  // namespace graphwright
