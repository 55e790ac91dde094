#pragma once

#include <cstddef>
#include <string_view>

#include "graphwright/output.hpp"

namespace graphwright {

/// Writes text as the content of XML elements and attributes (XML 1.0, 2.2 and 2.4).
///
/// XML 1.0 has no control characters but tab and line ends: they are replaced by their pictures
/// (U+2400 and following) and counted, as are U+FFFE and U+FFFF by U+FFFD.
class XmlText {
 public:
  explicit XmlText(Output& output) : output_(output) {}

  void content(std::string_view text) { write(text, false); }
  /// For a value between double quotes; white space is kept by character references.
  void attribute(std::string_view text) { write(text, true); }
  std::size_t replaced_count() const { return replaced_; }

 private:
  void write(std::string_view text, bool is_attribute);
  /// Writes what stands at the beginning of the text and cannot stand for itself; gives its length.
  std::size_t write_special(std::string_view text, bool is_attribute);

  Output& output_;
  std::size_t replaced_ = 0;
};

}  // namespace graphwright
