#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graphwright/large_pages.hpp"

namespace graphwright {

/// A hash table of ids that count up from 0: it finds the row that equals another without holding rows.
///
/// A slot is 32 bits. An id in a table of 2^k slots needs k of them; the others hold bits of the hash, so
/// that of the rows that are not equal next to none is looked at (a million rows: one in 2048). Nothing
/// but speed depends on the hash.
class IdIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Asks the processor to fetch the slot of a hash, for use soon.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask()]); }

  /// The first row that may be equal by its hash alone.
  std::uint32_t candidate(std::uint64_t hash) const {
    return find(hash, [](std::uint32_t) { return true; });
  }

  /// The row of this hash for which `is_equal` holds.
  ///
  /// @complexity expected constant
  template <typename IsEqual>
  std::uint32_t find(std::uint64_t hash, const IsEqual& is_equal) const {
    const std::uint32_t id_bits = id_mask();
    const std::uint32_t tag = static_cast<std::uint32_t>(hash >> 32U) & ~id_bits;
    for (std::size_t slot = hash & mask();; slot = (slot + 1) & mask()) {
      const std::uint32_t one = slots_[slot];
      if (one == none) return none;
      if ((one & ~id_bits) == tag && is_equal(one & id_bits)) return one & id_bits;
    }
  }

  /// Adds a row that is not there; `hash_of` gives the hash of any earlier row, should the table grow.
  template <typename HashOf>
  void add(std::uint64_t hash, std::uint32_t id, const HashOf& hash_of) {
    if ((size_ + 1) * 4 > slots_.size() * 3) grow(hash_of);
    put(hash, id);
    ++size_;
  }

  /// How many rows were added.
  std::size_t size() const { return size_; }
  /// Bytes held.
  std::size_t memory() const { return slots_.capacity() * sizeof(std::uint32_t); }

 private:
  std::size_t mask() const { return slots_.size() - 1; }
  /// The bits that an id can have; at most three of four slots are taken, so that no slot looks like `none`.
  std::uint32_t id_mask() const { return static_cast<std::uint32_t>(mask()); }

  /// Doubles the table; slots are fetched some rows before they are written.
  template <typename HashOf>
  void grow(const HashOf& hash_of) {
    constexpr std::size_t at_once = 64;
    std::vector<std::uint32_t> larger;
    larger.reserve(slots_.size() * 2);
    prefer_large_pages(larger.data(), larger.capacity() * sizeof(none));
    larger.assign(slots_.size() * 2, none);
    slots_ = std::move(larger);
    std::array<std::uint64_t, at_once> hashes;
    for (std::size_t begin = 0; begin < size_; begin += at_once) {
      const std::size_t count = std::min(at_once, size_ - begin);
      for (std::size_t i = 0; i < count; ++i) {
        hashes[i] = hash_of(static_cast<std::uint32_t>(begin + i));
        prefetch(hashes[i]);
      }
      for (std::size_t i = 0; i < count; ++i) put(hashes[i], static_cast<std::uint32_t>(begin + i));
    }
  }

  void put(std::uint64_t hash, std::uint32_t id) {
    std::size_t slot = hash & mask();
    while (slots_[slot] != none) slot = (slot + 1) & mask();
    slots_[slot] = (static_cast<std::uint32_t>(hash >> 32U) & ~id_mask()) | id;
  }

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024, none);
  std::size_t size_ = 0;
};

}  // namespace graphwright
