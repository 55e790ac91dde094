#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "destination.hpp"
#include "file_handle.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0666;
constexpr int max_links = 40;

/// A device, a pipe or a stream that is open already.
class DirectFile : public Destination {
 public:
  explicit DirectFile(FileHandle file) : file_(std::move(file)) {}
  void write(std::string_view bytes) override { file_.write(bytes); }
  void commit() override { file_.close(); }

 private:
  FileHandle file_;
};

/// A file without a name, or with one that nobody else takes; it goes away unless it is renamed.
///
/// Where the file system can (O_TMPFILE) it has no name until it is complete, so that even a killed
/// process leaves nothing behind.
class TemporaryFile {
 public:
  TemporaryFile(fs::path directory, const std::string& shown_path) : directory_(std::move(directory)) {
    int descriptor = -1;
    if (::access("/proc/self/fd", X_OK) == 0)
      descriptor = ::open(directory_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, new_file_mode);
    if (descriptor < 0)
      descriptor = with_unused_name(shown_path, [](const char* name) {
        return ::open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, new_file_mode);
      });
    file_ = FileHandle(descriptor, shown_path);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  FileHandle& file() { return file_; }

  /// Closes the file and gives it the name, replacing what has it.
  void rename(const fs::path& target) {
    if (name_.empty()) {
      const std::string self = fmt::format("/proc/self/fd/{}", file_.descriptor());
      with_unused_name(file_.path(), [&](const char* name) {
        return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
      });
    }
    file_.close();
    if (::rename(name_.c_str(), target.c_str()) != 0) throw_file_error(errno, "write", file_.path());
    name_.clear();
  }

 private:
  /// Calls `make` with new names until one is free.
  int with_unused_name(const std::string& shown_path, auto&& make) {
    static std::atomic<unsigned> counter{0};
    for (;;) {
      const fs::path name = directory_ / fmt::format(".graphwright-{}-{}.tmp", ::getpid(), counter++);
      const int result = make(name.c_str());
      if (result >= 0) {
        name_ = name;
        return result;
      }
      if (errno != EEXIST) throw_file_error(errno, "write", shown_path);
    }
  }

  fs::path directory_;
  fs::path name_;
  FileHandle file_;
};

bool same_bytes(const FileHandle& a, const FileHandle& b) {
  std::vector<char> left(std::size_t{64} << 10), right(left.size());
  for (;;) {
    const std::size_t got = a.read(left.data(), left.size());
    if (got == 0) return true;
    for (std::size_t have = 0; have < got;) {
      const std::size_t more = b.read(right.data() + have, got - have);
      if (more == 0) return false;
      have += more;
    }
    if (std::memcmp(left.data(), right.data(), got) != 0) return false;
  }
}

/// A regular file, written beside its place and renamed by `commit` unless its bytes are the same.
class ReplacedFile : public Destination {
 public:
  ReplacedFile(const fs::path& target, const std::string& shown_path)
      : target_(target), temporary_(target.has_parent_path() ? target.parent_path() : fs::path("."), shown_path) {}

  void write(std::string_view bytes) override { temporary_.file().write(bytes); }

  void commit() override {
    struct stat old {};
    if (::stat(target_.c_str(), &old) == 0) {
      if (is_unchanged(old)) return;
      keep_permissions(old);
    }
    temporary_.rename(target_);
  }

 private:
  bool is_unchanged(const struct stat& old) {
    const FileHandle& file = temporary_.file();
    struct stat now {};
    if (::fstat(file.descriptor(), &now) != 0 || now.st_size != old.st_size) return false;
    const FileHandle known(::open(target_.c_str(), O_RDONLY | O_CLOEXEC), file.path());
    if (!known.is_open() || ::lseek(file.descriptor(), 0, SEEK_SET) != 0) return false;
    return same_bytes(file, known);
  }

  /// Owner and group are kept where we may; a lost set-user-id bit is the safe outcome.
  void keep_permissions(const struct stat& old) {
    const int descriptor = temporary_.file().descriptor();
    struct stat now {};
    const bool other_owner = ::fstat(descriptor, &now) != 0 || now.st_uid != old.st_uid || now.st_gid != old.st_gid;
    const bool kept_owner = !other_owner || ::fchown(descriptor, old.st_uid, old.st_gid) == 0;
    const mode_t mode = old.st_mode & (kept_owner ? 07777U : 0777U);
    if (::fchmod(descriptor, mode) != 0) throw_file_error(errno, "write", temporary_.file().path());
  }

  fs::path target_;
  TemporaryFile temporary_;
};

/// The stream that a path names by number: `-`, `/dev/stdout`, `/dev/stderr`, `/dev/fd/3`.
std::optional<int> stream_number(const std::string& path) {
  if (path == "-" || path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"})
    if (path.starts_with(folder) && path.size() > folder.size() && path.size() < folder.size() + 8 &&
        path.find_first_not_of("0123456789", folder.size()) == std::string::npos)
      return std::atoi(path.c_str() + folder.size());
  return std::nullopt;
}

/// Follows links at the end of a path, also one that points to a file still to be made.
fs::path follow_links(const std::string& path) {
  fs::path target = path;
  for (int links = 0;; ++links) {
    std::error_code ignored;
    if (!fs::is_symlink(target, ignored)) return target;
    if (links == max_links) throw_file_error(ELOOP, "write", path);
    target = target.parent_path() / fs::read_symlink(target);
  }
}

}  // namespace

std::unique_ptr<Destination> open_destination(const std::string& path) {
  if (const auto stream = stream_number(path)) {
    const int descriptor = ::fcntl(*stream, F_DUPFD_CLOEXEC, 3);
    const std::string shown = path == "-" ? "standard output" : path;
    if (descriptor < 0) throw_file_error(errno, "write", shown);
    return std::make_unique<DirectFile>(FileHandle(descriptor, shown));
  }
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) throw_file_error(EISDIR, "write", path);
  if (exists && !S_ISREG(old.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) throw_file_error(errno, "write", path);
    return std::make_unique<DirectFile>(FileHandle(descriptor, path));
  }
  if (exists && ::access(path.c_str(), W_OK) != 0) throw_file_error(errno, "write", path);
  return std::make_unique<ReplacedFile>(follow_links(path), path);
}

}  // namespace graphwright
