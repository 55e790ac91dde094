#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace graphwright {

/// Where the values of each owner stand when those of all stand behind one another (compressed rows).
///
/// Values are counted first, then put in place: `count` each, `settle` once, `next` for the place of each. The
/// beginning of an owner's row stands one place behind that of the owner until then, from where `next` moves it,
/// so that no second list of places is needed. Values of one owner keep the order in which they come.
class RowPlaces {
 public:
  explicit RowPlaces(std::size_t owners) : begin_(owners + 2) {}

  void count(std::uint32_t owner) { ++begin_[owner + std::size_t{2}]; }
  /// The number of values that were counted.
  std::uint32_t settle() {
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    return begin_.back();
  }
  std::uint32_t next(std::uint32_t owner) { return begin_[owner + std::size_t{1}]++; }
  /// Where the row of each owner begins, and behind them where the last one ends.
  std::vector<std::uint32_t> take() && {
    begin_.pop_back();
    return std::move(begin_);
  }

 private:
  std::vector<std::uint32_t> begin_;
};

}  // namespace graphwright
