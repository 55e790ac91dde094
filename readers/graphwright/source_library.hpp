#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/manifest.hpp"
#include "graphwright/source_text.hpp"

namespace graphwright {

/// A source with its text, unless it has none or cannot be read.
struct SourceDocument {
  std::string name;
  std::string iri;
  std::optional<SourceText> text;
  FileId file = FileId::none;
  /// A source that should have a text, but it cannot be read; that was reported.
  bool is_unreadable = false;
};

/// The sources of a graph, by the names that fact files call them.
class SourceLibrary {
 public:
  SourceLibrary() = default;
  /// Reads the texts of all sources of a manifest. A file that is missing or not UTF-8 is an error,
  /// one whose SHA-256 is not the manifest's a warning.
  SourceLibrary(const std::vector<ManifestSource>& sources, Diagnostics& diagnostics);

  const SourceDocument* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

 private:
  std::map<std::string, SourceDocument, std::less<>> documents_;
};

}  // namespace graphwright
