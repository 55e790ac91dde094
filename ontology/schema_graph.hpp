#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright::entailment {

/// An axiom, or a statement that is part of one, in the terms of the data.
struct SchemaStatement {
  TermId subject = TermId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
  /// Where the data itself states it; `none` where only an ontology does.
  StatementId statement = StatementId::none;
};

/// The axioms of ontologies and of the data itself, found by subject or by predicate.
///
/// Statements come in the order of their texts, so that nothing made of them depends on the order of files.
class SchemaGraph {
 public:
  /// Adds the terms of the axioms to the data's table; no statement is added.
  SchemaGraph(Graph& data, const Graph& axioms);

  std::span<const SchemaStatement> all() const { return by_text_; }
  /// All statements of a predicate; empty where nobody uses it.
  std::span<const SchemaStatement> with_predicate(std::string_view iri) const;
  /// Objects of a subject.
  std::vector<TermId> objects(TermId subject, std::string_view predicate) const;
  /// The members of a list; what is no list, or a circle, ends where it breaks.
  std::vector<TermId> list(TermId head) const;
  /// Subjects of the given rdf:type.
  std::vector<TermId> instances(std::string_view type) const;
  bool has_type(TermId subject, std::string_view type) const;

  TermId term(std::string_view iri) const { return data_.terms().find_iri(iri); }
  TermView view(TermId id) const { return data_.view(id); }

 private:
  void collect(const Graph& from, bool is_data);

  Graph& data_;
  std::vector<SchemaStatement> by_text_;
  std::vector<SchemaStatement> by_subject_;
  std::vector<SchemaStatement> by_predicate_;
};

}  // namespace graphwright::entailment
