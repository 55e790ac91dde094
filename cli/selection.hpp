#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "graphwright/exporter.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/manifest.hpp"
#include "graphwright/ontology.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/select.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// Declares the options that say which part of a graph is wanted; the same words as in a manifest.
void declare_selection(CLI::App& app, ManifestSelection& options);

/// Tells what is wrong with a selection: a message code and a sentence.
using SelectionFault = std::function<void(std::string_view, const std::string&)>;

/// A selected part of a graph, ready to be written, or the words of a path.
struct SelectedPart {
  Graph graph;
  std::string path;
  /// By IRI: what the whole graph calls the places and speakers of its edges, which need not be nodes of the part.
  std::map<std::string, std::string, std::less<>> labels;
};

/// Finds what the names of a selection stand for and copies the part that they choose.
///
/// `shown` says what the export will show, since steps lead along its edges. Nothing is given where a name is
/// not known. A selection that finds nothing is reported as `select-empty`. A part that is written as RDF has the
/// labels of the places and speakers of its edges in itself.
std::optional<SelectedPart> select_part(const Graph& graph, const PropertyGraphOptions& shown, const Ontology* ontology,
                                        const ManifestSelection& options, bool is_rdf, const SelectionFault& report);

/// By IRI: what a view calls the places and speakers of chosen edges.
std::map<std::string, std::string, std::less<>> labels_at_edges(const PropertyGraph& view, const Selected& selected);

/// What a graph format is going to show.
PropertyGraphOptions shown_by(const ExportOptions& options);

}  // namespace graphwright::cli
