#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graphwright/term.hpp"

#include "json_tree.hpp"

namespace graphwright {

/// A native JSON value for a valid xsd:integer, xsd:double or xsd:boolean, though its text may be lost.
std::optional<std::string> native_json_of(const TermView& literal);

/// A native JSON value that reads back as the same literal; none where the text would be lost.
std::optional<std::string> exact_json_of(const TermView& literal);

/// Whether the text is JSON (RFC 8259).
bool is_json(std::string_view text);

/// Whether the text is surely in the canonical form of RFC 8785, so that it reads back as it is.
bool is_canonical_json(std::string_view text);

/// The language and direction that a datatype of the namespace i18n names (JSON-LD 1.1, 10.2.1).
struct I18nDatatype {
  std::string_view language;
  std::string_view direction;
};
std::optional<I18nDatatype> i18n_datatype(std::string_view datatype);

}  // namespace graphwright
