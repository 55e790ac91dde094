#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "graphwright/ontology.hpp"

#include "qualifiers.hpp"

namespace graphwright::entailment {

/// A statement or fact as inference sees it.
struct Item {
  PropertyId property = PropertyId::none;
  TermId subject = TermId::none;
  TermId object = TermId::none;
  TermId graph = TermId::none;
  Qualifiers qualifiers;
  Premise premise;
};

enum class ItemId : std::uint32_t {};

constexpr std::uint32_t index(ItemId id) { return static_cast<std::uint32_t>(id); }

/// All items, and those that were processed by property and subject or object, in order of processing.
class PremiseIndex {
 public:
  void add(const Item& item) { items_.push_back(item); }
  std::size_t size() const { return items_.size(); }
  const Item& at(ItemId id) const { return items_[index(id)]; }
  /// Makes an item findable.
  void process(ItemId id);

  std::span<const ItemId> with_subject(PropertyId property, TermId subject) const;
  std::span<const ItemId> with_object(PropertyId property, TermId object) const;

 private:
  using Rows = std::unordered_map<std::uint64_t, std::vector<ItemId>>;

  static std::uint64_t key(PropertyId property, TermId term) {
    return (std::uint64_t{index(property)} << 32U) | index(term);
  }
  static std::span<const ItemId> find(const Rows& rows, std::uint64_t key);

  std::vector<Item> items_;
  Rows by_subject_;
  Rows by_object_;
};

}  // namespace graphwright::entailment
