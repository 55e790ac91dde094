#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graphwright/fact_files.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/graph_profile.hpp"
#include "graphwright/ontology.hpp"
#include "graphwright/rule_file.hpp"
#include "graphwright/source_library.hpp"
#include "graphwright/vocabulary.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// The ontology that a command works with, and the names that it gives to those who write facts.
class Knowledge {
 public:
  /// Reads the ontologies: names of built-in ones, paths of files in any RDF syntax, or of
  /// rule files (.n3).
  Knowledge(const std::vector<std::string>& ontologies, Session& session);

  const Ontology& ontology() const { return ontology_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// The statements of the ontologies, with the shapes among them.
  const Graph& axioms() const { return axioms_; }
  /// The rules of the rule files among the ontologies.
  const std::vector<UserRule>& rules() const { return rules_; }
  /// What the graph formats are told: events, symmetric relations, labels.
  GraphProfile profile() const;

 private:
  std::vector<std::string> classes_as_declared() const;

  std::vector<UserRule> rules_;
  Graph axioms_;
  Ontology ontology_;
  Vocabulary vocabulary_;
};

}  // namespace graphwright::cli
