#pragma once

#include <string_view>

#include "graphwright/reader.hpp"

#include "doctor_findings.hpp"

namespace graphwright {

/// Looks for what readers of GEXF trip over.
void examine_gexf(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings);

}  // namespace graphwright
