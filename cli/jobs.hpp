#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>

namespace graphwright::cli {

/// The threads that `--jobs N` asks for: 0 means one a processor.
inline std::size_t thread_count(std::size_t jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace graphwright::cli
