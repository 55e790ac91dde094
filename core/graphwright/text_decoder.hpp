#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace graphwright {

/// Turns text of another encoding into UTF-8, piece by piece.
class TextDecoder {
 public:
  /// Knows the names of the IANA registry that ICU knows; null for others.
  static std::unique_ptr<TextDecoder> open(const std::string& encoding);
  ~TextDecoder();

  /// Whether ASCII is read as what it is.
  bool takes_ascii() const;
  /// Appends what the next bytes say; false where they are not of the encoding: only what stands before is appended.
  ///
  /// @complexity linear
  bool decode(std::string_view bytes, bool is_last, std::string& text);

 private:
  struct Converter;
  explicit TextDecoder(std::unique_ptr<Converter> converter);

  std::unique_ptr<Converter> converter_;
};

}  // namespace graphwright
