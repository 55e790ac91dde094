#include "node_scale.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"

namespace graphwright {
namespace {

// Beyond this many values a reader no longer tells their colours apart.
constexpr std::size_t most_categories = 24;
constexpr std::size_t step_count = 5;

/// A name without what measures and their attributes differ in: `in-degree` and `inDegree`.
std::string bare(std::string_view name) {
  std::string letters;
  for (char c : name)
    if (c != '-') letters += ascii_lower(c);
  return letters;
}

/// The one thing of a name for several: measures are `communities` and `components`, their attributes one of them.
std::string one_of(std::string name) {
  if (name.ends_with("ies")) return name.replace(name.size() - 3, 3, "y");
  if (name.ends_with('s')) name.pop_back();
  return name;
}

/// By node the first value of a column as text, empty where there is none.
std::vector<std::string> values_of(const PropertyGraph& graph, std::uint32_t column) {
  std::vector<std::string> values(graph.node_count());
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    for (const NodeAttribute& one : graph.attributes(node))
      if (one.column == column && values[node].empty())
        append_value(graph.graph().view(one.value), graph.columns()[column].type, values[node]);
  return values;
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

struct Range {
  double least = std::numeric_limits<double>::max();
  double most = std::numeric_limits<double>::lowest();

  void add(double value) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
  double share(double value) const { return most > least ? (value - least) / (most - least) : 0; }
};

bool is_number_type(ValueType type) {
  return type == ValueType::int32 || type == ValueType::int64 || type == ValueType::real;
}

}  // namespace

std::uint32_t find_column(const PropertyGraph& graph, std::string_view attribute) {
  for (std::uint32_t column = 0; column < graph.columns().size(); ++column)
    if (graph.columns()[column].name == attribute) return column;
  const std::string letters = bare(attribute);
  for (const std::string& wanted : {letters, one_of(letters)})
    for (std::uint32_t column = 0; column < graph.columns().size(); ++column)
      if (bare(graph.columns()[column].name) == wanted) return column;
  return RelationGraph::none;
}

NodeSizes::NodeSizes(const PropertyGraph& graph, std::string_view attribute) : shares_(graph.node_count()) {
  const std::uint32_t column = find_column(graph, attribute);
  if (column == RelationGraph::none) return;
  const std::vector<std::string> values = values_of(graph, column);
  Range range;
  for (const std::string& text : values)
    if (const auto value = number(text)) range.add(*value);
  for (std::uint32_t node = 0; node < values.size(); ++node) {
    const auto value = number(values[node]);
    if (!value) continue;
    shares_[node] = range.share(*value);
    is_known_ = true;
  }
}

NodeColours::NodeColours(const PropertyGraph& graph, std::string_view attribute) : steps_(graph.node_count(), none) {
  const std::uint32_t column = find_column(graph, attribute);
  if (column == RelationGraph::none) return;
  const std::vector<std::string> values = values_of(graph, column);
  std::vector<std::string> distinct = values;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  const ValueType type = graph.columns()[column].type;
  if (!is_number_type(type) || (type != ValueType::real && distinct.size() <= most_categories))
    tell_apart(attribute, values);
  else
    grade(attribute, values);
}

void NodeColours::tell_apart(std::string_view attribute, const std::vector<std::string>& values) {
  // Numbers in their own order, texts in theirs.
  std::map<std::pair<double, std::string>, std::uint16_t> places;
  const auto key = [](const std::string& text) { return std::pair(number(text).value_or(0), text); };
  for (const std::string& text : values)
    if (!text.empty()) places.try_emplace(key(text), std::uint16_t{0});
  std::uint16_t place = 0;
  for (auto& [value, its_place] : places) {
    its_place = std::min<std::uint16_t>(place++, most_categories);
    if (its_place == most_categories) continue;
    const PaletteColour& colour = palette[its_place % (palette.size() - 1)];
    entries_.push_back(
        {fmt::format("{} {}", attribute, value.second), std::string(colour.fill), std::string(colour.line)});
  }
  if (places.size() > most_categories) entries_.push_back({"any other", "#ffffff", "#777777"});
  for (std::uint32_t node = 0; node < values.size(); ++node)
    if (!values[node].empty()) steps_[node] = places.at(key(values[node]));
}

void NodeColours::grade(std::string_view attribute, const std::vector<std::string>& values) {
  std::vector<std::optional<double>> numbers;
  std::transform(values.begin(), values.end(), std::back_inserter(numbers), number);
  Range range;
  for (const auto& value : numbers)
    if (value) range.add(*value);
  if (range.most < range.least) return;
  for (std::size_t step = 0; step < step_count; ++step) {
    const double width = (range.most - range.least) / static_cast<double>(step_count);
    const double from = range.least + width * static_cast<double>(step);
    const double share = static_cast<double>(step) / static_cast<double>(step_count - 1);
    entries_.push_back({fmt::format("{} {:.3g}–{:.3g}", attribute, from, from + width),
                        mixed_colour("#f6f9fc", "#8ab4dc", share), mixed_colour("#9fb3c6", "#123f66", share)});
  }
  for (std::size_t node = 0; node < numbers.size(); ++node)
    if (numbers[node])
      steps_[node] = static_cast<std::uint16_t>(
          std::min(static_cast<std::size_t>(range.share(*numbers[node]) * step_count), step_count - 1));
}

}  // namespace graphwright
