#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace graphwright::extraction {

/// A stretch of bytes of the text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How a token is written.
enum class Shape : std::uint8_t { lower, capitalized, capitals, number, punctuation };

/// A word, number or punctuation mark; `key` is the word in lower case with plain apostrophes.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  Shape shape = Shape::lower;
  bool is_quoted = false;
  std::string key;
};

/// Cuts a text into sentences: Unicode's borders, mended after abbreviations and wrapped lines.
///
/// @complexity linear
std::vector<Stretch> sentences(std::string_view text);

/// Cuts a sentence into tokens. `'s` and participles behind a hyphen (`-backed`) stand alone.
///
/// @complexity linear
std::vector<Token> tokens(std::string_view text, Stretch sentence);

/// A text in lower case with plain apostrophes and hyphens.
std::string lower(std::string_view text);

}  // namespace graphwright::extraction
