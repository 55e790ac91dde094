#include "graphwright/ntriples_text.hpp"

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// The letter of the escape that a character has, or 0.
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

/// Whether a character is none of XML 1.1, or delete.
bool needs_numeric_escape(char32_t c) { return c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF; }

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    const char letter = c < 0x80 ? escape_letter(static_cast<char>(c)) : '\0';
    if (letter != '\0')
      out.append("\\").append(1, letter);
    else if (needs_numeric_escape(c))
      out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c));
    else
      out.append(text.substr(begin, at - begin));
  }
}

void append_language(std::string_view tag, std::string& out) {
  for (char c : tag) out += ascii_lower(c);
}

void append_literal(const TermView& term, std::string& out) {
  out += '"';
  append_escaped(term.text, out);
  out += '"';
  if (term.tagged) {
    out += '@';
    append_language(term.qualifier, out);
    if (term.direction != Direction::none) out += term.direction == Direction::ltr ? "--ltr" : "--rtl";
  } else if (!term.qualifier.empty() && term.qualifier != iri::xsd::string) {
    out.append("^^<").append(term.qualifier).append(">");
  }
}

}  // namespace

void append_ntriples(const TermView& term, std::string& out) {
  switch (term.kind) {
    case TermKind::absent:
      out += '-';
      break;
    case TermKind::iri:
      out.append("<").append(term.text).append(">");
      break;
    case TermKind::blank:
      out.append("_:").append(term.text);
      break;
    case TermKind::literal:
      append_literal(term, out);
      break;
    case TermKind::triple:
      out += "<<( ";
      append_ntriples(term.triple->subject, out);
      out += ' ';
      append_ntriples(term.triple->predicate, out);
      out += ' ';
      append_ntriples(term.triple->object, out);
      out += " )>>";
      break;
  }
}

}  // namespace graphwright
