#include "graphwright/scratch_file.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "temporary_folder.hpp"

namespace graphwright {
namespace {

using ::testing::IsEmpty;

/// Names a folder for temporary files until its end.
class TemporaryFiles {
 public:
  explicit TemporaryFiles(const std::string& folder) {
    if (const char* old = std::getenv("TMPDIR")) old_ = old;
    ::setenv("TMPDIR", folder.c_str(), 1);
  }
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;
  ~TemporaryFiles() {
    if (old_.empty())
      ::unsetenv("TMPDIR");
    else
      ::setenv("TMPDIR", old_.c_str(), 1);
  }

 private:
  std::string old_;
};

std::string read(const ScratchFile& file, std::uint64_t place, std::size_t size) {
  std::string bytes(size, '?');
  bytes.resize(file.read(place, bytes));
  return bytes;
}

TEST(ScratchFile, GivesBackWhatWasWritten) {
  ScratchFile file;
  file.write("hello, ");
  file.write("world");
  EXPECT_EQ(file.size(), 12U);
  EXPECT_EQ(read(file, 0, 5), "hello");
  EXPECT_EQ(read(file, 7, 100), "world");
  EXPECT_EQ(read(file, 12, 1), "");
}

TEST(ScratchFile, HasNoName) {
  const TemporaryFolder folder;
  const TemporaryFiles here(folder / "");
  ScratchFile file;
  file.write(std::string(1'000'000, 'x'));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ScratchFile, NamesTheFolderThatIsMissing) {
  const TemporaryFolder folder;
  const TemporaryFiles here(folder / "none");
  EXPECT_EQ(message_of<std::system_error>([] { ScratchFile(); }),
            fmt::format("cannot use a temporary file in '{}': No such file or directory", folder / "none"));
}

TEST(ScratchFile, ReportsAFullDisk) {
  const TemporaryFolder folder;
  const TemporaryFiles here(folder / "");
  ScratchFile file;
  rlimit old{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old), 0);
  const rlimit tight{.rlim_cur = 100'000, .rlim_max = old.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  const std::string message = message_of<std::system_error>([&] { file.write(std::string(1'000'000, 'x')); });
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(message, fmt::format("cannot use a temporary file in '{}': File too large", folder / ""));
}

}  // namespace
}  // namespace graphwright
