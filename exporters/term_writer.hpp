#pragma once

#include <string_view>

#include "graphwright/output.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// Writes terms in the canonical form of RDF 1.2 N-Triples (4): escapes only where they must be, language
/// tags in lower case, xsd:string unsaid.
class TermWriter {
 public:
  explicit TermWriter(Output& out) : out_(out) {}

  void write(const TermView& term);
  /// An IRI in angle brackets.
  void write_iri(std::string_view iri);
  /// A string in double quotes.
  void write_string(std::string_view text);

 private:
  void write_literal(const TermView& literal);
  void write_language(const TermView& literal);
  void write_escaped_iri(std::string_view iri);
  void write_escaped(std::string_view text);
  void write_triple(const TripleView& triple);

  Output& out_;
};

}  // namespace graphwright
