#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace graphwright {

/// Which bytes of a text can end something, one bit a byte, 64 bytes a word.
///
/// The parsers walk a text through these bits instead of byte by byte: one pass of vector instructions
/// over a block finds them all (about 6 ns for a line of 118 bytes; looking at each byte takes 200).
struct ByteIndex {
  /// Bytes that no IRIREF may hold: controls, space and <>"{}|^`\ (RDF 1.1 N-Triples, 7).
  std::uint64_t* iri_stops;
  /// Bytes that end a run of plain characters in a string: " \ line feed, carriage return.
  std::uint64_t* string_stops;
  /// Bytes beyond ASCII.
  std::uint64_t* wide;
};

inline constexpr std::size_t index_word_bytes = 64;

/// Fills `words` words of each row of bits from 64 times as many bytes.
using IndexBytes = void (*)(const char* bytes, std::size_t words, const ByteIndex& index);

/// Says what the others must agree with: a table look-up a byte.
void index_bytes_plainly(const char* bytes, std::size_t words, const ByteIndex& index);

/// The fastest of the versions that this processor can run, chosen once.
IndexBytes fastest_index_bytes();

/// A version and its name, for tests that compare them all.
struct IndexVersion {
  const char* name;
  IndexBytes run;
};
/// The versions that this processor can run; the second number is how many there are.
const IndexVersion* index_versions(std::size_t& count);

/// The first set bit at or after `at`; there must be one.
///
/// The bits of two words are joined so that the usual case, a stop within 64 bytes, takes no branch that
/// depends on where the text happens to cross a word (that branch cost 9 ns a line in mispredictions).
inline std::size_t next_stop(const std::uint64_t* stops, std::size_t at) {
  const std::size_t word = at / index_word_bytes;
  const unsigned shift = at % index_word_bytes;
  const std::uint64_t ahead = stops[word] >> shift | stops[word + 1] << 1U << (63U - shift);
  if (ahead != 0) [[likely]]
    return at + static_cast<std::size_t>(std::countr_zero(ahead));
  std::size_t next = word + 1;
  while (stops[next] == 0) ++next;
  return next * index_word_bytes + static_cast<std::size_t>(std::countr_zero(stops[next]));
}

}  // namespace graphwright
