#include <array>
#include <new>
#include <stdexcept>
#include <utility>

#include <zlib.h>
#include <zstd.h>

#include "destination.hpp"

namespace graphwright {
namespace {

using Block = std::array<char, std::size_t{64} << 10>;

class GzipDestination : public Destination {
 public:
  explicit GzipDestination(std::unique_ptr<Destination> next) : next_(std::move(next)) {
    constexpr int gzip_window = 15 + 16;  // zlib's way to ask for the gzip wrapper
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~GzipDestination() override { deflateEnd(&stream_); }

  void write(std::string_view bytes) override {
    constexpr std::size_t most = std::size_t{1} << 30;  // zlib counts input in 32 bits
    for (; bytes.size() > most; bytes.remove_prefix(most)) deflate_all(bytes.substr(0, most), Z_NO_FLUSH);
    deflate_all(bytes, Z_NO_FLUSH);
  }
  void commit() override {
    deflate_all({}, Z_FINISH);
    next_->commit();
  }

 private:
  void deflate_all(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(block_.data());
      stream_.avail_out = static_cast<uInt>(block_.size());
      deflate(&stream_, flush);
      next_->write({block_.data(), block_.size() - stream_.avail_out});
    } while (stream_.avail_out == 0);
  }

  std::unique_ptr<Destination> next_;
  z_stream stream_{};
  Block block_;
};

class ZstdDestination : public Destination {
 public:
  explicit ZstdDestination(std::unique_ptr<Destination> next) : next_(std::move(next)), context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdDestination() override { ZSTD_freeCCtx(context_); }

  void write(std::string_view bytes) override { compress_all(bytes, ZSTD_e_continue); }
  void commit() override {
    compress_all({}, ZSTD_e_end);
    next_->commit();
  }

 private:
  void compress_all(std::string_view bytes, ZSTD_EndDirective directive) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool done = false; !done;) {
      ZSTD_outBuffer out{block_.data(), block_.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &out, &in, directive);
      if (ZSTD_isError(left) != 0) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(left));
      next_->write({block_.data(), out.pos});
      done = directive == ZSTD_e_end ? left == 0 : in.pos == in.size;
    }
  }

  std::unique_ptr<Destination> next_;
  ZSTD_CCtx* context_;
  Block block_;
};

}  // namespace

std::unique_ptr<Destination> gzip_into(std::unique_ptr<Destination> next) {
  return std::make_unique<GzipDestination>(std::move(next));
}

std::unique_ptr<Destination> zstd_into(std::unique_ptr<Destination> next) {
  return std::make_unique<ZstdDestination>(std::move(next));
}

}  // namespace graphwright
