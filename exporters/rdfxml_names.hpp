#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Whether a property can be written as an element (RDF 1.1 XML Syntax, 7.2.14).
bool is_rdfxml_property(std::string_view iri);

/// The names of elements, and the namespaces that they need.
///
/// An IRI splits where a known prefix ends, else before the longest NCName at its end; namespaces without a prefix
/// are called ns1, ns2, ... in the order of their IRIs.
class RdfXmlNames {
 public:
  /// @complexity linear in the terms and statements
  RdfXmlNames(const Graph& graph, const PrefixMap& prefixes);

  /// The name of a property that `is_rdfxml_property` takes.
  std::string property(std::string_view iri) const { return name(iri); }
  /// The name of a class as an element; none where it cannot be one.
  std::optional<std::string> node(std::string_view iri) const;
  /// The label of a blank node as an NCName.
  static std::string label(std::string_view label);

  /// The namespaces by their prefixes.
  const std::map<std::string, std::string, std::less<>>& namespaces() const { return namespaces_; }
  bool needs_version_12() const { return needs_version_12_; }

 private:
  struct Split {
    std::string_view ns;
    std::string_view local;
  };
  Split split(std::string_view iri) const;
  std::string name(std::string_view iri) const;
  void note(std::string_view iri);
  void note_term(const TermView& term);
  void give_prefixes();

  PrefixMap prefixes_;
  std::map<std::string, std::string, std::less<>> prefix_of_;  // by namespace
  std::map<std::string, std::string, std::less<>> namespaces_;
  bool needs_version_12_ = false;
};

}  // namespace graphwright
