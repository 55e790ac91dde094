#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "graphwright/graph.hpp"

#include "json_tree.hpp"

namespace graphwright {

/// How IRIs are called in a compact document, and the context that gives the names their meaning.
///
/// The prefix without a name becomes @vocab, and @base where it ends with a slash. A prefix that could be taken for
/// the scheme of an IRI of the graph is not used.
class JsonLdNames {
 public:
  /// @complexity linear in the terms and statements
  JsonLdNames(const Graph& graph, const PrefixMap& prefixes);

  /// The name of a property, class or datatype.
  std::string word(std::string_view iri) const;
  /// The name of an IRI or blank node that is spoken of.
  std::string identifier(const TermView& resource) const;
  /// The context with what was used; none where nothing was.
  std::optional<JsonTree> context() const;

 private:
  void choose_prefixes(const Graph& graph, const PrefixMap& prefixes);
  void note_uses(const Graph& graph);
  void note(std::string_view iri, bool is_word);
  std::string_view local_of(std::string_view iri) const;

  PrefixMap prefixes_;
  std::string vocab_;
  bool uses_vocab_ = false;
  bool uses_base_ = false;
  std::set<std::string, std::less<>> used_;
};

}  // namespace graphwright
