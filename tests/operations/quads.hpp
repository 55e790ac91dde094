#pragma once

#include <string_view>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Makes a graph of N-Quads lines, with `<<( s p o )>>` and `@en--ltr`; `:x` is short for `<http://example.org/x>`.
///
/// It takes what tests write and nothing more; a line that it cannot read throws.
Graph graph_of(std::string_view lines);

/// Adds such lines to a graph.
void add_lines(Graph& graph, std::string_view lines);

/// Interns one term of that notation.
TermId term_of(Graph& graph, std::string_view text);

}  // namespace graphwright
