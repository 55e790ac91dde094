#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace graphwright {

/// Remembers which edges were seen, by a 64-bit hash of their ends and relation, in 8 to 16 bytes each.
///
/// As long as all edges are facts, their keys only lie side by side: nothing asks for them.
/// Two edges of one hash are taken for parallel ones; that only gives the later an id of its own.
class EdgeMarks {
 public:
  enum class Mark : std::uint8_t { unseen, bare, fact };

  /// Asks for the memory that marking an edge will touch.
  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key_of(hash) >> 1U & (slots_.size() - 1)]);
  }

  /// Marks an edge and says how it was marked before; of a fact, whether it was bare.
  Mark mark(std::uint64_t hash, Mark next) {
    if (!has_bare_ && next == Mark::fact) {
      facts_.push_back(hash);
      return Mark::unseen;
    }
    if (!std::exchange(has_bare_, true))
      for (const std::uint64_t fact : std::exchange(facts_, {})) enter(fact, Mark::fact);
    return enter(hash, next);
  }

 private:
  Mark enter(std::uint64_t hash, Mark next) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    std::uint64_t& slot = find(hash);
    const std::uint64_t key = key_of(hash);
    const Mark before = slot == 0 ? Mark::unseen : (slot & 1U) != 0 ? Mark::fact : Mark::bare;
    if (slot == 0) ++count_;
    slot = key | (next == Mark::fact || before == Mark::fact ? 1U : 0U);
    return before;
  }

  // The lowest bit tells facts; a key is never 0, for 0 is an empty slot.
  static std::uint64_t key_of(std::uint64_t hash) {
    return (hash & ~std::uint64_t{1}) == 0 ? 2 : hash & ~std::uint64_t{1};
  }

  std::uint64_t& find(std::uint64_t hash) {
    const std::uint64_t key = key_of(hash);
    std::size_t at = key >> 1U & (slots_.size() - 1);
    while (slots_[at] != 0 && (slots_[at] & ~std::uint64_t{1}) != key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (std::uint64_t one : old)
      if (one != 0) find(one) = one;
  }

  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
  std::vector<std::uint64_t> facts_;  // before the first bare edge
  bool has_bare_ = false;
};

}  // namespace graphwright
