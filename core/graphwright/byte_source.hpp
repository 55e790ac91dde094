#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace graphwright {

/// Where a reader's bytes come from, block by block.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Reads up to `size` bytes; 0 means the end. Throws `std::system_error` where reading fails.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// Hands over all bytes not read yet where they lie in memory already; they live as long as the source.
  virtual bool whole(std::string_view& /*bytes*/) { return false; }
};

/// Opens a file, or the standard input for `-`; gzip and zstd are told by their first bytes.
///
/// Throws `std::system_error` where the file cannot be opened. Gzip members and zstd frames may follow
/// each other. Compressed data that is damaged, ends too early, or grows beyond 256 MiB to more than 250
/// times its size makes `read` throw `std::system_error`.
std::unique_ptr<ByteSource> open_source(const std::string& path);

/// Bytes that lie in memory; `chunk` limits what one read gives (0: no limit).
std::unique_ptr<ByteSource> memory_source(std::string_view bytes, std::size_t chunk = 0);

/// Reads the rest of a source; throws `std::length_error` beyond `limit` bytes.
std::string read_all(ByteSource& source, std::size_t limit = std::size_t{4} << 30);

}  // namespace graphwright
