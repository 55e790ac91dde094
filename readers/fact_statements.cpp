#include "fact_statements.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "literal_checks.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 5> file_keys{"graphwright", "source", "entities", "events", "facts"};
constexpr std::array<std::string_view, 6> entity_keys{"class",       "label",   "alias",
                                                      "description", "same-as", "attributes"};

std::vector<std::string_view> with_scope_keys(std::span<const std::string_view> keys) {
  std::vector<std::string_view> all{keys.begin(), keys.end()};
  all.insert(all.end(), fact_scope_keys().begin(), fact_scope_keys().end());
  return all;
}

const std::vector<std::string_view>& block_keys() {
  static constexpr std::array<std::string_view, 1> own{"facts"};
  static const std::vector<std::string_view> keys = with_scope_keys(own);
  return keys;
}

/// The keys of events that are no roles.
const std::vector<std::string_view>& event_keys() {
  static const std::vector<std::string_view> keys = with_scope_keys(entity_keys);
  return keys;
}

bool is_event_key(std::string_view key) {
  return std::find(event_keys().begin(), event_keys().end(), key) != event_keys().end();
}

}  // namespace

void FactStatements::push() {
  const YamlNode& root = document_.root();
  if (!form_.check_version(document_)) return;
  form_.check_keys(root, file_keys, "a fact file");
  FactScope scope;
  if (const YamlNode* source = form_.find(root, "source")) {
    scope.source = scopes_.read_source(*source);
    scope.is_source_unknown = scope.source == nullptr;
  }
  const YamlNode* entities = form_.find(root, "entities");
  if (entities != nullptr && form_.expect_map(*entities, "entities"))
    for (const YamlEntry& entry : entities->entries) push_entity(entry);
  const YamlNode* events = form_.find(root, "events");
  if (events != nullptr && form_.expect_map(*events, "events"))
    for (const YamlEntry& entry : events->entries) push_event(entry, scope);
  if (const YamlNode* facts = form_.find(root, "facts")) push_facts(*facts, scope);
}

void FactStatements::push_entity(const YamlEntry& entry) {
  if (!form_.expect_map(entry.value, entry.key)) return;
  const std::string subject = names_.declared(entry.key).value_or("");
  form_.check_keys(entry.value, entity_keys, "an entity");
  description_.push_classes(entry.value, subject, nullptr, fmt::format("the entity '{}'", entry.key));
  description_.push_rest(entry.value, subject, nullptr);
}

void FactStatements::push_event(const YamlEntry& entry, const FactScope& file_scope) {
  if (!form_.expect_map(entry.value, entry.key)) return;
  const FactScope scope = scopes_.read(entry.value, file_scope);
  const FactScopeView view(scope);
  const std::string event = scopes_.check(scope) ? names_.declared(entry.key).value_or("") : "";
  description_.push_classes(entry.value, event, view.whole(), fmt::format("the event '{}'", entry.key));
  for (const YamlEntry& role : entry.value.entries)
    if (!is_event_key(role.key)) push_role(role, event, view.whole());
  description_.push_rest(entry.value, event, view.holding());
  if (!event.empty()) push_event_scope(entry.value, event, scope, view.holding());
}

void FactStatements::push_event_scope(const YamlNode& map, const std::string& event, const FactScope& scope,
                                      const FactView* holding) {
  const TermView subject = TermView::iri(event);
  if (const YamlEntry* time = find_entry(map, "time"))
    sink_.statement({subject,
                     TermView::iri(iri::gw::time),
                     TermView::literal(scope.time, iri::edtf),
                     {},
                     time->value.location,
                     holding});
  if (const YamlEntry* place = find_entry(map, "place"))
    sink_.statement(
        {subject, TermView::iri(iri::gw::place), TermView::iri(scope.place), {}, place->value.location, holding});
}

void FactStatements::push_role(const YamlEntry& role, const std::string& event, const FactView* fact) {
  const bool is_outside = role.key.find(':') != std::string::npos;
  if (!is_outside && !names_.has_property(role.key)) {
    report_unknown_role(role);
    return;
  }
  const std::optional<FactProperty> property = names_.property(role.key, role.location);
  if (property && property->is_attribute()) {
    diagnostics_.error("literal-expected", role.location,
                       fmt::format("'{}' takes text or a number: write it under 'attributes'", role.key));
    return;
  }
  for (const YamlNode* name : form_.texts(role.value, role.key)) {
    const std::optional<std::string> object = names_.entity(name->text, name->location);
    if (property && object && !event.empty())
      sink_.statement(
          {TermView::iri(event), TermView::iri(property->iri), TermView::iri(*object), {}, name->location, fact});
  }
}

void FactStatements::report_unknown_role(const YamlEntry& role) {
  std::vector<std::string_view> candidates = event_keys();
  const std::vector<std::string_view> roles = names_.names_of(NameKind::relation);
  candidates.insert(candidates.end(), roles.begin(), roles.end());
  diagnostics_.error("unknown-key", role.location,
                     fmt::format("'{}' is neither a key of an event nor a role of the ontology", role.key),
                     did_you_mean(suggest(role.key, candidates, diagnostics_)));
}

void FactStatements::push_facts(const YamlNode& node, const FactScope& scope) {
  const FactScopeView view(scope);
  if (node.is_scalar()) {
    push_line(node, scope, view.whole());
    return;
  }
  for (const YamlNode& item : form_.list(node, "facts")) {
    if (item.is_map())
      push_block(item, scope);
    else if (form_.text(item, "facts"))
      push_line(item, scope, view.whole());
  }
}

void FactStatements::push_block(const YamlNode& block, const FactScope& outer) {
  form_.check_keys(block, block_keys(), "a block of facts");
  const FactScope scope = scopes_.read(block, outer);
  if (const YamlNode* facts = form_.require(block, "facts", "a block")) push_facts(*facts, scope);
}

void FactStatements::push_line(const YamlNode& node, const FactScope& scope, const FactView* fact) {
  FactLine line;
  FactLineError error;
  if (!parse_fact_line(node.text, line, error)) {
    diagnostics_.error("fact-line", document_.locate(node, error.offset), std::move(error.message));
    return;
  }
  const bool is_good = scopes_.check(scope);
  const std::optional<std::string> named = names_.entity(line.subject.text, locate(node, line.subject));
  const std::string subject = is_good ? named.value_or("") : "";
  const std::optional<FactProperty> property = names_.property(line.relation.text, locate(node, line.relation));
  if (!line.literal)
    push_relation(node, line, subject, property ? &*property : nullptr, fact);
  else if (property)
    push_literal(node, line, subject, *property, fact);
}

void FactStatements::push_relation(const YamlNode& node, const FactLine& line, const std::string& subject,
                                   const FactProperty* property, const FactView* fact) {
  const Location location = locate(node, line.object);
  if (property != nullptr && property->is_attribute()) {
    diagnostics_.error("literal-expected", location,
                       fmt::format("'{}' takes text or a number: put it in double quotes", line.relation.text));
    return;
  }
  const std::optional<std::string> object = names_.entity(line.object.text, location);
  if (property != nullptr && object && !subject.empty())
    sink_.statement({TermView::iri(subject),
                     TermView::iri(property->iri),
                     TermView::iri(*object),
                     {},
                     locate(node, line.subject),
                     fact});
}

void FactStatements::push_literal(const YamlNode& node, const FactLine& line, const std::string& subject,
                                  const FactProperty& property, const FactView* fact) {
  const FactLiteral& literal = *line.literal;
  const Location location = locate(node, line.object);
  if (property.is_relation()) {
    diagnostics_.error(
        "entity-expected", location,
        fmt::format("'{}' leads to an entity: write its name, without quotation marks", line.relation.text));
    return;
  }
  std::optional<std::string> datatype = property.datatype;
  if (!literal.datatype.text.empty()) datatype = names_.datatype(literal.datatype.text, locate(node, literal.datatype));
  if (!datatype) return;
  const bool is_tagged = !literal.language.empty();
  if (is_tagged && !takes_language(*datatype)) {
    diagnostics_.error("bad-literal", location,
                       fmt::format("'{}' takes {}, which has no language", line.relation.text, short_name(*datatype)));
    return;
  }
  const bool is_right = is_tagged ? check_language(literal.language, location, diagnostics_)
                                  : check_literal(literal.text, *datatype, location, diagnostics_);
  const TermView object =
      is_tagged ? TermView::tagged_literal(literal.text, literal.language) : typed_literal(literal.text, *datatype);
  if (is_right && !subject.empty())
    sink_.statement(
        {TermView::iri(subject), TermView::iri(property.iri), object, {}, locate(node, line.subject), fact});
}

}  // namespace graphwright
