#pragma once

#include <memory>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes Turtle (RDF 1.2 Turtle): grouped by subject, in canonical order, as a person would commit it;
/// with `stream` as statements arrive, in constant memory. Graph names are lost.
std::unique_ptr<Exporter> open_turtle(Output& out, const ExportOptions& options);

/// Writes TriG (RDF 1.2 TriG) in the same two ways.
std::unique_ptr<Exporter> open_trig(Output& out, const ExportOptions& options);

}  // namespace graphwright
