#include "jsonld_contexts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "json_numbers.hpp"
#include "jsonld_terms.hpp"

namespace graphwright::jsonld {
namespace {

constexpr std::size_t most_cached = 4096;

/// Whether a term can be a prefix in Turtle too; only plain names are announced.
bool is_prefix_name(std::string_view term) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !term.empty() && is_letter(term.front()) && std::all_of(term.begin(), term.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

/// The entries of a context that are no terms.
bool is_context_keyword(std::string_view key) {
  constexpr std::string_view words[] = {"@base",      "@direction", "@import",  "@language",
                                        "@propagate", "@protected", "@version", "@vocab"};
  return key.starts_with('@') && std::find(std::begin(words), std::end(words), key) != std::end(words);
}

}  // namespace

ContextPointer Contexts::initial() const {
  return std::make_shared<ActiveContext>(options_.base.empty() ? nullptr
                                                               : std::make_shared<const BaseIri>(options_.base));
}

bool Contexts::fail(Location location, std::string_view error, std::string message) {
  diagnostics_.error("jsonld", location, fmt::format("{}: {}", error, message));
  return false;
}

std::optional<std::string_view> Contexts::expand(const ActiveContext& context, std::string_view value, IriUse use) {
  if (is_keyword(value)) return value;
  if (has_keyword_form(value)) return std::nullopt;
  const TermDefinition* const definition = context.find(value);
  if (definition != nullptr && definition->iri && is_keyword(*definition->iri)) return definition->iri;
  if (use.vocab && definition != nullptr) return definition->iri;
  if (const std::size_t colon = value.find(':'); colon != std::string_view::npos && colon > 0) {
    const std::string_view prefix = value.substr(0, colon);
    const std::string_view suffix = value.substr(colon + 1);
    if (prefix == "_" || suffix.starts_with("//")) return value;
    const TermDefinition* const meaning = context.find(prefix);
    if (meaning != nullptr && meaning->iri && meaning->is_prefix) return arena_.concatenate(*meaning->iri, suffix);
    if (has_scheme(value)) return value;
  }
  if (use.vocab && context.vocab) return arena_.concatenate(*context.vocab, value);
  if (use.relative && context.base != nullptr) return arena_.copy(std::string_view(context.base->resolve(value)));
  return value;
}

ContextPointer Contexts::process(const ContextPointer& active, const JsonValue& local, const ContextUse& use) {
  if (!use.is_scoped) return process_all(active, local, use);
  // The context of a term is applied at each of its values: mostly to the same context.
  const CacheKey key{active.get(), &local, use.override_protected, use.propagate};
  if (const auto known = cache_.find(key); known != cache_.end()) return known->second.result;
  ContextPointer result = process_all(active, local, use);
  if (cache_.size() >= most_cached) cache_.clear();
  cache_[key] = {active, result};
  return result;
}

bool Contexts::check(const ContextPointer& active, const JsonValue& local) {
  return process_all(active, local, {.override_protected = true, .propagate = true, .is_scoped = true}) != nullptr;
}

ContextPointer Contexts::process_all(const ContextPointer& active, const JsonValue& local, ContextUse use) {
  std::shared_ptr<ActiveContext> result = ActiveContext::copy_of(active);
  if (const JsonValue* const propagate = local.find("@propagate"); propagate != nullptr && propagate->is_boolean())
    use.propagate = propagate->is_true;
  if (!use.propagate && result->previous == nullptr) result->previous = active;
  for (const JsonValue& context : local.as_array()) {
    if (!apply(result, context, use)) return nullptr;
    if (local.is_array()) result = ActiveContext::copy_of(result);
  }
  return result;
}

bool Contexts::apply(std::shared_ptr<ActiveContext>& result, const JsonValue& context, const ContextUse& use) {
  if (context.is_null()) {
    if (!use.override_protected && result->has_protected_terms())
      return fail(context.location, "invalid context nullification", "terms are protected here");
    auto fresh = std::make_shared<ActiveContext>(result->original_base);
    if (!use.propagate) fresh->previous = result;
    result = std::move(fresh);
    return true;
  }
  if (context.is_string()) return refuse_elsewhere(context);
  if (!context.is_object())
    return fail(context.location, "invalid local context", "a context is an object, null, or an array of these");
  return apply_definition(result, context, use);
}

bool Contexts::refuse_elsewhere(const JsonValue& address) {
  diagnostics_.error("remote-context", address.location,
                     fmt::format("the context '{}' lies elsewhere; nothing is fetched", address.text),
                     {{Location{}, "put the context itself in its place"}});
  return false;
}

bool Contexts::check_version(const JsonValue& context) {
  const JsonValue* const version = context.find("@version");
  if (version == nullptr) return true;
  if (!version->is_number() || json_number(version->text) != 1.1)
    return fail(version->location, "invalid @version value", "@version is 1.1");
  if (is_version_10())
    return fail(version->location, "processing mode conflict", "a context of JSON-LD 1.1 in mode json-ld-1.0");
  return true;
}

bool Contexts::set_base(ActiveContext& result, const JsonValue& value) {
  if (value.is_null()) {
    result.base = nullptr;
    return true;
  }
  if (!value.is_string() || (!has_scheme(value.text) && result.base == nullptr))
    return fail(value.location, "invalid base IRI",
                "@base is an IRI, a reference relative to the base so far, or null");
  result.base = std::make_shared<const BaseIri>(has_scheme(value.text) ? std::string(value.text)
                                                                       : result.base->resolve(value.text));
  return true;
}

bool Contexts::set_vocab(ActiveContext& result, const JsonValue& value) {
  if (value.is_null()) {
    result.vocab.reset();
    return true;
  }
  const bool may_be_relative = !is_version_10();
  if (!value.is_string() || (!may_be_relative && !is_iri_or_blank(value.text)))
    return fail(value.location, "invalid vocab mapping", "@vocab is an IRI or null");
  result.vocab = expand(result, value.text, {.vocab = true, .relative = true});
  return true;
}

bool Contexts::set_defaults(ActiveContext& result, const JsonValue& context) {
  if (const JsonValue* const language = context.find("@language")) {
    if (!language->is_null() && !language->is_string())
      return fail(language->location, "invalid default language", "@language is a language tag or null");
    result.language = language->is_null() ? std::nullopt : std::optional(language->text);
  }
  if (const JsonValue* const direction = context.find("@direction")) {
    if (is_version_10()) return fail(direction->location, "invalid context entry", "@direction is of JSON-LD 1.1");
    const auto value = direction_of(*direction);
    if (!value) return fail(direction->location, "invalid base direction", R"(@direction is "ltr", "rtl" or null)");
    result.direction = *value;
  }
  return true;
}

bool Contexts::check_flags(const JsonValue& context, bool& are_protected) {
  if (const JsonValue* const propagate = context.find("@propagate")) {
    if (is_version_10()) return fail(propagate->location, "invalid context entry", "@propagate is of JSON-LD 1.1");
    if (!propagate->is_boolean())
      return fail(propagate->location, "invalid @propagate value", "@propagate is true or false");
  }
  if (const JsonValue* const flag = context.find("@protected")) {
    if (is_version_10()) return fail(flag->location, "invalid context entry", "@protected is of JSON-LD 1.1");
    if (!flag->is_boolean()) return fail(flag->location, "invalid @protected value", "@protected is true or false");
    are_protected = flag->is_true;
  }
  return true;
}

bool Contexts::apply_definition(std::shared_ptr<ActiveContext>& result, const JsonValue& context,
                                const ContextUse& use) {
  bool are_protected = false;
  if (!check_version(context)) return false;
  if (const JsonValue* const address = context.find("@import")) {
    if (is_version_10()) return fail(address->location, "invalid context entry", "@import is of JSON-LD 1.1");
    if (!address->is_string()) return fail(address->location, "invalid @import value", "@import is an IRI");
    return refuse_elsewhere(*address);
  }
  const JsonValue* const base = context.find("@base");
  if (base != nullptr && !set_base(*result, *base)) return false;
  const JsonValue* const vocab = context.find("@vocab");
  if (vocab != nullptr && !set_vocab(*result, *vocab)) return false;
  if (!set_defaults(*result, context) || !check_flags(context, are_protected)) return false;
  TermDefiner definer(*this, result, context, {are_protected, use.override_protected});
  for (const JsonMember& member : context.members)
    if (!is_context_keyword(member.key) && !definer.define(member.key, member.location)) return false;
  if (!use.is_scoped) announce(*result, context);
  return true;
}

/// Tells the sink the prefixes of a context, and its vocabulary as the prefix without a name.
void Contexts::announce(const ActiveContext& context, const JsonValue& definition) {
  const bool ends_like_a_prefix = context.vocab && (context.vocab->ends_with('#') || context.vocab->ends_with('/'));
  if (definition.find("@vocab") != nullptr && ends_like_a_prefix && has_scheme(*context.vocab))
    sink_.prefix("", *context.vocab);
  for (const JsonMember& member : definition.members) {
    const TermDefinition* const meaning = context.find(member.key);
    if (meaning != nullptr && meaning->is_prefix && meaning->iri && has_scheme(*meaning->iri) &&
        is_prefix_name(member.key))
      sink_.prefix(member.key, *meaning->iri);
  }
}

}  // namespace graphwright::jsonld
