#include "progress.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace graphwright::cli {

using std::chrono::steady_clock;

ProgressSink::ProgressSink(Sink& next, bool is_shown)
    : next_(next), is_shown_(is_shown), shown_at_(steady_clock::now()) {}

ProgressSink::~ProgressSink() { clear(); }

void ProgressSink::statements(std::span<const StatementView> batch) {
  next_.statements(batch);
  count_ += batch.size();
  if (is_shown_ && steady_clock::now() - shown_at_ > std::chrono::seconds(1)) show();
}

void ProgressSink::finish() {
  clear();
  next_.finish();
}

void ProgressSink::show() {
  shown_at_ = steady_clock::now();
  has_line_ = true;
  fmt::print(stderr, "\r{:.1f} million statements", static_cast<double>(count_) / 1e6);
}

void ProgressSink::clear() {
  if (has_line_) std::fputs("\r\x1b[K", stderr);
  has_line_ = false;
}

}  // namespace graphwright::cli
