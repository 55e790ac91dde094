#include "fact_description.hpp"

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "literal_checks.hpp"

namespace graphwright {
namespace {

TermView text_literal(const YamlNode& text, std::string_view language) {
  return language.empty() ? TermView::literal(text.text) : TermView::tagged_literal(text.text, language);
}

}  // namespace

bool takes_language(std::string_view datatype) {
  return datatype.empty() || datatype == iri::rdfs::literal || datatype == iri::rdf::lang_string;
}

TermView typed_literal(std::string_view text, std::string_view datatype) {
  return TermView::literal(text, takes_language(datatype) ? std::string_view{} : datatype);
}

std::string short_name(std::string_view datatype) {
  return well_known_prefixes().shorten(datatype).value_or(fmt::format("<{}>", datatype));
}

void FactDescription::push(const Target& target, const TermView& object, Location location) {
  if (!target.subject.empty())
    sink_.statement({TermView::iri(target.subject), TermView::iri(target.property), object, {}, location, target.fact});
}

void FactDescription::push_classes(const YamlNode& map, const std::string& subject, const FactView* fact,
                                   std::string_view what) {
  const YamlNode* node = form_.require(map, "class", what);
  if (node == nullptr) return;
  for (const YamlNode* name : form_.texts(*node, "class"))
    if (const auto iri = names_.class_(name->text, name->location))
      push({subject, iri::rdf::type, fact}, TermView::iri(*iri), name->location);
    else if (!subject.empty())  // it is declared all the same, so that nobody misses it elsewhere
      sink_.node(TermView::iri(subject), name->location);
}

void FactDescription::push_rest(const YamlNode& map, const std::string& subject, const FactView* fact) {
  push_text(map, "label", {subject, iri::rdfs::label, fact});
  push_texts(map, "alias", {subject, iri::skos::alt_label, fact});
  push_text(map, "description", {subject, iri::rdfs::comment, fact});
  if (const YamlNode* node = form_.find(map, "same-as")) push_same_as(*node, {subject, iri::owl::same_as, fact});
  const YamlNode* attributes = form_.find(map, "attributes");
  if (attributes == nullptr || !form_.expect_map(*attributes, "attributes")) return;
  for (const YamlEntry& entry : attributes->entries) push_attribute(entry, subject, fact);
}

void FactDescription::push_text(const YamlNode& map, std::string_view key, const Target& target) {
  const YamlNode* node = form_.find(map, key);
  if (node == nullptr) return;
  if (!node->is_map()) {
    if (form_.text(*node, key)) push(target, text_literal(*node, {}), node->location);
    return;
  }
  for (const YamlEntry& one : node->entries)
    if (check_language(one.key, one.location, diagnostics_) && form_.text(one.value, key))
      push(target, text_literal(one.value, one.key), one.value.location);
}

void FactDescription::push_texts(const YamlNode& map, std::string_view key, const Target& target) {
  const YamlNode* node = form_.find(map, key);
  if (node == nullptr) return;
  const auto push_all = [&](const YamlNode& value, std::string_view language) {
    for (const YamlNode* text : form_.texts(value, key)) push(target, text_literal(*text, language), text->location);
  };
  if (!node->is_map()) {
    push_all(*node, {});
    return;
  }
  for (const YamlEntry& one : node->entries)
    if (check_language(one.key, one.location, diagnostics_)) push_all(one.value, one.key);
}

void FactDescription::push_same_as(const YamlNode& node, const Target& target) {
  for (const YamlNode* name : form_.texts(node, "same-as"))
    if (const auto iri = names_.entity(name->text, name->location)) push(target, TermView::iri(*iri), name->location);
}

void FactDescription::push_attribute(const YamlEntry& entry, const std::string& subject, const FactView* fact) {
  const std::optional<FactProperty> property = names_.property(entry.key, entry.location);
  if (!property) return;
  const Target target{subject, property->iri, fact};
  if (property->is_relation())
    diagnostics_.error("entity-expected", entry.location,
                       fmt::format("'{}' is a relation: write it as a fact or as a role of an event", entry.key));
  else if (entry.value.is_map())
    push_translations(entry, *property, target);
  else
    for (const YamlNode* text : form_.texts(entry.value, entry.key))
      if (check_literal(text->text, property->datatype, text->location, diagnostics_))
        push(target, typed_literal(text->text, property->datatype), text->location);
}

void FactDescription::push_translations(const YamlEntry& entry, const FactProperty& property, const Target& target) {
  if (!takes_language(property.datatype)) {
    diagnostics_.error("bad-literal", entry.value.location,
                       fmt::format("'{}' takes {}, which has no language", entry.key, short_name(property.datatype)));
    return;
  }
  for (const YamlEntry& one : entry.value.entries)
    if (check_language(one.key, one.location, diagnostics_))
      for (const YamlNode* text : form_.texts(one.value, entry.key))
        push(target, text_literal(*text, one.key), text->location);
}

}  // namespace graphwright
