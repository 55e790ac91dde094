#include "graphwright/output.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary_folder.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

void write_file(const std::string& path, std::string_view bytes) {
  const auto out = open_output(path);
  out->write(bytes);
  out->commit();
}

TEST(StringOutput, CollectsBytesWrittenInEveryWay) {
  StringOutput out;
  out.put('a');
  out.write("bc");
  char* place = out.reserve(2);
  place[0] = 'd';
  out.advance(1);
  EXPECT_EQ(out.take(), "abcd");
  EXPECT_EQ(out.take(), "");
}

TEST(StringOutput, KeepsTheOrderOfSmallAndLargeWrites) {
  StringOutput out;
  std::string expected;
  for (std::size_t size : {1U, 70'000U, 200'000U, 3U, 262'144U, 262'143U, 1'000'000U, 2U}) {
    const std::string part(size, static_cast<char>('a' + size % 26));
    expected += part;
    out.write(part);
    out.put('|');
    expected += '|';
  }
  EXPECT_EQ(out.take(), expected);
}

TEST(Output, WritesAFileAndLeavesNothingBeside) {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "hello\n");
  EXPECT_EQ(folder.read("a.txt"), "hello\n");
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
}

TEST(Output, LeavesTheOldFileUntilCommitted) {
  const TemporaryFolder folder;
  folder.add("a.txt", "old");
  {
    const auto out = open_output(folder / "a.txt");
    out->write(std::string(1'000'000, 'x'));
    out->flush();
    EXPECT_EQ(folder.read("a.txt"), "old");
  }
  EXPECT_EQ(folder.read("a.txt"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
}

TEST(Output, LeavesNoTraceOfANewFileThatIsNotCommitted) {
  const TemporaryFolder folder;
  { open_output(folder / "a.txt")->write("x"); }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Output, DoesNotTouchAnUnchangedFile) {
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", "same");
  const auto long_ago = fs::last_write_time(path) - std::chrono::hours(1);
  fs::last_write_time(path, long_ago);
  write_file(path, "same");
  EXPECT_EQ(fs::last_write_time(path), long_ago);
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
  write_file(path, "sane");
  EXPECT_NE(fs::last_write_time(path), long_ago);
  EXPECT_EQ(folder.read("a.txt"), "sane");
}

TEST(Output, ReplacesAFileByItsBeginning) {
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", "abcdef");
  write_file(path, "abc");
  EXPECT_EQ(folder.read("a.txt"), "abc");
  write_file(path, "");
  EXPECT_EQ(folder.read("a.txt"), "");
}

TEST(Output, KeepsThePermissionsOfTheOldFile) {
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", "old");
  fs::permissions(path, fs::perms{0640});
  write_file(path, "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms{0640});
}

TEST(Output, GivesANewFileThePermissionsOfTheUmask) {
  const TemporaryFolder folder;
  const mode_t old = ::umask(027);
  write_file(folder / "a.txt", "new");
  ::umask(old);
  EXPECT_EQ(fs::status(folder / "a.txt").permissions(), fs::perms{0640});
}

TEST(Output, FollowsLinks) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "real");
  folder.add("real/a.txt", "old");
  fs::create_symlink("real/a.txt", folder / "link");
  fs::create_symlink(folder / "link", folder / "link2");
  write_file(folder / "link2", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_TRUE(fs::is_symlink(folder / "link2"));
  EXPECT_EQ(folder.read("real/a.txt"), "new");
}

TEST(Output, MakesTheFileThatALinkPromises) {
  const TemporaryFolder folder;
  fs::create_symlink("later.txt", folder / "link");
  write_file(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(folder.read("later.txt"), "new");
}

TEST(Output, RefusesLinksInACircle) {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  EXPECT_EQ(message_of<std::system_error>([&] { open_output(folder / "a"); }),
            fmt::format("cannot write '{}': Too many levels of symbolic links", folder / "a"));
}

TEST(Output, NamesTheFolderThatIsMissing) {
  const TemporaryFolder folder;
  EXPECT_EQ(message_of<std::system_error>([&] { open_output(folder / "none/a.txt"); }),
            fmt::format("cannot write '{}': No such file or directory", folder / "none/a.txt"));
}

TEST(Output, RefusesAFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(message_of<std::system_error>([&] { open_output(folder / ""); }),
            fmt::format("cannot write '{}': Is a directory", folder / ""));
}

TEST(Output, RefusesAFileThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everything";
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", "old");
  fs::permissions(path, fs::perms{0444});
  EXPECT_EQ(message_of<std::system_error>([&] { open_output(path); }),
            fmt::format("cannot write '{}': Permission denied", path));
}

TEST(Output, KeepsAMessageOnOneLine) {
  EXPECT_EQ(message_of<std::system_error>([&] { open_output("/none/a\nb"); }),
            "cannot write '/none/a?b': No such file or directory");
}

TEST(Output, ReportsAFullDevice) {
  const auto out = open_output("/dev/full");
  out->write("x");
  EXPECT_EQ(message_of<std::system_error>([&] { out->commit(); }), "cannot write '/dev/full': No space left on device");
}

TEST(Output, WritesDevicesDirectly) { EXPECT_NO_THROW(write_file("/dev/null", std::string(1'000'000, 'x'))); }

TEST(Output, WritesNamedPipesDirectly) {
  const TemporaryFolder folder;
  const std::string path = folder / "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::FILE* reader = nullptr;
  const int descriptor = ::open(path.c_str(), O_RDWR);
  ASSERT_GE(descriptor, 0);
  reader = ::fdopen(descriptor, "r");
  write_file(path, "through\n");
  char line[32] = {};
  ASSERT_NE(std::fgets(line, sizeof line, reader), nullptr);
  std::fclose(reader);
  EXPECT_STREQ(line, "through\n");
  EXPECT_TRUE(fs::is_fifo(path));
}

TEST(Output, ReportsAClosedPipe) {
  int ends[2] = {};
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  const auto old = std::signal(SIGPIPE, SIG_IGN);
  const std::string path = fmt::format("/dev/fd/{}", ends[1]);
  EXPECT_EQ(message_of<std::system_error>([&] { write_file(path, "x"); }),
            fmt::format("cannot write '{}': Broken pipe", path));
  std::signal(SIGPIPE, old);
  ::close(ends[1]);
}

TEST(Output, LeavesTheOldFileWhereTheDiskIsFull) {
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", "old");
  rlimit old{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old), 0);
  const rlimit tight{.rlim_cur = 100'000, .rlim_max = old.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  const std::string message = message_of<std::system_error>([&] { write_file(path, std::string(1'000'000, 'x')); });
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(message, fmt::format("cannot write '{}': File too large", path));
  EXPECT_EQ(folder.read("a.txt"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
}

TEST(Output, CompressesTheSameWayEachTime) {
  const TemporaryFolder folder;
  for (const std::string name : {"a.nt.gz", "a.nt.zst"}) {
    write_file(folder / name, std::string(100'000, 'x'));
    const std::string first = folder.read(name);
    EXPECT_LT(first.size(), 1000U);
    EXPECT_FALSE(first.empty());
    const auto long_ago = fs::last_write_time(folder / name) - std::chrono::hours(1);
    fs::last_write_time(folder / name, long_ago);
    write_file(folder / name, std::string(100'000, 'x'));
    EXPECT_EQ(fs::last_write_time(folder / name), long_ago);
  }
}

}  // namespace
}  // namespace graphwright
