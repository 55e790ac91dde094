#include "disjoint_sets.hpp"

#include <algorithm>
#include <numeric>

namespace graphwright {

DisjointSets::DisjointSets(std::uint32_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }

std::uint32_t DisjointSets::find(std::uint32_t member) {
  while (parents_[member] != member) {
    parents_[member] = parents_[parents_[member]];
    member = parents_[member];
  }
  return member;
}

void DisjointSets::join(std::uint32_t a, std::uint32_t b) {
  a = find(a);
  b = find(b);
  parents_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::vector<std::uint32_t>> DisjointSets::groups() {
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::uint32_t> place(parents_.size());
  for (std::uint32_t member = 0; member < parents_.size(); ++member) {
    const std::uint32_t least = find(member);
    if (least == member) {
      place[member] = static_cast<std::uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[place[least]].push_back(member);
  }
  return groups;
}

}  // namespace graphwright
