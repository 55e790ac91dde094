#pragma once

#include <string>

#include "json_document.hpp"

namespace graphwright {

/// Appends the canonical form of a JSON value (JSON Canonicalization Scheme, RFC 8785).
///
/// Gives the first number that no double can hold, which has no canonical form; null where there is none.
const JsonValue* append_canonical_json(const JsonValue& value, std::string& out);

}  // namespace graphwright
