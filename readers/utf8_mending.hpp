#pragma once

#include <string>

#include "graphwright/byte_source.hpp"
#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// Replaces each byte of a source that is not UTF-8 by U+FFFD, for lenient reading.
class Utf8Mending : public ByteSource {
 public:
  explicit Utf8Mending(ByteSource& source) : source_(source) {}

  std::size_t read(char* buffer, std::size_t size) override;
  /// Warns of what was replaced, once.
  void report(FileId file, Diagnostics& diagnostics) const;

 private:
  void refill();
  void mend(std::string_view bytes, bool is_last);

  ByteSource& source_;
  std::string raw_;
  std::string mended_;
  std::size_t given_ = 0;
  std::size_t replaced_ = 0;
  std::size_t lines_ = 1;
  std::size_t first_line_ = 0;
  bool is_over_ = false;
};

}  // namespace graphwright
