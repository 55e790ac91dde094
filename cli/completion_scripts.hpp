#pragma once

#include <span>
#include <string>

#include "option_rows.hpp"

namespace graphwright::cli {

/// The script by which bash completes the command line (4.0 or newer; needs nothing else).
std::string bash_completion(std::span<const VerbRow> verbs);
/// The function `_graphwright` of zsh, to be found in a folder of `fpath`.
std::string zsh_completion(std::span<const VerbRow> verbs);
/// The completions of fish.
std::string fish_completion(std::span<const VerbRow> verbs);

}  // namespace graphwright::cli
