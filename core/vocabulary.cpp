#include "graphwright/vocabulary.hpp"

#include "graphwright/diagnostics.hpp"

namespace graphwright {

void Vocabulary::add(std::string name, VocabularyName meaning) { names_.emplace(std::move(name), std::move(meaning)); }

const VocabularyName* Vocabulary::find(std::string_view name) const {
  const auto at = names_.find(name);
  return at == names_.end() ? nullptr : &at->second;
}

std::string Vocabulary::nearest(std::string_view name, NameKind kind) const {
  std::vector<std::string_view> candidates;
  for (const auto& [known, meaning] : names_)
    if (meaning.kind == kind) candidates.push_back(known);
  return nearest_name(name, candidates);
}

}  // namespace graphwright
