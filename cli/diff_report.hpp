#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/diff.hpp"
#include "graphwright/output.hpp"
#include "graphwright/property_graph.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// How the resources of one graph are called in reports for people, and where its facts stand.
class GraphWords {
 public:
  GraphWords(const Graph& graph, const PropertyGraphOptions& options, std::string file, const Diagnostics& diagnostics)
      : view_(graph, options), prefixes_(joined(graph, options)), file_(std::move(file)), diagnostics_(diagnostics) {
    note_references();
  }

  const Graph& graph() const { return view_.graph(); }
  /// The path of the input as it was named.
  const std::string& file() const { return file_; }

  /// A resource by its label and, where that is not its name, its prefixed name or IRI in parentheses; a
  /// literal as Turtle writes it.
  std::string term(TermId id) const { return term(graph().view(id), id); }
  /// The same as heading: a blank node with the statement that leads to it, the first by its text.
  std::string heading(TermId id) const;
  /// The label alone; empty where there is no other than the name.
  std::string_view label(TermId id) const;
  /// `file:line:column` of a fact, the file alone where no more is known; of a derived one, where its first
  /// premise stands.
  std::string place(const Premise& one) const;
  Location location(const Premise& one) const;
  std::string_view file_of(Location location) const;

 private:
  static PrefixMap joined(const Graph& graph, const PropertyGraphOptions& options);
  std::string term(const TermView& view, TermId id) const;
  std::string name(std::string_view iri) const;
  std::string literal(const TermView& view) const;
  void note_references();

  PropertyGraph view_;
  PrefixMap prefixes_;
  std::string file_;
  const Diagnostics& diagnostics_;
  /// For each blank node the first statement that leads to it.
  std::unordered_map<TermId, Statement> references_;
};

/// One thing known of a fact, in words: what it is and its value.
struct Detail {
  std::string_view name;
  std::string value;
  friend bool operator==(const Detail&, const Detail&) = default;
};

/// What is known of a fact beyond its statement; a quote is a detail of its own, with source and offsets.
std::vector<Detail> details(const GraphWords& words, const Premise& one);

/// Writes a difference for the eye; nothing where there is none.
void write_text(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output);
/// Writes it as Markdown, for a comment on a change.
void write_markdown(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output);
/// Writes it as one JSON object (docs/cli.md), also where there is no difference.
void write_json(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output);

}  // namespace graphwright::cli
