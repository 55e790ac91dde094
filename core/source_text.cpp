#include "graphwright/source_text.hpp"

#include <cstring>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "graphwright/digest.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 30;
constexpr std::size_t least_words = 3;
constexpr char32_t dropped = 0;

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Soft hyphen, zero-width space, word joiner, byte order mark.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/// The plain character for a code point: what differs between a printed page and a keyboard is one.
char32_t plain(char32_t c) {
  if (c < 0x80) return is_space(c) ? ' ' : c;
  if (is_space(c)) return ' ';
  if (is_invisible(c)) return dropped;
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2039 || c == 0x203A || c == 0x02BC) return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) return '"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return c;
}

/// Maps offsets in a normalised text back to the raw one; offsets must be asked in ascending order.
class RawOffsets {
 public:
  RawOffsets(const icu::Edits& edits, bool changed) : edits_(edits.getFineIterator()), changed_(changed) { advance(); }

  std::uint32_t operator()(std::size_t normalised) {
    if (!changed_) return static_cast<std::uint32_t>(normalised);
    while (has_span_ && normalised >= span_end()) advance();
    const auto into_span = static_cast<std::int32_t>(normalised) - edits_.destinationIndex();
    const bool within_change = has_span_ && edits_.hasChange();
    return static_cast<std::uint32_t>(edits_.sourceIndex() + (within_change ? 0 : into_span));
  }

 private:
  std::size_t span_end() const {
    return static_cast<std::size_t>(edits_.destinationIndex()) + static_cast<std::size_t>(edits_.newLength());
  }

  void advance() {
    UErrorCode status = U_ZERO_ERROR;
    has_span_ = changed_ && edits_.next(status) && U_SUCCESS(status);
  }

  icu::Edits::Iterator edits_;
  bool changed_;
  bool has_span_ = false;
};

/// The text in Unicode NFC, with what was changed.
std::string normalise(std::string_view text, icu::Edits& edits) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_SUCCESS(status)) nfc->normalizeUTF8(0, piece, sink, &edits, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalise text: ") + u_errorName(status));
  return out;
}

std::string_view trim(std::string_view folded) {
  if (!folded.empty() && folded.front() == ' ') folded.remove_prefix(1);
  if (!folded.empty() && folded.back() == ' ') folded.remove_suffix(1);
  return folded;
}

/// The next place of a needle, npos where there is none; two-way search, so never quadratic.
std::size_t search_from(std::string_view text, std::string_view needle, std::size_t from) {
  const void* at = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return at == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

/// The ends of the words of a folded text.
std::vector<std::size_t> word_ends(std::string_view folded) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < folded.size(); ++at)
    if (folded[at] == ' ') ends.push_back(at);
  ends.push_back(folded.size());
  return ends;
}

std::string first_word(std::string_view folded) {
  folded = trim(folded);
  return std::string(folded.substr(0, folded.find(' ')));
}

/// Leaves out invisible characters at the end of a passage.
std::string_view without_invisible_end(std::string_view passage) {
  for (std::size_t begin = passage.size(); begin > 0;) {
    do --begin;
    while (begin > 0 && is_continuation_byte(passage[begin]));
    std::size_t at = begin;
    if (!is_invisible(decode_utf8(passage, at))) break;
    passage = passage.substr(0, begin);
  }
  return passage;
}

}  // namespace

SourceText::SourceText(std::string text) : text_(std::move(text)) {
  if (text_.size() >= max_bytes) throw std::length_error("a source text of 1 GiB or more");
  folded_ = fold(text_, true);
  code_points_ = CodePointIndex(text_);
}

std::string SourceText::sha256() const { return sha256_hex(text_); }

SourceText::Folded SourceText::fold(std::string_view raw, bool keep_origin) {
  icu::Edits edits;
  const std::string text = normalise(raw, edits);
  RawOffsets raw_offset(edits, edits.hasChanges());
  Folded folded;
  folded.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = plain(decode_utf8(text, at));
    const bool repeats_space = c == ' ' && !folded.text.empty() && folded.text.back() == ' ';
    if (c == dropped || repeats_space) continue;
    append_utf8(c, folded.text);
    if (keep_origin) folded.origin.resize(folded.text.size(), raw_offset(begin));
  }
  if (keep_origin) folded.origin.push_back(static_cast<std::uint32_t>(raw.size()));
  return folded;
}

std::string SourceText::fold(std::string_view text) {
  const Folded folded = fold(text, false);
  return std::string(trim(folded.text));
}

Passage SourceText::passage(std::size_t folded_begin, std::size_t folded_end) const {
  const std::size_t begin = folded_.origin[folded_begin];
  const std::string_view text =
      without_invisible_end(std::string_view(text_).substr(begin, folded_.origin[folded_end] - begin));
  return {code_points_.before(text_, begin), code_points_.before(text_, begin + text.size()), text};
}

bool SourceText::fits(const QuoteSelector& folded, std::size_t begin) const {
  std::string_view before = std::string_view(folded_.text).substr(0, begin);
  std::string_view after = std::string_view(folded_.text).substr(begin + folded.quote.size());
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (after.starts_with(' ')) after.remove_prefix(1);
  return before.ends_with(folded.prefix) && after.starts_with(folded.suffix);
}

std::vector<Passage> SourceText::find(const QuoteSelector& selector, std::size_t limit) const {
  const std::string quote = fold(selector.quote);
  const std::string prefix = fold(selector.prefix);
  const std::string suffix = fold(selector.suffix);
  std::vector<Passage> found;
  if (quote.empty()) return found;
  for (std::size_t at = search_from(folded_.text, quote, 0); at != std::string_view::npos && found.size() < limit;
       at = search_from(folded_.text, quote, at + 1))
    if (fits({quote, prefix, suffix}, at)) found.push_back(passage(at, at + quote.size()));
  return found;
}

std::optional<NearestPassage> SourceText::find_nearest(std::string_view raw_quote) const {
  const std::string folded_quote = fold(raw_quote);
  const std::string_view quote = folded_quote;
  const std::vector<std::size_t> ends = word_ends(quote);
  std::size_t known = 0;
  for (std::size_t unknown = ends.size(); unknown - known > 1;) {
    const std::size_t middle = known + (unknown - known) / 2;
    const bool stands = search_from(folded_.text, quote.substr(0, ends[middle - 1]), 0) != std::string_view::npos;
    (stands ? known : unknown) = middle;
  }
  if (known < least_words) return std::nullopt;
  const std::size_t length = ends[known - 1];
  const std::size_t at = search_from(folded_.text, quote.substr(0, length), 0);
  return NearestPassage{passage(at, at + length), known, first_word(quote.substr(length)),
                        first_word(std::string_view(folded_.text).substr(at + length))};
}

TextPosition SourceText::position(std::uint32_t code_point) const {
  TextPosition position;
  std::uint32_t seen = 0;
  for (char byte : text_) {
    if (is_continuation_byte(byte)) continue;
    if (seen++ == code_point) break;
    ++position.column;
    if (byte == '\n') position = {position.line + 1, 1};
  }
  return position;
}

}  // namespace graphwright
