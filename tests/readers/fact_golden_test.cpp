// Each folder of tests/golden/facts is a project: a manifest and fact files in, N-Triples and messages
// out. GRAPHWRIGHT_UPDATE_GOLDEN=1 writes what comes out; read the difference before it is committed.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "fact_project.hpp"
#include "updates_golden.hpp"

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

void expect_golden(const fs::path& path, const std::string& text) {
  if (updates_golden()) {
    if (text.empty())
      fs::remove(path);
    else
      std::ofstream(path, std::ios::binary) << text;
  }
  EXPECT_EQ(text, fs::exists(path) ? read_text(path) : std::string{}) << path;
}

class FactGolden : public testing::TestWithParam<std::string> {};

TEST_P(FactGolden, GivesWhatIsWritten) {
  const fs::path folder = golden / GetParam();
  const Project project(folder, test_vocabulary());
  expect_golden(folder / "expected.nt", project.triples());
  expect_golden(folder / "expected.messages", project.text_of_messages);
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
