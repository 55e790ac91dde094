#pragma once

#include <string>
#include <vector>

#include "inputs.hpp"
#include "session.hpp"

namespace graphwright::cli {

/// Writes the facts that cannot all be true, each with its place and quotes, as text or as JSON; gives the exit code.
///
/// What is only said and denied is listed and is no error; anything else is one.
int list_contradictions(const InputOptions& inputs, std::vector<std::string> ontologies, const std::string& format,
                        Session& session);

}  // namespace graphwright::cli
