#pragma once

#include <string>
#include <vector>

#include "graphwright/exporter.hpp"

#include "outputs.hpp"
#include "session.hpp"

namespace graphwright::cli {

/// Throws a usage error for a name that is no measure.
void check_measures(const std::vector<std::string>& names);

/// The graph with the measures that an export asks for as attributes of what it shows; a sample is warned about.
Graph measured(const Graph& graph, const std::vector<std::string>& names, const ExportOptions& settings,
               Session& session);

/// Writes a graph to a path, measured first where the options ask for it, without what its style hides.
void write_measured(const Graph& graph, const std::string& path, const OutputOptions& options,
                    const ExportOptions& settings, Session& session);

}  // namespace graphwright::cli
