#include "decompression.hpp"

#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

namespace graphwright {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr std::uint64_t unlimited_bytes = std::uint64_t{256} << 20;
constexpr std::uint64_t most_growth = 250;

enum class Failure { damaged = 1, truncated, trailing, bomb };

class CompressionCategory : public std::error_category {
 public:
  const char* name() const noexcept override { return "compression"; }
  std::string message(int failure) const override {
    switch (static_cast<Failure>(failure)) {
      case Failure::damaged:
        return "the compressed data is damaged";
      case Failure::truncated:
        return "the compressed data ends too early";
      case Failure::trailing:
        return "other bytes follow the compressed data";
      case Failure::bomb:
        return "the compressed data grows to more than 250 times its size";
    }
    return "unknown";
  }
};

/// What both formats share: compressed bytes in a block, and a watch on how much they grow to.
class Expander : public ByteSource {
 public:
  Expander(std::unique_ptr<ByteSource> compressed, std::string path)
      : compressed_(std::move(compressed)), path_(std::move(path)), block_(block_bytes) {}

  std::size_t read(char* buffer, std::size_t size) final {
    while (size != 0) {
      if (at_ == end_ && !ended_) refill();
      const std::size_t got = expand(buffer, size);
      bytes_out_ += got;
      if (bytes_out_ > unlimited_bytes && bytes_out_ / most_growth > bytes_in_) fail(Failure::bomb);
      if (got != 0 || is_finished()) return got;
      if (at_ == end_ && ended_) fail(Failure::truncated);
    }
    return 0;
  }

 protected:
  /// Expands some of `input()` into the buffer and takes what it used.
  virtual std::size_t expand(char* buffer, std::size_t size) = 0;
  /// Whether the last member is complete and no input is left.
  virtual bool is_finished() const = 0;

  std::string_view input() const { return {block_.data() + at_, end_ - at_}; }
  void take(std::size_t bytes) { at_ += bytes; }
  bool has_ended() const { return ended_ && at_ == end_; }
  [[noreturn]] void fail(Failure failure) const {
    static const CompressionCategory category;
    throw std::system_error(static_cast<int>(failure), category, fmt::format("cannot read '{}'", path_));
  }

 private:
  void refill() {
    at_ = 0;
    end_ = compressed_->read(block_.data(), block_.size());
    bytes_in_ += end_;
    ended_ = end_ == 0;
  }

  std::unique_ptr<ByteSource> compressed_;
  std::string path_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t bytes_in_ = 0;
  std::uint64_t bytes_out_ = 0;
  bool ended_ = false;
};

class GzipSource : public Expander {
 public:
  GzipSource(std::unique_ptr<ByteSource> compressed, std::string path)
      : Expander(std::move(compressed), std::move(path)) {
    constexpr int gzip_window = 15 + 16;  // zlib's way to ask for the gzip wrapper
    if (inflateInit2(&stream_, gzip_window) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }

 protected:
  std::size_t expand(char* buffer, std::size_t size) override {
    if (between_members_ && !begin_member()) return 0;
    const std::string_view in = input();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    const std::size_t room = std::min(size, std::size_t{1} << 30);
    stream_.avail_out = static_cast<uInt>(room);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) fail(Failure::damaged);
    take(in.size() - stream_.avail_in);
    between_members_ = result == Z_STREAM_END;
    return room - stream_.avail_out;
  }
  bool is_finished() const override { return between_members_ && has_ended(); }

 private:
  /// Starts the next member unless only the zero bytes of a padded end are left.
  bool begin_member() {
    if (input().empty()) return false;
    const std::size_t zeros = std::min(input().find_first_not_of('\0'), input().size());
    padded_ = padded_ || zeros != 0;
    take(zeros);
    if (input().empty()) return false;
    if (padded_ || input().front() != '\x1F') fail(Failure::trailing);
    inflateReset(&stream_);
    between_members_ = false;
    return true;
  }

  z_stream stream_{};
  bool between_members_ = false;
  bool padded_ = false;
};

class ZstdSource : public Expander {
 public:
  ZstdSource(std::unique_ptr<ByteSource> compressed, std::string path)
      : Expander(std::move(compressed), std::move(path)), context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }
  ~ZstdSource() override { ZSTD_freeDCtx(context_); }

 protected:
  std::size_t expand(char* buffer, std::size_t size) override {
    if (has_ended() && between_frames_) return 0;
    ZSTD_inBuffer in{input().data(), input().size(), 0};
    ZSTD_outBuffer out{buffer, size, 0};
    const std::size_t hint = ZSTD_decompressStream(context_, &out, &in);
    if (ZSTD_isError(hint) != 0) fail(Failure::damaged);
    take(in.pos);
    between_frames_ = hint == 0;
    return out.pos;
  }
  bool is_finished() const override { return between_frames_ && has_ended(); }

 private:
  ZSTD_DCtx* context_;
  bool between_frames_ = false;
};

}  // namespace

bool begins_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

bool begins_zstd(std::string_view bytes) {
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return true;
  return bytes.size() >= 4 && (bytes[0] & '\xF0') == '\x50' && bytes.substr(1, 3) == "\x2A\x4D\x18";
}

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> compressed, std::string path) {
  return std::make_unique<GzipSource>(std::move(compressed), std::move(path));
}

std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> compressed, std::string path) {
  return std::make_unique<ZstdSource>(std::move(compressed), std::move(path));
}

}  // namespace graphwright
