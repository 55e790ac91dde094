#include "jsonld_terms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include <fmt/format.h>

namespace graphwright::jsonld {
namespace {

/// Terms that rest on terms are defined by recursion.
constexpr std::size_t most_dependencies = 200;

constexpr std::array<std::pair<std::string_view, Container>, 7> containers{{
    {"@graph", Container::graph},
    {"@id", Container::id},
    {"@index", Container::index},
    {"@language", Container::language},
    {"@list", Container::list},
    {"@set", Container::set},
    {"@type", Container::type},
}};

std::optional<Container> container_of(const JsonValue& value) {
  const auto at = std::find_if(containers.begin(), containers.end(),
                               [&](const auto& one) { return value.is_string() && one.first == value.text; });
  return at == containers.end() ? std::nullopt : std::optional(at->second);
}

/// Whether the container words may stand together.
bool is_combination(std::uint8_t bits) {
  constexpr std::uint8_t maps = Container::index | Container::language | Container::id | Container::type;
  if ((bits & Container::list) != 0) return bits == Container::list;
  if (std::popcount(static_cast<unsigned>(bits & maps)) > 1) return false;
  if ((bits & Container::graph) != 0) return (bits & (Container::language | Container::type)) == 0;
  return std::popcount(static_cast<unsigned>(bits & ~Container::set)) <= 1;
}

/// Whether a colon splits a term, so that it may be a compact IRI.
bool has_inner_colon(std::string_view term) { return term.find(':', 1) != std::string_view::npos; }

bool ends_with_delimiter(std::string_view iri) {
  return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

}  // namespace

/// A term on its way to its definition.
struct TermDefiner::Draft {
  std::string_view term;
  Location location;
  const JsonValue* value = nullptr;  // null where the context gives null or a string only
  const JsonValue* id = nullptr;
  const TermDefinition* previous = nullptr;
  std::shared_ptr<TermDefinition> definition = std::make_shared<TermDefinition>();
  bool is_simple = false;
  bool is_ignored = false;  // it uses a word that is reserved for keywords to come

  const JsonValue* find(std::string_view key) const { return value == nullptr ? nullptr : value->find(key); }
};

std::optional<Direction> direction_of(const JsonValue& value) {
  if (value.is_null()) return Direction::none;
  if (!value.is_string()) return std::nullopt;
  if (value.text == "ltr") return Direction::ltr;
  if (value.text == "rtl") return Direction::rtl;
  return std::nullopt;
}

bool TermDefiner::define(std::string_view term, Location location) {
  const auto [at, is_new] = defined_.try_emplace(term, false);
  if (!is_new) {
    if (at->second) return true;
    has_failed_ = true;
    return fail(location, "cyclic IRI mapping", fmt::format("the term '{}' rests on itself", term));
  }
  if (depth_ >= most_dependencies) {
    has_failed_ = true;
    return fail(location, "context overflow", fmt::format("more than {} terms rest on each other", most_dependencies));
  }
  ++depth_;
  Draft draft;
  draft.term = term;
  draft.location = location;
  const bool is_right = make(draft);
  --depth_;
  if (!is_right) {
    has_failed_ = true;
    return false;
  }
  if (!draft.is_ignored) result_->add(term, std::move(draft.definition));
  defined_[term] = true;
  return true;
}

bool TermDefiner::make(Draft& draft) {
  const JsonValue& value = *local_.find(draft.term);
  if (draft.term.empty()) return fail(draft.location, "invalid term definition", "a term cannot be empty");
  if (draft.term == "@type") {
    const JsonValue* const container = value.find("@container");
    const bool says_set = container == nullptr || (container->is_string() && container->text == "@set");
    const bool says_more = std::any_of(value.members.begin(), value.members.end(), [](const JsonMember& member) {
      return member.key != "@container" && member.key != "@protected";
    });
    if (contexts_.is_version_10() || value.members.empty() || !says_set || says_more)
      return fail(draft.location, "keyword redefinition",
                  R"(of @type only '"@container": "@set"' and @protected can be said)");
  } else if (is_keyword(draft.term)) {
    return fail(draft.location, "keyword redefinition", fmt::format("'{}' is a keyword", draft.term));
  } else if (has_keyword_form(draft.term)) {
    draft.is_ignored = true;
    return true;
  }
  draft.previous = result_->find(draft.term);
  // What was defined before does not count while the term is defined anew.
  std::shared_ptr<const TermDefinition> kept;
  if (draft.previous != nullptr) {
    kept = std::make_shared<const TermDefinition>(*draft.previous);
    draft.previous = kept.get();
    result_->remove(draft.term);
  }
  if (value.is_string()) {
    draft.is_simple = true;
    draft.id = &value;
  } else if (value.is_object()) {
    draft.value = &value;
    draft.id = value.find("@id");
  } else if (value.is_null()) {
    draft.id = &value;
  } else {
    return fail(value.location, "invalid term definition", "a term is defined by a string, an object or null");
  }
  draft.definition->is_protected = use_.are_protected;
  if (!set_protected(draft) || !set_type(draft)) return false;
  if (!(draft.find("@reverse") != nullptr ? set_reverse(draft) : set_iri(draft))) return false;
  if (draft.is_ignored) return true;
  return set_container(draft) && set_index(draft) && set_context(draft) && set_language(draft) && set_nest(draft) &&
         set_prefix(draft) && check_entries(draft) && check_protection(draft);
}

bool TermDefiner::set_protected(Draft& draft) const {
  const JsonValue* const flag = draft.find("@protected");
  if (flag == nullptr) return true;
  if (contexts_.is_version_10()) return fail(flag->location, "invalid term definition", "@protected is of JSON-LD 1.1");
  if (!flag->is_boolean()) return fail(flag->location, "invalid @protected value", "@protected is true or false");
  draft.definition->is_protected = flag->is_true;
  return true;
}

bool TermDefiner::set_type(Draft& draft) {
  const JsonValue* const type = draft.find("@type");
  if (type == nullptr) return true;
  if (!type->is_string()) return fail(type->location, "invalid type mapping", "@type of a term is a string");
  const auto iri = expand(type->text, type->location);
  if (has_failed_) return false;
  const bool is_new_word = iri == "@json" || iri == "@none";
  if (is_new_word && contexts_.is_version_10())
    return fail(type->location, "invalid type mapping", fmt::format("'{}' is of JSON-LD 1.1", *iri));
  if (!is_new_word && iri != "@id" && iri != "@vocab" && !(iri && has_scheme(*iri)))
    return fail(type->location, "invalid type mapping",
                fmt::format("'{}' is no IRI and none of @id, @vocab, @json, @none", type->text));
  draft.definition->type = *iri;
  return true;
}

bool TermDefiner::set_reverse(Draft& draft) {
  const JsonValue& reverse = *draft.find("@reverse");
  for (std::string_view other : {"@id", "@nest"})
    if (draft.find(other) != nullptr)
      return fail(draft.find(other)->location, "invalid reverse property",
                  fmt::format("{} cannot stand beside @reverse", other));
  if (!reverse.is_string()) return fail(reverse.location, "invalid IRI mapping", "@reverse of a term is a string");
  if (has_keyword_form(reverse.text) && !is_keyword(reverse.text)) {
    draft.is_ignored = true;
    return true;
  }
  const auto iri = expand(reverse.text, reverse.location);
  if (has_failed_) return false;
  if (!iri || !is_iri_or_blank(*iri))
    return fail(reverse.location, "invalid IRI mapping", fmt::format("'{}' does not become an IRI", reverse.text));
  draft.definition->iri = iri;
  if (const JsonValue* const container = draft.find("@container")) {
    const auto word = container_of(*container);
    if (!container->is_null() && word != Container::set && word != Container::index)
      return fail(container->location, "invalid reverse property",
                  "the container of a reverse term is @set, @index or null");
  }
  draft.definition->is_reverse = true;
  return true;
}

bool TermDefiner::set_iri(Draft& draft) {
  const bool is_term_itself = draft.id != nullptr && draft.id->is_string() && draft.id->text == draft.term;
  if (draft.id == nullptr || is_term_itself) return set_iri_from_term(draft);
  return draft.id->is_null() || set_iri_from_id(draft, *draft.id);
}

bool TermDefiner::set_iri_from_id(Draft& draft, const JsonValue& id) {
  if (!id.is_string()) return fail(id.location, "invalid IRI mapping", "@id of a term is a string or null");
  if (!is_keyword(id.text) && has_keyword_form(id.text)) {
    draft.is_ignored = true;
    return true;
  }
  const auto iri = expand(id.text, id.location);
  if (has_failed_) return false;
  if (!iri || (!is_keyword(*iri) && !is_iri_or_blank(*iri)))
    return fail(id.location, "invalid IRI mapping", fmt::format("'{}' does not become an IRI", id.text));
  if (iri == "@context") return fail(id.location, "invalid keyword alias", "@context has no other name");
  draft.definition->iri = iri;
  const bool has_slash = draft.term.find('/') != std::string_view::npos;
  const std::size_t colon = draft.term.find(':', 1);
  const bool is_reference = has_slash || (colon != std::string_view::npos && colon + 1 < draft.term.size());
  if (is_reference && !contexts_.is_version_10()) {
    defined_[draft.term] = true;
    const auto plain = expand(draft.term, draft.location);
    if (has_failed_) return false;
    if (plain != iri)
      return fail(
          draft.location, "invalid IRI mapping",
          fmt::format("'{}' means <{}> already, so that it cannot mean <{}>", draft.term, plain.value_or(""), *iri));
  }
  const bool is_plain_name = !has_slash && draft.term.find(':') == std::string_view::npos;
  if (is_plain_name && !is_keyword(*iri))
    draft.definition->is_prefix =
        contexts_.is_version_10() || (draft.is_simple && (ends_with_delimiter(*iri) || is_blank_identifier(*iri)));
  return true;
}

bool TermDefiner::set_iri_from_term(Draft& draft) {
  const std::string_view term = draft.term;
  if (has_inner_colon(term)) {
    const std::size_t colon = term.find(':');
    const std::string_view prefix = term.substr(0, colon);
    if (colon > 0 && prefix != "_" && !term.substr(colon + 1).starts_with("//") &&
        !define_dependency(prefix, draft.location))
      return false;
    const TermDefinition* const meaning = result_->find(prefix);
    draft.definition->iri = meaning != nullptr && meaning->iri
                                ? contexts_.arena().concatenate(*meaning->iri, term.substr(colon + 1))
                                : term;
    return true;
  }
  if (term.find('/') != std::string_view::npos) {
    draft.definition->iri = contexts_.expand(*result_, term);
    if (draft.definition->iri && has_scheme(*draft.definition->iri)) return true;
    return fail(draft.location, "invalid IRI mapping", fmt::format("'{}' does not become an IRI", term));
  }
  if (term == "@type") {
    draft.definition->iri = term;
    return true;
  }
  if (!result_->vocab)
    return fail(draft.location, "invalid IRI mapping", fmt::format("'{}' has no @id, and there is no @vocab", term));
  draft.definition->iri = contexts_.arena().concatenate(*result_->vocab, term);
  return true;
}

bool TermDefiner::set_container(Draft& draft) {
  const JsonValue* const container = draft.find("@container");
  if (container == nullptr || container->is_null()) return true;
  const auto wrong = [&](std::string message) {
    return fail(container->location, "invalid container mapping", std::move(message));
  };
  std::uint8_t bits = 0;
  for (const JsonValue& word : container->as_array()) {
    const auto bit = container_of(word);
    if (!bit || (bits & *bit) != 0)
      return wrong("a container is one of @graph, @id, @index, @language, @list, @set, @type, or several of them");
    bits |= *bit;
  }
  if (bits == 0 || !is_combination(bits)) return wrong("these words cannot stand together");
  constexpr std::uint8_t new_words = Container::graph | Container::id | Container::type;
  if (contexts_.is_version_10() && (container->is_array() || (bits & new_words) != 0))
    return wrong("this container is of JSON-LD 1.1");
  draft.definition->container = bits;
  if ((bits & Container::type) == 0) return true;
  if (draft.definition->type.empty()) draft.definition->type = "@id";
  if (draft.definition->type == "@id" || draft.definition->type == "@vocab") return true;
  return fail(container->location, "invalid type mapping",
              "the type of a term with the container @type is @id or @vocab");
}

bool TermDefiner::set_index(Draft& draft) {
  const JsonValue* const index = draft.find("@index");
  if (index == nullptr) return true;
  const auto wrong = [&](std::string message) {
    return fail(index->location, "invalid term definition", std::move(message));
  };
  if (contexts_.is_version_10()) return wrong("@index of a term is of JSON-LD 1.1");
  if ((draft.definition->container & Container::index) == 0) return wrong("@index needs the container @index");
  if (!index->is_string()) return wrong("@index of a term is a property");
  const auto iri = expand(index->text, index->location);
  if (has_failed_) return false;
  if (!iri || !has_scheme(*iri)) return wrong(fmt::format("'{}' does not become an IRI", index->text));
  draft.definition->index = index->text;
  return true;
}

bool TermDefiner::set_context(Draft& draft) {
  const JsonValue* const context = draft.find("@context");
  if (context == nullptr) return true;
  if (contexts_.is_version_10())
    return fail(context->location, "invalid term definition", "the context of a term is of JSON-LD 1.1");
  // The result is not needed: errors are to be found where they stand.
  if (!contexts_.check(result_, *context)) return false;
  draft.definition->context = context;
  return true;
}

bool TermDefiner::set_language(Draft& draft) const {
  const JsonValue* const language = draft.find("@language");
  const JsonValue* const direction = draft.find("@direction");
  if (draft.find("@type") != nullptr) return true;
  if (language != nullptr) {
    if (!language->is_null() && !language->is_string())
      return fail(language->location, "invalid language mapping", "@language is a language tag or null");
    draft.definition->has_language = true;
    if (language->is_string()) draft.definition->language = language->text;
  }
  if (direction != nullptr) {
    const auto value = direction_of(*direction);
    if (!value) return fail(direction->location, "invalid base direction", R"(@direction is "ltr", "rtl" or null)");
    draft.definition->has_direction = true;
    draft.definition->direction = *value;
  }
  return true;
}

bool TermDefiner::set_nest(Draft& draft) const {
  const JsonValue* const nest = draft.find("@nest");
  if (nest == nullptr) return true;
  if (contexts_.is_version_10()) return fail(nest->location, "invalid term definition", "@nest is of JSON-LD 1.1");
  if (!nest->is_string() || (is_keyword(nest->text) && nest->text != "@nest"))
    return fail(nest->location, "invalid @nest value", "@nest of a term is @nest or a term that means it");
  draft.definition->nest = nest->text;
  return true;
}

bool TermDefiner::set_prefix(Draft& draft) const {
  const JsonValue* const prefix = draft.find("@prefix");
  if (prefix == nullptr) return true;
  if (contexts_.is_version_10() || draft.term.find_first_of(":/") != std::string_view::npos)
    return fail(prefix->location, "invalid term definition", "@prefix cannot be said of this term");
  if (!prefix->is_boolean()) return fail(prefix->location, "invalid @prefix value", "@prefix is true or false");
  draft.definition->is_prefix = prefix->is_true;
  if (prefix->is_true && draft.definition->iri && is_keyword(*draft.definition->iri))
    return fail(prefix->location, "invalid term definition", "a keyword cannot be a prefix");
  return true;
}

bool TermDefiner::check_entries(const Draft& draft) const {
  constexpr std::array<std::string_view, 11> known{"@id",        "@reverse",   "@container", "@context",
                                                   "@direction", "@index",     "@language",  "@nest",
                                                   "@prefix",    "@protected", "@type"};
  if (draft.value == nullptr) return true;
  for (const JsonMember& member : draft.value->members)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      return fail(member.location, "invalid term definition", fmt::format("'{}' cannot be said of a term", member.key));
  return true;
}

bool TermDefiner::check_protection(Draft& draft) const {
  if (use_.override_protected || draft.previous == nullptr || !draft.previous->is_protected) return true;
  if (!is_same_definition(*draft.definition, *draft.previous))
    return fail(draft.location, "protected term redefinition",
                fmt::format("'{}' is protected and means something else", draft.term));
  draft.definition->is_protected = true;
  return true;
}

bool TermDefiner::define_dependency(std::string_view term, Location location) {
  if (local_.find(term) == nullptr) return true;
  if (const auto known = defined_.find(term); known != defined_.end() && known->second) return true;
  return define(term, location);
}

std::optional<std::string_view> TermDefiner::expand(std::string_view value, Location location) {
  if (is_keyword(value) || has_keyword_form(value)) return contexts_.expand(*result_, value);
  if (!define_dependency(value, location)) return std::nullopt;
  const std::size_t colon = value.find(':');
  const bool is_compact = colon != std::string_view::npos && colon > 0 && value.substr(0, colon) != "_" &&
                          !value.substr(colon + 1).starts_with("//");
  if (is_compact && result_->find(value) == nullptr && !define_dependency(value.substr(0, colon), location))
    return std::nullopt;
  return contexts_.expand(*result_, value);
}

}  // namespace graphwright::jsonld
