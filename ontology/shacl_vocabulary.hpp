#pragma once

#include <string>
#include <string_view>

/// Names of the SHACL vocabulary.
namespace graphwright::shacl {

inline constexpr std::string_view sh_ns = "http://www.w3.org/ns/shacl#";

/// The IRI of a name of the SHACL namespace.
inline std::string sh(std::string_view name) { return std::string(sh_ns).append(name); }

}  // namespace graphwright::shacl
