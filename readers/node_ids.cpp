#include "node_ids.hpp"

#include <array>

namespace graphwright {

std::uint32_t NodeIds::add(std::string_view id, const TermView& resource) {
  const TermId name = terms_.intern(TermView::blank(id));
  if (node_of(name) != none) return none;
  const auto node = static_cast<std::uint32_t>(resources_.size());
  resources_.push_back(terms_.intern(resource));
  numbers_.resize(terms_.size(), none);
  return numbers_[index(name)] = node;
}

std::uint32_t NodeIds::find(std::string_view id) const { return node_of(terms_.find(TermView::blank(id))); }

void NodeIds::find(std::span<const std::string_view> ids, std::uint32_t* nodes) const {
  std::array<TermView, at_once> views;
  std::array<const TermView*, at_once> wanted;
  std::array<TermId, at_once> names;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    views[i] = TermView::blank(ids[i]);
    wanted[i] = &views[i];
  }
  terms_.find(std::span(wanted).first(ids.size()), names.data());
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (names[i] != TermId::none && index(names[i]) < numbers_.size()) __builtin_prefetch(&numbers_[index(names[i])]);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    nodes[i] = node_of(names[i]);
    if (nodes[i] != none) __builtin_prefetch(&resources_[nodes[i]]);
  }
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (nodes[i] != none) terms_.prefetch(resources_[nodes[i]]);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (nodes[i] != none) terms_.prefetch_text(resources_[nodes[i]]);
}

}  // namespace graphwright
