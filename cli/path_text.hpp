#pragma once

#include <string>

#include "graphwright/select.hpp"

namespace graphwright::cli {

/// Says a path step by step: each edge with when it holds and the quotes that state it.
std::string path_text(const PropertyGraph& view, const Selected& selected, std::uint32_t from);

}  // namespace graphwright::cli
