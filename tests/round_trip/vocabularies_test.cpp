#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/format.hpp"

#include "trip.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_rdf(const fs::path& path) {
  const Format* const format = format_of_path(path.string());
  return format != nullptr &&
         std::find(std::begin(rdf_syntaxes), std::end(rdf_syntaxes), format->name) != std::end(rdf_syntaxes);
}

TEST(Vocabularies, ComeBackFromEverySyntaxButForWhatItReports) {
  const fs::path folder = fs::path(GRAPHWRIGHT_SHARED_DIR) / "suites" / "ontologies";
  if (!fs::exists(folder)) GTEST_SKIP() << "../shared/suites/ontologies is not here";
  std::set<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (is_rdf(entry.path())) paths.insert(entry.path());
  std::size_t trips = 0;
  std::size_t lossy = 0;
  for (const fs::path& path : paths) {
    Graph graph;
    const std::string base = "http://example.org/" + path.filename().string();
    ASSERT_EQ(read_into(format_of_path(path.string())->name, contents(path), base, graph), "") << path;
    for (std::string_view syntax : rdf_syntaxes) {
      LossCounts losses;
      EXPECT_EQ(make_trip(syntax, graph, losses), "") << path << " as " << syntax;
      ++(losses.empty() ? trips : lossy);
    }
  }
  fmt::print("{} round trips, {} more but for what was reported\n", trips, lossy);
}

}  // namespace
}  // namespace graphwright
