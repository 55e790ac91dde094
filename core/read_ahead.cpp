#include "graphwright/read_ahead.hpp"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace graphwright {
namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10;
constexpr std::size_t block_count = 4;

class ReadAhead : public ByteSource {
 public:
  explicit ReadAhead(std::unique_ptr<ByteSource> source) : source_(std::move(source)), thread_([this] { fill(); }) {}
  ~ReadAhead() override {
    {
      const std::lock_guard lock(mutex_);
      is_dropped_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  std::size_t read(char* buffer, std::size_t size) override {
    if (left_.empty() && !next()) return 0;
    const std::size_t count = left_.copy(buffer, size);
    left_.remove_prefix(count);
    return count;
  }

 private:
  struct Block {
    std::vector<char> bytes;
    std::size_t size = 0;
  };

  Block& block(std::size_t number) { return blocks_[number % block_count]; }

  /// Gives a block back and takes the next one; false at the end.
  bool next() {
    std::unique_lock lock(mutex_);
    if (has_taken_) ++taken_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return filled_ > taken_ || is_over_; });
    has_taken_ = filled_ > taken_;
    if (!has_taken_ && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    if (has_taken_) left_ = {block(taken_).bytes.data(), block(taken_).size};
    return has_taken_;
  }

  void fill() {
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return filled_ - taken_ < block_count || is_dropped_; });
        if (is_dropped_) return;
      }
      Block& into = block(filled_);
      std::exception_ptr failure;
      std::size_t got = 0;
      try {
        into.bytes.resize(block_bytes);
        got = source_->read(into.bytes.data(), into.bytes.size());
      } catch (...) {
        failure = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      if (got != 0) into.size = got;
      filled_ += got != 0 ? 1 : 0;
      is_over_ = got == 0;
      failure_ = failure;
      changed_.notify_all();
      if (is_over_) return;
    }
  }

  std::unique_ptr<ByteSource> source_;
  std::array<Block, block_count> blocks_;
  std::string_view left_;   // of the block that is taken
  bool has_taken_ = false;  // whether one is
  std::mutex mutex_;        // guards what follows
  std::condition_variable changed_;
  std::size_t filled_ = 0;
  std::size_t taken_ = 0;
  bool is_over_ = false;
  bool is_dropped_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<ByteSource> read_ahead(std::unique_ptr<ByteSource> source) {
  return std::make_unique<ReadAhead>(std::move(source));
}

}  // namespace graphwright
