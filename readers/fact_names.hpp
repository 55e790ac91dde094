#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/fact_files.hpp"
#include "graphwright/vocabulary.hpp"

namespace graphwright {

/// A property that a fact file names; of one outside the ontology only the IRI is known.
struct FactProperty {
  std::string iri;
  std::optional<NameKind> kind;
  std::string datatype;

  bool is_relation() const { return kind == NameKind::relation; }
  bool is_attribute() const { return kind == NameKind::attribute; }
};

/// Resolves the names in fact files and knows which entities they declare.
///
/// All functions report a name that cannot be resolved at the place given and then return nothing.
class FactNames {
 public:
  FactNames(FactContext context, Diagnostics& diagnostics);

  /// Learns that an entity or event is declared; a second declaration of one name is an error.
  void declare(std::string_view name, Location location);
  /// The IRI of a name that was declared; nothing where it could not be resolved then.
  std::optional<std::string> declared(std::string_view name) const;
  /// The IRI of an entity or event that is declared or known; unknown ones are reported at the end.
  std::optional<std::string> entity(std::string_view name, Location location);
  std::optional<std::string> class_(std::string_view name, Location location);
  /// A relation or attribute.
  std::optional<FactProperty> property(std::string_view name, Location location);
  std::optional<std::string> datatype(std::string_view name, Location location);
  /// Whether the ontology has a relation or attribute of this name.
  bool has_property(std::string_view name) const;
  /// The names of one kind, for suggestions.
  std::vector<std::string_view> names_of(NameKind kind) const;

  void set_known(std::function<bool(std::string_view iri)> is_known) { is_known_ = std::move(is_known); }
  /// Reports each unknown entity once, where it was first named.
  void report_unknown_entities();

 private:
  struct Mention {
    Location location;
    std::size_t count = 0;
  };

  std::optional<std::string> expand(std::string_view name, Location location);
  bool is_below_base(std::string_view iri) const;
  const VocabularyName* find(std::string_view name) const;
  std::optional<FactProperty> outside_property(std::string_view name, Location location);

  FactContext context_;
  Diagnostics& diagnostics_;
  std::function<bool(std::string_view)> is_known_;
  std::unordered_map<std::string, Location> declared_;
  std::map<std::string, std::string, std::less<>> declared_names_;
  std::unordered_map<std::string_view, const VocabularyName*> by_iri_;
  std::map<std::string, Mention> unknown_;
};

}  // namespace graphwright
