#include "jsonld_expansion.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace graphwright::jsonld {
namespace {

constexpr std::size_t most_warned = 1000;

/// The members of an object in the order of their keys.
std::vector<const JsonMember*> by_key(const JsonValue& object) {
  std::vector<const JsonMember*> members;
  for (const JsonMember& member : object.members) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  return members;
}

}  // namespace

Expanded list_of(Items&& items, Location location) {
  Expanded list;
  list.keywords = has_list;
  list.location = location;
  list.items = std::move(items);
  return list;
}

Expanded graph_of(Expanded&& item) {
  Expanded graph;
  graph.keywords = has_graph;
  graph.location = item.location;
  graph.graph.push_back(std::move(item));
  return graph;
}

void Expansion::warn_dropped(Location location, std::string_view what, std::string_view why) {
  if (warned_.size() >= most_warned) return;
  std::string message = fmt::format("'{}' is left out: {}", what, why);
  if (warned_.insert(message).second) diagnostics_.warning("jsonld-left-out", location, std::move(message));
}

/// The keyword that a key is or stands for.
std::optional<std::string_view> Expansion::keyword_of(const ActiveContext& context, std::string_view key) {
  if (is_keyword(key)) return key;
  const TermDefinition* const term = context.find(key);
  return term != nullptr && term->iri && is_keyword(*term->iri) ? term->iri : std::nullopt;
}

Shape Expansion::expand(const ContextPointer& context, const ActiveProperty& property, const JsonValue& element,
                        Items& out, bool from_map) {
  if (element.is_null()) return Shape::nothing;
  if (element.is_array()) return expand_array(context, property, element, out, from_map);
  if (element.is_object()) return expand_object(context, property, element, out, from_map);
  return expand_scalar(context, property, element, out);
}

Shape Expansion::expand_array(const ContextPointer& context, const ActiveProperty& property, const JsonValue& element,
                              Items& out, bool from_map) {
  const TermDefinition* const term = property ? context->find(*property) : nullptr;
  const bool is_list = term != nullptr && (term->container & Container::list) != 0;
  for (const JsonValue& item : element.items) {
    if (!is_list || !item.is_array()) {
      expand(context, property, item, out, from_map);
      continue;
    }
    Items inner;
    expand_array(context, property, item, inner, from_map);
    out.push_back(list_of(std::move(inner), item.location));
  }
  return Shape::array;
}

Shape Expansion::expand_scalar(ContextPointer context, const ActiveProperty& property, const JsonValue& element,
                               Items& out) {
  if (!property || property == "@graph") {
    warn_dropped(element.location, element.is_boolean() ? (element.is_true ? "true" : "false") : element.text,
                 "it is the value of no property");
    return Shape::nothing;
  }
  const TermDefinition* const term = context->find(*property);
  if (term != nullptr && term->context != nullptr) {
    context =
        contexts_.process(context, *term->context, {.override_protected = true, .propagate = true, .is_scoped = true});
    if (context == nullptr) return Shape::nothing;
  }
  expand_value(*context, *property, element, out);
  return Shape::single;
}

/// Value Expansion (JSON-LD 1.1 API, 5.3).
void Expansion::expand_value(const ActiveContext& context, std::string_view property, const JsonValue& value,
                             Items& out) {
  const TermDefinition* const term = context.find(property);
  const std::string_view type = term == nullptr ? std::string_view{} : term->type;
  Expanded& result = out.emplace_back();
  result.location = value.location;
  if (value.is_string() && (type == "@id" || type == "@vocab")) {
    result.keywords = has_id;
    result.id = contexts_.expand(context, value.text, {.vocab = type == "@vocab", .relative = true});
    return;
  }
  result.keywords = has_value;
  result.value = &value;
  if (!type.empty() && type != "@id" && type != "@vocab" && type != "@none") {
    result.keywords |= has_type;
    result.types.push_back(type);
    return;
  }
  if (!value.is_string()) return;
  const auto language = term != nullptr && term->has_language ? term->language : context.language;
  if (language) {
    result.keywords |= has_language;
    result.language = *language;
  }
  result.direction = term != nullptr && term->has_direction ? term->direction : context.direction;
  if (result.direction != Direction::none) result.keywords |= has_direction;
}

/// Whether an object is a node that the contexts of the node around it do not reach.
bool Expansion::is_new_node(const ActiveContext& context, const JsonValue& element) {
  const bool has_a_value = std::any_of(element.members.begin(), element.members.end(), [&](const JsonMember& member) {
    return keyword_of(context, member.key) == "@value";
  });
  return !has_a_value && !(element.members.size() == 1 && keyword_of(context, element.members.front().key) == "@id");
}

Shape Expansion::expand_object(ContextPointer context, const ActiveProperty& property, const JsonValue& element,
                               Items& out, bool from_map) {
  const TermDefinition* const term = property ? context->find(*property) : nullptr;
  const JsonValue* const scoped = term == nullptr ? nullptr : term->context;
  if (context->previous != nullptr && !from_map && is_new_node(*context, element))
    context = ContextPointer(context->previous);
  if (scoped != nullptr)
    context = contexts_.process(context, *scoped, {.override_protected = true, .propagate = true, .is_scoped = true});
  const JsonValue* const own = element.find("@context");
  if (context != nullptr && own != nullptr) context = contexts_.process(context, *own, {});
  if (context == nullptr) return Shape::nothing;
  Place place{context, context, property};
  if (!apply_type_contexts(place, element)) return Shape::nothing;
  place.is_json = is_json_object(place, element);
  Expanded result;
  result.location = element.location;
  if (!expand_entries(place, element, result)) return Shape::nothing;
  return finish(property, std::move(result), out);
}

bool Expansion::apply_type_contexts(Place& place, const JsonValue& element) {
  std::vector<const JsonMember*> types;
  for (const JsonMember& member : element.members)
    if (keyword_of(*place.type_context, member.key) == "@type") types.push_back(&member);
  std::sort(types.begin(), types.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  for (const JsonMember* member : types) {
    std::vector<std::string_view> names;
    for (const JsonValue& name : member->value.as_array())
      if (name.is_string()) names.push_back(name.text);
    std::sort(names.begin(), names.end());
    for (std::string_view name : names) {
      const TermDefinition* const term = place.type_context->find(name);
      if (term == nullptr || term->context == nullptr) continue;
      place.context = contexts_.process(place.context, *term->context,
                                        {.override_protected = false, .propagate = false, .is_scoped = true});
      if (place.context == nullptr) return false;
    }
  }
  return true;
}

/// Whether the last type of the first key that stands for @type is @json.
bool Expansion::is_json_object(const Place& place, const JsonValue& element) {
  if (element.find("@type") == nullptr && element.members.size() < 2) return false;
  for (const JsonMember* member : by_key(element)) {
    if (keyword_of(*place.context, member->key) != "@type") continue;
    const auto types = member->value.as_array();
    return !types.empty() && types.back().is_string() && keyword_of(*place.context, types.back().text) == "@json";
  }
  return false;
}

bool Expansion::expand_entries(const Place& place, const JsonValue& element, Expanded& result) {
  std::vector<const JsonMember*> nests;
  for (const JsonMember& member : element.members) {
    if (member.key == "@context") continue;
    const auto meaning = contexts_.expand(*place.context, member.key);
    const bool is_word = meaning && is_keyword(*meaning);
    if (!meaning || (!is_word && meaning->find(':') == std::string_view::npos)) {
      warn_dropped(member.location, member.key, "the context gives it no meaning");
      continue;
    }
    if (is_word && *meaning == "@nest") {
      nests.push_back(&member);
      continue;
    }
    if (!(is_word ? expand_keyword(place, *meaning, member, result) : expand_property(place, *meaning, member, result)))
      return false;
  }
  return std::all_of(nests.begin(), nests.end(),
                     [&](const JsonMember* nest) { return expand_nested(place, *nest, result); });
}

bool Expansion::expand_nested(const Place& place, const JsonMember& nest, Expanded& result) {
  Place inner = place;
  inner.property = nest.key;
  if (const TermDefinition* const term = place.context->find(nest.key); term != nullptr && term->context != nullptr) {
    inner.context = contexts_.process(place.context, *term->context,
                                      {.override_protected = true, .propagate = true, .is_scoped = true});
    if (inner.context == nullptr) return false;
  }
  for (const JsonValue& value : nest.value.as_array()) {
    const bool has_a_value = std::any_of(value.members.begin(), value.members.end(), [&](const JsonMember& member) {
      return keyword_of(*inner.context, member.key) == "@value";
    });
    if (!value.is_object() || has_a_value)
      return fail(value.location, "invalid @nest value", "@nest holds objects with properties");
    if (!expand_entries(inner, value, result)) return false;
  }
  return true;
}

Shape Expansion::finish(const ActiveProperty& property, Expanded&& result, Items& out) {
  const bool is_free = !property || property == "@graph";
  if (result.is_value()) {
    const Location location = result.location;
    Items value;
    if (finish_value(std::move(result), value) == Shape::nothing) return Shape::nothing;
    if (is_free) {
      warn_dropped(location, value.front().value->text, "it is the value of no property");
      return Shape::nothing;
    }
    out.push_back(std::move(value.front()));
    return Shape::single;
  }
  if (result.has(has_set) || result.is_list()) {
    const Keyword word = result.is_list() ? has_list : has_set;
    if (!result.has_only(word | has_index)) {
      fail(result.location, "invalid set or list object", "beside @set or @list only @index may stand");
      return Shape::nothing;
    }
    if (word == has_set) {
      for (Expanded& item : result.items) out.push_back(std::move(item));
      return result.set_shape;
    }
  }
  if (result.keywords == has_language && result.has_only(has_language)) return Shape::nothing;
  const bool is_empty = result.has_only(0);
  if (is_free && (is_empty || result.is_list() || result.has_only(has_id))) return Shape::nothing;
  out.push_back(std::move(result));
  return Shape::single;
}

Shape Expansion::finish_value(Expanded&& result, Items& out) {
  const Location location = result.location;
  const auto wrong = [&](std::string_view error, std::string message) {
    fail(location, error, std::move(message));
    return Shape::nothing;
  };
  if (!result.has_only(has_value | has_type | has_language | has_direction | has_index))
    return wrong("invalid value object", "beside @value only @type, @language, @direction and @index may stand");
  if (result.has(has_type) && (result.has(has_language) || result.has(has_direction)))
    return wrong("invalid value object", "a value has either a type, or a language and direction");
  if (!result.is_json()) {
    if (result.value->is_null()) return Shape::nothing;
    if (!result.value->is_string() && result.has(has_language))
      return wrong("invalid language-tagged value", "only a string can have a language");
    const bool has_right_type = !result.is_type_array && result.types.size() == 1 && has_scheme(result.types.front());
    if (result.has(has_type) && !has_right_type) return wrong("invalid typed value", "the type of a value is one IRI");
  }
  out.push_back(std::move(result));
  return Shape::single;
}

}  // namespace graphwright::jsonld
