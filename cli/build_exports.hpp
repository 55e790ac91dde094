#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "outputs.hpp"
#include "project.hpp"

namespace graphwright::cli {

/// A file that a build writes, and how.
struct BuildExport {
  std::string path;
  OutputOptions options;
  ExportOptions settings;
  /// Which part of the graph it holds, and where the manifest asks for it.
  ManifestSelection selection = {};
  Location location = {};
  std::unique_ptr<Export> file = {};
  /// What it writes where that is not the graph of the project: a part of it, or with measures.
  std::optional<Graph> own_graph = {};

  const Graph& graph(const Project& project) const { return own_graph ? *own_graph : project.graph(); }
};

/// The exports of a manifest below an output folder; what the manifest says of one goes before `base`.
std::vector<BuildExport> planned_exports(const Project& project, const std::string& folder, const OutputOptions& base);

/// The paths that the exports of a manifest are written to below an output folder.
std::vector<std::string> export_paths(const Manifest& manifest, const std::string& folder, const OutputOptions& base);

/// The most that any of the exports shows of what is derived.
Derived widest(const std::vector<BuildExport>& exports);

/// Selects and measures what the exports ask for, once the graph is whole; names that are not known are reported.
void prepare_exports(std::vector<BuildExport>& exports, const Project& project, Session& session);

/// Reports names in what the exports select, measure and draw that are not known; the graph need not be inferred yet.
void check_words(std::vector<BuildExport> exports, Project& project, Session& session);

/// Writes all exports, up to `jobs` at a time; files take their places only when all are written.
void write_exports(std::vector<BuildExport>& exports, const Project& project, std::size_t jobs, Session& session);

/// Compares what each export would write with what lies there, and reports what is stale or absent.
void check_exports(const std::vector<BuildExport>& exports, const Project& project, Session& session);

}  // namespace graphwright::cli
