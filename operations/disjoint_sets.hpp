#pragma once

#include <cstdint>
#include <vector>

namespace graphwright {

/// Numbers joined into groups; paths are halved, so that joining and finding take logarithmic time at most.
class DisjointSets {
 public:
  explicit DisjointSets(std::uint32_t count);

  std::uint32_t count() const { return static_cast<std::uint32_t>(parents_.size()); }
  /// Puts the groups of two numbers together.
  void join(std::uint32_t a, std::uint32_t b);
  /// The least number of a number's group.
  std::uint32_t find(std::uint32_t member);
  /// All groups, members ascending, in the order of their least member. Linear.
  std::vector<std::vector<std::uint32_t>> groups();

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace graphwright
