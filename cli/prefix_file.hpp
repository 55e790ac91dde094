#pragma once

#include <string>

#include "graphwright/prefix_map.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// The prefixes that a file declares, most often a Turtle file with nothing else in it; for `built-in` and
/// an empty path none, since the well-known ones are there anyway.
PrefixMap read_prefixes(const std::string& path, Session& session);

}  // namespace graphwright::cli
