#include "graphwright/large_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace graphwright {

void prefer_large_pages(void* begin, std::size_t bytes) {
  constexpr std::size_t page = std::size_t{2} << 20;
  const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(begin) % page) % page;
  if (bytes < before + page) return;
  ::madvise(static_cast<char*>(begin) + before, (bytes - before) / page * page, MADV_HUGEPAGE);
}

}  // namespace graphwright
