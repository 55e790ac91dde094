#include "turtle_terms.hpp"

#include <algorithm>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

void skip_sign(std::string_view& text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
}

bool is_integer(std::string_view text) {
  skip_sign(text);
  return !digits(text).empty() && text.empty();
}

bool is_decimal(std::string_view text) {
  skip_sign(text);
  digits(text);
  if (text.empty() || text.front() != '.') return false;
  text.remove_prefix(1);
  return !digits(text).empty() && text.empty();
}

bool is_double(std::string_view text) {
  skip_sign(text);
  bool has_digits = !digits(text).empty();
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    has_digits = !digits(text).empty() || has_digits;
  }
  if (!has_digits || text.empty() || (text.front() != 'e' && text.front() != 'E')) return false;
  return is_integer(text.substr(1));
}

/// Whether text reads better over several lines: it has line feeds, and nothing that needs an escape there.
bool reads_better_long(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return c != '\n' && c != '\t' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F);
  });
}

}  // namespace

bool is_bare_literal(const TermView& literal) {
  if (!literal.is_literal() || literal.tagged) return false;
  if (literal.qualifier == iri::xsd::integer) return is_integer(literal.text);
  if (literal.qualifier == iri::xsd::decimal) return is_decimal(literal.text);
  if (literal.qualifier == iri::xsd::double_) return is_double(literal.text);
  return literal.qualifier == iri::xsd::boolean && (literal.text == "true" || literal.text == "false");
}

bool needs_version_12(const TermView& term) { return term.is_triple() || term.direction != Direction::none; }

bool is_about_facts(const TermView& subject) { return subject.is_iri() && subject.text.starts_with(iri::gw::id_ns); }

bool TurtleLiteralWriter::write(const TermView& literal) {
  if (is_bare_literal(literal)) {
    out_.write(literal.text);
    return false;
  }
  if (reads_better_long(literal.text))
    write_long(literal.text);
  else
    terms_.write_string(literal.text);
  if (literal.tagged) {
    out_.put('@');
    out_.write(literal.qualifier);
    if (literal.direction != Direction::none) out_.write(literal.direction == Direction::ltr ? "--ltr" : "--rtl");
    return false;
  }
  if (literal.qualifier.empty() || literal.qualifier == iri::xsd::string) return false;
  out_.write("^^");
  return true;
}

void TurtleLiteralWriter::write_long(std::string_view text) {
  out_.write(R"(""")");
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A quote is escaped where three could meet: before another quote and at the end.
    const bool is_risky_quote = text[i] == '"' && (i + 1 == text.size() || text[i + 1] == '"');
    if (text[i] == '\\' || is_risky_quote) out_.put('\\');
    out_.put(text[i]);
  }
  out_.write(R"(""")");
}

}  // namespace graphwright
