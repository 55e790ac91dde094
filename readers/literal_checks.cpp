#include "literal_checks.hpp"

#include <optional>
#include <string>

#include "graphwright/lexical_form.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

bool check_literal(std::string_view text, std::string_view datatype, Location location, Diagnostics& diagnostics) {
  const std::optional<std::string> error = find_lexical_error(text, datatype);
  if (error) diagnostics.error("bad-literal", location, *error);
  return !error;
}

bool check_language(std::string_view tag, Location location, Diagnostics& diagnostics) {
  const std::optional<std::string> error = find_lexical_error(tag, iri::xsd::language);
  if (error) diagnostics.error("bad-language", location, *error);
  return !error;
}

}  // namespace graphwright
