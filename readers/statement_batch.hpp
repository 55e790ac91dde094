#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "graphwright/sink.hpp"

namespace graphwright {

/// Gathers statements until they go to the sink together; what they borrow must live until then.
class StatementBatch {
 public:
  explicit StatementBatch(Sink& sink) : sink_(sink) {}

  /// The row to fill in; it keeps what stood in it before. It counts once `add` was called.
  StatementView& row() { return rows_[count_]; }
  void add() { ++count_; }
  bool is_full() const { return count_ == rows_.size(); }
  /// Whether fewer than 8 rows are free.
  bool is_nearly_full() const { return count_ + 8 > rows_.size(); }

  void send() {
    if (count_ != 0) sink_.statements(std::span(rows_.data(), count_));
    count_ = 0;
  }

 private:
  // 64 rows of 216 bytes stay in the first cache until the sink has read them: 128 rows cost 4 ns a row more.
  std::array<StatementView, 64> rows_{};
  std::size_t count_ = 0;
  Sink& sink_;
};

}  // namespace graphwright
