#include "line_parts.hpp"

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

}  // namespace

bool LineParts::next(std::string& part) {
  for (std::size_t wanted = part_bytes_; wanted <= longest_; wanted *= 2) {
    while (held_.size() < wanted && !is_at_end_) read_more();
    if (is_at_end_ && held_.size() <= wanted) {
      part.assign(held_);
      held_.clear();
      return !part.empty();
    }
    if (const std::size_t end = cut(); end != 0) {
      part.assign(held_, 0, end);
      held_.erase(0, end);
      return true;
    }
  }
  return false;
}

void LineParts::read_more() {
  constexpr std::size_t block_bytes = std::size_t{256} << 10;
  const std::size_t have = held_.size();
  held_.resize(have + block_bytes);
  const std::size_t got = source_.read(held_.data() + have, block_bytes);
  held_.resize(have + got);
  is_at_end_ = got == 0;
}

/// The end of the last line that ends well before what is held does: what follows a carriage return and
/// whether a byte order mark follows must be known. 0 where there is none.
std::size_t LineParts::cut() const {
  std::size_t end = held_.size();
  for (;;) {
    const std::size_t feed = std::string_view(held_).substr(0, end).rfind('\n');
    if (feed == std::string_view::npos) return 0;
    end = feed + 1;
    const std::string_view behind = std::string_view(held_).substr(end);
    if (behind.size() >= byte_order_mark.size() && !behind.starts_with(byte_order_mark)) return end;
    end = feed;
  }
}

std::unique_ptr<ByteSource> LineParts::rest() {
  return std::make_unique<ContinuedSource>(std::exchange(held_, {}), source_);
}

std::size_t count_line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++count;
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n') ++count;
  return count;
}

}  // namespace graphwright::cli
