#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build_exports.hpp"

namespace graphwright::cli {

/// What a stale export and the one that a build would write now state differently.
struct StaleExport {
  /// How much was added, removed and changed, in words.
  std::string summary;
  /// The first changes, one a note.
  std::vector<Note> changes;
};

/// Compares a stale export with what would be written now, fact by fact; nothing where its format cannot be
/// read back or what lies there has errors.
std::optional<StaleExport> compare_stale(const BuildExport& one, const Project& project);

}  // namespace graphwright::cli
