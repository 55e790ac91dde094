#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graphwright/term.hpp"

#include "json_document.hpp"

namespace graphwright::jsonld {

struct Expanded;
using Items = std::vector<Expanded>;

/// A property and values of it; one property may stand several times.
struct ExpandedProperty {
  std::string_view iri;
  Items values;
};

/// The keywords that an object had, as bits.
enum Keyword : std::uint16_t {
  has_id = 1,
  has_type = 2,
  has_value = 4,
  has_list = 8,
  has_set = 16,
  has_language = 32,
  has_direction = 64,
  has_index = 128,
  has_graph = 256,
  has_included = 512,
  has_reverse = 1024,
};

/// What an expansion came to: nothing, one thing, or an array of them.
enum class Shape : std::uint8_t { nothing, single, array };

/// A node, value or list object in expanded form (JSON-LD 1.1 API, 5.1).
struct Expanded {
  std::uint16_t keywords = 0;
  Direction direction = Direction::none;
  bool is_type_array = false;
  Shape set_shape = Shape::array;
  Location location{};
  std::optional<std::string_view> id{};
  std::optional<std::string_view> index{};
  std::string_view language{};
  const JsonValue* value = nullptr;
  std::vector<std::string_view> types{};
  std::vector<ExpandedProperty> properties{};
  std::vector<ExpandedProperty> reverse{};
  Items items{};  // of a list or set
  Items graph{};
  Items included{};

  bool has(Keyword keyword) const { return (keywords & keyword) != 0; }
  bool has_only(unsigned allowed) const { return (keywords & ~allowed) == 0 && properties.empty() && reverse.empty(); }
  bool is_value() const { return has(has_value); }
  bool is_list() const { return has(has_list); }
  /// A graph object: a graph, and at most a name and an index.
  bool is_graph() const { return has(has_graph) && has_only(has_graph | has_id | has_index); }
  bool is_json() const { return types.size() == 1 && types.front() == "@json"; }
};

}  // namespace graphwright::jsonld
