#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graphwright/reader.hpp"

#include "blank_labels.hpp"
#include "jsonld_expansion.hpp"
#include "statement_batch.hpp"
#include "text_arena.hpp"

namespace graphwright::jsonld {

/// Turns expanded nodes into statements (JSON-LD 1.1 API, 7.2, 8.1 to 8.3).
///
/// The node map of the algorithm is not built: a set of statements merges nodes all the same. Only indexes are
/// kept, since two of one node are an error. What is not well-formed is left out with a warning.
class Statements {
 public:
  Statements(const ReadOptions& options, std::string_view document, TextArena& arena, Expansion& expansion, Sink& sink,
             Diagnostics& diagnostics)
      : options_(options),
        arena_(arena),
        expansion_(expansion),
        diagnostics_(diagnostics),
        batch_(sink),
        labels_(document) {}

  /// States all that the nodes say, in the default graph.
  void add(const Items& nodes);
  void finish() { batch_.send(); }

 private:
  /// A graph: absent for the default graph; what belongs to one whose name cannot be written is left out.
  struct GraphName {
    TermView name{};
    bool is_written = true;
  };

  TermView add_node(const Expanded& node, const GraphName& graph);
  void add_types(const Expanded& node, const TermView& subject, const GraphName& graph);
  void add_properties(const Expanded& node, const TermView& subject, const GraphName& graph);
  void add_reverse(const Expanded& node, const TermView& object, const GraphName& graph);
  void check_index(const Expanded& node, const TermView& subject, const GraphName& graph);
  TermView object_of(const Expanded& item, const GraphName& graph);
  TermView list_of(const Expanded& list, const GraphName& graph);
  TermView literal_of(const Expanded& item, const GraphName& graph);
  std::optional<TermView> scalar_of(const Expanded& item);
  std::optional<TermView> number_of(const JsonValue& value, std::string_view datatype);
  TermView directed(const Expanded& item, std::string_view text, const GraphName& graph);
  TermView compound_of(const Expanded& item, std::string_view text, std::string_view language, const GraphName& graph);
  TermView resource(std::string_view id, Location location);
  TermView blank(std::string_view label);
  TermView fresh_blank() { return TermView::blank(labels_.generate(arena_)); }
  void state(const TermView& subject, const TermView& predicate, const TermView& object, const GraphName& graph,
             Location location);

  const ReadOptions& options_;
  TextArena& arena_;
  Expansion& expansion_;
  Diagnostics& diagnostics_;
  StatementBatch batch_;
  BlankLabels labels_;
  std::map<std::string, std::string_view, std::less<>> renamed_;
  std::map<std::pair<std::string, std::string>, std::pair<std::string_view, Location>> indexes_;
};

}  // namespace graphwright::jsonld
