#include "picture.hpp"

#include <algorithm>
#include <set>

#include "graphwright/canonical_order.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "picture_text.hpp"

namespace graphwright {
namespace {

void append_line(std::string_view line, std::string& text) {
  if (!text.empty()) text += '\n';
  text += line;
}

/// A line a name, with all its values.
void append_attributes(const std::vector<ShownValue>& values, std::string& text) {
  std::string_view before;
  for (const ShownValue& one : values) {
    if (one.name == before)
      text.append("; ").append(one.value);
    else
      append_line(std::string(one.name).append(": ").append(one.value), text);
    before = one.name;
  }
}

/// What a modality and its speaker add to the words of a fact.
std::string claim_words(Modality modality, std::string_view speaker) {
  const auto with = [&](std::string_view words, std::string_view before_speaker) {
    return speaker.empty() ? std::string(words) : std::string(before_speaker).append(" ").append(speaker);
  };
  switch (modality) {
    case Modality::asserted:
    case Modality::attributed:
      return with("", "according to");
    case Modality::hypothetical:
      return with("hypothetical", "hypothetical, by");
    case Modality::denied:
      return with("denied", "denied by");
  }
  return {};
}

}  // namespace

TermId Picture::shown_class(std::uint32_t node) const {
  const std::span<const TermId> types = graph_.types(node);
  return types.empty() ? TermId::none : types.front();
}

ClassStyle Picture::style(std::uint32_t node) const {
  const TermId type = shown_class(node);
  ClassStyle style = type == TermId::none ? plain_style() : class_style(graph_.name(type));
  if (const ClassLook* own = look(node)) {
    style.shape = own->shape.value_or(style.shape);
    if (!own->fill.empty()) style.fill = own->fill;
    if (!own->line.empty()) style.line = own->line;
  }
  if (!colours_) return style;
  const NodeColours::Entry* colour = colours_->of(node);
  style.fill = colour == nullptr ? plain_style().fill : std::string_view(colour->fill);
  style.line = colour == nullptr ? plain_style().line : std::string_view(colour->line);
  return style;
}

std::string_view Picture::link(TermId resource) const {
  const TermView view = graph_.graph().view(resource);
  const bool is_open = view.is_iri() && (view.text.starts_with("http://") || view.text.starts_with("https://"));
  return is_open ? view.text : std::string_view{};
}

std::string Picture::node_tooltip(std::uint32_t node) const {
  std::string text(graph_.label(graph_.resource(node)));
  std::string classes;
  for (TermId type : graph_.types(node)) {
    if (!classes.empty()) classes += ", ";
    classes += graph_.label(type);
  }
  if (!classes.empty()) append_line(classes, text);
  append_attributes(node_attributes(node), text);
  return text;
}

std::vector<ShownValue> Picture::node_attributes(std::uint32_t node) const {
  std::vector<ShownValue> values;
  for (const NodeAttribute& one : graph_.attributes(node)) {
    if (node_columns_ && !node_columns_->is_used(NodeAttributes::first_own + one.column)) continue;
    const NodeColumn& column = graph_.columns()[one.column];
    std::string value;
    append_value(graph_.graph().view(one.value), column.type, value);
    values.push_back({column.name, std::move(value)});
  }
  return values;
}

std::vector<ShownValue> Picture::edge_attributes(std::uint32_t edge) const {
  std::vector<ShownValue> values;
  if (!edge_columns_) return values;
  for (const ForeignAttribute& one : graph_.foreign_attributes(edge)) {
    const std::string_view property = graph_.graph().view(one.property).text;
    const std::uint32_t column = edge_columns_->column_of(one);
    const TermView view = graph_.graph().view(one.value);
    std::string_view name;
    if (property == iri::rdfs::label) name = "label";
    if (property == iri::gw::weight) name = "weight";
    if (column != RelationGraph::none && edge_columns_->is_used(column)) name = edge_columns_->columns()[column].name;
    if (name.empty() || view.text == graph_.name(graph_.predicate(edge))) continue;
    std::string value;
    append_value(view, value_type(view), value);
    values.push_back({name, std::move(value)});
  }
  return values;
}

LineStyle Picture::line_style(std::uint32_t edge) const {
  const Fact* fact = graph_.fact(edge);
  if (fact != nullptr && fact->modality == Modality::attributed) return LineStyle::attributed;
  if (fact != nullptr && fact->modality == Modality::hypothetical) return LineStyle::hypothetical;
  if (fact != nullptr && fact->modality == Modality::denied) return LineStyle::denied;
  return graph_.rule(edge) == TermId::none ? LineStyle::stated : LineStyle::derived;
}

std::string Picture::time(std::uint32_t edge) const {
  const Fact* fact = graph_.fact(edge);
  if (fact == nullptr || fact->time == TermId::none) return {};
  return time_words(graph_.graph().view(fact->time).text);
}

std::string Picture::claim(std::uint32_t edge) const {
  const Fact* fact = graph_.fact(edge);
  if (fact == nullptr) return {};
  return claim_words(fact->modality, fact->speaker == TermId::none ? std::string_view{} : graph_.label(fact->speaker));
}

std::string Picture::fact_words(std::uint32_t edge) const {
  std::string words = time(edge);
  const std::string who = claim(edge);
  if (!words.empty() && !who.empty()) words += ", ";
  return words + who;
}

std::string Picture::edge_tooltip(std::uint32_t edge) const {
  const Fact* fact = graph_.fact(edge);
  if (fact == nullptr && graph_.rule(edge) == TermId::none) return {};
  const RelationGraph::Edge ends = graph_.edge(edge);
  std::string text(graph_.label(graph_.resource(ends.source)));
  const std::string_view relation = graph_.relation_label(graph_.predicate(edge));
  text.append(" ").append(!relation.empty() ? relation : graph_.is_symmetric(edge) ? "–" : "→");
  text.append(" ").append(graph_.label(graph_.resource(ends.target)));
  if (const std::string words = fact_words(edge); !words.empty()) append_line(words, text);
  if (fact != nullptr && fact->place != TermId::none) append_line(graph_.label(fact->place), text);
  append_attributes(edge_attributes(edge), text);
  for (std::uint32_t row : graph_.evidence(edge)) {
    const Evidence& one = graph_.graph().evidence()[row];
    std::string line;
    if (one.quote != TermId::none) line.append("“").append(graph_.graph().view(one.quote).text).append("”");
    if (one.source != TermId::none)
      line.append(line.empty() ? "" : " ").append("(").append(graph_.label(one.source)).append(")");
    append_line(line, text);
  }
  if (const TermId rule = graph_.rule(edge); rule != TermId::none)
    append_line(std::string("follows by: ").append(graph_.label(rule)), text);
  return text;
}

std::string_view Picture::edge_link(std::uint32_t edge) const {
  for (std::uint32_t row : graph_.evidence(edge)) {
    const TermId source = graph_.graph().evidence()[row].source;
    if (source == TermId::none) continue;
    if (const std::string_view iri = link(source); !iri.empty()) return iri;
  }
  return {};
}

std::vector<LegendEntry> Picture::classes() const {
  if (style_ != nullptr && !style_->legend) return {};
  if (colours_) {
    std::vector<LegendEntry> legend;
    for (const NodeColours::Entry& one : colours_->entries())
      legend.push_back({one.label, {Shape::box, one.fill, one.line}});
    return legend;
  }
  std::map<std::string, ClassStyle> found;
  std::set<TermId> seen;
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
    const TermId type = shown_class(node);
    if (type != TermId::none && seen.insert(type).second) found.emplace(graph_.label(type), style(node));
  }
  std::vector<LegendEntry> legend;
  legend.reserve(found.size());
  for (const auto& [label, style] : found) legend.push_back({label, style});
  return legend;
}

std::vector<LineStyle> Picture::line_styles() const {
  if (style_ != nullptr && !style_->legend) return {};
  std::set<LineStyle> found;
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) found.insert(line_style(edge));
  return {found.begin(), found.end()};
}

}  // namespace graphwright
