#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

class GraphIndex;

/// What axioms say of properties that tell resources apart or make them one.
class KeyAxioms {
 public:
  /// owl:hasKey: named members of the classes that share a value of each property are one.
  struct Key {
    /// The class with all its subclasses.
    std::set<std::string> classes;
    std::vector<std::string> properties;
  };

  /// Takes in what a graph says; several graphs add up.
  void read(const Graph& axioms);
  /// Ends reading: keys hold for subclasses too.
  void close();

  const std::set<std::string>& inverse_functional() const { return inverse_functional_; }
  const std::set<std::string>& functional() const { return functional_; }
  const std::set<std::string>& symmetric() const { return symmetric_; }
  const std::vector<Key>& keys() const { return keys_; }

 private:
  void read_key(const GraphIndex& index, const Graph& axioms, TermId key_class, TermId list);

  std::set<std::string> inverse_functional_;
  std::set<std::string> functional_;
  std::set<std::string> symmetric_;
  std::vector<Key> keys_;
  std::map<std::string, std::set<std::string>> subclasses_;
};

}  // namespace graphwright
