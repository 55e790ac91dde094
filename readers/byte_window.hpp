#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graphwright/byte_source.hpp"

#include "byte_index.hpp"

namespace graphwright {

/// A sliding window over a source: whole blocks are read and indexed, and only what a block cuts off moves.
///
/// Behind the last byte stand line feeds, so that no scan needs to test for the end; offsets count from the
/// beginning of the window and change when it slides.
class ByteWindow {
 public:
  ByteWindow(ByteSource& source, std::size_t block_bytes);

  std::size_t size() const { return size_; }
  /// Whether no byte follows those in the window.
  bool is_last() const { return is_last_; }
  char operator[](std::size_t at) const { return bytes_[at]; }
  const char* at(std::size_t offset) const { return bytes_.data() + offset; }
  std::string_view text(std::size_t begin, std::size_t end) const { return {at(begin), end - begin}; }

  /// The next byte that no IRIREF may hold.
  std::size_t next_iri_stop(std::size_t from) const { return next_stop(iri_stops_.data(), from); }
  /// The next " \ or line end.
  std::size_t next_string_stop(std::size_t from) const { return next_stop(string_stops_.data(), from); }

  /// The number of code points between two offsets; what is ASCII is told by the index.
  std::size_t count_code_points(std::size_t begin, std::size_t end) const;

  /// Where the first byte stands that is not UTF-8; beyond the size where there is none.
  std::size_t first_bad() const { return first_bad_; }
  /// Looks for the next byte that is not UTF-8, from an offset on.
  void find_bad_from(std::size_t offset);

  /// Drops what precedes `keep` and fills the window; a window that is full already doubles.
  void slide(std::size_t keep);

 private:
  void resize(std::size_t capacity);
  void index();

  ByteSource& source_;
  IndexBytes index_bytes_ = fastest_index_bytes();
  std::vector<char> bytes_;
  std::vector<std::uint64_t> iri_stops_;
  std::vector<std::uint64_t> string_stops_;
  std::vector<std::uint64_t> wide_;
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
  std::size_t first_bad_ = 0;
  bool is_last_ = false;
};

}  // namespace graphwright
