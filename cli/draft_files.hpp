#pragma once

#include <string>

#include "graphwright/decisions.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// Throws `UsageError` unless a draft may be written to a path: it is called `*.draft.yaml`, and what lies there is
/// nothing, or a draft that nobody has changed.
void check_draft_path(const std::string& path);

/// The file of the decisions on a draft, beside it: `X.draft.yaml` has `X.decisions.tsv`; empty for other paths.
std::string decisions_path(const std::string& path);

/// Reads a file of decisions; none where there is no such file.
Decisions read_decisions(const std::string& path, Session& session);

void write_file(const std::string& path, std::string_view text);

}  // namespace graphwright::cli
