#include "graphwright/term_table.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t empty_slot = 0xFFFFFFFF;
constexpr std::size_t block_bytes = std::size_t{1} << 20;

/// Text that never moves once stored.
class Arena {
 public:
  const char* store(std::string_view text) {
    if (text.empty()) return "";
    if (text.size() > left_) add_block(std::max(block_bytes, text.size()));
    char* place = next_;
    std::copy(text.begin(), text.end(), place);
    next_ += text.size();
    left_ -= text.size();
    return place;
  }
  std::size_t memory() const { return memory_; }

 private:
  void add_block(std::size_t size) {
    blocks_.push_back(std::make_unique<char[]>(size));
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

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = text.size();
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left > 16; at += 16, left -= 16) hash = mix(hash ^ load(at, 8), load(at + 8, 8));
  if (left > 8) return mix(hash ^ load(at, 8), load(at + 8, left - 8));
  return left == 0 ? mix(hash, 1) : mix(hash ^ load(at, left), 2);
}

/// Language tags and datatypes, each spelling once; spellings of one tag share a key.
class Qualifiers {
 public:
  std::uint32_t intern(std::string_view text, bool tagged, Arena& arena) {
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
    const std::uint32_t id = find(tagged ? lower_case(text) : std::string(text), tagged);
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

  static std::string spelling(std::string_view text, bool tagged) {
    std::string key(tagged ? "@" : "^");
    return key.append(text);
  }
  static std::string lower_case(std::string_view tag) {
    std::string lower(tag);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lower;
  }
  std::uint32_t intern_lower(std::string_view tag, std::uint32_t id, Arena& arena) {
    const std::string lower = lower_case(tag);
    return lower == tag ? id : rows_[intern(lower, true, arena)].key;
  }

  std::vector<Row> rows_;
  std::unordered_map<std::string, std::uint32_t> by_spelling_;
};

}  // namespace

/// One row a term: where its text lies and the number of its qualifier; a triple term's text is its
/// place among the triples.
struct TermTable::Storage {
  struct Record {
    const char* text = nullptr;
    std::uint32_t length = 0;
    std::uint32_t qualifier : 24 = 0;
    std::uint32_t kind : 3 = 0;
    std::uint32_t tagged : 1 = 0;
    std::uint32_t direction : 2 = 0;
  };
  struct Triple {
    TripleIds ids;
    TripleView view;
  };
  /// A term made ready to be looked up: its qualifier and inner ids are known.
  struct Key {
    TermView term;
    std::uint32_t qualifier = 0;
    TripleIds triple{};
    std::uint64_t hash = 0;
  };

  Arena arena;
  Qualifiers qualifiers;
  std::vector<Record> records;
  std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1024, empty_slot);
  std::deque<Triple> triples;

  void hash(Key& key) const {
    const TermView& term = key.term;
    if (term.is_triple()) {
      key.hash = mix(mix(index(key.triple.subject), index(key.triple.predicate)), index(key.triple.object));
      return;
    }
    const std::uint64_t tail = (std::uint64_t{key.qualifier} << 8) | (static_cast<std::uint64_t>(term.kind) << 3) |
                               (std::uint64_t{term.tagged} << 2) | static_cast<std::uint64_t>(term.direction);
    key.hash = mix(hash_text(term.text), tail);
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

  /// The slot that holds the term, or the free one where it belongs.
  std::size_t slot_of(const Key& key) const {
    const std::size_t mask = slots.size() - 1;
    std::size_t slot = key.hash & mask;
    while (slots[slot] != empty_slot && !matches(records[slots[slot]], key)) slot = (slot + 1) & mask;
    return slot;
  }

  Key key_of_record(std::uint32_t id, const TermTable& table) const {
    Key key{.term = table.view(static_cast<TermId>(id))};
    const Record& record = records[id];
    if (key.term.is_literal()) key.qualifier = qualifiers.key(record.qualifier);
    if (key.term.is_triple()) key.triple = triples[record.length].ids;
    hash(key);
    return key;
  }

  void grow(const TermTable& table) {
    slots.assign(slots.size() * 2, empty_slot);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t id = 0; id < records.size(); ++id) {
      std::size_t slot = key_of_record(id, table).hash & mask;
      while (slots[slot] != empty_slot) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
  }

  Record store(const Key& key, std::uint32_t spelled) {
    const TermView& term = key.term;
    Record record;
    record.kind = static_cast<std::uint32_t>(term.kind) & 7U;
    if (term.is_triple()) return record;
    if (term.text.size() > 0xFFFFFFFE) throw std::length_error("a term is longer than 4 GiB");
    record.text = arena.store(term.text);
    record.length = static_cast<std::uint32_t>(term.text.size());
    record.tagged = term.tagged;
    record.direction = static_cast<std::uint32_t>(term.direction) & 3U;
    record.qualifier = spelled & 0xFFFFFFU;
    return record;
  }
};

TermTable::TermTable() : storage_(std::make_unique<Storage>()) {}
TermTable::TermTable(TermTable&&) noexcept = default;
TermTable& TermTable::operator=(TermTable&&) noexcept = default;
TermTable::~TermTable() = default;

namespace {

/// xsd:string goes without saying, so that both ways of writing it are one term.
std::string_view plain_qualifier(const TermView& term) {
  return !term.tagged && term.qualifier == iri::xsd::string ? std::string_view{} : term.qualifier;
}

}  // namespace

TermId TermTable::intern(const TermView& term) {
  if (term.is_absent()) return TermId::none;
  Storage& s = *storage_;
  Storage::Key key{.term = term};
  std::uint32_t spelled = 0;
  if (term.is_literal()) {
    spelled = s.qualifiers.intern(plain_qualifier(term), term.tagged, s.arena);
    key.qualifier = s.qualifiers.key(spelled);
  } else if (term.is_triple()) {
    key.triple = {intern(term.triple->subject), intern(term.triple->predicate), intern(term.triple->object)};
  }
  s.hash(key);
  const std::size_t slot = s.slot_of(key);
  if (s.slots[slot] != empty_slot) return static_cast<TermId>(s.slots[slot]);
  const auto id = static_cast<std::uint32_t>(s.records.size());
  if (id == empty_slot - 1) throw std::length_error("more than 4294967294 terms");
  Storage::Record record = s.store(key, spelled);
  if (term.is_triple()) {
    record.length = static_cast<std::uint32_t>(s.triples.size());
    s.triples.push_back({key.triple, {view(key.triple.subject), view(key.triple.predicate), view(key.triple.object)}});
  }
  s.records.push_back(record);
  s.slots[slot] = id;
  if (s.records.size() * 4 > s.slots.size() * 3) s.grow(*this);
  return static_cast<TermId>(id);
}

TermId TermTable::find(const TermView& term) const {
  if (term.is_absent()) return TermId::none;
  const Storage& s = *storage_;
  Storage::Key key{.term = term};
  if (term.is_literal()) {
    key.qualifier = s.qualifiers.find_key(plain_qualifier(term), term.tagged);
    if (key.qualifier == empty_slot) return TermId::none;
  } else if (term.is_triple()) {
    key.triple = {find(term.triple->subject), find(term.triple->predicate), find(term.triple->object)};
  }
  s.hash(key);
  const std::uint32_t id = s.slots[s.slot_of(key)];
  return id == empty_slot ? TermId::none : static_cast<TermId>(id);
}

TermView TermTable::view(TermId id) const {
  if (id == TermId::none) return {};
  const Storage::Record& record = storage_->records[index(id)];
  TermView view{.text = {}, .qualifier = {}, .kind = static_cast<TermKind>(record.kind)};
  if (view.is_triple()) {
    view.triple = &storage_->triples[record.length].view;
    return view;
  }
  view.text = {record.text, record.length};
  if (view.is_literal()) view.qualifier = storage_->qualifiers.text(record.qualifier);
  view.tagged = record.tagged != 0;
  view.direction = static_cast<Direction>(record.direction);
  return view;
}

TermKind TermTable::kind(TermId id) const {
  return id == TermId::none ? TermKind::absent : static_cast<TermKind>(storage_->records[index(id)].kind);
}

TripleIds TermTable::triple(TermId id) const { return storage_->triples[storage_->records[index(id)].length].ids; }

std::size_t TermTable::size() const { return storage_->records.size(); }

std::size_t TermTable::memory() const {
  const Storage& s = *storage_;
  return s.arena.memory() + s.records.capacity() * sizeof(Storage::Record) +
         s.slots.capacity() * sizeof(std::uint32_t) + s.triples.size() * sizeof(Storage::Triple);
}

std::vector<std::uint32_t> TermTable::ranks() const {
  std::vector<TermId> order(size());
  for (std::uint32_t id = 0; id < order.size(); ++id) order[id] = static_cast<TermId>(id);
  sort(order);
  std::vector<std::uint32_t> rank(size());
  for (std::uint32_t place = 0; place < order.size(); ++place) rank[index(order[place])] = place;
  return rank;
}

void TermTable::sort(std::span<TermId> ids) const {
  std::sort(ids.begin(), ids.end(), [this](TermId a, TermId b) { return compare(view(a), view(b)) < 0; });
}

}  // namespace graphwright
