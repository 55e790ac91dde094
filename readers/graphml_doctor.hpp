#pragma once

#include <string_view>

#include "graphwright/reader.hpp"

#include "doctor_findings.hpp"

namespace graphwright {

/// Looks for what readers of GraphML trip over.
void examine_graphml(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings);

}  // namespace graphwright
