#pragma once

#include <vector>

#include "graphwright/decisions.hpp"

namespace graphwright::extraction {

/// Makes the claims of an article what the decisions on it say (`Decisions::apply`).
void apply_decisions(const std::vector<const Decision*>& decisions, ReadArticle& article, Diagnostics& diagnostics);

}  // namespace graphwright::extraction
