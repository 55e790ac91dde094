#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graphwright/column.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// Names an interned term; `none` stands for the default graph or for no term.
enum class TermId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::uint32_t index(TermId id) { return static_cast<std::uint32_t>(id); }

/// The three ids of an interned triple term.
struct TripleIds {
  TermId subject;
  TermId predicate;
  TermId object;
  friend bool operator==(const TripleIds&, const TripleIds&) = default;
};

/// Interns terms: equal terms get one id, ids count up from 0.
///
/// Text lies in arenas that never move, so a view stays valid as long as the table. Language tags
/// are kept as first written and compared without case. At most 2^32 - 2 terms fit; one more throws
/// `std::length_error`.
class TermTable {
 public:
  TermTable();
  TermTable(TermTable&&) noexcept;
  TermTable& operator=(TermTable&&) noexcept;
  ~TermTable();

  /// Finds or adds a term; an absent one gives `TermId::none`.
  ///
  /// @complexity expected constant beyond hashing the text once
  TermId intern(const TermView& term);
  /// The same for many terms: their memory is waited for together, which halves the time once the table
  /// is larger than the caches. `ids` has room for as many.
  void intern(std::span<const TermView* const> terms, TermId* ids);
  TermId intern_iri(std::string_view iri) { return intern(TermView::iri(iri)); }
  /// Finds a term without adding it; `TermId::none` where it is not known.
  TermId find(const TermView& term) const;
  /// The same for many terms, as `intern` does it.
  void find(std::span<const TermView* const> terms, TermId* ids) const;
  TermId find_iri(std::string_view iri) const { return find(TermView::iri(iri)); }

  /// The term of an id; absent for `TermId::none`.
  TermView view(TermId id) const {
    if (id == TermId::none) return {};
    const Record& record = records_[index(id)];
    const auto kind = static_cast<TermKind>(record.kind);
    if (kind != TermKind::iri && kind != TermKind::blank) return view(record);
    return {.text = {record.text, record.length}, .qualifier = {}, .kind = kind};
  }
  std::string_view text(TermId id) const { return view(id).text; }
  TermKind kind(TermId id) const {
    return id == TermId::none ? TermKind::absent : static_cast<TermKind>(records_[index(id)].kind);
  }
  /// Fetches what `view` will look at soon; then, once that is there, the text.
  void prefetch(TermId id) const { __builtin_prefetch(&records_[index(id)]); }
  void prefetch_text(TermId id) const { prefetch_text(records_[index(id)]); }
  /// The ids inside a triple term.
  TripleIds triple(TermId id) const;
  bool has_triple_terms() const;

  std::size_t size() const { return records_.size(); }
  /// Bytes held: arenas, records and the hash table.
  std::size_t memory() const;

  /// All terms in the order of `compare`, so that sorting by their places needs no text.
  ///
  /// @complexity n log n comparisons
  std::vector<TermId> in_order() const;
  /// Sorts ids by the order of `compare`.
  void sort(std::span<TermId> ids) const;

 private:
  struct Storage;
  /// One row a term: where its text lies and the number of its qualifier; a triple term's length is its
  /// place among the triples.
  struct Record {
    const char* text = nullptr;
    std::uint32_t length = 0;
    std::uint32_t qualifier : 24 = 0;
    std::uint32_t kind : 3 = 0;
    std::uint32_t tagged : 1 = 0;
    std::uint32_t direction : 2 = 0;
  };

  TermView view(const Record& record) const;
  static void prefetch_text(const Record& record) {
    if (record.kind == static_cast<std::uint32_t>(TermKind::triple)) return;
    __builtin_prefetch(record.text);
    if (record.length > 32) __builtin_prefetch(record.text + record.length - 1);
  }

  Column<Record> records_;  // here and not in the storage, since nothing is asked for more often
  std::unique_ptr<Storage> storage_;
};

}  // namespace graphwright
