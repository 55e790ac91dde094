#include "graphwright/ntriples_text.hpp"

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
          out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
          out += c;
    }
  }
}

void append_language(std::string_view tag, std::string& out) {
  for (char c : tag) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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
