#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/format.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/graph_profile.hpp"
#include "graphwright/output.hpp"
#include "graphwright/picture_style.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// The text of a document that facts are quoted from.
struct SourceView {
  std::string_view iri;
  /// Well-formed UTF-8, as the offsets of evidence count it.
  std::string_view text;
};

class LayoutStore;

/// Opens a store that exports running at the same time may share, so that the same picture is laid out once.
std::shared_ptr<LayoutStore> open_layout_store();

/// What an export is asked for.
struct ExportOptions {
  ViewOptions view;
  /// Prefixes to write with where the statements bring none.
  PrefixMap prefixes;
  std::string base;
  /// Write statements as they come, in constant memory, where the format can also group them.
  bool stream = false;
  /// Bytes of memory that statements may take while they are grouped, where the format can set them aside in
  /// temporary files; 0 for no limit.
  std::size_t memory = 0;
  /// Events as nodes in graph formats (`--events`).
  bool events = false;
  /// GraphML flavour: default, gephi, yed, cytoscape, tinkerpop, neo4j. Tables: default, gephi, neo4j.
  std::string flavour;
  /// How JSON-LD is written: words with commas between them (docs/formats.md); empty: compact.
  std::string jsonld = {};
  /// Which of the two tables of CSV and TSV is written: nodes, edges, or both where it is empty.
  std::string table = {};
  /// Where the table of edges goes, if not behind that of nodes and an empty line.
  Output* edge_output = nullptr;
  /// Clusters in pictures: one of `cluster_words`; empty: as the style says.
  std::string cluster;
  /// What the ontology says of classes and relations, for graph formats.
  GraphProfile profile = {};
  /// The title of the graph, for pictures and for formats with a description.
  std::string title = {};
  /// How pictures look, where a style file says so.
  std::shared_ptr<const PictureStyle> style = {};
  /// Texts of sources, where they are at hand, for the page that shows quotes in them; the exporter keeps the views.
  std::vector<SourceView> sources = {};
  /// Layouts that several exports of one run share; null: none are kept.
  std::shared_ptr<LayoutStore> layouts = {};
};

/// What a format could not carry, counted by kind.
struct Loss {
  std::string_view kind;
  std::size_t count = 0;
};

/// What one export held.
struct ExportSummary {
  std::size_t statements = 0;
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::vector<Loss> losses;
};

/// A writer of one format: a sink for statements, or for a graph at once.
///
/// Formats that can are written as statements arrive; the others own a graph and write at `finish`.
class Exporter : public Sink {
 public:
  /// Writes a whole graph; by default replays it into this sink.
  virtual void write(const Graph& graph);
  const ExportSummary& summary() const { return summary_; }

 protected:
  explicit Exporter(ExportOptions options) : options_(std::move(options)) {}
  const ExportOptions& options() const { return options_; }
  /// Counts something that the format cannot carry; the kind must outlive the exporter.
  void count_loss(std::string_view kind, std::size_t count = 1);
  ExportSummary summary_;

 private:
  ExportOptions options_;
};

/// A format that can be written: one row of the table.
struct ExporterFormat {
  std::string_view format;
  /// Whether it can be written in constant memory as statements arrive.
  bool streams;
  std::unique_ptr<Exporter> (*open)(Output&, const ExportOptions&);
  /// Whether it is two tables, of nodes and of edges, that leave as two files.
  bool has_two_tables = false;
};

/// The words for `ExportOptions::flavour`, beside none for all readers.
std::span<const std::string_view> graphml_flavours();

std::span<const ExporterFormat> exporter_formats();
/// Finds the exporter of a format by the format's name.
const ExporterFormat* find_exporter(std::string_view format);

}  // namespace graphwright
