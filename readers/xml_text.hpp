#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graphwright/byte_source.hpp"
#include "graphwright/text_decoder.hpp"

namespace graphwright {

/// The text of an XML document in UTF-8, whatever its encoding: told by a byte order mark, else by the XML
/// declaration, else UTF-8 (XML 1.0, 4.3.3 and appendix F).
///
/// The parser could convert, but then no place in its text is a place in the document, and bytes that are not
/// of the encoding are met earlier or later with the size of its blocks. UTF-8 goes through unseen.
class XmlText : public ByteSource {
 public:
  explicit XmlText(ByteSource& bytes) : bytes_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override;
  /// Why the text ends before the document does; empty where it does not.
  const std::string& error() const { return error_; }

 private:
  void begin();
  void read_bytes();
  void decode(std::string_view bytes, bool is_last);
  void end(std::string error);

  ByteSource& bytes_;
  std::unique_ptr<TextDecoder> decoder_;
  std::string encoding_;
  std::string text_;  // ready to be given, from `at_`
  std::string error_;
  std::size_t at_ = 0;
  bool has_begun_ = false;
  bool is_at_end_ = false;
};

}  // namespace graphwright
