#include "selection_form.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "graphwright/time_span.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 9> selection_keys{
    "near", "steps", "path", "class", "relation", "source", "time", "confidence", "largest-component"};

void read_names(const YamlNode& map, std::string_view key, YamlForm& form, std::vector<std::string>& into) {
  if (const YamlNode* node = form.find(map, key))
    for (const YamlNode* one : form.texts(*node, key)) into.push_back(one->text);
}

void read_steps(const YamlNode& map, YamlForm& form, Diagnostics& diagnostics, std::uint32_t& into) {
  const YamlNode* node = form.find(map, "steps");
  if (node == nullptr) return;
  const std::string_view text = form.text(*node, "steps").value_or("");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
    diagnostics.error("bad-literal", node->location, fmt::format("'steps' is a number such as 2, not '{}'", text));
}

void read_time(const YamlNode& map, YamlForm& form, Diagnostics& diagnostics, std::string& into) {
  const YamlNode* node = form.find(map, "time");
  if (node == nullptr) return;
  const std::string_view text = form.text(*node, "time").value_or("");
  const TimeResult time = parse_time(text);
  if (!text.empty() && !time.span)
    diagnostics.error("time-syntax", node->location, time.error->message);
  else
    into = text;
}

/// A selection that chooses everything is a mistake, as are steps from nowhere.
void check_conditions(const YamlNode& node, const ManifestSelection& selection, YamlForm& form,
                      Diagnostics& diagnostics) {
  const YamlNode* steps = form.find(node, "steps");
  if (steps != nullptr && selection.near.empty())
    diagnostics.error("select-no-condition", steps->location,
                      "'steps' lead away from what 'near' names, which is missing");
  else if (selection.is_whole())
    diagnostics.error("select-no-condition", node.location,
                      "a selection needs a condition, such as near: armenia; without 'select' all is exported");
}

}  // namespace

ManifestSelection read_selection(const YamlNode& node, YamlForm& form, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  ManifestSelection selection;
  selection.location = node.location;
  if (!form.expect_map(node, "select")) return selection;
  form.check_keys(node, selection_keys, "a selection");
  read_names(node, "near", form, selection.near);
  read_steps(node, form, diagnostics, selection.steps);
  read_names(node, "path", form, selection.path);
  read_names(node, "class", form, selection.classes);
  read_names(node, "relation", form, selection.relations);
  read_names(node, "source", form, selection.sources);
  read_time(node, form, diagnostics, selection.time);
  if (const YamlNode* confidence = form.find(node, "confidence"))
    selection.confidence = form.confidence(*confidence).value_or(-1);
  if (const YamlNode* largest = form.find(node, "largest-component"))
    selection.largest_component = form.boolean(*largest, "largest-component").value_or(false);
  if (!selection.path.empty() && selection.path.size() != 2) {
    diagnostics.error("wrong-type", node.location, "'path' names two entities: path: [armenia, france]");
    selection.path.clear();
  }
  if (diagnostics.error_count() == errors_before) check_conditions(node, selection, form, diagnostics);
  return selection;
}

}  // namespace graphwright
