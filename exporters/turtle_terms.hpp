#pragma once

#include <string_view>

#include "graphwright/output.hpp"
#include "graphwright/term.hpp"

#include "term_writer.hpp"

namespace graphwright {

/// Whether the lexical form may stand bare in Turtle and be read as the same literal again: numbers and
/// booleans (RDF 1.1 Turtle, 2.5.2 and 2.5.3).
bool is_bare_literal(const TermView& literal);

/// Whether a term needs RDF 1.2: a triple term, or a literal with a base direction.
bool needs_version_12(const TermView& term);

/// Whether what is said of a subject stands behind what is said of the world: it is a fact or evidence.
bool is_about_facts(const TermView& subject);

/// Writes literals as Turtle does; the caller writes IRIs, since it knows their prefixes.
class TurtleLiteralWriter {
 public:
  explicit TurtleLiteralWriter(Output& out) : out_(out), terms_(out) {}

  /// Writes all of a literal but its datatype, which the caller writes after `^^` where this gives true.
  bool write(const TermView& literal);

 private:
  void write_long(std::string_view text);

  Output& out_;
  TermWriter terms_;
};

}  // namespace graphwright
