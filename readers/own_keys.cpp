#include "own_keys.hpp"

#include <array>

namespace graphwright {
namespace {

/// By `OwnKeys::Word`.
constexpr std::array<std::string_view, OwnKeys::word_count> words{
    "",       "n_label",       "n_name",    "n_type",   "n_types",   "n_iri",        "e_label",
    "e_type", "e_interaction", "e_iri",     "e_weight", "e_place",   "e_speaker",    "e_graph",
    "e_time", "e_modality",    "e_sources", "e_quotes", "e_offsets", "e_confidence", "e_confidences"};

}  // namespace

OwnKeys::OwnKeys() {
  for (const std::string_view word : words) add(word);
}

std::uint32_t OwnKeys::add(std::string_view id) {
  const auto [at, is_new] = numbers_.emplace(id, static_cast<std::uint32_t>(keys_.size()));
  if (is_new) keys_.push_back({std::string(id), {}});
  return at->second;
}

void OwnKeys::declare(std::string_view id, Meaning meaning) {
  Key& key = keys_[add(id)];
  if (key.meaning.property.empty()) key.meaning = std::move(meaning);
}

std::uint32_t OwnKeys::number(std::string_view id) {
  const std::uint32_t likely = keys_[last_].next;
  if (keys_[likely].id == id) return last_ = likely;
  const auto at = numbers_.find(std::string(id));
  const std::uint32_t found = at == numbers_.end() ? unknown : at->second;
  keys_[last_].next = found;
  return last_ = found;
}

}  // namespace graphwright
