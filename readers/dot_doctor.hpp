#pragma once

#include <string_view>

#include "graphwright/reader.hpp"

#include "doctor_findings.hpp"

namespace graphwright {

/// Parses DOT with the Graphviz library, and looks for what its readers trip over. One call runs at a time.
///
/// Input above 64 MiB and with U+0000 is refused before the library sees it.
void examine_dot(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings,
                 Diagnostics& diagnostics);

}  // namespace graphwright
