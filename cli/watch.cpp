#include "watch.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include <sys/stat.h>

namespace graphwright::cli {
namespace {

constexpr std::chrono::milliseconds pause{150};

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int /*signal*/) { interrupted = 1; }

/// What tells one state of a file from another; all zero where there is no file, or a pipe, which changes as it is
/// read.
struct FileState {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;

  friend bool operator==(const FileState&, const FileState&) = default;
};

FileState look_at(const std::string& path) {
  struct stat now {};
  if (::stat(path.c_str(), &now) != 0 || !S_ISREG(now.st_mode)) return {};
  return {now.st_dev, now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
}

}  // namespace

struct WatchedFiles::Seen {
  std::map<std::string, FileState> files;

  Seen again() const {
    Seen now;
    for (const auto& [path, state] : files) now.files.emplace(path, look_at(path));
    return now;
  }
};

namespace {

/// Waits until the files are no longer what they were, and then until they stay as they are.
void wait_for_change(const WatchedFiles::Seen& before) {
  std::map<std::string, FileState> last = before.files;
  while (interrupted == 0) {
    std::this_thread::sleep_for(pause);
    std::map<std::string, FileState> now = before.again().files;
    if (now == last && now != before.files) return;
    last = std::move(now);
  }
}

}  // namespace

WatchedFiles::WatchedFiles() : seen_(std::make_unique<Seen>()) {}
WatchedFiles::~WatchedFiles() = default;

void WatchedFiles::add(const std::vector<std::string>& paths) {
  for (const std::string& path : paths)
    if (!seen_->files.contains(path)) seen_->files.emplace(path, look_at(path));
}

void watch(const std::function<void(WatchedFiles&)>& build) {
  struct sigaction action {};
  action.sa_handler = interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  while (interrupted == 0) {
    WatchedFiles files;
    build(files);
    wait_for_change(files.seen());
  }
}

}  // namespace graphwright::cli
