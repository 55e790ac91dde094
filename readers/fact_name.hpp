#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graphwright/diagnostics.hpp"
#include "graphwright/prefix_map.hpp"

namespace graphwright {

/// Whether a text can be the name of an entity or source: no white space and no punctuation but `-`,
/// `_` and `.`, the last two not at an end (docs/fact_files.md, Names).
bool is_plain_name(std::string_view text);

/// Reports a text that is no name, and says what to write instead.
void report_bad_name(std::string_view text, Location location, Diagnostics& diagnostics);

/// Reports what is wrong with an absolute IRI; false where something is.
bool check_absolute_iri(std::string_view iri, Location location, Diagnostics& diagnostics);

/// The IRI of `<IRI>` or `prefix:name`; nothing where it is ill-formed, which is reported.
std::optional<std::string> expand_name(std::string_view text, Location location, const PrefixMap& prefixes,
                                       Diagnostics& diagnostics);

}  // namespace graphwright
