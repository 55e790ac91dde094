#include "line_parser.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "limits.hpp"

namespace graphwright {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A datatype that a literal can only have by its language tag (RDF 1.2 Concepts, 3.3).
bool is_tagged_datatype(std::string_view iri) {
  return iri == iri::rdf::lang_string || iri == iri::rdf::dir_lang_string;
}

}  // namespace

LineParser::LineParser(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool quads)
    : options_(options),
      diagnostics_(diagnostics),
      window_(source, options.block_bytes),
      batch_(sink),
      scanner_(window_, arena_, {.lenient = options.lenient, .whole_tokens = true}),
      base_(options.base),
      max_triple_depth_(std::min(options.max_depth, max_triple_term_depth)),
      quads_(quads) {}

void LineParser::run() {
  std::size_t begin = window_.size() >= 3 && window_.text(0, 3) == byte_order_mark ? 3 : 0;
  for (;;) {
    const std::size_t limit = whole_lines();
    parse_lines(begin, limit);
    flush();
    if (limit != 0) begin = 0;
    if (window_.is_last()) break;
    if (limit == 0 && window_.size() > options_.max_token_bytes)
      skip_long_line();
    else
      window_.slide(limit);
  }
  if (options_.lines_read != nullptr) *options_.lines_read = line_ - 1;
}

/// Where the last whole line ends: a carriage return counts once it is known that no line feed follows.
std::size_t LineParser::whole_lines() const {
  const std::string_view bytes = window_.text(0, window_.size());
  if (window_.is_last()) return bytes.size();
  const std::size_t feed = bytes.rfind('\n');
  if (feed != std::string_view::npos) return feed + 1;
  const std::size_t carriage = bytes.substr(0, bytes.size() - std::min<std::size_t>(bytes.size(), 1)).rfind('\r');
  return carriage == std::string_view::npos ? 0 : carriage + 1;
}

void LineParser::parse_lines(std::size_t begin, std::size_t limit) {
  const bool is_all_utf8 = window_.first_bad() >= limit;
  std::size_t at = begin;
  while (at < limit) {
    line_begin_ = at;
    if (is_all_utf8 || is_utf8(at, line_end(at)))
      at = parse_line(at);
    else
      at = line_end(at);
    at += window_[at] == '\r' && window_[at + 1] == '\n' ? 2 : 1;
    ++line_;
  }
}

/// Gives the offset of the line's end, also after an error.
std::size_t LineParser::parse_line(std::size_t at) {
  at = skip_blanks(at);
  if (is_line_end(at)) return at;
  if (window_[at] != '#') {
    at = window_[at] == 'V' ? parse_version(at) : parse_statements(at);
    if (options_.lenient) report_mended();
    if (at == failed) {
      report_error("syntax");
      at = error_.at;
    }
  }
  return line_end(at);
}

/// One statement, and further ones on the same line in lenient reading.
std::size_t LineParser::parse_statements(std::size_t at) {
  do {
    StatementView& row = batch_.row();
    row.location = {options_.file, line_, at == line_begin_ ? 1 : location(at).column};
    at = parse_statement(at, row);
    if (at == failed) return failed;
    at = skip_blanks(at);
    const bool is_over = is_line_end(at) || window_[at] == '#';
    if (!is_over && !options_.lenient) return fail(at, "expected the end of the line behind '.'");
    batch_.add();
    if (batch_.is_full()) flush();
    if (is_over) return at;
  } while (true);
}

std::size_t LineParser::parse_statement(std::size_t at, StatementView& row) {
  at = parse_subject(at, row.subject);
  if (at == failed) return failed;
  at = parse_predicate(skip_blanks(at), row.predicate);
  if (at == failed) return failed;
  at = parse_object(skip_blanks(at), row.object, 0);
  if (at == failed) return failed;
  at = skip_blanks(at);
  row.graph = {};
  if (window_[at] == '.') [[likely]]
    return at + 1;
  if (quads_) {
    at = parse_graph(at, row.graph);
    if (at == failed) return failed;
    at = skip_blanks(at);
    if (window_[at] == '.') return at + 1;
  } else if (window_[at] == '<' || window_[at] == '_') {
    return fail(at, "expected '.', found a fourth term: is this N-Quads?");
  }
  return fail(at, fmt::format("expected '.', found {}", shown_byte(window_[at])));
}

/// `VERSION "1.2"` announces; what follows is read the same way whatever it says.
std::size_t LineParser::parse_version(std::size_t at) {
  constexpr std::string_view keyword = "VERSION";
  if (window_.text(at, std::min(at + keyword.size(), window_.size())) != keyword)
    return fail(at, "expected a statement");
  at = skip_blanks(at + keyword.size());
  if (window_[at] != '"') return fail(at, "expected a version in double quotes behind VERSION");
  std::string_view version;
  if (scanner_.scan_string(at, version) != Scanned::ok) return fail_scan();
  at = skip_blanks(at);
  if (!is_line_end(at) && window_[at] != '#') return fail(at, "expected the end of the line behind the version");
  return at;
}

std::size_t LineParser::parse_subject(std::size_t at, TermView& term) {
  switch (window_[at]) {
    [[likely]] case '<' : if (window_[at + 1] == '<')
                              [[unlikely]] return fail(at, "a triple term cannot be the subject");
    return parse_iri(at, term);
    case '_':
      return parse_blank(at, term);
    case '"':
      return fail(at, "a literal cannot be the subject");
    default:
      return fail(at, fmt::format("expected an IRI or a blank node as subject, found {}", shown_byte(window_[at])));
  }
}

std::size_t LineParser::parse_predicate(std::size_t at, TermView& term) {
  switch (window_[at]) {
    [[likely]] case '<' : if (window_[at + 1] == '<')
                              [[unlikely]] return fail(at, "a triple term cannot be the predicate");
    return parse_iri(at, term);
    case '_':
      return fail(at, "a blank node cannot be the predicate");
    case '"':
      return fail(at, "a literal cannot be the predicate");
    default:
      return fail(at, fmt::format("expected an IRI as predicate, found {}", shown_byte(window_[at])));
  }
}

std::size_t LineParser::parse_object(std::size_t at, TermView& term, std::size_t depth) {
  switch (window_[at]) {
    case '<':
      if (window_[at + 1] == '<') [[unlikely]]
        return parse_triple_term(at, term, depth);
      return parse_iri(at, term);
    case '"':
      return parse_literal(at, term);
    case '_':
      return parse_blank(at, term);
    default:
      return fail(
          at, fmt::format("expected an IRI, a blank node or a literal as object, found {}", shown_byte(window_[at])));
  }
}

std::size_t LineParser::parse_graph(std::size_t at, TermView& term) {
  if (window_[at] == '<' && window_[at + 1] != '<') return parse_iri(at, term);
  if (window_[at] == '_') return parse_blank(at, term);
  return fail(at, fmt::format("expected '.' or the name of a graph, found {}", shown_byte(window_[at])));
}

std::size_t LineParser::parse_iri(std::size_t at, TermView& term) {
  const std::size_t begin = at;
  std::string_view iri;
  if (scanner_.scan_iri(at, iri) != Scanned::ok) [[unlikely]]
    return fail_scan();
  term = TermView::iri(iri);
  if (is_absolute(iri)) [[likely]]
    return at;
  return parse_relative_iri(begin, term) == failed ? failed : at;
}

std::size_t LineParser::parse_relative_iri(std::size_t at, TermView& term) {
  if (!options_.lenient)
    return fail(at, fmt::format("<{}> has no scheme; only absolute IRIs can stand here", term.text));
  scanner_.mended().push_back({at, fmt::format("<{}> has no scheme and is read as relative to the base", term.text)});
  term.text = arena_.copy(base_.resolve(term.text));
  return at;
}

std::size_t LineParser::parse_blank(std::size_t at, TermView& term) {
  std::string_view label;
  if (scanner_.scan_blank_label(at, label) != Scanned::ok) return fail_scan();
  term = TermView::blank(label);
  return at;
}

std::size_t LineParser::parse_literal(std::size_t at, TermView& term) {
  std::string_view text;
  if (scanner_.scan_string(at, text) != Scanned::ok) [[unlikely]]
    return fail_scan();
  term = TermView::literal(text);
  const std::size_t next = skip_blanks(at);
  if (window_[next] == '@') {
    term.tagged = true;
    at = next;
    return scanner_.scan_language(at, term.qualifier, term.direction) == Scanned::ok ? at : fail_scan();
  }
  if (window_[next] == '^') return parse_datatype(next, term);
  return at;
}

std::size_t LineParser::parse_datatype(std::size_t at, TermView& literal) {
  const std::size_t begin = skip_blanks(at + 2);
  if (window_[at + 1] != '^' || window_[begin] != '<') return fail(at, "expected '^^' and the IRI of a datatype");
  TermView datatype;
  const std::size_t end = parse_iri(begin, datatype);
  if (end == failed) return failed;
  if (is_tagged_datatype(datatype.text)) {
    if (!options_.lenient) return fail(begin, "a literal of this datatype needs a language tag in place of it");
    scanner_.mended().push_back(
        {begin, "a literal without a language tag cannot be of this datatype: read as a string"});
    return end;
  }
  literal.qualifier = datatype.text;
  return end;
}

std::size_t LineParser::parse_triple_term(std::size_t at, TermView& term, std::size_t depth) {
  if (window_[at + 2] != '(') return fail(at, "expected an object; a triple term begins with '<<('");
  if (depth >= max_triple_depth_)
    return fail(at, fmt::format("triple terms are nested deeper than {}", max_triple_depth_));
  TripleView triple;
  at = parse_subject(skip_blanks(at + 3), triple.subject);
  if (at == failed) return failed;
  at = parse_predicate(skip_blanks(at), triple.predicate);
  if (at == failed) return failed;
  at = parse_object(skip_blanks(at), triple.object, depth + 1);
  if (at == failed) return failed;
  at = skip_blanks(at);
  if (window_[at] != ')' || window_[at + 1] != '>' || window_[at + 2] != '>')
    return fail(at, "expected ')>>' at the end of the triple term");
  term = TermView::triple_term(arena_.copy(triple));
  return at + 3;
}

std::size_t LineParser::line_end(std::size_t at) const {
  while (!is_line_end(at)) at = window_.next_string_stop(at + 1);
  return at;
}

/// Hands the rows over; every text that was put together for them ends.
void LineParser::flush() {
  batch_.send();
  arena_.clear();
}

/// Drops the rest of a line that is longer than the limit.
void LineParser::skip_long_line() {
  error_ = {0, fmt::format("this line is longer than {} bytes", options_.max_token_bytes)};
  line_begin_ = 0;
  report_error("limit");
  std::size_t end = 0;
  do {
    window_.slide(window_.size());
    end = line_end(0);
  } while (end >= window_.size() && !window_.is_last());
  // Its line end stays, so that lines are counted right.
  window_.slide(std::min(end, window_.size()));
}

std::size_t LineParser::fail(std::size_t at, std::string message) {
  error_ = {at, std::move(message)};
  return failed;
}

std::size_t LineParser::fail_scan() {
  error_ = scanner_.error();
  return failed;
}

Location LineParser::location(std::size_t at) const {
  const std::size_t column = 1 + window_.count_code_points(line_begin_, at);
  return {options_.file, line_, static_cast<std::uint32_t>(column)};
}

void LineParser::report_error(std::string_view code) {
  diagnostics_.error(code, location(error_.at), std::move(error_.message));
}

void LineParser::report_mended() {
  for (ScanNote& note : scanner_.mended()) diagnostics_.warning("mended", location(note.at), std::move(note.message));
  scanner_.mended().clear();
}

bool LineParser::is_utf8(std::size_t begin, std::size_t end) {
  const std::size_t bad = find_invalid_utf8(window_.text(begin, end));
  if (bad == std::string_view::npos) return true;
  error_ = {begin + bad, not_utf8_message(window_[begin + bad])};
  report_error("encoding");
  return false;
}

}  // namespace graphwright
