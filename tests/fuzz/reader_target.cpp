#include "reader_target.hpp"

#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/reader.hpp"

namespace graphwright {
namespace {

/// Writes down each statement with its place; blank nodes are numbered as they come, since their labels may
/// depend on the size of the blocks.
class Transcript : public Sink {
 public:
  void prefix(std::string_view name, std::string_view iri) override { text += fmt::format("{}: {}\n", name, iri); }
  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) {
      text += fmt::format("{}:{}", one.location.line, one.location.column);
      for (const TermView* term : {&one.subject, &one.predicate, &one.object, &one.graph}) append(*term);
      text += '\n';
    }
  }

  std::string text;

 private:
  void append(const TermView& term) {
    text += ' ';
    if (term.is_blank()) {
      text += fmt::format("_:{}", blank_nodes_.try_emplace(std::string(term.text), blank_nodes_.size()).first->second);
    } else if (term.is_triple()) {
      for (const TermView* part : {&term.triple->subject, &term.triple->predicate, &term.triple->object}) append(*part);
    } else if (!term.is_absent()) {
      append_ntriples(term, text);
    }
  }

  std::map<std::string, std::size_t> blank_nodes_;
};

[[noreturn]] void fail(std::string_view what, std::string_view a, std::string_view b = {}) {
  fmt::print(stderr, "{}\n--- first\n{}\n--- second\n{}\n", what, a, b);
  std::abort();
}

ReadOptions options_for_fuzzing(FileId file, std::size_t block_bytes) {
  ReadOptions options;
  options.file = file;
  options.base = "http://example.org/base/";
  options.max_depth = 100;
  options.max_token_bytes = std::size_t{1} << 16;
  options.block_bytes = block_bytes;
  return options;
}

void read(std::string_view format, std::string_view bytes, std::size_t block_bytes, Sink& sink,
          Diagnostics& diagnostics) {
  const auto source = memory_source(bytes, block_bytes);
  const FileId file = diagnostics.add_file("input");
  find_reader(format)->read(*source, options_for_fuzzing(file, block_bytes), sink, diagnostics);
}

std::string messages(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    const Location& at = one.location;
    if (one.severity == Severity::error && (at.line == 0 || at.column == 0))
      fail("an error without a place", one.message);
    text += fmt::format("{}:{} {} [{}]\n", at.line, at.column, one.message, one.code);
  }
  return text;
}

/// What a reader made of the bytes, in blocks of a size.
std::string transcript(std::string_view format, std::string_view bytes, std::size_t block_bytes) {
  Transcript sink;
  Diagnostics diagnostics;
  read(format, bytes, block_bytes, sink, diagnostics);
  return sink.text + messages(diagnostics);
}

/// The bytes read and written in a format; empty where they have errors.
std::string rewrite(std::string_view in_format, std::string_view bytes, std::string_view out_format, bool& accepted) {
  Graph graph;
  GraphBuilder builder(graph);
  Diagnostics diagnostics;
  read(in_format, bytes, std::size_t{128} << 10, builder, diagnostics);
  accepted = !diagnostics.has_errors();
  StringOutput out;
  ExportOptions options;
  // What is known of a fact comes back as statements until it is lifted, so only plain ones are compared.
  if (find_reader(in_format)->has_facts) options.view.statements = StatementMode::none;
  const auto exporter = find_exporter(out_format)->open(out, options);
  exporter->write(graph);
  return out.take();
}

void check_survival(std::string_view format, std::string_view bytes, std::string_view out_format) {
  bool accepted = false;
  const std::string once = rewrite(format, bytes, out_format, accepted);
  if (!accepted) return;
  const std::string twice = rewrite(out_format, once, out_format, accepted);
  if (!accepted) fail(fmt::format("what was written as {} is refused", out_format), once);
  if (once != twice) fail(fmt::format("what was written as {} comes back changed", out_format), once, twice);
}

}  // namespace

void check_reader(std::string_view format, std::string_view bytes) {
  const std::string whole = transcript(format, bytes, std::size_t{128} << 10);
  const std::string pieces = transcript(format, bytes, 64);
  if (whole != pieces) fail(fmt::format("small blocks are read differently\n{}", bytes), whole, pieces);
  check_survival(format, bytes, "nquads");
  check_survival(format, bytes, "trig");
}

}  // namespace graphwright
