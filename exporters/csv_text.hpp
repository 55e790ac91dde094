#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "graphwright/output.hpp"

namespace graphwright {

/// Writes the fields of a table (RFC 4180, with LF as line end).
///
/// A field is quoted where it must be, and where it is empty but there: what is absent is nothing at all.
/// No reader takes U+0000; it leaves as its picture U+2400 and is counted.
class CsvText {
 public:
  CsvText(Output& output, char delimiter);

  void field(std::string_view text);
  void absent() { separate(); }
  void end_row() {
    output_.put('\n');
    is_first_ = true;
  }
  std::size_t replaced_count() const { return replaced_; }

 private:
  void separate() {
    if (!is_first_) output_.put(delimiter_);
    is_first_ = false;
  }
  bool needs_quotes(std::string_view text) const;

  Output& output_;
  char delimiter_;
  std::array<bool, 256> is_special_{};
  bool is_first_ = true;
  std::size_t replaced_ = 0;
};

}  // namespace graphwright
