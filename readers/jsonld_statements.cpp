#include "jsonld_statements.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "json_canonical.hpp"
#include "json_numbers.hpp"
#include "name_characters.hpp"
#include "rdfxml_names.hpp"

namespace graphwright::jsonld {
namespace {

/// Whether a label can stand behind `_:` in Turtle (RDF 1.1 Turtle, BLANK_NODE_LABEL).
bool is_blank_label(std::string_view label) {
  if (label.empty() || label.ends_with('.')) return false;
  for (std::size_t at = 0; at < label.size();) {
    const bool is_first = at == 0;
    const char32_t c = decode_utf8(label, at);
    const bool is_digit = c >= '0' && c <= '9';
    if (is_first ? !is_name_start(c) && !is_digit : !is_name_character(c) && c != '.') return false;
  }
  return true;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

/// Whether the parts of a language tag are no longer than eight (BCP 47, 2.1).
bool has_short_parts(std::string_view tag) {
  constexpr std::size_t longest = 8;
  std::size_t length = 0;
  for (char c : tag) {
    length = c == '-' ? 0 : length + 1;
    if (length > longest) return false;
  }
  return true;
}

std::string_view name(Direction direction) { return direction == Direction::ltr ? "ltr" : "rtl"; }

}  // namespace

void Statements::add(const Items& nodes) {
  for (const Expanded& node : nodes)
    if (!node.is_value() && !node.is_list()) add_node(node, {});
}

/// States what a node says and gives its name, absent where that cannot be written. What is nested in such a
/// node still stands for itself.
TermView Statements::add_node(const Expanded& node, const GraphName& graph) {
  TermView subject;  // absent where @id has a value that means nothing
  if (node.id)
    subject = resource(*node.id, node.location);
  else if (!node.has(has_id))
    subject = fresh_blank();
  if (node.index) check_index(node, subject, graph);
  add_types(node, subject, graph);
  add_reverse(node, subject, graph);
  const GraphName inner{subject, !subject.is_absent()};
  for (const Expanded& item : node.graph)
    if (!item.is_value() && !item.is_list()) add_node(item, inner);
  for (const Expanded& item : node.included) add_node(item, graph);
  add_properties(node, subject, graph);
  return subject;
}

void Statements::add_types(const Expanded& node, const TermView& subject, const GraphName& graph) {
  for (std::string_view type : node.types)
    state(subject, TermView::iri(iri::rdf::type), resource(type, node.location), graph, node.location);
}

void Statements::add_properties(const Expanded& node, const TermView& subject, const GraphName& graph) {
  for (const ExpandedProperty& property : node.properties) {
    if (property.values.empty()) continue;
    TermView predicate = resource(property.iri, node.location);
    if (predicate.is_blank() && !options_.jsonld.generalized_rdf) {
      expansion_.warn_dropped(node.location, property.iri, "a blank node cannot be a predicate in RDF");
      predicate = {};
    }
    for (const Expanded& item : property.values)
      state(subject, predicate, object_of(item, graph), graph, node.location);
  }
}

void Statements::add_reverse(const Expanded& node, const TermView& object, const GraphName& graph) {
  for (const ExpandedProperty& property : node.reverse) {
    TermView predicate = resource(property.iri, node.location);
    if (predicate.is_blank() && !options_.jsonld.generalized_rdf) predicate = {};
    for (const Expanded& item : property.values) state(add_node(item, graph), predicate, object, graph, item.location);
  }
}

/// A node has one index in a graph (JSON-LD 1.1 API, 7.2, conflicting indexes).
void Statements::check_index(const Expanded& node, const TermView& subject, const GraphName& graph) {
  if (!node.id) return;
  const auto [at, is_new] =
      indexes_.try_emplace({std::string(graph.name.text), std::string(subject.text)}, *node.index, node.location);
  if (is_new || at->second.first == *node.index) return;
  diagnostics_.error("jsonld", node.location,
                     fmt::format("conflicting indexes: '{}' has the index '{}' here", *node.id, *node.index),
                     {{at->second.second, fmt::format("and '{}' here", at->second.first)}});
}

TermView Statements::object_of(const Expanded& item, const GraphName& graph) {
  if (item.is_value()) return literal_of(item, graph);
  if (item.is_list()) return list_of(item, graph);
  return add_node(item, graph);
}

TermView Statements::list_of(const Expanded& list, const GraphName& graph) {
  const TermView nil = TermView::iri(iri::rdf::nil);
  if (list.items.empty()) return nil;
  const TermView head = fresh_blank();
  TermView cell = head;
  for (const Expanded& item : list.items) {
    const bool is_last = &item == &list.items.back();
    const TermView next = is_last ? nil : fresh_blank();
    state(cell, TermView::iri(iri::rdf::first), object_of(item, graph), graph, list.location);
    state(cell, TermView::iri(iri::rdf::rest), next, graph, list.location);
    cell = next;
  }
  return head;
}

TermView Statements::literal_of(const Expanded& item, const GraphName& graph) {
  const std::string_view type = item.types.empty() ? std::string_view{} : item.types.front();
  if (!type.empty() && type != "@json" && resource(type, item.location).is_absent()) return {};
  if (item.has(has_language) && (!rdfxml::is_language_tag(item.language) || !has_short_parts(item.language))) {
    expansion_.warn_dropped(item.location, item.value->text, fmt::format("'{}' is not a language tag", item.language));
    return {};
  }
  const auto scalar = scalar_of(item);
  if (!scalar) return {};
  if (item.direction != Direction::none && item.value->is_string()) return directed(item, scalar->text, graph);
  if (!item.has(has_language)) return *scalar;
  return TermView::tagged_literal(scalar->text, item.language);
}

/// The text and datatype of a value (JSON-LD 1.1 API, 8.2 and 8.6).
std::optional<TermView> Statements::scalar_of(const Expanded& item) {
  const JsonValue& value = *item.value;
  const std::string_view type = item.types.empty() ? std::string_view{} : item.types.front();
  if (item.is_json()) {
    std::string canonical;
    if (const JsonValue* const fault = append_canonical_json(value, canonical)) {
      diagnostics_.error("jsonld", fault->location,
                         fmt::format("the number {} is too large for a double", fault->text));
      return std::nullopt;
    }
    return TermView::literal(arena_.copy(std::string_view(canonical)), iri::rdf::json);
  }
  if (value.is_boolean())
    return TermView::literal(value.is_true ? "true" : "false", type.empty() ? iri::xsd::boolean : type);
  if (value.is_number()) return number_of(value, type);
  return TermView::literal(value.text, type);
}

std::optional<TermView> Statements::number_of(const JsonValue& value, std::string_view datatype) {
  const auto number = json_number(value.text);
  if (!number) {
    diagnostics_.error("jsonld", value.location, fmt::format("the number {} is too large for a double", value.text));
    return std::nullopt;
  }
  const std::string integer = datatype == iri::xsd::double_ ? std::string{} : integer_lexical_form(value.text, *number);
  if (integer.empty())
    return TermView::literal(arena_.copy(std::string_view(double_lexical_form(*number))),
                             datatype.empty() ? iri::xsd::double_ : datatype);
  return TermView::literal(arena_.copy(std::string_view(integer)), datatype.empty() ? iri::xsd::integer : datatype);
}

TermView Statements::directed(const Expanded& item, std::string_view text, const GraphName& graph) {
  const std::string language = lower_case(item.language);
  switch (options_.jsonld.direction) {
    case JsonLdDirection::i18n_datatype:
      return TermView::literal(text, arena_.copy(std::string_view(fmt::format("https://www.w3.org/ns/i18n#{}_{}",
                                                                              language, name(item.direction)))));
    case JsonLdDirection::compound_literal:
      return compound_of(item, text, arena_.copy(std::string_view(language)), graph);
    case JsonLdDirection::rdf12:
      if (item.has(has_language)) return TermView::tagged_literal(text, item.language, item.direction);
      break;
    case JsonLdDirection::none:
      break;
  }
  expansion_.warn_dropped(item.location, name(item.direction), "a base direction needs --rdf-direction");
  return item.has(has_language) ? TermView::tagged_literal(text, item.language) : TermView::literal(text);
}

TermView Statements::compound_of(const Expanded& item, std::string_view text, std::string_view language,
                                 const GraphName& graph) {
  const TermView compound = fresh_blank();
  const auto say = [&](std::string_view predicate, std::string_view object) {
    state(compound, TermView::iri(predicate), TermView::literal(object), graph, item.location);
  };
  say(iri::rdf::value, text);
  if (item.has(has_language)) say(iri::rdf::language, language);
  say(iri::rdf::direction, name(item.direction));
  return compound;
}

/// The term that an expanded identifier names; absent where it is not well-formed.
TermView Statements::resource(std::string_view id, Location location) {
  if (is_blank_identifier(id)) return blank(id.substr(2));
  if (!has_scheme(id)) {
    expansion_.warn_dropped(location, id,
                            is_keyword(id) ? "it is a keyword" : "it is relative and there is no base IRI");
    return {};
  }
  if (const auto fault = find_iri_error(id)) {
    expansion_.warn_dropped(location, id, fmt::format("it is not an IRI, {}", *fault));
    return {};
  }
  return TermView::iri(id);
}

TermView Statements::blank(std::string_view label) {
  if (is_blank_label(label)) return TermView::blank(labels_.label_of_file(label, arena_));
  const auto [at, is_new] = renamed_.try_emplace(std::string(label));
  if (is_new) at->second = labels_.generate(arena_);
  return TermView::blank(at->second);
}

void Statements::state(const TermView& subject, const TermView& predicate, const TermView& object,
                       const GraphName& graph, Location location) {
  if (!graph.is_written || subject.is_absent() || predicate.is_absent() || object.is_absent()) return;
  if (batch_.is_full()) batch_.send();
  StatementView& row = batch_.row();
  row = {subject, predicate, object, graph.name, location};
  batch_.add();
  if (batch_.is_full()) batch_.send();
}

}  // namespace graphwright::jsonld
