#include "utf8_mending.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr std::string_view replacement = "\xEF\xBF\xBD";
// The last bytes of a block may be the beginning of a code point.
constexpr std::size_t longest_beginning = 3;

}  // namespace

std::size_t Utf8Mending::read(char* buffer, std::size_t size) {
  while (given_ == mended_.size() && !is_over_) refill();
  const std::size_t taken = mended_.copy(buffer, size, given_);
  given_ += taken;
  return taken;
}

void Utf8Mending::refill() {
  mended_.clear();
  given_ = 0;
  const std::size_t kept = raw_.size();
  raw_.resize(kept + block_bytes);
  const std::size_t got = source_.read(raw_.data() + kept, block_bytes);
  raw_.resize(kept + got);
  is_over_ = got == 0;
  mend(raw_, is_over_);
}

void Utf8Mending::mend(std::string_view bytes, bool is_last) {
  while (!bytes.empty()) {
    const std::size_t bad = std::min(find_invalid_utf8(bytes), bytes.size());
    mended_.append(bytes.substr(0, bad));
    lines_ +=
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    bytes.remove_prefix(bad);
    if (bytes.empty() || (!is_last && bytes.size() <= longest_beginning)) break;
    if (replaced_++ == 0) first_line_ = lines_;
    mended_.append(replacement);
    bytes.remove_prefix(1);
  }
  raw_ = std::string(bytes);
}

void Utf8Mending::report(FileId file, Diagnostics& diagnostics) const {
  if (replaced_ == 0) return;
  diagnostics.warning("mended", {file, static_cast<std::uint32_t>(first_line_), 0},
                      fmt::format("{} bytes from this line on are not UTF-8 and are read as U+FFFD", replaced_));
}

}  // namespace graphwright
