#include "turtle_parser.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/prefix_map.hpp"

namespace graphwright {
namespace {

/// Keywords of SPARQL are compared without case.
bool is_keyword(std::string_view word, std::string_view keyword) {
  if (word.size() != keyword.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((word[i] | 0x20) != (keyword[i] | 0x20)) return false;
  return true;
}

}  // namespace

TurtleParser::TurtleParser(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics,
                           bool trig)
    : options_(options),
      sink_(sink),
      diagnostics_(diagnostics),
      batch_(sink),
      lexer_(source, options.block_bytes, arena_, options.lenient),
      labels_(lexer_.window().text(0, lexer_.window().size())),
      base_(options.base),
      trig_(trig) {}

void TurtleParser::run() {
  for (;;) {
    flush_if_nearly_full();
    bool is_right = next();
    if (is_right && token_.kind == TokenKind::end) {
      is_right = end_of_input();
      if (is_right) break;
    } else if (is_right) {
      is_right = stack_.empty() ? begin_statement() : step();
    }
    if (!is_right) recover();
    if (options_.lenient) report_mended();
  }
  flush();
}

void TurtleParser::report_mended() {
  std::stable_sort(lexer_.mended().begin(), lexer_.mended().end(),
                   [](const ScanNote& a, const ScanNote& b) { return a.at < b.at; });
  for (ScanNote& note : lexer_.mended()) diagnostics_.warning("mended", place(note.at), std::move(note.message));
  lexer_.mended().clear();
}

bool TurtleParser::end_of_input() {
  if (!stack_.empty()) return unexpected(expected());
  if (!in_graph_) return true;
  in_graph_ = false;
  return fail("expected '}' at the end of the graph, found the end of the input");
}

bool TurtleParser::begin_statement() {
  switch (token_.kind) {
    case TokenKind::at_word:
    case TokenKind::word:
      return begin_keyword();
    case TokenKind::open_brace:
      if (!trig_) return fail("expected a statement, found '{': is this TriG?");
      return begin_graph({});
    case TokenKind::close_brace:
      return end_graph();
    default:
      return push(Construct::statement, Step::subject) && step();
  }
}

bool TurtleParser::begin_keyword() {
  const std::string_view word = token_.text;
  const bool is_directive = token_.kind == TokenKind::at_word;
  const std::string_view bare = is_directive ? word.substr(1) : word;
  const auto is = [&](std::string_view keyword) { return is_directive ? bare == keyword : is_keyword(bare, keyword); };
  const bool is_graph = trig_ && !is_directive && is("graph");
  if (!is_graph && !is("prefix") && !is("base") && !is("version"))
    return is_directive ? fail(fmt::format("unknown directive '{}'", word)) : unexpected("expected a statement");
  if (in_graph_) return fail(fmt::format("'{}' cannot stand within a graph", word));
  if (is_graph) return begin_named_graph();
  if (is("prefix")) return read_prefix(is_directive);
  return is("base") ? read_base(is_directive) : read_version(is_directive);
}

bool TurtleParser::read_prefix(bool with_dot) {
  if (!next()) return false;
  if (token_.kind != TokenKind::prefixed_name || !token_.text.empty())
    return unexpected("expected a prefix that ends in ':'");
  name_ = token_.prefix;
  if (!next()) return false;
  if (token_.kind != TokenKind::iri) return unexpected("expected the IRI of the namespace");
  TermView iri;
  if (!read_iri(iri)) return false;
  prefixes_.declare(name_, iri.text);
  flush();
  sink_.prefix(name_, *prefixes_.find(name_));
  return read_directive_end(with_dot);
}

bool TurtleParser::read_base(bool with_dot) {
  if (!next()) return false;
  if (token_.kind != TokenKind::iri) return unexpected("expected the base IRI");
  TermView iri;
  if (!read_iri(iri)) return false;
  base_ = BaseIri(iri.text);
  flush();
  sink_.base(base_.text());
  return read_directive_end(with_dot);
}

/// The version announces; what follows is read the same way whatever it says.
bool TurtleParser::read_version(bool with_dot) {
  if (!next()) return false;
  if (token_.kind != TokenKind::string) return unexpected("expected a version in quotes");
  return read_directive_end(with_dot);
}

bool TurtleParser::read_directive_end(bool with_dot) {
  if (!with_dot) return true;
  if (!next()) return false;
  return token_.kind == TokenKind::dot || unexpected("expected '.' at the end of the directive");
}

bool TurtleParser::begin_named_graph() {
  if (!next()) return false;
  TermView label;
  if (token_.kind == TokenKind::open_bracket) {
    if (!next()) return false;
    if (token_.kind != TokenKind::close_bracket) return unexpected("expected ']'");
    label = new_blank();
  } else if (!is_resource()) {
    return unexpected("expected the name of a graph");
  } else if (!read_resource(label)) {
    return false;
  }
  name_ = label.text;
  label.text = name_;
  if (!next()) return false;
  if (token_.kind != TokenKind::open_brace) return unexpected("expected '{' behind the name of a graph");
  return begin_graph(label);
}

bool TurtleParser::begin_graph(const TermView& label) {
  if (in_graph_) return fail("a graph cannot stand within a graph");
  const TermKind kind = label.kind;
  const std::string text(label.text);
  flush();  // The rows still borrow the name of the last graph.
  in_graph_ = true;
  graph_text_ = text;
  graph_ = {};
  graph_.kind = kind;
  graph_.text = graph_text_;
  return true;
}

bool TurtleParser::end_graph() {
  if (!in_graph_) return fail("unexpected '}'");
  in_graph_ = false;
  graph_ = {};
  return true;
}

void TurtleParser::emit(const TermView& subject, const TermView& predicate, const TermView& object) {
  StatementView& row = batch_.row();
  row.subject = subject;
  row.predicate = predicate;
  row.object = object;
  row.graph = graph_;
  row.location = where_;
  batch_.add();
}

bool TurtleParser::next() {
  for (;;) {
    switch (lexer_.next(token_)) {
      [[likely]] case Scanned::ok : return true;
      case Scanned::bad:
        if (!fail_scan()) return false;
        break;
      case Scanned::more:
        if (!refill()) return false;
    }
  }
}

/// Slides the window; all that was borrowed from it was handed over or copied before.
bool TurtleParser::refill() {
  if (options_.lenient) report_mended();
  flush();
  if (lexer_.is_longer_than(options_.max_token_bytes)) {
    is_scan_error_ = true;
    error_offset_ = lexer_.offset();
    return fail_at(place(lexer_.offset()), "limit",
                   fmt::format("this token is longer than {} bytes", options_.max_token_bytes));
  }
  lexer_.slide();
  return true;
}

/// Rows are flushed between tokens only, so that no step need fear for the terms in its hands; one step
/// emits far fewer rows than are kept free.
void TurtleParser::flush_if_nearly_full() {
  if (batch_.is_nearly_full()) flush();
}

void TurtleParser::flush() {
  batch_.send();
  spare_.clear();
  if (!stack_.empty()) {
    Frame& frame = top();
    for (TermView* term : {&frame.subject, &frame.predicate, &frame.object, &frame.reifier}) *term = spare_.copy(*term);
  }
  pending_ = spare_.copy(pending_);
  std::swap(arena_, spare_);
}

Location TurtleParser::place(std::size_t offset) {
  Location location = lexer_.location(offset);
  location.file = options_.file;
  return location;
}

bool TurtleParser::fail(std::string message) {
  is_scan_error_ = false;
  return fail_at(place(token_.begin), "syntax", std::move(message));
}

bool TurtleParser::fail_at(Location location, std::string_view code, std::string message) {
  std::vector<Note> notes;
  if (stack_.size() > 1 && token_.kind == TokenKind::end) notes.push_back({top().location, "it was opened here"});
  diagnostics_.error(code, location, std::move(message), std::move(notes));
  return false;
}

/// Reports what the lexer found; what is wrong in a comment harms no statement, so that reading goes on.
bool TurtleParser::fail_scan() {
  is_scan_error_ = true;
  error_offset_ = lexer_.error().at;
  fail_at(place(error_offset_), lexer_.is_encoding_error() ? "encoding" : "syntax", lexer_.error().message);
  return lexer_.is_in_comment();
}

bool TurtleParser::unexpected(std::string_view expectation) {
  const bool is_word = token_.kind == TokenKind::word || token_.kind == TokenKind::at_word;
  return fail(is_word ? fmt::format("{}, found '{}'", expectation, token_.text)
                      : fmt::format("{}, found {}", expectation, name(token_.kind)));
}

void TurtleParser::mend(std::string message) { lexer_.mended().push_back({token_.begin, std::move(message)}); }

/// Gives up the statement: a dot or brace that came too early ends it, else what follows up to a dot goes too.
void TurtleParser::recover() {
  const bool was_in_statement = !stack_.empty();
  stack_.clear();
  settled_.clear();
  pending_ = {};
  triple_depth_ = 0;
  if (is_scan_error_) {
    lexer_.begin_recovery(error_offset_);
  } else if (token_.kind == TokenKind::dot) {
    return;
  } else if (was_in_statement &&
             (token_.kind == TokenKind::at_word || (in_graph_ && token_.kind == TokenKind::close_brace))) {
    lexer_.unread(token_);
    return;
  }
  while (lexer_.recover(in_graph_) == Scanned::more) {
    flush();
    lexer_.slide();
  }
}

}  // namespace graphwright
