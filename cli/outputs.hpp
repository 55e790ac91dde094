#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "graphwright/exporter.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// What an export is asked for on the command line or in a manifest, by the same words.
struct OutputOptions {
  std::string format;
  std::string statements = "rdf11";
  std::string derived = "relations";
  std::string assert_modality = "asserted";
  std::string flavour;
  std::string jsonld;
  std::string cluster;
  std::string table;
  /// The style file of a picture.
  std::string style;
  /// Measures of nodes that are written as their attributes.
  std::vector<std::string> measures;
  /// How much memory grouped formats may take; empty for no limit.
  std::string memory;
  bool claims = false;
  bool events = false;
  bool stream = false;
  bool fail_on_loss = false;
  bool keep_going = false;
};

/// Declares the options that say what of a graph is shown.
void declare_view(CLI::App& app, OutputOptions& options);
/// Declares how RDF carries facts.
void declare_statements(CLI::App& app, OutputOptions& options);
/// Declares all options of an export, but not its format and where it goes.
void declare_export(CLI::App& app, OutputOptions& options);

/// The same options as the exporters take them; a word that is not known is a usage error.
ExportOptions export_options(const OutputOptions& options);

/// The exporter's row for a path: the format that was named, else the one that its suffix tells.
const ExporterFormat& exporter_for(const std::string& path, const std::string& format);

/// Whether a format of an exporter is a syntax of RDF.
bool is_rdf(std::string_view format);

/// The file of one of two tables: `graph.csv.gz` becomes `graph.nodes.csv.gz`.
std::string table_path(const std::string& path, std::string_view table);

/// Says what a format could not carry, as warnings, or as errors where loss is not allowed.
void report_losses(const std::string& path, const ExportSummary& summary, bool fail_on_loss, Session& session);

/// Whether a file may be written after what has been said: one of statements may, since a stream of them on the
/// standard output began before; one of a whole graph not where something was wrong with it, unless the user wants it
/// so.
bool may_write(const std::string& path, const OutputOptions& options, const Session& session);

/// One file being written, or two of tables: it takes its place only when `commit` is called.
class Export {
 public:
  Export(const std::string& path, const OutputOptions& options);
  Export(const std::string& path, const OutputOptions& options, const ExportOptions& export_options);

  Exporter& exporter() { return *exporter_; }
  /// Where the exporter writes, for who does its work.
  Output& output() { return *output_; }
  /// Ends the export: what the format could not carry is said, and the file takes its place unless
  /// the run has failed and is not to keep going.
  void close(Session& session);

 private:
  std::string path_;
  bool fail_on_loss_;
  bool keep_going_;
  std::unique_ptr<Output> output_;
  std::unique_ptr<Output> edge_output_;
  std::unique_ptr<Exporter> exporter_;
};

}  // namespace graphwright::cli
