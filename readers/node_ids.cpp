#include "node_ids.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"

namespace graphwright {

bool is_part_of_iri(std::string_view id) {
  const auto is_kept = [](char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '_'; };
  return id.size() <= 150 && !id.empty() && std::all_of(id.begin(), id.end(), is_kept);
}

std::uint32_t NodeIds::add(std::string_view id, const TermView& resource) {
  if (find(id) != none) return none;
  const auto node = static_cast<std::uint32_t>(resources_.size());
  const std::uint32_t held = sink_.hold(resource);
  const bool is_held = held != TermView::not_held;
  resources_.push_back({is_held ? held : index(terms_.intern(resource)), resource.kind, is_held});
  if (numbered_.add(id, node)) return node;
  ++named_;
  const TermId name = terms_.intern(TermView::blank(id));
  numbers_.resize(terms_.size(), none);
  return numbers_[index(name)] = node;
}

std::uint32_t NodeIds::find(std::string_view id) const {
  const std::uint32_t node = numbered_.find(id);
  return node != none || named_ == 0 ? node : node_of(terms_.find(TermView::blank(id)));
}

void NodeIds::find(std::span<const std::string_view> ids, std::uint32_t* nodes) const {
  bool are_all_numbered = true;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    nodes[i] = numbered_.find(ids[i]);
    are_all_numbered &= nodes[i] != none;
  }
  if (!are_all_numbered && named_ > 0) find_named(ids, nodes);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (nodes[i] != none) __builtin_prefetch(&resources_[nodes[i]]);
  const auto is_here = [&](std::uint32_t node) { return node != none && !resources_[node].is_held; };
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (is_here(nodes[i])) terms_.prefetch(static_cast<TermId>(resources_[nodes[i]].number));
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (is_here(nodes[i])) terms_.prefetch_text(static_cast<TermId>(resources_[nodes[i]].number));
}

/// Finds those that are not found yet.
void NodeIds::find_named(std::span<const std::string_view> ids, std::uint32_t* nodes) const {
  std::array<TermView, at_once> views;
  std::array<const TermView*, at_once> wanted;
  std::array<TermId, at_once> names;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    views[i] = nodes[i] == none ? TermView::blank(ids[i]) : TermView{};
    wanted[i] = &views[i];
  }
  terms_.find(std::span(wanted).first(ids.size()), names.data());
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (names[i] != TermId::none && index(names[i]) < numbers_.size()) __builtin_prefetch(&numbers_[index(names[i])]);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (nodes[i] == none) nodes[i] = node_of(names[i]);
}

TermView NodeIds::resource(std::uint32_t node) const {
  if (node == none) return {};
  const Resource& one = resources_[node];
  if (!one.is_held) return terms_.view(static_cast<TermId>(one.number));
  return {.text = {}, .qualifier = {}, .kind = one.kind, .held = one.number};
}

}  // namespace graphwright
