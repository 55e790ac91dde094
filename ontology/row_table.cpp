#include "row_table.hpp"

namespace graphwright::entailment {

std::size_t RowLists::slot(std::uint64_t key) const {
  std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ (hash >> 32U)) * 0xBF58476D1CE4E5B9ULL;
  const std::size_t mask = keys_.size() - 1;
  std::size_t at = (hash ^ (hash >> 29U)) & mask;
  while (keys_[at] != key && keys_[at] != no_key) at = (at + 1) & mask;
  return at;
}

void RowLists::grow() {
  std::vector<std::uint64_t> keys(keys_.size() * 2, no_key);
  std::vector<RowId> heads(heads_.size() * 2, RowId::none);
  keys.swap(keys_);
  heads.swap(heads_);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    if (keys[row] == no_key) continue;
    const std::size_t at = slot(keys[row]);
    keys_[at] = keys[row];
    heads_[at] = heads[row];
  }
}

void RowLists::add(TermId first, TermId second, RowId row) {
  if (count_ * 3 > keys_.size() * 2) grow();
  const std::uint64_t wanted = key(first, second);
  const std::size_t at = slot(wanted);
  if (keys_[at] == no_key) {
    keys_[at] = wanted;
    ++count_;
  }
  if (index(row) >= next_.size()) next_.resize(index(row) + std::size_t{1}, RowId::none);
  next_[index(row)] = heads_[at];
  heads_[at] = row;
}

void RowTable::index_by_terms(RowId id) {
  const Row row = at(id);
  by_subject_.add(row.predicate, row.subject, id);
  by_object_.add(row.predicate, row.object, id);
}

void RowTable::index_as_link(RowId id) {
  const Row row = at(id);
  links_.add(row.predicate, row.subject, id);
}

void RowTable::index_alone(RowId id) {
  const Row row = at(id);
  by_subject_alone_.add(row.subject, TermId::none, id);
  by_object_alone_.add(row.object, TermId::none, id);
  by_predicate_.add(row.predicate, TermId::none, id);
}

RowId RowTable::find(TermId subject, TermId predicate, TermId object) const {
  for (RowId id = by_subject_.head(predicate, subject); id != RowId::none; id = by_subject_.next(id))
    if (at(id).object == object) return id;
  return RowId::none;
}

}  // namespace graphwright::entailment
