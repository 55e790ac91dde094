#pragma once

#include <cstddef>

namespace graphwright {

/// Asks the kernel to back a block of memory, before it is first written, by large pages: fewer faults, and fewer
/// misses where it is read all over (gain: 5 % of writing grouped Turtle). Small blocks are left as they are;
/// nothing but speed depends on the answer.
void prefer_large_pages(void* begin, std::size_t bytes);

}  // namespace graphwright
