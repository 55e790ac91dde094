#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>

namespace graphwright {

/// Seeded choices.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return engine_() % end; }
  template <std::size_t count>
  std::string pick(const std::array<const char*, count>& words) {
    return words[below(count)];
  }
  void shuffle(auto& row) { std::shuffle(row.begin(), row.end(), engine_); }

 private:
  std::mt19937 engine_;
};

}  // namespace graphwright
