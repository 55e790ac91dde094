#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graphwright/location.hpp"

#include "byte_window.hpp"
#include "term_scanner.hpp"

namespace graphwright {

/// The tokens of Turtle and TriG (RDF 1.2 Turtle, 6.5).
enum class TokenKind : std::uint8_t {
  end,
  iri,
  prefixed_name,
  blank,
  string,
  long_string,
  integer,
  decimal,
  double_,
  word,
  at_word,
  dot,
  comma,
  semicolon,
  open_bracket,
  close_bracket,
  open_paren,
  close_paren,
  open_brace,
  close_brace,
  open_annotation,
  close_annotation,
  open_reified,
  close_reified,
  open_triple_term,
  close_triple_term,
  tilde
};

/// How a token is named in a message.
std::string_view name(TokenKind kind);

/// A token; its texts are borrowed from the window or the arena until either moves on.
struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  /// The IRI, the local name, the label, the string, the digits or the word.
  std::string_view text{};
  /// The prefix of a prefixed name.
  std::string_view prefix{};
};

/// Cuts Turtle and TriG into tokens.
///
/// A call that answers `more` has moved nothing but white space: slide the window and call again.
/// Lines are counted only where a place is asked for, so that skipping white space stays one loop.
class TurtleLexer {
 public:
  TurtleLexer(ByteSource& source, std::size_t block_bytes, TextArena& arena, bool lenient);

  Scanned next(Token& token);
  /// What may follow a string: `@` or `^` without moving, else 0.
  Scanned peek_suffix(char& first);
  /// Behind `peek_suffix` gave `@`.
  Scanned next_language(std::string_view& tag, Direction& direction);
  /// Behind `peek_suffix` gave `^`.
  Scanned next_datatype_mark();

  /// Reads on; what was borrowed from the window ends.
  void slide();
  /// Whether the token that is asked for is longer than this and still goes on.
  bool is_longer_than(std::size_t bytes) const { return window_.size() - at_ > bytes; }

  /// The place of an offset that lies not before the last one asked for.
  Location location(std::size_t offset);
  /// The next byte to be read.
  std::size_t offset() const { return at_; }
  const ScanNote& error() const { return error_; }
  bool is_encoding_error() const { return is_encoding_error_; }
  /// Whether the error stands in a comment, which was skipped: the next call goes on.
  bool is_in_comment() const { return is_in_comment_; }
  std::vector<ScanNote>& mended() { return scanner_.mended(); }
  const ByteWindow& window() const { return window_; }

  /// Takes a token back that was just read.
  void unread(const Token& token) { at_ = token.begin; }
  /// Begins to skip a broken statement, whose error stands at an offset.
  void begin_recovery(std::size_t offset) { at_ = std::max(at_, offset); }
  /// Skips up to behind the dot that seems to end the statement, or up to a brace that closes a graph.
  Scanned recover(bool stop_at_brace);

 private:
  Scanned skip_space();
  Scanned scan(std::size_t& at, Token& token);
  Scanned scan_angle(std::size_t& at, Token& token);
  Scanned scan_closing_angle(std::size_t& at, Token& token);
  Scanned scan_quoted(std::size_t& at, Token& token);
  Scanned scan_number(std::size_t& at, Token& token);
  Scanned scan_name(std::size_t& at, Token& token);
  Scanned scan_local(std::size_t& at, Token& token);
  Scanned scan_escaped_local(std::size_t& at, Token& token);
  Scanned scan_at_word(std::size_t& at, Token& token);
  Scanned take(std::size_t& at, std::size_t size, TokenKind kind, Token& token);
  Scanned finish(Scanned scanned, std::size_t at);
  Scanned fail_in_comment(std::size_t end);
  Scanned from_scanner(Scanned scanned);
  std::size_t skip_digits(std::size_t at) const;
  std::size_t skip_exponent(std::size_t at) const;
  std::size_t name_length(std::size_t at, bool first) const;
  std::size_t skip_recovered(std::size_t at) const;
  bool skip_recovered_comment();

  Scanned fail(std::size_t at, std::string message) {
    error_ = {at, std::move(message)};
    return Scanned::bad;
  }
  bool is_cut(std::size_t at) const { return at >= window_.size() && !window_.is_last(); }

  ByteWindow window_;
  TextArena& arena_;
  TermScanner scanner_;
  std::size_t at_ = 0;
  ScanNote error_;
  bool is_encoding_error_ = false;
  bool is_in_comment_ = false;
  bool is_recovering_in_comment_ = false;
  // The last place asked for.
  std::size_t known_at_ = 0;
  std::uint32_t known_line_ = 1;
  std::uint32_t known_column_ = 1;
};

}  // namespace graphwright
