#include "chunk.hpp"

namespace graphwright::extraction {

std::string_view surface(std::string_view text, const SentenceChunks& sentence, const Chunk& one) {
  const std::size_t begin = sentence.tokens[one.first].begin;
  return text.substr(begin, sentence.tokens[one.last - 1].end - begin);
}

std::string_view capital_name(std::string_view text, const SentenceChunks& sentence, const Chunk& one) {
  std::size_t first = one.first;
  while (first + 1 < one.last && sentence.tokens[first].shape == Shape::lower) ++first;
  const std::size_t begin = sentence.tokens[first].begin;
  return text.substr(begin, sentence.tokens[one.last - 1].end - begin);
}

}  // namespace graphwright::extraction
