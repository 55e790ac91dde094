#pragma once

#include "graphwright/exporter.hpp"
#include "graphwright/graph.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// Warns of the classes and relations that a style names, but neither the graph nor the ontology has; nothing without a
/// style.
///
/// @complexity linear in the statements
void check_style_names(const Graph& graph, const ExportOptions& settings, Session& session);

}  // namespace graphwright::cli
