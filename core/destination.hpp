#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace graphwright {

/// Where finished blocks of bytes go, one stage behind an `Output`.
class Destination {
 public:
  Destination() = default;
  Destination(const Destination&) = delete;
  Destination& operator=(const Destination&) = delete;
  virtual ~Destination() = default;

  virtual void write(std::string_view bytes) = 0;
  /// Makes the bytes final; called once, last.
  virtual void commit() = 0;
};

/// A file that is replaced whole, or a device or pipe that is written directly (`-`: standard output).
std::unique_ptr<Destination> open_destination(const std::string& path);

/// Compresses into a destination as one gzip member (RFC 1952) without name and time, so that same
/// bytes give same bytes.
std::unique_ptr<Destination> gzip_into(std::unique_ptr<Destination> next);
/// Compresses into a destination as one zstd frame with a checksum (RFC 8878).
std::unique_ptr<Destination> zstd_into(std::unique_ptr<Destination> next);

}  // namespace graphwright
