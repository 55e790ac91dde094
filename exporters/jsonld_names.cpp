#include "jsonld_names.hpp"

#include <algorithm>

#include "graphwright/iri.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// Whether a name without a prefix can be taken for nothing else.
bool is_plain(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool ends_with_delimiter(std::string_view iri) {
  return std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

/// The part of an IRI before its first colon, where it could be a prefix.
std::string_view possible_prefix(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  return colon == std::string_view::npos || iri.substr(colon + 1).starts_with("//") ? std::string_view{}
                                                                                    : iri.substr(0, colon);
}

}  // namespace

JsonLdNames::JsonLdNames(const Graph& graph, const PrefixMap& prefixes) {
  choose_prefixes(graph, prefixes);
  note_uses(graph);
}

void JsonLdNames::choose_prefixes(const Graph& graph, const PrefixMap& prefixes) {
  std::set<std::string, std::less<>> schemes;
  const auto note_scheme = [&](std::string_view iri) { schemes.emplace(possible_prefix(iri)); };
  for (std::uint32_t id = 0; id < graph.terms().size(); ++id) {
    const TermView term = graph.view(static_cast<TermId>(id));
    if (term.is_iri()) note_scheme(term.text);
    if (term.is_literal() && !term.tagged) note_scheme(term.qualifier);
  }
  for (const auto& [name, iri] : prefixes.by_name()) note_scheme(iri);
  for (const auto& [name, iri] : prefixes.by_name()) {
    if (iri.empty() || !has_scheme(iri)) continue;
    if (name.empty())
      vocab_ = iri;
    else if (!schemes.contains(name))
      prefixes_.add(name, iri);
  }
}

void JsonLdNames::note_uses(const Graph& graph) {
  const TermId type = graph.terms().find_iri(iri::rdf::type);
  const auto note_resource = [&](TermId id) {
    if (id != TermId::none && graph.view(id).is_iri()) note(graph.view(id).text, false);
  };
  for (std::size_t number = 0; number < graph.statement_count(); ++number) {
    const StatementId id{static_cast<std::uint32_t>(number)};
    if (!graph.is_asserted(id)) continue;
    const Statement one = graph.statement(id);
    const TermView object = graph.view(one.object);
    note_resource(one.subject);
    note_resource(one.graph);
    if (one.predicate != type || !object.is_resource()) note(graph.view(one.predicate).text, true);
    if (object.is_iri()) note(object.text, one.predicate == type);
    if (object.is_literal() && !object.tagged) note(object.qualifier, true);
  }
}

void JsonLdNames::note(std::string_view iri, bool is_word) {
  if (!local_of(iri).empty() && (is_word || vocab_.ends_with('/')))
    (is_word ? uses_vocab_ : uses_base_) = true;
  else if (const auto name = prefixes_.shorten(iri))
    used_.insert(name->substr(0, name->find(':')));
}

/// The part of an IRI behind the vocabulary, where it is a name by itself.
std::string_view JsonLdNames::local_of(std::string_view iri) const {
  if (vocab_.empty() || !iri.starts_with(vocab_)) return {};
  const std::string_view local = iri.substr(vocab_.size());
  return is_plain(local) && !prefixes_.find(local) ? local : std::string_view{};
}

std::string JsonLdNames::word(std::string_view iri) const {
  if (const std::string_view local = local_of(iri); !local.empty()) return std::string(local);
  return prefixes_.shorten(iri).value_or(std::string(iri));
}

std::string JsonLdNames::identifier(const TermView& resource) const {
  if (resource.is_blank()) return "_:" + std::string(resource.text);
  const std::string_view local = vocab_.ends_with('/') ? local_of(resource.text) : std::string_view{};
  if (!local.empty()) return std::string(local);
  return prefixes_.shorten(resource.text).value_or(std::string(resource.text));
}

std::optional<JsonTree> JsonLdNames::context() const {
  JsonTree context = JsonTree::object();
  context.spread();
  if (uses_base_) context.add("@base", JsonTree::string(vocab_));
  if (uses_vocab_) context.add("@vocab", JsonTree::string(vocab_));
  for (const std::string& name : used_) {
    const std::string_view iri = *prefixes_.find(name);
    if (ends_with_delimiter(iri))
      context.add(name, JsonTree::string(iri));
    else
      context.add(
          name, std::move(JsonTree::object().add("@id", JsonTree::string(iri)).add("@prefix", JsonTree::raw("true"))));
  }
  return context.size() == 0 ? std::nullopt : std::optional(std::move(context));
}

}  // namespace graphwright
