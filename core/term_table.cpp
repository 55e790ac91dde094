#include "graphwright/term_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "graphwright/ascii_case.hpp"
#include "graphwright/column.hpp"
#include "graphwright/id_index.hpp"
#include "graphwright/large_pages.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t empty_slot = 0xFFFFFFFF;
constexpr std::size_t first_block_bytes = std::size_t{64} << 10;
constexpr std::size_t largest_block_bytes = std::size_t{4} << 20;

/// Text that never moves once stored.
class Arena {
 public:
  const char* store(std::string_view text) {
    if (text.empty()) return "";
    if (text.size() > left_) add_block(std::max(next_block_bytes(), text.size()));
    char* place = next_;
    std::copy(text.begin(), text.end(), place);
    next_ += text.size();
    left_ -= text.size();
    return place;
  }
  std::size_t memory() const { return memory_; }

 private:
  /// An eighth of what there is, so that little is left over.
  std::size_t next_block_bytes() const { return std::clamp(memory_ / 8, first_block_bytes, largest_block_bytes); }

  void add_block(std::size_t size) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
    memory_ += size;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t memory_ = 0;
};

__extension__ using Wide = unsigned __int128;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15ULL) * (b ^ 0xD1B54A32D192ED03ULL);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <typename Word>
std::uint64_t load(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Differs from run to run, so that nobody can prepare terms that fall into one slot.
std::uint64_t hash_seed() {
  static const std::uint64_t seed = [] {
    std::random_device device;
    return std::uint64_t{device()} << 32U | device();
  }();
  return seed;
}

/// Words of the text are multiplied in pairs; the last ones overlap those before, since a copy of a
/// varying length would be a call (gain: 8 ns a term).
std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed ^ text.size();
  const char* at = text.data();
  const std::size_t size = text.size();
  if (size <= 16) {
    if (size >= 8) return mix(hash ^ load<std::uint64_t>(at), load<std::uint64_t>(at + size - 8));
    if (size >= 4) return mix(hash ^ load<std::uint32_t>(at), load<std::uint32_t>(at + size - 4));
    if (size == 0) return mix(hash, 1);
    return mix(hash ^ load<std::uint8_t>(at),
               load<std::uint8_t>(at + size / 2) << 8U | load<std::uint8_t>(at + size - 1));
  }
  const char* const last = at + size - 16;
  for (; at < last; at += 16) hash = mix(hash ^ load<std::uint64_t>(at), load<std::uint64_t>(at + 8));
  return mix(hash ^ load<std::uint64_t>(last), load<std::uint64_t>(last + 8));
}

/// xsd:string goes without saying, so that both ways of writing it are one term.
std::string_view plain_qualifier(const TermView& term) {
  return !term.tagged && term.qualifier == iri::xsd::string ? std::string_view{} : term.qualifier;
}

/// Language tags and datatypes, each spelling once; spellings of one tag share a key.
class Qualifiers {
 public:
  std::uint32_t intern(std::string_view text, bool tagged, Arena& arena) {
    Recent& recent =
        recent_[(text.size() * 4 + (text.empty() ? 0 : static_cast<unsigned char>(text.back()))) % recent_.size()];
    if (recent.tagged == tagged && recent.text == text && recent.id != empty_slot) return recent.id;
    const std::uint32_t id = intern_slowly(text, tagged, arena);
    recent = {rows_[id].text, id, tagged};
    return id;
  }
  std::uint32_t intern_slowly(std::string_view text, bool tagged, Arena& arena) {
    if (const std::uint32_t known = find(text, tagged); known != empty_slot) return known;
    const auto id = static_cast<std::uint32_t>(rows_.size());
    if (id >= limit) throw std::length_error("too many datatypes and language tags");
    const std::string_view kept{arena.store(text), text.size()};
    rows_.push_back({kept, id});
    by_spelling_.emplace(spelling(text, tagged), id);
    if (tagged) rows_[id].key = intern_lower(kept, id, arena);
    return id;
  }
  std::uint32_t find(std::string_view text, bool tagged) const {
    const auto at = by_spelling_.find(spelling(text, tagged));
    return at == by_spelling_.end() ? empty_slot : at->second;
  }
  /// The key of a tag in any spelling, also one not seen yet.
  std::uint32_t find_key(std::string_view text, bool tagged) const {
    const std::uint32_t id = find(tagged ? ascii_lower(text) : std::string(text), tagged);
    return id == empty_slot ? empty_slot : rows_[id].key;
  }
  std::string_view text(std::uint32_t id) const { return rows_[id].text; }
  std::uint32_t key(std::uint32_t id) const { return rows_[id].key; }

 private:
  static constexpr std::uint32_t limit = 1U << 24;
  struct Row {
    std::string_view text;
    std::uint32_t key;
  };
  /// Few datatypes and languages make up nearly all literals: what was found last needs no look-up.
  struct Recent {
    std::string_view text;
    std::uint32_t id = empty_slot;
    bool tagged = false;
  };

  static std::string spelling(std::string_view text, bool tagged) {
    std::string key(tagged ? "@" : "^");
    return key.append(text);
  }
  std::uint32_t intern_lower(std::string_view tag, std::uint32_t id, Arena& arena) {
    const std::string lower = ascii_lower(tag);
    return lower == tag ? id : rows_[intern(lower, true, arena)].key;
  }

  std::vector<Row> rows_;
  std::array<Recent, 64> recent_;
  std::unordered_map<std::string, std::uint32_t> by_spelling_;
};

}  // namespace

/// Where texts, qualifiers and triples lie, and what finds a term's record.
struct TermTable::Storage {
  /// How many keys are looked up together.
  static constexpr std::size_t at_once = 64;
  struct Triple {
    TripleIds ids;
    TripleView view;
  };
  /// A term made ready to be looked up: its qualifier and inner ids are known.
  struct Key {
    TermView term;
    std::uint32_t qualifier = 0;
    std::uint32_t spelled = 0;
    TripleIds triple{};
    std::uint64_t hash = 0;
  };

  Arena arena;
  Qualifiers qualifiers;
  IdIndex ids;
  std::uint64_t seed = hash_seed();
  std::deque<Triple> triples;

  void hash(Key& key) const {
    const TermView& term = key.term;
    if (term.is_triple()) {
      key.hash = mix(mix(seed ^ index(key.triple.subject), index(key.triple.predicate)), index(key.triple.object));
      return;
    }
    const std::uint64_t tail = (std::uint64_t{key.qualifier} << 8) | (static_cast<std::uint64_t>(term.kind) << 3) |
                               (std::uint64_t{term.tagged} << 2) | static_cast<std::uint64_t>(term.direction);
    key.hash = mix(hash_text(term.text, seed), tail);
  }

  bool matches(const Record& record, const Key& key) const {
    const TermView& term = key.term;
    if (record.kind != static_cast<std::uint32_t>(term.kind)) return false;
    if (term.is_triple()) return triples[record.length].ids == key.triple;
    if (record.length != term.text.size() || std::memcmp(record.text, term.text.data(), record.length) != 0)
      return false;
    if (!term.is_literal()) return true;
    return record.tagged == static_cast<std::uint32_t>(term.tagged) &&
           record.direction == static_cast<std::uint32_t>(term.direction) &&
           qualifiers.key(record.qualifier) == key.qualifier;
  }

  std::uint32_t find(const Key& key, const TermTable& table) const {
    return ids.find(key.hash, [&](std::uint32_t id) { return matches(table.records_[id], key); });
  }

  std::uint64_t hash_of(std::uint32_t id, const TermTable& table) const {
    Key key{.term = table.view(static_cast<TermId>(id))};
    const Record& record = table.records_[id];
    if (key.term.is_literal()) key.qualifier = qualifiers.key(record.qualifier);
    if (key.term.is_triple()) key.triple = triples[record.length].ids;
    hash(key);
    return key.hash;
  }

  /// Makes a term ready to be looked up without adding anything; whether it may be known.
  bool prepare_known(Key& key, const TermView& term, const TermTable& table) const {
    key = {.term = term};
    if (term.is_literal()) {
      key.qualifier = qualifiers.find_key(plain_qualifier(term), term.tagged);
      if (key.qualifier == empty_slot) return false;
    } else if (term.is_triple()) {
      key.triple = {table.find(term.triple->subject), table.find(term.triple->predicate),
                    table.find(term.triple->object)};
    }
    hash(key);
    return !term.is_absent();
  }

  /// Asks for the memory of records and texts that looking up keys will touch, once that of their slots is there;
  /// absent keys are passed over.
  void fetch(std::span<const Key> keys, const TermTable& table) const {
    std::array<std::uint32_t, at_once> likely;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      likely[i] = keys[i].term.is_absent() ? IdIndex::none : ids.candidate(keys[i].hash);
      if (likely[i] != IdIndex::none) __builtin_prefetch(&table.records_[likely[i]]);
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (likely[i] != IdIndex::none) prefetch_text(table.records_[likely[i]]);
  }

  /// Makes a term ready to be looked up; what is inside a triple term is interned.
  void prepare(Key& key, const TermView& term, TermTable& table) {
    key = {.term = term};
    if (term.is_literal()) {
      key.spelled = qualifiers.intern(plain_qualifier(term), term.tagged, arena);
      key.qualifier = qualifiers.key(key.spelled);
    } else if (term.is_triple()) {
      const TripleView& inner = *term.triple;
      key.triple = {table.intern(inner.subject), table.intern(inner.predicate), table.intern(inner.object)};
    }
    hash(key);
  }

  TermId find_or_add(const Key& key, TermTable& table) {
    if (const std::uint32_t known = find(key, table); known != IdIndex::none) return static_cast<TermId>(known);
    const auto id = static_cast<std::uint32_t>(table.records_.size());
    if (id == empty_slot - 1) throw std::length_error("more than 4294967294 terms");
    Record record = store(key);
    if (key.term.is_triple()) {
      record.length = static_cast<std::uint32_t>(triples.size());
      const TripleIds& inner = key.triple;
      triples.push_back({inner, {table.view(inner.subject), table.view(inner.predicate), table.view(inner.object)}});
    }
    table.records_.push_back(record);
    ids.add(key.hash, id, [&](std::uint32_t earlier) { return hash_of(earlier, table); });
    return static_cast<TermId>(id);
  }

  Record store(const Key& key) {
    const TermView& term = key.term;
    Record record;
    record.kind = static_cast<std::uint32_t>(term.kind) & 7U;
    if (term.is_triple()) return record;
    if (term.text.size() > 0xFFFFFFFE) throw std::length_error("a term is longer than 4 GiB");
    record.text = arena.store(term.text);
    record.length = static_cast<std::uint32_t>(term.text.size());
    record.tagged = term.tagged;
    record.direction = static_cast<std::uint32_t>(term.direction) & 3U;
    record.qualifier = key.spelled & 0xFFFFFFU;
    return record;
  }
};

TermTable::TermTable() : storage_(std::make_unique<Storage>()) {}
TermTable::TermTable(TermTable&&) noexcept = default;
TermTable& TermTable::operator=(TermTable&&) noexcept = default;
TermTable::~TermTable() = default;

TermId TermTable::intern(const TermView& term) {
  if (term.is_absent()) return TermId::none;
  Storage::Key key;
  storage_->prepare(key, term, *this);
  return storage_->find_or_add(key, *this);
}

/// Loops each of which asks for the memory that the next one looks at: slots, records, texts.
void TermTable::intern(std::span<const TermView* const> terms, TermId* ids) {
  Storage& s = *storage_;
  std::array<Storage::Key, Storage::at_once> keys;
  for (; !terms.empty(); terms = terms.subspan(std::min(keys.size(), terms.size())), ids += keys.size()) {
    const std::size_t count = std::min(keys.size(), terms.size());
    for (std::size_t i = 0; i < count; ++i) {
      keys[i].term = {};
      if (terms[i]->is_absent()) continue;
      s.prepare(keys[i], *terms[i], *this);
      s.ids.prefetch(keys[i].hash);
    }
    s.fetch(std::span(keys).first(count), *this);
    for (std::size_t i = 0; i < count; ++i)
      ids[i] = keys[i].term.is_absent() ? TermId::none : s.find_or_add(keys[i], *this);
  }
}

void TermTable::find(std::span<const TermView* const> terms, TermId* ids) const {
  const Storage& s = *storage_;
  std::array<Storage::Key, Storage::at_once> keys;
  for (; !terms.empty(); terms = terms.subspan(std::min(keys.size(), terms.size())), ids += keys.size()) {
    const std::size_t count = std::min(keys.size(), terms.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (s.prepare_known(keys[i], *terms[i], *this))
        s.ids.prefetch(keys[i].hash);
      else
        keys[i].term = {};
    }
    s.fetch(std::span(keys).first(count), *this);
    for (std::size_t i = 0; i < count; ++i)
      ids[i] = keys[i].term.is_absent() ? TermId::none : static_cast<TermId>(s.find(keys[i], *this));
  }
}

TermId TermTable::find(const TermView& term) const {
  Storage::Key key;
  if (!storage_->prepare_known(key, term, *this)) return TermId::none;
  return static_cast<TermId>(storage_->find(key, *this));
}

TermView TermTable::view(const Record& record) const {
  TermView view{.text = {}, .qualifier = {}, .kind = static_cast<TermKind>(record.kind)};
  if (view.is_triple()) {
    view.triple = &storage_->triples[record.length].view;
    return view;
  }
  view.text = {record.text, record.length};
  view.qualifier = storage_->qualifiers.text(record.qualifier);
  view.tagged = record.tagged != 0;
  view.direction = static_cast<Direction>(record.direction);
  return view;
}

TripleIds TermTable::triple(TermId id) const { return storage_->triples[records_[index(id)].length].ids; }

bool TermTable::has_triple_terms() const { return !storage_->triples.empty(); }

std::size_t TermTable::memory() const {
  const Storage& s = *storage_;
  return s.arena.memory() + records_.memory() + s.ids.memory() + s.triples.size() * sizeof(Storage::Triple);
}

}  // namespace graphwright
