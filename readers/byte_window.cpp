#include "byte_window.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

// Two words beyond the last byte: `next_stop` joins a word with the one after it.
constexpr std::size_t padding = 2 * index_word_bytes;
constexpr std::size_t no_bad_byte = std::numeric_limits<std::size_t>::max();

/// Whether the text can be the beginning of one code point.
bool is_cut_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  return text.size() < length && std::all_of(text.begin() + 1, text.end(), is_continuation_byte);
}

std::size_t round_up(std::size_t bytes) { return (bytes + index_word_bytes - 1) / index_word_bytes * index_word_bytes; }

}  // namespace

ByteWindow::ByteWindow(ByteSource& source, std::size_t block_bytes) : source_(source) {
  resize(round_up(std::max<std::size_t>(block_bytes, 1)));
  slide(0);
}

std::size_t ByteWindow::count_code_points(std::size_t begin, std::size_t end) const {
  for (std::size_t word = begin / index_word_bytes; word * index_word_bytes < end; ++word)
    if (wide_[word] != 0) return graphwright::count_code_points(text(begin, end));
  return end - begin;
}

void ByteWindow::slide(std::size_t keep) {
  if (keep == 0 && size_ == capacity_) resize(capacity_ * 2);
  if (keep != 0) std::memmove(bytes_.data(), bytes_.data() + keep, size_ - keep);
  size_ -= keep;
  while (size_ < capacity_ && !is_last_) {
    const std::size_t got = source_.read(bytes_.data() + size_, capacity_ - size_);
    size_ += got;
    is_last_ = got == 0;
  }
  std::memset(bytes_.data() + size_, '\n', round_up(size_) - size_ + padding);
  index();
  find_bad_from(0);
}

void ByteWindow::resize(std::size_t capacity) {
  capacity_ = capacity;
  bytes_.resize(capacity + padding);
  const std::size_t words = (capacity + padding) / index_word_bytes;
  for (std::vector<std::uint64_t>* row : {&iri_stops_, &string_stops_, &wide_}) row->resize(words);
}

void ByteWindow::index() {
  const std::size_t words = (round_up(size_) + padding) / index_word_bytes;
  index_bytes_(bytes_.data(), words, {iri_stops_.data(), string_stops_.data(), wide_.data()});
}

/// Only stretches of words that have bytes beyond ASCII are looked at; no code point reaches out of one.
void ByteWindow::find_bad_from(std::size_t offset) {
  first_bad_ = no_bad_byte;
  const std::size_t words = round_up(size_) / index_word_bytes;
  for (std::size_t word = offset / index_word_bytes; word < words; ++word) {
    if (wide_[word] == 0) continue;
    const std::size_t begin = std::max(offset, word * index_word_bytes);
    while (word < words && wide_[word] != 0) ++word;
    const std::size_t end = std::min(word * index_word_bytes, size_);
    const std::size_t bad = find_invalid_utf8(text(begin, end));
    if (bad == std::string_view::npos) continue;
    // The end of the window may cut a code point; what follows will tell.
    if (is_last_ || !is_cut_code_point(text(begin + bad, size_))) first_bad_ = begin + bad;
    return;
  }
}

}  // namespace graphwright
