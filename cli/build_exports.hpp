#pragma once

#include <cstddef>
#include <memory>
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
  std::unique_ptr<Export> file;
};

/// The exports of a manifest below an output folder; what the manifest says of one goes before `base`.
std::vector<BuildExport> planned_exports(const Project& project, const std::string& folder, const OutputOptions& base);

/// The most that any of the exports shows of what is derived.
Derived widest(const std::vector<BuildExport>& exports);

/// Writes all exports, up to `jobs` at a time; files take their places only when all are written.
void write_exports(std::vector<BuildExport>& exports, const Project& project, std::size_t jobs, Session& session);

/// Compares what each export would write with what lies there, and reports what is stale or absent.
void check_exports(const std::vector<BuildExport>& exports, const Project& project, Session& session);

}  // namespace graphwright::cli
