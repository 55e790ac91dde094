#include "line_parts.hpp"

#include <algorithm>
#include <utility>

namespace graphwright::cli {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Gives some bytes, then those of a source.
class ContinuedSource : public ByteSource {
 public:
  ContinuedSource(std::string head, ByteSource& rest) : head_(std::move(head)), rest_(rest) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (given_ == head_.size()) return rest_.read(buffer, size);
    const std::size_t taken = head_.copy(buffer, size, given_);
    given_ += taken;
    return taken;
  }

 private:
  std::string head_;
  std::size_t given_ = 0;
  ByteSource& rest_;
};

/// The end of the last line that ends well before the text does: what follows a carriage return and whether a
/// byte order mark follows must be known. 0 where there is none.
std::size_t end_of_lines(std::string_view text) {
  std::size_t end = text.size();
  for (;;) {
    const std::size_t feed = text.substr(0, end).rfind('\n');
    if (feed == std::string_view::npos) return 0;
    end = feed + 1;
    const std::string_view behind = text.substr(end);
    if (behind.size() >= byte_order_mark.size() && !behind.starts_with(byte_order_mark)) return end;
    end = feed;
  }
}

}  // namespace

bool LineParts::next(std::string& room, std::string_view& part) {
  if (room.size() < held_.size()) room.resize(held_.size());
  std::size_t size = held_.copy(room.data(), held_.size());
  for (std::size_t wanted = part_bytes_; wanted <= longest_; wanted *= 2) {
    while (size < wanted && !is_at_end_) size = read_more(room, size);
    part = {room.data(), size};
    const std::size_t end = is_at_end_ && size <= wanted ? size : end_of_lines(part);
    if (end == 0 && size != 0) continue;
    held_.assign(part.substr(end));
    part = part.substr(0, end);
    return !part.empty();
  }
  held_.assign(room, 0, size);
  return false;
}

/// Reads behind the first bytes of a text that keeps its room, and so need not be filled with zeros each time.
std::size_t LineParts::read_more(std::string& room, std::size_t size) {
  constexpr std::size_t block_bytes = std::size_t{128} << 10;
  if (room.size() < size + block_bytes) room.resize(size + block_bytes);
  const std::size_t got = source_.read(room.data() + size, block_bytes);
  is_at_end_ = got == 0;
  return size + got;
}

std::unique_ptr<ByteSource> LineParts::rest() {
  return std::make_unique<ContinuedSource>(std::exchange(held_, {}), source_);
}

}  // namespace graphwright::cli
