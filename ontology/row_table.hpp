#pragma once

#include <cstdint>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright::entailment {

/// A statement as the rules see it.
///
/// `statement` and `fact` name it in the graph. One that the graph cannot hold, since it speaks of a class or
/// property without a name, has no statement; `fact` then is its place among such.
struct Row {
  TermId subject = TermId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
  TermId graph = TermId::none;
  StatementId statement = StatementId::none;
  FactId fact = FactId::none;
  /// Whether transitivity put it together from shorter ones.
  bool is_joined = false;

  bool is_hidden() const { return statement == StatementId::none; }
};

enum class RowId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::uint32_t index(RowId id) { return static_cast<std::uint32_t>(id); }

/// Lists of rows by a key of two terms: an open hash table of list heads, 12 bytes a key and 4 a row.
class RowLists {
 public:
  RowLists() : keys_(1024, no_key), heads_(1024, RowId::none) {}

  /// Puts a row before all others of its key.
  void add(TermId first, TermId second, RowId row);
  /// The latest row of a key; `next` leads to the earlier ones.
  RowId head(TermId first, TermId second) const { return heads_[slot(key(first, second))]; }
  RowId next(RowId row) const { return next_[index(row)]; }

 private:
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};

  static std::uint64_t key(TermId first, TermId second) {
    return (std::uint64_t{graphwright::index(first)} << 32U) | graphwright::index(second);
  }
  std::size_t slot(std::uint64_t key) const;
  void grow();

  std::vector<std::uint64_t> keys_;
  std::vector<RowId> heads_;
  std::vector<RowId> next_;
  std::size_t count_ = 0;
};

/// All rows, and those that were processed by predicate and subject or object.
class RowTable {
 public:
  RowId add(const Row& row) {
    rows_.push_back(row);
    return static_cast<RowId>(rows_.size() - 1);
  }
  std::size_t size() const { return rows_.size(); }
  Row at(RowId id) const { return rows_[index(id)]; }

  /// Makes a row findable by predicate and subject, and by predicate and object.
  void index_by_terms(RowId id);
  /// Makes a row findable among those from which transitivity goes on.
  void index_as_link(RowId id);
  /// Makes a row findable by its subject and by its object alone, and by its predicate alone.
  void index_alone(RowId id);

  /// Calls `use` with each row of a predicate and subject, the latest first; rows may be added meanwhile.
  template <typename Use>
  void for_each_of_subject(TermId predicate, TermId subject, Use use) const {
    each(by_subject_, predicate, subject, use);
  }
  template <typename Use>
  void for_each_of_object(TermId predicate, TermId object, Use use) const {
    each(by_object_, predicate, object, use);
  }
  /// As above, only those that `index_as_link` was given.
  template <typename Use>
  void for_each_link_from(TermId predicate, TermId subject, Use use) const {
    each(links_, predicate, subject, use);
  }
  template <typename Use>
  void for_each_about(TermId subject, Use use) const {
    each(by_subject_alone_, subject, TermId::none, use);
  }
  template <typename Use>
  void for_each_to(TermId object, Use use) const {
    each(by_object_alone_, object, TermId::none, use);
  }
  template <typename Use>
  void for_each_of_predicate(TermId predicate, Use use) const {
    each(by_predicate_, predicate, TermId::none, use);
  }
  /// The row that says it, or none.
  RowId find(TermId subject, TermId predicate, TermId object) const;

 private:
  template <typename Use>
  void each(const RowLists& lists, TermId first, TermId second, Use use) const {
    for (RowId id = lists.head(first, second); id != RowId::none;) {
      const RowId next = lists.next(id);
      use(id);
      id = next;
    }
  }

  std::vector<Row> rows_;
  RowLists by_subject_;
  RowLists by_object_;
  RowLists links_;
  RowLists by_subject_alone_;
  RowLists by_object_alone_;
  RowLists by_predicate_;
};

}  // namespace graphwright::entailment
