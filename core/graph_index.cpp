#include "graphwright/graph_index.hpp"

#include <algorithm>
#include <tuple>

namespace graphwright {
namespace {

auto subject_key(const IndexedStatement& one) { return std::tuple(one.subject, one.predicate, one.object); }
auto object_key(const IndexedStatement& one) { return std::tuple(one.object, one.predicate, one.subject); }

/// The rows of a sorted column whose key lies in a range of equal prefixes.
template <typename Key, typename Wanted>
std::span<const IndexedStatement> equal_rows(const std::vector<IndexedStatement>& rows, Key key, const Wanted& wanted) {
  const auto first =
      std::lower_bound(rows.begin(), rows.end(), wanted,
                       [&](const IndexedStatement& row, const Wanted& value) { return key(row) < value; });
  const auto last = std::upper_bound(
      first, rows.end(), wanted, [&](const Wanted& value, const IndexedStatement& row) { return value < key(row); });
  return {first, last};
}

}  // namespace

GraphIndex::GraphIndex(const Graph& graph) {
  by_subject_.reserve(graph.statement_count());
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    if (!graph.is_asserted(id)) continue;
    const Statement one = graph.statement(id);
    by_subject_.push_back({one.subject, one.predicate, one.object, id});
  }
  by_object_ = by_subject_;
  const auto by = [](auto key) {
    return [key](const IndexedStatement& a, const IndexedStatement& b) {
      return std::tuple(key(a), a.id) < std::tuple(key(b), b.id);
    };
  };
  std::sort(by_subject_.begin(), by_subject_.end(), by(subject_key));
  std::sort(by_object_.begin(), by_object_.end(), by(object_key));
}

std::span<const IndexedStatement> GraphIndex::of_subject(TermId subject) const {
  return equal_rows(
      by_subject_, [](const IndexedStatement& row) { return row.subject; }, subject);
}

std::span<const IndexedStatement> GraphIndex::of_subject(TermId subject, TermId predicate) const {
  return equal_rows(
      by_subject_, [](const IndexedStatement& row) { return std::tuple(row.subject, row.predicate); },
      std::tuple(subject, predicate));
}

std::span<const IndexedStatement> GraphIndex::of_object(TermId object) const {
  return equal_rows(
      by_object_, [](const IndexedStatement& row) { return row.object; }, object);
}

std::span<const IndexedStatement> GraphIndex::of_object(TermId object, TermId predicate) const {
  return equal_rows(
      by_object_, [](const IndexedStatement& row) { return std::tuple(row.object, row.predicate); },
      std::tuple(object, predicate));
}

bool GraphIndex::contains(TermId subject, TermId predicate, TermId object) const {
  return !equal_rows(by_subject_, subject_key, std::tuple(subject, predicate, object)).empty();
}

TermId GraphIndex::object(TermId subject, TermId predicate) const {
  const auto rows = of_subject(subject, predicate);
  return rows.empty() ? TermId::none : rows.front().object;
}

}  // namespace graphwright
