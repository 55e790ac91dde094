#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/iri.hpp"
#include "graphwright/reader.hpp"

#include "blank_labels.hpp"
#include "prefix_table.hpp"
#include "statement_batch.hpp"
#include "text_arena.hpp"
#include "turtle_lexer.hpp"

namespace graphwright {

/// The grammar of Turtle and TriG as a machine with a stack of its own, so that nesting cannot exhaust ours.
///
/// Each token meets the frame on top of the stack and the step that the frame is at. What a frame holds is
/// borrowed from the arena of the batch while it is on top, and from a second one below.
class TurtleParser {
 public:
  TurtleParser(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool trig);

  /// Reads to the end; does not call `finish`.
  void run();

 private:
  enum class Construct : std::uint8_t { statement, properties, collection, annotation, reified, triple_term };
  /// What a frame waits for.
  enum class Step : std::uint8_t {
    subject,
    verb,
    verb_or_end,  // the statement may end: its subject said something already
    first_verb,   // of a property list, or `]`
    next_verb,    // behind `;`
    object,
    item,
    after_object,
    reifier  // behind `~`
  };
  struct Frame {
    Construct construct = Construct::statement;
    Step step = Step::subject;
    TermView subject{};
    TermView predicate{};
    TermView object{};
    TermView reifier{};
    Location location{};  // of what opens it
    TextArena::Mark mark{};
    bool can_name_graph = false;
    bool must_be_empty = false;  // only `[]` may stand here
  };

  // Statements, directives and graphs (turtle_parser.cpp).
  bool begin_statement();
  bool begin_keyword();
  bool read_prefix(bool with_dot);
  bool read_base(bool with_dot);
  bool read_version(bool with_dot);
  bool read_directive_end(bool with_dot);
  bool begin_named_graph();
  bool begin_graph(const TermView& label);
  bool end_graph();
  bool end_of_input();

  // The steps (turtle_steps.cpp).
  bool step();
  bool read_subject();
  bool read_verb();
  bool read_object();
  bool read_item();
  bool read_after_object();
  bool read_reifier();
  bool open_bracket();
  bool open_collection();
  bool open_annotation();
  bool open_reified();
  bool open_triple_term();
  bool close_bracket();
  bool close_collection();
  bool close_reified();
  bool close_triple_term();
  bool close();
  void accept(const TermView& term);
  void accept_item(Frame& frame, const TermView& term);
  void set_reifier(Frame& frame, const TermView& term);
  bool push(Construct construct, Step first);
  void pop();
  std::string expected() const;

  // Terms (turtle_terms.cpp).
  bool is_resource() const;
  bool read_resource(TermView& term);
  bool read_iri(TermView& term);
  bool read_relative_iri(TermView& term);
  bool read_prefixed_name(TermView& term);
  bool read_literal();
  bool read_string_literal();
  bool read_datatype();
  TermView new_blank() { return TermView::blank(labels_.generate(arena_)); }
  TermView triple_of(const Frame& frame);

  void emit(const TermView& subject, const TermView& predicate, const TermView& object);
  bool next();
  bool refill();
  void flush();
  void flush_if_nearly_full();

  bool fail(std::string message);
  bool fail_at(Location location, std::string_view code, std::string message);
  bool fail_scan();
  bool unexpected(std::string_view expectation);
  void mend(std::string message);
  void report_mended();
  void recover();
  Location place(std::size_t offset);
  Frame& top() { return stack_.back(); }

  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  TextArena arena_;    // what the batch and the top frame borrow
  TextArena spare_;    // takes over when a batch is sent
  TextArena settled_;  // what the frames below the top borrow
  StatementBatch batch_;
  TurtleLexer lexer_;
  BlankLabels labels_;
  PrefixTable prefixes_;
  BaseIri base_;
  std::string base_text_;
  std::string name_;
  std::vector<Frame> stack_;
  Token token_;
  TermView pending_;  // the literal that is being read
  Location where_;    // of the object that is being read
  TermView graph_;
  std::string graph_text_;
  std::size_t triple_depth_ = 0;
  std::size_t error_offset_ = 0;
  bool trig_;
  bool in_graph_ = false;
  bool is_scan_error_ = false;
};

}  // namespace graphwright
