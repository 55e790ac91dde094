#pragma once

#include <string>
#include <string_view>

#include "graphwright/term.hpp"

namespace graphwright {

/// The IRI that names below a base begin with: the base itself where it ends in `/`, `#` or `:`, else its
/// folder; that of the standard input where there is none.
std::string names_below(std::string_view base);

/// What the ids and names in a table stand for.
class TableNames {
 public:
  explicit TableNames(std::string_view base) : base_(names_below(base)) {}

  const std::string& base() const { return base_; }
  /// The IRI of an absolute IRI, of a name under a well-known prefix, else the base and the name.
  std::string iri(std::string_view name) const;
  /// The resource of an id, `_:label` included; `text` holds what the term borrows. An id in a space of its
  /// own is below the base always.
  TermView resource(std::string_view id, std::string& text, std::string_view space = {}) const;

 private:
  std::string base_;
};

}  // namespace graphwright
