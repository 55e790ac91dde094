#pragma once

#include <cstddef>
#include <cstring>
#include <deque>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "graphwright/term.hpp"

namespace graphwright {

/// Holds texts and triple terms that are given out one after another and freed together, or from the last
/// back to a mark.
class TextArena {
 public:
  struct Mark {
    std::size_t chunk = 0;
    std::size_t used = 0;
    std::size_t triples = 0;
  };

  /// Room for `size` bytes.
  char* allocate(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) take_chunk(size);
    return std::exchange(at_, at_ + size);
  }

  std::string_view copy(std::string_view text) { return concatenate(text, {}); }
  std::string_view concatenate(std::string_view head, std::string_view tail) {
    char* const bytes = allocate(head.size() + tail.size());
    if (!head.empty()) std::memcpy(bytes, head.data(), head.size());
    if (!tail.empty()) std::memcpy(bytes + head.size(), tail.data(), tail.size());
    return {bytes, head.size() + tail.size()};
  }
  const TripleView& copy(const TripleView& triple) { return triples_.emplace_back(triple); }
  /// Copies a term with all that it borrows; recursion is as deep as triple terms may nest.
  TermView copy(const TermView& term);

  Mark mark() const { return {chunk_, chunks_.empty() ? 0 : static_cast<std::size_t>(at_ - begin()), triples_.size()}; }
  /// Frees what was given out since the mark.
  void release(const Mark& mark);
  /// Frees all; the memory stays for what comes next.
  void clear() { release({}); }

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  static constexpr std::size_t first_chunk_bytes = std::size_t{16} << 10;

  char* begin() const { return chunks_[chunk_].bytes.get(); }
  void take_chunk(std::size_t size);
  void use_chunk(std::size_t chunk, std::size_t used);

  std::vector<Chunk> chunks_;
  std::deque<TripleView> triples_;
  std::size_t chunk_ = 0;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace graphwright
