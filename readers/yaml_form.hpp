#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

#include "yaml_document.hpp"

namespace graphwright {

/// Asks YAML nodes for the shapes that our files have; what has another shape is reported, once.
class YamlForm {
 public:
  explicit YamlForm(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// The value of a key, null where it is absent, without a value, or unreadable.
  const YamlNode* find(const YamlNode& map, std::string_view key);
  /// The value of a key without which the rest makes no sense.
  const YamlNode* require(const YamlNode& map, std::string_view key, std::string_view of_what);
  /// Reports keys that are not among the known ones.
  void check_keys(const YamlNode& map, std::span<const std::string_view> known, std::string_view of_what);

  /// Whether the node is a map; an unreadable one is none, but was reported.
  bool expect_map(const YamlNode& node, std::string_view what);
  /// The text of a scalar that is not empty.
  std::optional<std::string_view> text(const YamlNode& node, std::string_view what);
  /// The scalars of a text or a list of texts that are not empty.
  std::vector<const YamlNode*> texts(const YamlNode& node, std::string_view what);
  /// The items of a list that is not empty.
  std::span<const YamlNode> list(const YamlNode& node, std::string_view what);
  std::optional<bool> boolean(const YamlNode& node, std::string_view what);
  /// A number from 0 to 1.
  std::optional<double> confidence(const YamlNode& node);

  /// Whether the file begins with the version that this program reads.
  bool check_version(const YamlDocument& document);

 private:
  void wrong_type(const YamlNode& node, std::string_view what, std::string_view wanted);

  Diagnostics& diagnostics_;
};

/// The entry of a key, null where it is absent.
const YamlEntry* find_entry(const YamlNode& map, std::string_view key);

/// The known name nearest to a wrong one, empty where none is near.
///
/// A search costs a pass over the names, so past some hundreds of errors, which nobody reads, it is left out.
std::string suggest(std::string_view name, const std::vector<std::string_view>& known, const Diagnostics& diagnostics);

}  // namespace graphwright
