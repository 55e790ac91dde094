#include "own_nodes.hpp"

#include <array>

namespace graphwright {

TermView OwnNodes::add(std::string_view id, const TermView& resource) {
  const TermId node = terms_.intern(TermView::blank(id));
  const TermId stands_for = terms_.intern(resource);
  if (resource_of(node) != TermId::none) return {};
  resources_.resize(terms_.size(), TermId::none);
  resources_[index(node)] = stands_for;
  return terms_.view(stands_for);
}

TermView OwnNodes::find(std::string_view id) const {
  return terms_.view(resource_of(terms_.find(TermView::blank(id))));
}

void OwnNodes::find(std::span<const std::string_view> ids, TermView* found) const {
  std::array<TermView, at_once> nodes;
  std::array<const TermView*, at_once> wanted;
  std::array<TermId, at_once> terms;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    nodes[i] = TermView::blank(ids[i]);
    wanted[i] = &nodes[i];
  }
  terms_.find(std::span(wanted).first(ids.size()), terms.data());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    terms[i] = resource_of(terms[i]);
    if (terms[i] != TermId::none) terms_.prefetch(terms[i]);
  }
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (terms[i] != TermId::none) terms_.prefetch_text(terms[i]);
  for (std::size_t i = 0; i < ids.size(); ++i) found[i] = terms_.view(terms[i]);
}

}  // namespace graphwright
