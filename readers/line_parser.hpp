#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graphwright/iri.hpp"
#include "graphwright/reader.hpp"

#include "byte_window.hpp"
#include "statement_batch.hpp"
#include "term_scanner.hpp"

namespace graphwright {

/// The grammar of N-Triples and N-Quads: one statement a line.
///
/// The window always ends in a whole line, so that no token is ever cut. A function that parses takes
/// the offset of its first byte and gives that of the byte behind it, or `failed` with `error_` set:
/// passing the offset in a register and not in a member saves 8 ns a line.
class LineParser {
 public:
  LineParser(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool quads);

  /// Reads to the end; does not call `finish`.
  void run();

 private:
  static constexpr std::size_t failed = std::string_view::npos;

  std::size_t whole_lines() const;
  void parse_lines(std::size_t begin, std::size_t limit);
  std::size_t parse_line(std::size_t at);
  std::size_t parse_statements(std::size_t at);
  std::size_t parse_statement(std::size_t at, StatementView& row);
  std::size_t parse_version(std::size_t at);

  std::size_t parse_subject(std::size_t at, TermView& term);
  std::size_t parse_predicate(std::size_t at, TermView& term);
  std::size_t parse_object(std::size_t at, TermView& term, std::size_t depth);
  std::size_t parse_graph(std::size_t at, TermView& term);
  std::size_t parse_iri(std::size_t at, TermView& term);
  std::size_t parse_relative_iri(std::size_t at, TermView& term);
  std::size_t parse_blank(std::size_t at, TermView& term);
  std::size_t parse_literal(std::size_t at, TermView& term);
  std::size_t parse_datatype(std::size_t at, TermView& literal);
  std::size_t parse_triple_term(std::size_t at, TermView& term, std::size_t depth);

  std::size_t skip_blanks(std::size_t at) const {
    while (window_[at] == ' ' || window_[at] == '\t') ++at;
    return at;
  }
  bool is_line_end(std::size_t at) const { return window_[at] == '\n' || window_[at] == '\r'; }
  std::size_t line_end(std::size_t at) const;
  void skip_long_line();
  void flush();

  std::size_t fail(std::size_t at, std::string message);
  std::size_t fail_scan();
  Location location(std::size_t at) const;
  void report_error(std::string_view code);
  void report_mended();
  bool is_utf8(std::size_t begin, std::size_t end);

  const ReadOptions& options_;
  Diagnostics& diagnostics_;
  ByteWindow window_;
  TextArena arena_;
  StatementBatch batch_;
  TermScanner scanner_;
  BaseIri base_;
  ScanNote error_;
  std::size_t line_begin_ = 0;
  std::size_t max_triple_depth_;
  std::uint32_t line_ = 1;
  bool quads_;
};

}  // namespace graphwright
