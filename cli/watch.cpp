#include "watch.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include <sys/stat.h>

namespace graphwright::cli {
namespace {

constexpr std::chrono::milliseconds pause{150};

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int /*signal*/) { interrupted = 1; }

/// What tells one state of a file from another; all zero where there is no file.
struct FileState {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;

  friend bool operator==(const FileState&, const FileState&) = default;
};

std::vector<FileState> look_at(const std::vector<std::string>& files) {
  std::vector<FileState> states;
  for (const std::string& path : files) {
    struct stat now {};
    FileState state;
    if (::stat(path.c_str(), &now) == 0)
      state = {now.st_dev, now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
    states.push_back(state);
  }
  return states;
}

/// Waits until the files are no longer what they were, and then until they stay as they are.
void wait_for_change(const std::vector<std::string>& files, const std::vector<FileState>& before) {
  std::vector<FileState> last = before;
  while (interrupted == 0) {
    std::this_thread::sleep_for(pause);
    std::vector<FileState> now = look_at(files);
    if (now == last && now != before) return;
    last = std::move(now);
  }
}

}  // namespace

void watch(const std::function<std::vector<std::string>()>& build) {
  struct sigaction action {};
  action.sa_handler = interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::vector<std::string> files;
  std::vector<FileState> before;
  while (interrupted == 0) {
    // What changes while a build runs is seen after it; what it newly names is first looked at then.
    const std::vector<FileState> begun = look_at(files);
    std::vector<std::string> named = build();
    before = named == files ? begun : look_at(named);
    files = std::move(named);
    wait_for_change(files, before);
  }
}

}  // namespace graphwright::cli
