#include "graphwright/byte_source.hpp"

#include <string>
#include <system_error>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/output.hpp"

#include "temporary_folder.hpp"

namespace graphwright {
namespace {

std::string read_file(const std::string& path) { return read_all(*open_source(path)); }

/// The bytes of a compressed file whose name says how.
std::string compress(const std::string& suffix, std::string_view bytes) {
  const TemporaryFolder folder;
  const auto out = open_output(folder / ("a" + suffix));
  out->write(bytes);
  out->commit();
  return folder.read("a" + suffix);
}

/// Text that does not compress well, so that it spans many blocks.
std::string noise(std::size_t size) {
  std::string text(size, '\0');
  std::uint64_t state = 1;
  for (char& c : text) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    c = static_cast<char>(state >> 56U);
  }
  return text;
}

TEST(MemorySource, GivesChunksOfTheSizeAskedFor) {
  const auto source = memory_source("abcdefg", 3);
  char buffer[16];
  EXPECT_EQ(source->read(buffer, sizeof buffer), 3U);
  EXPECT_EQ(source->read(buffer, 2), 2U);
  EXPECT_EQ(source->read(buffer, sizeof buffer), 2U);
  EXPECT_EQ(source->read(buffer, sizeof buffer), 0U);
  std::string_view bytes;
  EXPECT_FALSE(source->whole(bytes));
}

TEST(MemorySource, HandsOverWhatIsLeftAtOnce) {
  const auto source = memory_source("abc");
  char buffer[1];
  EXPECT_EQ(source->read(buffer, 1), 1U);
  std::string_view bytes;
  EXPECT_TRUE(source->whole(bytes));
  EXPECT_EQ(bytes, "bc");
  EXPECT_EQ(source->read(buffer, 1), 0U);
}

TEST(ReadAll, ReadsUpToItsLimit) {
  EXPECT_EQ(read_all(*memory_source("abc"), 3), "abc");
  EXPECT_EQ(message_of<std::length_error>([] { read_all(*memory_source("abcd"), 3); }),
            "the input is longer than 3 bytes");
  const std::string large = noise(500'000);
  EXPECT_EQ(read_all(*memory_source(large, 7777)), large);
}

TEST(OpenSource, ReadsFilesOfAllSizes) {
  const TemporaryFolder folder;
  for (std::size_t size : {0U, 1U, 2U, 3U, 4U, 5U, 100'000U})
    EXPECT_EQ(read_file(folder.add("a", noise(size))), noise(size)) << size;
}

TEST(OpenSource, SaysWhatCannotBeRead) {
  const TemporaryFolder folder;
  EXPECT_EQ(message_of<std::system_error>([&] { open_source(folder / "none"); }),
            fmt::format("cannot read '{}': No such file or directory", folder / "none"));
  EXPECT_EQ(message_of<std::system_error>([&] { open_source(folder / ""); }),
            fmt::format("cannot read '{}': Is a directory", folder / ""));
}

class CompressedSource : public ::testing::TestWithParam<std::string> {};

TEST_P(CompressedSource, IsToldByContentNotByName) {
  const TemporaryFolder folder;
  for (std::size_t size : {0U, 1U, 65'536U, 1'000'000U})
    EXPECT_EQ(read_file(folder.add("a.nt", compress(GetParam(), noise(size)))), noise(size)) << size;
  EXPECT_EQ(read_file(folder.add("a" + GetParam(), "plain")), "plain");
}

TEST_P(CompressedSource, ReadsMembersOneAfterTheOther) {
  const TemporaryFolder folder;
  std::string bytes;
  for (const char* part : {"one ", "", "two ", "three"}) bytes += compress(GetParam(), part);
  EXPECT_EQ(read_file(folder.add("a", bytes)), "one two three");
}

TEST_P(CompressedSource, FailsWhereItEndsTooEarly) {
  const TemporaryFolder folder;
  const std::string bytes = compress(GetParam(), noise(200'000));
  for (std::size_t size : {std::size_t{4}, std::size_t{15}, bytes.size() / 2, bytes.size() - 1})
    EXPECT_EQ(message_of<std::system_error>([&] { read_file(folder.add("a", bytes.substr(0, size))); }),
              fmt::format("cannot read '{}': the compressed data ends too early", folder / "a"))
        << size;
}

TEST_P(CompressedSource, FailsWhereItIsDamaged) {
  const TemporaryFolder folder;
  std::string bytes = compress(GetParam(), noise(200'000));
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_EQ(message_of<std::system_error>([&] { read_file(folder.add("a", bytes)); }),
            fmt::format("cannot read '{}': the compressed data is damaged", folder / "a"));
}

INSTANTIATE_TEST_SUITE_P(Formats, CompressedSource, ::testing::Values(".gz", ".zst"),
                         [](const auto& one) { return one.param.substr(1); });

TEST(OpenSource, AllowsZerosAfterGzipButNothingElse) {
  const TemporaryFolder folder;
  const std::string bytes = compress(".gz", "text");
  EXPECT_EQ(read_file(folder.add("a", bytes + std::string(600, '\0'))), "text");
  EXPECT_EQ(message_of<std::system_error>([&] { read_file(folder.add("a", bytes + "x")); }),
            fmt::format("cannot read '{}': other bytes follow the compressed data", folder / "a"));
}

TEST(OpenSource, StopsAtACompressionBomb) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.zst";
  {
    const auto out = open_output(path);
    const std::string zeros(std::size_t{1} << 20, '\0');
    for (int i = 0; i < 300; ++i) out->write(zeros);
    out->commit();
  }
  const auto source = open_source(path);
  std::string buffer(std::size_t{1} << 20, '\0');
  EXPECT_EQ(message_of<std::system_error>([&] {
              while (source->read(buffer.data(), buffer.size()) != 0) {
              }
            }),
            fmt::format("cannot read '{}': the compressed data grows to more than 250 times its size", path));
}

}  // namespace
}  // namespace graphwright
