#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "jsonld_expansion.hpp"
#include "jsonld_terms.hpp"

namespace graphwright::jsonld {
namespace {

/// The bit of a keyword that an object may have once.
std::uint16_t bit_of(std::string_view keyword) {
  constexpr std::array<std::pair<std::string_view, Keyword>, 11> bits{{
      {"@id", has_id},
      {"@type", has_type},
      {"@value", has_value},
      {"@list", has_list},
      {"@set", has_set},
      {"@language", has_language},
      {"@direction", has_direction},
      {"@index", has_index},
      {"@graph", has_graph},
      {"@included", has_included},
      {"@reverse", has_reverse},
  }};
  const auto at = std::find_if(bits.begin(), bits.end(), [&](const auto& one) { return one.first == keyword; });
  return at == bits.end() ? std::uint16_t{0} : std::uint16_t{at->second};
}

}  // namespace

bool Expansion::expand_keyword(const Place& place, std::string_view keyword, const JsonMember& member,
                               Expanded& result) {
  if (place.property == "@reverse")
    return fail(member.location, "invalid reverse property map", fmt::format("{} cannot stand in @reverse", keyword));
  const std::uint16_t bit = bit_of(keyword);
  const bool may_repeat = !contexts_.is_version_10() && (keyword == "@included" || keyword == "@type");
  if ((result.keywords & bit) != 0 && !may_repeat)
    return fail(member.location, "colliding keywords", fmt::format("{} stands twice in this object", keyword));
  const JsonValue& value = member.value;
  switch (bit) {
    case has_id:
      return expand_id(place, value, result);
    case has_type:
      return expand_type(place, value, result);
    case has_graph:
      result.keywords |= has_graph;
      expand(place.context, "@graph", value, result.graph);
      return true;
    case has_included:
      return contexts_.is_version_10() || expand_included(place, value, result);
    case has_value:
      return expand_value_entry(place, value, result);
    case has_language:
    case has_direction:
    case has_index:
      return expand_text_entry(keyword, value, result);
    case has_list:
      return expand_list(place, member, result);
    case has_set:
      result.keywords |= has_set;
      result.set_shape = expand(place.context, place.property, value, result.items);
      return true;
    case has_reverse:
      return expand_reverse(place, value, result);
    default:
      warn_dropped(member.location, member.key, "this keyword has no meaning here");
      return true;
  }
}

bool Expansion::expand_id(const Place& place, const JsonValue& value, Expanded& result) {
  if (!value.is_string()) return fail(value.location, "invalid @id value", "@id is a string");
  result.keywords |= has_id;
  result.id = contexts_.expand(*place.context, value.text, {.vocab = false, .relative = true});
  return true;
}

bool Expansion::expand_type(const Place& place, const JsonValue& value, Expanded& result) {
  result.keywords |= has_type;
  result.is_type_array |= value.is_array() || !result.types.empty();
  for (const JsonValue& name : value.as_array()) {
    if (!name.is_string()) return fail(name.location, "invalid type value", "@type is a string or an array of strings");
    const auto type = contexts_.expand(*place.type_context, name.text, {.vocab = true, .relative = true});
    if (type)
      result.types.push_back(*type);
    else
      warn_dropped(name.location, name.text, "the context gives it no meaning");
  }
  return true;
}

bool Expansion::expand_included(const Place& place, const JsonValue& value, Expanded& result) {
  const auto is_node = [&](const JsonValue& one) {
    return one.is_object() && std::none_of(one.members.begin(), one.members.end(), [&](const JsonMember& member) {
             const auto word = keyword_of(*place.context, member.key);
             return word == "@value" || word == "@list" || word == "@set";
           });
  };
  for (const JsonValue& one : value.as_array())
    if (!is_node(one)) return fail(one.location, "invalid @included value", "@included holds nodes");
  result.keywords |= has_included;
  expand(place.context, std::nullopt, value, result.included);
  return true;
}

bool Expansion::expand_value_entry(const Place& place, const JsonValue& value, Expanded& result) {
  if (place.is_json ? contexts_.is_version_10() : !value.is_scalar() && !value.is_null())
    return fail(value.location, "invalid value object value", "@value is a string, a number, true, false or null");
  result.keywords |= has_value;
  result.value = &value;
  return true;
}

bool Expansion::expand_text_entry(std::string_view keyword, const JsonValue& value, Expanded& result) {
  if (keyword == "@direction") {
    if (contexts_.is_version_10()) return true;
    const auto direction = direction_of(value);
    if (!direction || value.is_null())
      return fail(value.location, "invalid base direction", R"(@direction is "ltr" or "rtl")");
    result.keywords |= has_direction;
    result.direction = *direction;
    return true;
  }
  const bool is_index = keyword == "@index";
  if (!value.is_string())
    return fail(value.location, is_index ? "invalid @index value" : "invalid language-tagged string",
                fmt::format("{} is a string", keyword));
  result.keywords |= is_index ? has_index : has_language;
  if (is_index)
    result.index = value.text;
  else
    result.language = value.text;
  return true;
}

bool Expansion::expand_list(const Place& place, const JsonMember& member, Expanded& result) {
  if (!place.property || place.property == "@graph") {
    warn_dropped(member.location, member.key, "this list is the value of no property");
    return true;
  }
  result.keywords |= has_list;
  expand(place.context, place.property, member.value, result.items);
  return check_list_of_lists(result.items);
}

bool Expansion::check_list_of_lists(const Items& items) {
  if (!contexts_.is_version_10()) return true;
  const auto inner = std::find_if(items.begin(), items.end(), [](const Expanded& item) { return item.is_list(); });
  return inner == items.end() || fail(inner->location, "list of lists", "a list in a list is of JSON-LD 1.1");
}

bool Expansion::expand_reverse(const Place& place, const JsonValue& value, Expanded& result) {
  if (!value.is_object()) return fail(value.location, "invalid @reverse value", "@reverse is an object");
  result.keywords |= has_reverse;
  Items expanded;
  expand(place.context, "@reverse", value, expanded);
  for (Expanded& map : expanded) {
    for (ExpandedProperty& twice : map.reverse) result.properties.push_back(std::move(twice));
    for (ExpandedProperty& property : map.properties)
      if (!add_values(property.iri, true, std::move(property.values), result)) return false;
  }
  return true;
}

}  // namespace graphwright::jsonld
