#pragma once

#include <span>
#include <string>

#include "option_rows.hpp"

namespace graphwright::cli {

/// graphwright(1) in the man macros of roff: what the program is, its verbs, exit codes and environment.
std::string program_page(std::span<const VerbRow> verbs);
/// The page of one verb, graphwright-VERB(1).
std::string verb_page(const VerbRow& verb);

}  // namespace graphwright::cli
