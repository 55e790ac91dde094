#include "yaml_form.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::string_view version = "1";

constexpr std::size_t shown_bytes = 40;

std::string kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::missing:
      return "nothing";
    case YamlNode::Kind::scalar:
      if (node.text.empty()) return "empty text";
      return node.text.size() > shown_bytes ? "text" : fmt::format("'{}'", node.text);
    case YamlNode::Kind::sequence:
      return node.items.empty() ? "an empty list" : "a list";
    case YamlNode::Kind::map:
      return "a map of keys";
    case YamlNode::Kind::unreadable:
      return "unreadable";
  }
  return "unknown";
}

}  // namespace

const YamlEntry* find_entry(const YamlNode& map, std::string_view key) {
  const auto at =
      std::find_if(map.entries.begin(), map.entries.end(), [&](const YamlEntry& one) { return one.key == key; });
  return at == map.entries.end() ? nullptr : &*at;
}

std::string suggest(std::string_view name, const std::vector<std::string_view>& known, const Diagnostics& diagnostics) {
  constexpr std::size_t most_errors = 200;
  return diagnostics.error_count() < most_errors ? nearest_name(name, known) : std::string{};
}

void YamlForm::wrong_type(const YamlNode& node, std::string_view what, std::string_view wanted) {
  if (node.is_unreadable()) return;
  if (node.kind == YamlNode::Kind::missing)
    diagnostics_.error("missing-value", node.location, fmt::format("'{}' has no value", what));
  else
    diagnostics_.error("wrong-type", node.location,
                       fmt::format("'{}' takes {}, but here is {}", what, wanted, kind_name(node)));
}

const YamlNode* YamlForm::find(const YamlNode& map, std::string_view key) {
  const YamlEntry* entry = find_entry(map, key);
  if (entry == nullptr || entry->value.is_unreadable()) return nullptr;
  if (entry->value.kind != YamlNode::Kind::missing) return &entry->value;
  diagnostics_.error("missing-value", entry->location, fmt::format("'{}' has no value", key));
  return nullptr;
}

const YamlNode* YamlForm::require(const YamlNode& map, std::string_view key, std::string_view of_what) {
  if (find_entry(map, key) == nullptr && !map.is_cut)
    diagnostics_.error("missing-key", map.location, fmt::format("{} needs the key '{}'", of_what, key));
  return find(map, key);
}

void YamlForm::check_keys(const YamlNode& map, std::span<const std::string_view> known, std::string_view of_what) {
  for (const YamlEntry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string near = suggest(entry.key, {known.begin(), known.end()}, diagnostics_);
    diagnostics_.error("unknown-key", entry.location, fmt::format("'{}' is no key of {}", entry.key, of_what),
                       did_you_mean(near));
  }
}

bool YamlForm::expect_map(const YamlNode& node, std::string_view what) {
  if (!node.is_map()) wrong_type(node, what, "a map of keys");
  return node.is_map();
}

std::optional<std::string_view> YamlForm::text(const YamlNode& node, std::string_view what) {
  if (node.is_scalar() && !node.text.empty()) return node.text;
  wrong_type(node, what, "text");
  return std::nullopt;
}

std::vector<const YamlNode*> YamlForm::texts(const YamlNode& node, std::string_view what) {
  std::vector<const YamlNode*> found;
  if (!node.is_sequence()) {
    if (node.is_scalar() && !node.text.empty())
      found.push_back(&node);
    else
      wrong_type(node, what, "text or a list of texts");
    return found;
  }
  for (const YamlNode& item : list(node, what))
    if (text(item, what)) found.push_back(&item);
  return found;
}

std::span<const YamlNode> YamlForm::list(const YamlNode& node, std::string_view what) {
  if (!node.is_sequence() || node.items.empty()) {
    wrong_type(node, what, "a list of one or more");
    return {};
  }
  return node.items;
}

std::optional<bool> YamlForm::boolean(const YamlNode& node, std::string_view what) {
  if (node.is_scalar() && (node.text == "true" || node.text == "false")) return node.text == "true";
  wrong_type(node, what, "true or false");
  return std::nullopt;
}

std::optional<double> YamlForm::confidence(const YamlNode& node) {
  double value = -1;
  const char* end = node.text.data() + node.text.size();
  const auto parsed = std::from_chars(node.text.data(), end, value, std::chars_format::fixed);
  if (node.is_scalar() && parsed.ec == std::errc{} && parsed.ptr == end && value >= 0 && value <= 1) return value;
  wrong_type(node, "confidence", "a number from 0 to 1");
  return std::nullopt;
}

bool YamlForm::check_version(const YamlDocument& document) {
  const YamlNode& root = document.root();
  if (root.kind == YamlNode::Kind::missing && document.is_complete()) {
    diagnostics_.error("missing-version", {document.file(), 1, 1},
                       "the file is empty; it begins with 'graphwright: 1'");
    return false;
  }
  if (!document.is_complete() && !root.is_map()) return false;
  if (!expect_map(root, "the file")) return false;
  const YamlEntry* entry = find_entry(root, "graphwright");
  if (entry == nullptr) {
    if (document.is_complete())
      diagnostics_.error("missing-version", root.location, "the file does not say its version: write 'graphwright: 1'");
    return true;
  }
  if (entry->value.is_unreadable()) return true;
  if (entry->value.is_scalar() && entry->value.text == version) return true;
  diagnostics_.error(
      "wrong-version", entry->value.location,
      fmt::format("this program reads version {} of the form; write 'graphwright: {}'", version, version));
  return false;
}

}  // namespace graphwright
