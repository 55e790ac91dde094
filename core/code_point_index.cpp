#include "graphwright/code_point_index.hpp"

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t block_bytes = 256;

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) {
  std::uint32_t count = 0;
  blocks_.reserve(text.size() / block_bytes + 1);
  for (std::size_t at = 0; at <= text.size(); at += block_bytes) {
    blocks_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, block_bytes)));
  }
}

std::uint32_t CodePointIndex::before(std::string_view text, std::size_t byte) const {
  const std::size_t block = byte / block_bytes;
  const std::string_view rest = text.substr(block * block_bytes, byte % block_bytes);
  return blocks_[block] + static_cast<std::uint32_t>(count_code_points(rest));
}

}  // namespace graphwright
