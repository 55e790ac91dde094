#include "key_axioms.hpp"

#include "graphwright/graph_index.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::string_view owl_functional = "http://www.w3.org/2002/07/owl#FunctionalProperty";
constexpr std::string_view owl_inverse_functional = "http://www.w3.org/2002/07/owl#InverseFunctionalProperty";
constexpr std::string_view owl_symmetric = "http://www.w3.org/2002/07/owl#SymmetricProperty";
constexpr std::string_view owl_has_key = "http://www.w3.org/2002/07/owl#hasKey";
/// A list that is longer than this is none, or bites its tail.
constexpr int longest_key = 100;

}  // namespace

void KeyAxioms::read(const Graph& axioms) {
  const auto word = [&](std::string_view iri) { return axioms.terms().find_iri(iri); };
  const GraphIndex index(axioms);
  const auto collect = [&](std::string_view type, std::set<std::string>& into) {
    if (word(type) == TermId::none || word(iri::rdf::type) == TermId::none) return;
    for (const IndexedStatement& one : index.of_object(word(type), word(iri::rdf::type)))
      if (const TermView property = axioms.view(one.subject); property.is_iri()) into.emplace(property.text);
  };
  collect(owl_functional, functional_);
  collect(owl_inverse_functional, inverse_functional_);
  collect(owl_symmetric, symmetric_);
  const TermId has_key = word(owl_has_key);
  const TermId subclass = word(iri::rdfs::sub_class_of);
  if (has_key == TermId::none && subclass == TermId::none) return;
  for (const IndexedStatement& one : index.all()) {
    if (one.predicate == has_key) read_key(index, axioms, one.subject, one.object);
    if (one.predicate == subclass)
      subclasses_[std::string(axioms.terms().text(one.object))].emplace(axioms.terms().text(one.subject));
  }
}

void KeyAxioms::read_key(const GraphIndex& index, const Graph& axioms, TermId key_class, TermId list) {
  const TermId first = axioms.terms().find_iri(iri::rdf::first);
  const TermId rest = axioms.terms().find_iri(iri::rdf::rest);
  Key key;
  for (int length = 0; length < longest_key && first != TermId::none; ++length) {
    const TermId property = index.object(list, first);
    if (property == TermId::none) break;
    key.properties.emplace_back(axioms.terms().text(property));
    if (rest == TermId::none || (list = index.object(list, rest)) == TermId::none) break;
  }
  if (key.properties.empty() || !axioms.view(key_class).is_iri()) return;
  key.classes.emplace(axioms.terms().text(key_class));
  keys_.push_back(std::move(key));
}

void KeyAxioms::close() {
  for (Key& key : keys_) {
    std::vector<std::string> open(key.classes.begin(), key.classes.end());
    while (!open.empty()) {
      const auto below = subclasses_.find(open.back());
      open.pop_back();
      if (below == subclasses_.end()) continue;
      for (const std::string& one : below->second)
        if (key.classes.insert(one).second) open.push_back(one);
    }
  }
}

}  // namespace graphwright
