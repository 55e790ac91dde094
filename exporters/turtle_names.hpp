#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graphwright/output.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/prefixed_names.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// The namespaces that shorten the IRIs of a document, and which of them it needs.
class TurtleNames {
 public:
  explicit TurtleNames(const PrefixMap& prefixes) : names_(prefixes), is_used_(names_.size(), false) {}

  /// The number of the namespace that shortens an IRI, or a literal's datatype where that is written; notes that
  /// it is needed. `PrefixedNames::none` where there is none.
  std::uint32_t use(const TermView& term);
  /// The namespace that shortens an IRI; null where there is none.
  const PrefixedNames::Namespace* find(std::string_view iri) const;
  const PrefixedNames::Namespace& operator[](std::uint32_t number) const { return names_[number]; }
  /// Declares the namespaces that are needed, by the names of their prefixes.
  void write_prefixes(Output& out) const;

 private:
  PrefixedNames names_;
  std::vector<bool> is_used_;
};

}  // namespace graphwright
