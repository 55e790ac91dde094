#include "fact_names.hpp"

#include <fmt/format.h>

#include "fact_name.hpp"
#include "yaml_form.hpp"

namespace graphwright {
namespace {

/// Beyond so many unknown entities no suggestions are looked for: each costs a pass over all names.
constexpr std::size_t max_suggestions = 20;

bool is_outside_name(std::string_view name) {
  return name.starts_with('<') || name.find(':') != std::string_view::npos;
}

std::string_view kind_name(NameKind kind) {
  switch (kind) {
    case NameKind::class_:
      return "a class";
    case NameKind::relation:
      return "a relation";
    case NameKind::attribute:
      return "an attribute";
  }
  return "a name";
}

}  // namespace

FactNames::FactNames(FactContext context, Diagnostics& diagnostics)
    : context_(std::move(context)), diagnostics_(diagnostics) {
  if (context_.vocabulary == nullptr) return;
  for (const auto& [name, meaning] : context_.vocabulary->names()) by_iri_.emplace(meaning.iri, &meaning);
}

std::optional<std::string> FactNames::expand(std::string_view name, Location location) {
  if (is_outside_name(name)) return expand_name(name, location, context_.prefixes, diagnostics_);
  if (is_plain_name(name)) return context_.base + std::string(name);
  report_bad_name(name, location, diagnostics_);
  return std::nullopt;
}

void FactNames::declare(std::string_view name, Location location) {
  const std::optional<std::string> iri = expand(name, location);
  if (!iri) return;
  declared_names_.emplace(name, *iri);
  const auto [first, is_new] = declared_.emplace(*iri, location);
  if (!is_new)
    diagnostics_.error("duplicate-definition", location, fmt::format("'{}' is declared twice", name),
                       {{first->second, "first here"}});
}

std::optional<std::string> FactNames::declared(std::string_view name) const {
  const auto at = declared_names_.find(name);
  return at == declared_names_.end() ? std::nullopt : std::optional<std::string>(at->second);
}

bool FactNames::is_below_base(std::string_view iri) const {
  return !context_.base.empty() && iri.starts_with(context_.base);
}

std::optional<std::string> FactNames::entity(std::string_view name, Location location) {
  std::optional<std::string> iri = expand(name, location);
  if (!iri) return std::nullopt;
  const bool may_be_outside = is_outside_name(name) && !is_below_base(*iri);
  if (may_be_outside || declared_.contains(*iri) || (is_known_ && is_known_(*iri))) return iri;
  Mention& mention = unknown_.try_emplace(std::string(name), Mention{location, 0}).first->second;
  mention.location = std::min(mention.location, location);
  ++mention.count;
  return std::nullopt;
}

void FactNames::report_unknown_entities() {
  std::vector<std::string_view> known;
  for (const auto& [iri, location] : declared_)
    known.push_back(is_below_base(iri) ? std::string_view(iri).substr(context_.base.size()) : std::string_view(iri));
  std::size_t suggestions = 0;
  for (const auto& [name, mention] : unknown_) {
    std::vector<Note> notes;
    if (++suggestions <= max_suggestions) notes = did_you_mean(nearest_name(name, known));
    if (mention.count > 1) notes.push_back({{}, fmt::format("named {} times", mention.count)});
    diagnostics_.error("unknown-entity", mention.location, fmt::format("no entity '{}' is declared", name),
                       std::move(notes));
  }
  unknown_.clear();
}

const VocabularyName* FactNames::find(std::string_view name) const {
  return context_.vocabulary == nullptr ? nullptr : context_.vocabulary->find(name);
}

std::optional<std::string> FactNames::class_(std::string_view name, Location location) {
  if (is_outside_name(name)) return expand_name(name, location, context_.prefixes, diagnostics_);
  const VocabularyName* known = find(name);
  if (known != nullptr && known->kind == NameKind::class_) return known->iri;
  if (known != nullptr)
    diagnostics_.error("unknown-class", location, fmt::format("'{}' is {}, not a class", name, kind_name(known->kind)));
  else
    diagnostics_.error("unknown-class", location, fmt::format("the ontology has no class '{}'", name),
                       did_you_mean(suggest(name, names_of(NameKind::class_), diagnostics_)));
  return std::nullopt;
}

std::optional<FactProperty> FactNames::outside_property(std::string_view name, Location location) {
  const std::optional<std::string> iri = expand_name(name, location, context_.prefixes, diagnostics_);
  if (!iri) return std::nullopt;
  const auto known = by_iri_.find(*iri);
  if (known == by_iri_.end()) return FactProperty{*iri, std::nullopt, {}};
  return FactProperty{*iri, known->second->kind, known->second->datatype};
}

std::optional<FactProperty> FactNames::property(std::string_view name, Location location) {
  if (is_outside_name(name)) return outside_property(name, location);
  const VocabularyName* known = find(name);
  if (known != nullptr && known->kind != NameKind::class_)
    return FactProperty{known->iri, known->kind, known->datatype};
  if (known != nullptr) {
    diagnostics_.error("unknown-relation", location, fmt::format("'{}' is a class, not a relation", name));
    return std::nullopt;
  }
  std::vector<std::string_view> known_names = names_of(NameKind::relation);
  const std::vector<std::string_view> attributes = names_of(NameKind::attribute);
  known_names.insert(known_names.end(), attributes.begin(), attributes.end());
  diagnostics_.error("unknown-relation", location, fmt::format("the ontology has no relation '{}'", name),
                     did_you_mean(suggest(name, known_names, diagnostics_)));
  return std::nullopt;
}

std::optional<std::string> FactNames::datatype(std::string_view name, Location location) {
  if (is_outside_name(name)) return expand_name(name, location, context_.prefixes, diagnostics_);
  diagnostics_.error("bad-name", location, fmt::format("'{}' names no datatype", name),
                     did_you_mean(is_plain_name(name) ? "xsd:" + std::string(name) : ""));
  return std::nullopt;
}

bool FactNames::has_property(std::string_view name) const {
  const VocabularyName* known = find(name);
  return known != nullptr && known->kind != NameKind::class_;
}

std::vector<std::string_view> FactNames::names_of(NameKind kind) const {
  std::vector<std::string_view> names;
  if (context_.vocabulary == nullptr) return names;
  for (const auto& [name, meaning] : context_.vocabulary->names())
    if (meaning.kind == kind) names.push_back(name);
  return names;
}

}  // namespace graphwright
