#pragma once

#include <string>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/graph_index.hpp"
#include "graphwright/shacl.hpp"

#include "knowledge.hpp"

namespace graphwright::cli {

/// How `why` reads the words of a question and words its answer.
class WhyWords {
 public:
  WhyWords(const Graph& graph, const Knowledge& knowledge, const Diagnostics& diagnostics)
      : graph_(graph), knowledge_(knowledge), diagnostics_(diagnostics) {}

  const Graph& graph() const { return graph_; }

  /// The term that a word names: an IRI, a prefixed name, a name of the ontology, or one below the graph's base;
  /// a text in double quotes is a literal. `none` where the graph does not have it.
  TermId find(const std::string& word) const;

  /// A name without the base or by its prefix; names of the ontology alone.
  std::string term(TermId id) const;
  /// A statement with its time, place and what else is known of it.
  std::string fact(const Premise& what) const;
  /// Where something is stated: its position, then each source with its quote.
  std::vector<std::string> grounds(const Premise& what) const;
  /// A rule by its name, its label and where it is declared.
  std::string rule(TermId id) const;
  /// `file:line:column`, empty where it is not known.
  std::string place(Location location) const;
  Location location(const Premise& what) const;
  /// The statements of the focus node that a result speaks of, with their positions and quotes.
  std::vector<std::string> statements_behind(const shacl::Result& result, const shacl::Shape& shape) const;

 private:
  const Graph& graph_;
  const Knowledge& knowledge_;
  const Diagnostics& diagnostics_;
};

}  // namespace graphwright::cli
