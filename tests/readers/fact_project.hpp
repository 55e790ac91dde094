#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "graphwright/fact_files.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/manifest.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/source_library.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {

/// Collects statements as lines of N-Triples.
class LineSink : public Sink {
 public:
  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) {
      for (const TermView* term : {&one.subject, &one.predicate, &one.object}) {
        append_ntriples(*term, text);
        text += ' ';
      }
      text += ".\n";
    }
  }
  std::string text;
};

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The slice of code points [begin, end), counted one by one.
inline std::string slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  std::uint32_t seen = 0;
  bool inside = false;
  for (char byte : text) {
    if (!is_continuation_byte(byte)) {
      inside = seen >= begin && seen < end;
      ++seen;
    }
    if (inside) out += byte;
  }
  return out;
}

/// A project built without inference and exporters.
struct Project {
  /// Reads the manifest of a folder, from within it, so that messages hold no more than file names.
  Project(const std::filesystem::path& folder, const Vocabulary& vocabulary) {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder);
    read(vocabulary);
    text_of_messages = render_messages();
    std::filesystem::current_path(before);
  }

  void read(const Vocabulary& vocabulary) {
    const Manifest manifest = read_manifest("graph.yaml", diagnostics);
    const SourceLibrary sources(manifest.sources, diagnostics);
    FactFiles files({&vocabulary, &sources, manifest.prefixes, manifest.base}, diagnostics);
    for (const ManifestInput& input : manifest.inputs) {
      ReadOptions options;
      options.file = diagnostics.add_file(input.path, input.path);
      files.add(*open_source(input.path), options);
    }
    GraphBuilder builder(graph, {.keep_locations = true});
    push_manifest(manifest, builder);
    files.push(builder);
    check_offsets(sources, manifest);
  }

  /// Every offset that leaves must slice to its quote.
  void check_offsets(const SourceLibrary& sources, const Manifest& manifest) const {
    for (const Evidence& one : graph.evidence()) {
      if (one.begin == EvidenceView::no_offset) continue;
      for (const ManifestSource& source : manifest.sources)
        if (source.iri == graph.view(one.source).text) {
          EXPECT_EQ(slice(sources.find(source.name)->text->text(), one.begin, one.end), graph.view(one.quote).text);
        }
    }
  }

  std::string triples() const {
    LineSink lines;
    replay(graph, {}, lines);
    return lines.text;
  }
  std::string render_messages() {
    for (const Diagnostic& one : diagnostics.all())
      EXPECT_NE(find_diagnostic_code(one.code), nullptr) << one.code << " has no explanation";
    diagnostics.sort();
    return render(diagnostics, MessageFormat::text);
  }

  Diagnostics diagnostics;
  Graph graph;
  std::string text_of_messages;
};

}  // namespace graphwright
