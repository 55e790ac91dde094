#include "graphwright/graph_index.hpp"

#include <algorithm>
#include <future>
#include <tuple>
#include <utility>

#include "row_places.hpp"

namespace graphwright {
namespace {

/// The rows of a predicate among those of one term, which are in the order of their predicates.
std::span<const IndexedStatement> of_predicate(std::span<const IndexedStatement> rows, TermId predicate) {
  const auto first = std::ranges::lower_bound(rows, predicate, {}, &IndexedStatement::predicate);
  return {first, std::ranges::upper_bound(first, rows.end(), predicate, {}, &IndexedStatement::predicate)};
}

std::vector<IndexedStatement> asserted_rows(const Graph& graph) {
  std::vector<IndexedStatement> rows;
  rows.reserve(graph.statement_count());
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    if (!graph.is_asserted(id)) continue;
    const Statement one = graph.statement(id);
    rows.push_back({one.subject, one.predicate, one.object, id});
  }
  return rows;
}

}  // namespace

GraphIndex::GraphIndex(const Graph& graph, std::size_t threads) {
  const std::vector<IndexedStatement> rows = asserted_rows(graph);
  const std::size_t terms = graph.terms().size();
  const auto launch = threads > 1 ? std::launch::async : std::launch::deferred;
  std::future<Column> by_object =
      std::async(launch, [&] { return sorted(rows, terms, &IndexedStatement::object, &IndexedStatement::subject); });
  by_subject_ = sorted(rows, terms, &IndexedStatement::subject, &IndexedStatement::object);
  by_object_ = by_object.get();
}

/// Terms are numbered without gaps: rows are counted into their places, and only those of one term are compared.
GraphIndex::Column GraphIndex::sorted(std::span<const IndexedStatement> rows, std::size_t terms,
                                      TermId IndexedStatement::*first, TermId IndexedStatement::*last) {
  Column column;
  RowPlaces places(terms);
  for (const IndexedStatement& row : rows) places.count(index(row.*first));
  column.rows.resize(places.settle());
  for (const IndexedStatement& row : rows) column.rows[places.next(index(row.*first))] = row;
  column.starts = std::move(places).take();
  const auto precedes = [last](const IndexedStatement& a, const IndexedStatement& b) {
    return std::tuple(a.predicate, a.*last, a.id) < std::tuple(b.predicate, b.*last, b.id);
  };
  for (std::size_t term = 0; term < terms; ++term)
    std::sort(column.rows.begin() + column.starts[term], column.rows.begin() + column.starts[term + 1], precedes);
  return column;
}

std::span<const IndexedStatement> GraphIndex::Column::of(TermId term) const {
  const std::size_t at = index(term);
  if (at + 1 >= starts.size()) return {};
  return std::span(rows).subspan(starts[at], starts[at + 1] - starts[at]);
}

std::span<const IndexedStatement> GraphIndex::of_subject(TermId subject) const { return by_subject_.of(subject); }

std::span<const IndexedStatement> GraphIndex::of_subject(TermId subject, TermId predicate) const {
  return of_predicate(by_subject_.of(subject), predicate);
}

std::span<const IndexedStatement> GraphIndex::of_object(TermId object) const { return by_object_.of(object); }

std::span<const IndexedStatement> GraphIndex::of_object(TermId object, TermId predicate) const {
  return of_predicate(by_object_.of(object), predicate);
}

bool GraphIndex::contains(TermId subject, TermId predicate, TermId object) const {
  return std::ranges::binary_search(of_subject(subject, predicate), object, {}, &IndexedStatement::object);
}

TermId GraphIndex::object(TermId subject, TermId predicate) const {
  const auto rows = of_subject(subject, predicate);
  return rows.empty() ? TermId::none : rows.front().object;
}

}  // namespace graphwright
