#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace graphwright {

/// Where an exporter's bytes go, through one large buffer.
class Output {
 public:
  Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output();

  void write(std::string_view bytes) {
    if (bytes.size() > capacity_ - used_) {
      write_slowly(bytes);
      return;
    }
    if (bytes.empty()) return;  // an empty view may have no address to copy from
    std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void put(char byte) {
    if (used_ == capacity_) flush();
    buffer_[used_++] = byte;
  }
  /// Room for `size` bytes (at most 64 KiB) to be filled in place; `advance` says how many were.
  char* reserve(std::size_t size) {
    if (size > capacity_ - used_) flush();
    return buffer_.get() + used_;
  }
  void advance(std::size_t size) { used_ += size; }
  /// Hands what is buffered to the destination; throws `std::system_error` where that fails.
  void flush();
  /// Makes the bytes final: a file takes its name now. Without it a file is left as it was.
  virtual void commit() { flush(); }

 protected:
  /// With a buffer of another size, at least 64 KiB.
  explicit Output(std::size_t capacity);

  virtual void drain(std::string_view bytes) = 0;
  std::string_view buffered() const { return {buffer_.get(), used_}; }
  /// Forgets what is buffered.
  void discard() { used_ = 0; }

 private:
  void write_slowly(std::string_view bytes);

  std::size_t capacity_;
  std::size_t used_ = 0;
  std::unique_ptr<char[]> buffer_;
};

/// Collects the bytes in a string.
class StringOutput : public Output {
 public:
  std::string take();

 protected:
  void drain(std::string_view bytes) override { text_.append(bytes); }

 private:
  std::string text_;
};

/// Opens a file, or the standard output for `-`.
///
/// A regular file is written beside its place and renamed by `commit`; links are followed, and an
/// unchanged file is not touched. Devices and pipes are written directly. A name that ends in `.gz`
/// or `.zst` is compressed.
std::unique_ptr<Output> open_output(const std::string& path);

}  // namespace graphwright
