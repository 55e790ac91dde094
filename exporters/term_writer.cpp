#include "term_writer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "escaping_copy.hpp"

namespace graphwright {
namespace {

// What is asked of the output at once stays well below what it can reserve.
constexpr std::size_t piece_bytes = std::size_t{16} << 10;

void write_numeric_escape(unsigned code_point, Output& out) {
  char* const to = out.reserve(6);
  fmt::format_to(to, "\\u{:04X}", code_point);
  out.advance(6);
}

/// The letter of the escape that a character of a string has, or 0.
char escape_letter(char c) {
  switch (c) {
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    case '"':
    case '\\':
      return c;
    default:
      return '\0';
  }
}

/// Whether U+FFFE or U+FFFF begins here: no characters of XML 1.1, so that canonical N-Triples escapes them.
bool begins_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// As much of a text as is written at once; no code point is cut.
std::string_view first_piece(std::string_view text) {
  if (text.size() <= piece_bytes) return text;
  std::size_t size = piece_bytes;
  while (size > piece_bytes - 4 && is_continuation_byte(text[size])) --size;
  return text.substr(0, size);
}

}  // namespace

void TermWriter::write(const TermView& term) {
  switch (term.kind) {
    [[likely]] case TermKind::iri : write_iri(term.text);
    break;
    case TermKind::blank:
      out_.write("_:");
      out_.write(term.text);
      break;
    case TermKind::literal:
      write_literal(term);
      break;
    case TermKind::triple:
      write_triple(*term.triple);
      break;
    case TermKind::absent:
      break;
  }
}

void TermWriter::write_iri(std::string_view iri) {
  if (iri.size() > piece_bytes) [[unlikely]] {
    write_escaped_iri(iri);
    return;
  }
  char* const to = out_.reserve(iri.size() + 2);
  if (!copy_iri(iri, to + 1)) [[unlikely]] {
    write_escaped_iri(iri);
    return;
  }
  to[0] = '<';
  to[iri.size() + 1] = '>';
  out_.advance(iri.size() + 2);
}

void TermWriter::write_escaped_iri(std::string_view iri) {
  out_.put('<');
  for (char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (needs_iri_escape(byte))
      write_numeric_escape(byte, out_);
    else
      out_.put(c);
  }
  out_.put('>');
}

void TermWriter::write_literal(const TermView& literal) {
  write_string(literal.text);
  if (literal.tagged) {
    write_language(literal);
  } else if (!literal.qualifier.empty() && literal.qualifier != iri::xsd::string) {
    out_.write("^^");
    write_iri(literal.qualifier);
  }
}

void TermWriter::write_language(const TermView& literal) {
  out_.put('@');
  for (char c : literal.qualifier) out_.put(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  if (literal.direction != Direction::none) out_.write(literal.direction == Direction::ltr ? "--ltr" : "--rtl");
}

void TermWriter::write_string(std::string_view text) {
  out_.put('"');
  while (!text.empty()) {
    const std::string_view piece = first_piece(text);
    if (copy_string(piece, out_.reserve(piece.size()))) [[likely]]
      out_.advance(piece.size());
    else
      write_escaped(piece);
    text.remove_prefix(piece.size());
  }
  out_.put('"');
}

/// Writes a piece of a string that holds something to escape.
void TermWriter::write_escaped(std::string_view text) {
  static constexpr auto may_need_escape = make_escape_table<may_need_string_escape>();
  while (!text.empty()) {
    const auto stop =
        std::find_if(text.begin(), text.end(), [](char c) { return may_need_escape[static_cast<unsigned char>(c)]; });
    const auto plain = static_cast<std::size_t>(stop - text.begin());
    out_.write(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) return;
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t taken = 1;
    if (const char letter = escape_letter(text.front())) {
      out_.put('\\');
      out_.put(letter);
    } else if (byte < 0x20 || byte == 0x7F) {
      write_numeric_escape(byte, out_);
    } else if (begins_noncharacter(text)) {
      write_numeric_escape(text[2] == '\xBE' ? 0xFFFE : 0xFFFF, out_);
      taken = 3;
    } else {
      out_.put(text.front());
    }
    text.remove_prefix(taken);
  }
}

void TermWriter::write_triple(const TripleView& triple) {
  out_.write("<<( ");
  write(triple.subject);
  out_.put(' ');
  write(triple.predicate);
  out_.put(' ');
  write(triple.object);
  out_.write(" )>>");
}

}  // namespace graphwright
