#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/iri.hpp"
#include "graphwright/term.hpp"

#include "byte_window.hpp"
#include "text_arena.hpp"

namespace graphwright {

/// How scanning a token ended: `more` means that the window ends in it and must slide.
enum class Scanned : std::uint8_t { ok, bad, more };

/// What is wrong, or was mended, and where in the window.
struct ScanNote {
  std::size_t at = 0;
  std::string message;
};

/// Whether an IRI begins with a scheme; the two that nearly all begin with are told by one comparison.
inline bool is_absolute(std::string_view iri) {
  if (iri.size() > 7 && (std::memcmp(iri.data(), "http://", 7) == 0 || std::memcmp(iri.data(), "https:/", 7) == 0))
    return true;
  return has_scheme(iri);
}

/// Reads the tokens that N-Triples and Turtle share (RDF 1.2 N-Triples, 5.3; RDF 1.2 Turtle, 6.5).
///
/// A plain token is a slice of the window; one with escapes is put together in the arena. `at` stands at
/// the first byte of the token and moves behind it, or stays where the result is not `ok`.
class TermScanner {
 public:
  struct Options {
    bool lenient = false;
    /// Whether tokens are only asked for that end within the window, so that `more` never comes.
    bool whole_tokens = false;
  };

  TermScanner(const ByteWindow& window, TextArena& arena, Options options)
      : window_(window), arena_(arena), lenient_(options.lenient), whole_tokens_(options.whole_tokens) {}

  /// IRIREF, not resolved.
  Scanned scan_iri(std::size_t& at, std::string_view& iri) {
    const std::size_t stop = window_.next_iri_stop(at + 1);
    if (window_[stop] != '>') [[unlikely]]
      return scan_iri_slowly(at, stop, iri);
    iri = window_.text(at + 1, stop);
    at = stop + 1;
    return Scanned::ok;
  }

  /// STRING_LITERAL_QUOTE.
  Scanned scan_string(std::size_t& at, std::string_view& text) {
    const std::size_t stop = window_.next_string_stop(at + 1);
    if (window_[stop] != '"') [[unlikely]]
      return scan_string_slowly(at, '"', text);
    text = window_.text(at + 1, stop);
    at = stop + 1;
    return Scanned::ok;
  }
  /// The same between two bytes `quote`.
  Scanned scan_string_slowly(std::size_t& at, char quote, std::string_view& text);
  /// A string between three bytes `quote`, which may hold line ends.
  Scanned scan_long_string(std::size_t& at, char quote, std::string_view& text);

  /// LANG_DIR; RDF 1.1 has the part before `--` only.
  Scanned scan_language(std::size_t& at, std::string_view& tag, Direction& direction);
  /// BLANK_NODE_LABEL, without the `_:`.
  Scanned scan_blank_label(std::size_t& at, std::string_view& label);

  /// Says what is wrong after `bad`.
  const ScanNote& error() const { return error_; }
  /// What lenient reading mended since this was cleared.
  std::vector<ScanNote>& mended() { return mended_; }

 private:
  Scanned scan_iri_slowly(std::size_t& at, std::size_t stop, std::string_view& iri);
  Scanned scan_iri_byte(std::size_t begin, std::size_t& at);
  Scanned scan_escape(std::size_t& at, bool in_iri);
  Scanned scan_numeric_escape(std::size_t& at, bool in_iri);
  Scanned take_code_point(std::size_t& at, std::size_t end, std::uint32_t value, bool in_iri);
  bool take_surrogates(std::size_t& at, std::size_t end, std::uint32_t high);
  Scanned unknown_escape(std::size_t& at, bool in_iri);
  Scanned end_of_string(std::size_t begin, std::size_t at, char quote);
  Scanned scan_direction(std::size_t& at, std::size_t dashes, Direction& direction);
  std::size_t skip_alphanumeric(std::size_t at, bool with_digits) const;
  std::size_t name_end(std::size_t at) const;

  Scanned fail(std::size_t at, std::string message) {
    error_ = {at, std::move(message)};
    return Scanned::bad;
  }
  /// Fails at the end of the window: for good if nothing follows.
  Scanned fail_at_end(std::size_t at, std::string_view message) {
    return is_final() ? fail(at, std::string(message)) : Scanned::more;
  }
  /// Whether a token cannot go on behind the window.
  bool is_final() const { return whole_tokens_ || window_.is_last(); }
  bool is_end(std::size_t at) const { return at >= window_.size(); }
  void mend(std::size_t at, std::string message) { mended_.push_back({at, std::move(message)}); }

  const ByteWindow& window_;
  TextArena& arena_;
  bool lenient_;
  bool whole_tokens_;
  std::string scratch_;
  ScanNote error_;
  std::vector<ScanNote> mended_;
};

/// Names a byte in a message: `a space`, `'{'`, `U+0007`.
std::string shown_byte(char c);

}  // namespace graphwright
