#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/code_point_index.hpp"

namespace graphwright {

/// A stretch of a source: code points [begin, end) of the raw text, and the bytes between them.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;
};

/// A quote to look for; prefix and suffix say what stands just before and after it, empty: anything.
struct QuoteSelector {
  std::string_view quote;
  std::string_view prefix;
  std::string_view suffix;
};

/// How far a quote that does not stand in a source is found in it: its first `words` words stand at
/// `passage`, and the source goes on with `next` instead of `wanted`.
struct NearestPassage {
  Passage passage;
  std::size_t words = 0;
  std::string wanted;
  std::string next;
};

/// A line and column of a text, from 1; columns count code points.
struct TextPosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// The text of a source document, in which quotes are looked up.
///
/// Quote and source are compared after Unicode NFC, with white space folded, typographic quotation
/// marks and dashes made plain and invisible characters left out; what is found is given as it
/// stands in the source. The text must be well-formed UTF-8 and below 1 GiB.
class SourceText {
 public:
  explicit SourceText(std::string text);

  const std::string& text() const { return text_; }
  /// The SHA-256 of the bytes in lower-case hexadecimal.
  std::string sha256() const;

  /// Where the quote stands, from the beginning, at most `limit` places.
  ///
  /// @complexity linear in the source
  std::vector<Passage> find(const QuoteSelector& selector, std::size_t limit = 16) const;

  /// The place where most of the first words of a quote stand; nothing where not even three do.
  ///
  /// @complexity linear in the source times the logarithm of the number of words
  std::optional<NearestPassage> find_nearest(std::string_view quote) const;

  /// The line and column of a code point.
  ///
  /// @complexity linear in the text before it
  TextPosition position(std::uint32_t code_point) const;

 private:
  struct Folded {
    std::string text;
    std::vector<std::uint32_t> origin;  // for each byte of text, and its end, the offset of the raw byte
  };

  static Folded fold(std::string_view text, bool keep_origin);
  static std::string fold(std::string_view text);
  Passage passage(std::size_t folded_begin, std::size_t folded_end) const;
  bool fits(const QuoteSelector& folded, std::size_t begin) const;

  std::string text_;
  Folded folded_;
  CodePointIndex code_points_;
};

}  // namespace graphwright
