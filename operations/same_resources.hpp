#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "graphwright/graph.hpp"

#include "disjoint_sets.hpp"
#include "key_axioms.hpp"

namespace graphwright {

/// Finds which resources of a graph are one, and the name that stays for them.
class SameResources {
 public:
  SameResources(const Graph& graph, const KeyAxioms& axioms);

  /// All resources that are one with another: the one whose name stays comes first, then the others by text.
  std::vector<std::vector<TermId>> groups();
  std::size_t joined_by_links() const { return by_links_; }
  std::size_t joined_by_keys() const { return by_keys_; }

 private:
  using Values = std::map<std::uint32_t, std::vector<std::uint32_t>>;

  void join_links();
  void mark_described();
  bool join_keys();
  bool join_inverse_functional();
  bool join_key(const KeyAxioms::Key& key);
  bool join(std::uint32_t a, std::uint32_t b);
  bool is_resource(TermId term) const;
  std::vector<bool> members_of(const KeyAxioms::Key& key) const;

  const Graph& graph_;
  const KeyAxioms& axioms_;
  TermId same_as_;
  DisjointSets sets_;
  std::vector<bool> is_described_;
  std::size_t by_links_ = 0;
  std::size_t by_keys_ = 0;
};

}  // namespace graphwright
