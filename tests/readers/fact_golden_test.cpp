// Each folder of tests/golden/facts is a project: a manifest and fact files in, N-Triples and messages
// out. GRAPHWRIGHT_UPDATE_GOLDEN=1 writes what comes out; read the difference before it is committed.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "graphwright/fact_files.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/manifest.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/source_library.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(GRAPHWRIGHT_SOURCE_DIR) / "tests" / "golden" / "facts";

/// The names of a small ontology, enough for all kinds of names.
Vocabulary test_vocabulary() {
  const std::string ns = "https://example.org/ontology#";
  const std::string xsd = "http://www.w3.org/2001/XMLSchema#";
  Vocabulary vocabulary;
  for (const char* name : {"Person", "Polity", "Place", "Office", "Talks"})
    vocabulary.add(name, {ns + name, NameKind::class_, {}});
  for (const char* name :
       {"represents", "holds-office", "met-with", "attacked", "region-part-of", "talks-host", "talks-guest"})
    vocabulary.add(name, {ns + name, NameKind::relation, {}});
  vocabulary.add("population", {ns + "population", NameKind::attribute, xsd + "nonNegativeInteger"});
  vocabulary.add("founded", {ns + "founded", NameKind::attribute, xsd + "date"});
  vocabulary.add("motto", {ns + "motto", NameKind::attribute, {}});
  vocabulary.add("iso-3166-code", {ns + "iso-3166-code", NameKind::attribute, xsd + "string"});
  return vocabulary;
}

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

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
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
  explicit Project(const fs::path& folder) {
    fs::current_path(folder);
    const Manifest manifest = read_manifest("graph.yaml", diagnostics);
    const SourceLibrary sources(manifest.sources, diagnostics);
    const Vocabulary vocabulary = test_vocabulary();
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
  std::string messages() {
    for (const Diagnostic& one : diagnostics.all())
      EXPECT_NE(find_diagnostic_code(one.code), nullptr) << one.code << " has no explanation";
    diagnostics.sort();
    return render(diagnostics, MessageFormat::text);
  }

  Diagnostics diagnostics;
  Graph graph;
};

void expect_golden(const fs::path& path, const std::string& text) {
  if (std::getenv("GRAPHWRIGHT_UPDATE_GOLDEN") != nullptr) {
    if (text.empty())
      fs::remove(path);
    else
      std::ofstream(path, std::ios::binary) << text;
  }
  EXPECT_EQ(text, fs::exists(path) ? read_text(path) : std::string{}) << path;
}

class FactGolden : public testing::TestWithParam<std::string> {};

TEST_P(FactGolden, GivesWhatIsWritten) {
  const fs::path before = fs::current_path();
  const fs::path folder = golden / GetParam();
  Project project(folder);
  expect_golden(folder / "expected.nt", project.triples());
  expect_golden(folder / "expected.messages", project.messages());
  fs::current_path(before);
}

std::vector<std::string> folders() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(golden))
    if (fs::exists(entry.path() / "graph.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& folder) {
  std::string name = folder.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Folders, FactGolden, testing::ValuesIn(folders()), test_name);

}  // namespace
}  // namespace graphwright
