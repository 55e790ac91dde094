#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graphwright/graph_index.hpp"

namespace graphwright::shacl {

/// A shapes graph as those who read it ask it: by the local names of the SHACL vocabulary.
class ShapesGraph {
 public:
  explicit ShapesGraph(const Graph& graph) : graph_(graph), index_(graph) {}

  const GraphIndex& index() const { return index_; }
  TermView view(TermId id) const { return graph_.view(id); }

  /// The term of an IRI, `none` where the graph does not speak of it.
  TermId iri(std::string_view iri) const { return graph_.terms().find_iri(iri); }
  /// All values of a SHACL property, in the order of their texts.
  std::vector<TermId> values(TermId node, std::string_view local) const;
  /// The first value of a SHACL property, or none.
  TermId value(TermId node, std::string_view local) const;
  /// Whether a property has the value `true`.
  bool is_true(TermId node, std::string_view local) const;
  /// The members of a well-formed list (SHACL, 1.1), nothing where it is none.
  std::optional<std::vector<TermId>> list(TermId head) const;
  /// A class and all below it by rdfs:subClassOf, for SHACL instances (SHACL, 1.1).
  std::vector<TermId> with_subclasses(std::string_view class_iri) const;
  bool is_instance(TermId node, std::string_view class_iri) const;

  /// Where a node is first spoken of.
  Location location(TermId node) const;
  /// Where a node is given a value of a SHACL property.
  Location location(TermId node, std::string_view local, TermId value) const;

  /// Sorts nodes by their texts, each once.
  void make_unique(std::vector<TermId>& nodes) const;

 private:
  bool has_one(TermId node, TermId predicate) const { return index_.of_subject(node, predicate).size() == 1; }

  const Graph& graph_;
  GraphIndex index_;
};

}  // namespace graphwright::shacl
