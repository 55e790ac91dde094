#include "jsonld_context.hpp"

#include <algorithm>
#include <array>

namespace graphwright::jsonld {
namespace {

constexpr std::size_t most_layers = 8;

constexpr std::array<std::string_view, 23> keywords{
    "@base",      "@container", "@context",  "@direction", "@graph", "@id",      "@import", "@included",
    "@index",     "@json",      "@language", "@list",      "@nest",  "@none",    "@prefix", "@propagate",
    "@protected", "@reverse",   "@set",      "@type",      "@value", "@version", "@vocab",
};

}  // namespace

bool is_same_definition(const TermDefinition& a, const TermDefinition& b) {
  const bool have_same_context =
      a.context == b.context || (a.context != nullptr && b.context != nullptr && is_equal(*a.context, *b.context));
  return have_same_context && a.iri == b.iri && a.type == b.type && a.language == b.language && a.index == b.index &&
         a.nest == b.nest && a.direction == b.direction && a.container == b.container &&
         a.has_language == b.has_language && a.has_direction == b.has_direction && a.is_prefix == b.is_prefix &&
         a.is_reverse == b.is_reverse;
}

std::shared_ptr<ActiveContext> ActiveContext::copy_of(const ContextPointer& other) {
  auto result = std::make_shared<ActiveContext>(other->original_base);
  result->base = other->base;
  result->vocab = other->vocab;
  result->language = other->language;
  result->direction = other->direction;
  result->previous = other->previous;
  result->protected_count_ = other->protected_count_;
  if (other->layers_ + 1 < most_layers) {
    result->lower_ = other;
    result->layers_ = other->layers_ + 1;
    return result;
  }
  for (const ActiveContext* layer = other.get(); layer != nullptr; layer = layer->lower_.get())
    for (const auto& [term, definition] : layer->terms_) result->terms_.try_emplace(term, definition);
  std::erase_if(result->terms_, [](const auto& entry) { return entry.second == nullptr; });
  return result;
}

const TermDefinition* ActiveContext::find(std::string_view term) const {
  for (const ActiveContext* layer = this; layer != nullptr; layer = layer->lower_.get())
    if (const auto at = layer->terms_.find(term); at != layer->terms_.end()) return at->second.get();
  return nullptr;
}

void ActiveContext::add(std::string_view term, std::shared_ptr<const TermDefinition> definition) {
  remove(term);
  if (definition->is_protected) ++protected_count_;
  terms_[term] = std::move(definition);
}

void ActiveContext::remove(std::string_view term) {
  const TermDefinition* const known = find(term);
  if (known == nullptr) return;
  if (known->is_protected) --protected_count_;
  terms_[term] = nullptr;
}

bool is_keyword(std::string_view text) {
  return text.starts_with('@') && std::find(keywords.begin(), keywords.end(), text) != keywords.end();
}

bool has_keyword_form(std::string_view text) {
  return text.size() > 1 && text.front() == '@' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

bool is_iri_or_blank(std::string_view text) { return is_blank_identifier(text) || has_scheme(text); }

}  // namespace graphwright::jsonld
