#include <algorithm>

#include <fmt/format.h>

#include "jsonld_expansion.hpp"

namespace graphwright::jsonld {

bool Expansion::expand_property(const Place& place, std::string_view iri, const JsonMember& member, Expanded& result) {
  static constexpr TermDefinition undefined{};
  const TermDefinition* const known = place.context->find(member.key);
  const TermDefinition& term = known == nullptr ? undefined : *known;
  const JsonValue& value = member.value;
  constexpr std::uint8_t maps = Container::index | Container::type | Container::id;
  Items values;
  Shape shape = Shape::array;
  if (term.type == "@json") {
    Expanded& json = values.emplace_back();
    json.keywords = has_value | has_type;
    json.location = value.location;
    json.value = &value;
    json.types.emplace_back("@json");
    shape = Shape::single;
  } else if ((term.container & Container::language) != 0 && value.is_object()) {
    if (!expand_language_map(place, term, value, values)) return false;
  } else if ((term.container & maps) != 0 && value.is_object()) {
    if (!expand_index_map(place, member.key, term, value, values)) return false;
  } else {
    shape = expand(place.context, member.key, value, values);
  }
  if (shape == Shape::nothing) return true;
  if ((term.container & Container::list) != 0 && !(shape == Shape::single && values.front().is_list())) {
    if (!check_list_of_lists(values)) return false;
    Items list;
    list.push_back(list_of(std::move(values), value.location));
    values = std::move(list);
  }
  if ((term.container & Container::graph) != 0 && (term.container & (Container::id | Container::index)) == 0)
    for (Expanded& one : values) one = graph_of(std::move(one));
  return add_values(iri, term.is_reverse, std::move(values), result);
}

bool Expansion::add_values(std::string_view iri, bool is_reverse, Items&& values, Expanded& result) {
  if (is_reverse)
    for (const Expanded& value : values)
      if (value.is_value() || value.is_list())
        return fail(value.location, "invalid reverse property value", "what a reverse property leads from is a node");
  (is_reverse ? result.reverse : result.properties).push_back({iri, std::move(values)});
  return true;
}

bool Expansion::expand_language_map(const Place& place, const TermDefinition& term, const JsonValue& map, Items& out) {
  const Direction direction = term.has_direction ? term.direction : place.context->direction;
  for (const JsonMember& entry : map.members) {
    const bool is_none = keyword_of(*place.context, entry.key) == "@none";
    for (const JsonValue& text : entry.value.as_array()) {
      if (text.is_null()) continue;
      if (!text.is_string()) return fail(text.location, "invalid language map value", "a language map holds strings");
      Expanded& value = out.emplace_back();
      value.keywords = has_value;
      value.location = text.location;
      value.value = &text;
      value.direction = direction;
      if (direction != Direction::none) value.keywords |= has_direction;
      if (is_none) continue;
      value.keywords |= has_language;
      value.language = entry.key;
    }
  }
  return true;
}

bool Expansion::expand_index_map(const Place& place, std::string_view key, const TermDefinition& term,
                                 const JsonValue& map, Items& out) {
  return std::all_of(map.members.begin(), map.members.end(),
                     [&](const JsonMember& entry) { return expand_index_entry(place, key, term, entry, out); });
}

bool Expansion::expand_index_entry(const Place& place, std::string_view key, const TermDefinition& term,
                                   const JsonMember& entry, Items& out) {
  ContextPointer context = place.context;
  if ((term.container & (Container::id | Container::type)) != 0 && context->previous != nullptr)
    context = ContextPointer(context->previous);
  const TermDefinition* const type = (term.container & Container::type) != 0 ? context->find(entry.key) : nullptr;
  if (type != nullptr && type->context != nullptr) {
    context =
        contexts_.process(context, *type->context, {.override_protected = false, .propagate = true, .is_scoped = true});
    if (context == nullptr) return false;
  }
  Items items;
  expand(context, key, entry.value, items, true);
  for (Expanded& item : items) {
    if ((term.container & Container::graph) != 0 && !item.is_graph()) item = graph_of(std::move(item));
    if (!add_index(place, term, entry, item)) return false;
    out.push_back(std::move(item));
  }
  return true;
}

/// Says of an item what the key of its map says.
bool Expansion::add_index(const Place& place, const TermDefinition& term, const JsonMember& entry, Expanded& item) {
  const auto meaning = contexts_.expand(*place.context, entry.key);
  if (meaning == "@none") return true;
  if ((term.container & Container::index) != 0) {
    if (term.index && *term.index != "@index") return add_index_property(place, term, entry, item);
    if (!item.index) item.index = entry.key;
    item.keywords |= has_index;
  } else if ((term.container & Container::id) != 0) {
    if (item.has(has_id)) return true;
    item.keywords |= has_id;
    item.id = contexts_.expand(*place.context, entry.key, {.vocab = false, .relative = true});
  } else if (meaning) {
    item.keywords |= has_type;
    item.types.insert(item.types.begin(), *meaning);
  }
  return true;
}

/// The key of the map is a value of a property.
bool Expansion::add_index_property(const Place& place, const TermDefinition& term, const JsonMember& entry,
                                   Expanded& item) {
  if (item.is_value() || item.is_list())
    return fail(item.location, "invalid value object",
                fmt::format("a value cannot have the property '{}'", *term.index));
  JsonValue& text = made_.emplace_back();
  text.kind = JsonKind::string;
  text.text = entry.key;
  text.location = entry.location;
  ExpandedProperty property{contexts_.expand(*place.context, *term.index).value_or(*term.index), {}};
  expand_value(*place.context, *term.index, text, property.values);
  item.properties.push_back(std::move(property));
  return true;
}

}  // namespace graphwright::jsonld
