#include "premise_index.hpp"

namespace graphwright::entailment {

void PremiseIndex::process(ItemId id) {
  const Item& item = at(id);
  by_subject_[key(item.property, item.subject)].push_back(id);
  by_object_[key(item.property, item.object)].push_back(id);
}

std::span<const ItemId> PremiseIndex::with_subject(PropertyId property, TermId subject) const {
  return find(by_subject_, key(property, subject));
}

std::span<const ItemId> PremiseIndex::with_object(PropertyId property, TermId object) const {
  return find(by_object_, key(property, object));
}

std::span<const ItemId> PremiseIndex::find(const Rows& rows, std::uint64_t key) {
  const auto at = rows.find(key);
  return at == rows.end() ? std::span<const ItemId>{} : at->second;
}

}  // namespace graphwright::entailment
