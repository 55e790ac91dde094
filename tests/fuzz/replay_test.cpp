#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "graphwright/format.hpp"
#include "graphwright/reader.hpp"

#include "fuzz_formats.hpp"
#include "reader_target.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mutations = 150;
constexpr std::size_t largest_seed = 4096;
constexpr std::size_t largest_file = std::size_t{64} << 10;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

fs::path corpus(std::string_view format) { return fs::path(GRAPHWRIGHT_TEST_DATA) / "corpus" / format; }

/// The conformance suites, which lie beside the checkout or above it; they need not.
fs::path suites() {
  const fs::path beside = fs::path(GRAPHWRIGHT_SOURCE_DIR) / ".." / "shared" / "suites";
  return fs::exists(beside) ? beside : fs::path(GRAPHWRIGHT_SOURCE_DIR) / ".." / ".." / "shared" / "suites";
}

/// The files of a format below a folder that are not too large, in the order of their paths.
std::set<fs::path> files_of(std::string_view format, const fs::path& folder, std::size_t most_bytes) {
  std::set<fs::path> paths;
  if (!fs::exists(folder)) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const Format* known = entry.is_regular_file() ? format_of_path(entry.path().string()) : nullptr;
    if (known != nullptr && known->name == format && entry.file_size() <= most_bytes) paths.insert(entry.path());
  }
  return paths;
}

/// The small inputs of a format among the golden files and in its corpus.
std::vector<std::string> seeds(std::string_view format) {
  std::set<fs::path> paths = files_of(format, fs::path(GRAPHWRIGHT_SOURCE_DIR) / "tests" / "golden", largest_seed);
  paths.merge(files_of(format, corpus(format), largest_seed));
  std::vector<std::string> texts;
  std::transform(paths.begin(), paths.end(), std::back_inserter(texts), contents);
  return texts;
}

/// A text with a few bytes changed, dropped, doubled, or a piece of another text put in.
std::string mutate(std::string text, const std::vector<std::string>& others, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return std::size_t{random()} % std::max<std::size_t>(end, 1); };
  for (std::size_t edits = 1 + below(4); edits != 0; --edits) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, 1 + below(16));
    switch (below(5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, 1, "\"\\<>{}[]()|@^_:.;,#&~'\n\r\t"[below(25)]);
        break;
      default: {
        const std::string& other = others[below(others.size())];
        text.insert(at, other.substr(below(other.size() + 1), 1 + below(32)));
      }
    }
  }
  return text;
}

class Fuzz : public testing::TestWithParam<std::string_view> {};

/// What fuzzing once found is kept in corpus/<format>.
TEST_P(Fuzz, WhatWasFoundOnceStaysMended) {
  if (!fs::exists(corpus(GetParam()))) return;
  for (const auto& entry : fs::directory_iterator(corpus(GetParam()))) check_reader(GetParam(), contents(entry.path()));
}

TEST_P(Fuzz, FilesOfTheSuites) {
  if (!fs::exists(suites())) GTEST_SKIP() << "the conformance suites are not here";
  for (const fs::path& path : files_of(GetParam(), suites(), largest_file)) check_reader(GetParam(), contents(path));
}

TEST_P(Fuzz, SeededMutationsOfGoldenFiles) {
  const std::vector<std::string> texts = seeds(GetParam());
  ASSERT_FALSE(texts.empty()) << "neither tests/golden nor the corpus has a small file of this format";
  std::mt19937 random(20221107);
  for (std::size_t i = 0; i < mutations; ++i) check_reader(GetParam(), mutate(texts[i % texts.size()], texts, random));
}

INSTANTIATE_TEST_SUITE_P(Readers, Fuzz, testing::ValuesIn(fuzz_formats),
                         [](const auto& one) { return std::string(one.param); });

/// Raptor's formats are read in a child process for each input, so they are left to its limits.
TEST(FuzzFormats, AreAllReadersOfOurOwn) {
  const std::set<std::string_view> foreign{"rdfa", "rdfjson", "rss"};
  for (const ReaderFormat& one : reader_formats())
    EXPECT_EQ(std::count(std::begin(fuzz_formats), std::end(fuzz_formats), one.format),
              foreign.contains(one.format) ? 0 : 1)
        << one.format;
}

}  // namespace
}  // namespace graphwright
