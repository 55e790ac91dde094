#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// Prefix names and the namespaces they stand for, in the order of the names.
class PrefixMap {
 public:
  /// Declares a prefix; a later declaration of the same name replaces the earlier.
  void add(std::string_view name, std::string_view iri);
  /// The namespace of a prefix name.
  std::optional<std::string_view> find(std::string_view name) const;
  /// The IRI that a name such as `dip:hosted-talks` stands for, without Turtle escapes.
  std::optional<std::string> expand(std::string_view prefixed_name) const;
  /// The shortest `prefix:local` for an IRI whose local part needs no escape, if a prefix covers it.
  ///
  /// The longest matching namespace wins, then the smaller prefix name.
  std::optional<std::string> shorten(std::string_view iri) const;

  const std::map<std::string, std::string, std::less<>>& by_name() const { return by_name_; }
  bool empty() const { return by_name_.empty(); }

 private:
  std::map<std::string, std::string, std::less<>> by_name_;
  std::map<std::string, std::string, std::less<>> by_iri_;
};

/// The prefixes that everybody uses (rdf, rdfs, owl, xsd, skos, dcterms, prov, schema, ...).
const PrefixMap& well_known_prefixes();

}  // namespace graphwright
