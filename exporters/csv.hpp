#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Opens the exporter of CSV (RFC 4180): a table of nodes and one of edges.
std::unique_ptr<Exporter> open_csv(Output& output, const ExportOptions& options);
/// The same with tabs between the columns.
std::unique_ptr<Exporter> open_tsv(Output& output, const ExportOptions& options);

}  // namespace graphwright
