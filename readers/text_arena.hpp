#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <deque>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "graphwright/term.hpp"

namespace graphwright {

/// Holds the texts and triple terms of one batch of statements: given out one after another, freed at once.
class TextArena {
 public:
  /// Room for `size` bytes; what the last call left unused can be given back.
  char* allocate(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) add_chunk(size);
    return std::exchange(at_, at_ + size);
  }
  /// Gives back the end of the last allocation: `end` is where its use ends.
  void trim(char* end) { at_ = end; }

  std::string_view copy(std::string_view text) { return concatenate(text, {}); }
  std::string_view concatenate(std::string_view head, std::string_view tail) {
    char* const bytes = allocate(head.size() + tail.size());
    if (!head.empty()) std::memcpy(bytes, head.data(), head.size());
    if (!tail.empty()) std::memcpy(bytes + head.size(), tail.data(), tail.size());
    return {bytes, head.size() + tail.size()};
  }
  const TripleView& copy(const TripleView& triple) { return triples_.emplace_back(triple); }

  /// Frees all; the newest chunk, which is the largest, is kept for what comes next.
  void clear() {
    triples_.clear();
    if (chunks_.size() > 1) chunks_.erase(chunks_.begin(), chunks_.end() - 1);
    at_ = chunks_.empty() ? nullptr : chunks_.back().get();
  }

 private:
  static constexpr std::size_t first_chunk_bytes = std::size_t{16} << 10;

  void add_chunk(std::size_t size) {
    const std::size_t last = chunks_.empty() ? 0 : static_cast<std::size_t>(end_ - chunks_.back().get());
    const std::size_t room = std::max({size, 2 * last, first_chunk_bytes});
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(room));
    at_ = chunks_.back().get();
    end_ = at_ + room;
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::deque<TripleView> triples_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace graphwright
