#include "graphwright/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "decompression.hpp"
#include "file_handle.hpp"

namespace graphwright {
namespace {

class FileSource : public ByteSource {
 public:
  explicit FileSource(FileHandle file) : file_(std::move(file)) {}
  std::size_t read(char* buffer, std::size_t size) override { return file_.read(buffer, size); }

 private:
  FileHandle file_;
};

class MemorySource : public ByteSource {
 public:
  MemorySource(std::string_view bytes, std::size_t chunk) : left_(bytes), chunk_(chunk) {}

  std::size_t read(char* buffer, std::size_t size) override {
    std::size_t taken = std::min(size, left_.size());
    if (chunk_ != 0) taken = std::min(taken, chunk_);
    if (taken == 0) return 0;
    std::memcpy(buffer, left_.data(), taken);
    left_.remove_prefix(taken);
    return taken;
  }
  bool whole(std::string_view& bytes) override {
    if (chunk_ != 0) return false;
    bytes = std::exchange(left_, {});
    return true;
  }

 private:
  std::string_view left_;
  std::size_t chunk_;
};

/// Gives the bytes that were read to tell the format again, then the rest.
class PeekedSource : public ByteSource {
 public:
  PeekedSource(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (given_ == head_.size()) return rest_->read(buffer, size);
    const std::size_t taken = head_.copy(buffer, size, given_);
    given_ += taken;
    return taken;
  }

 private:
  std::string head_;
  std::size_t given_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

FileHandle open_file(const std::string& path) {
  const bool is_standard_input = path == "-";
  const std::string shown = is_standard_input ? "standard input" : path;
  const int descriptor = is_standard_input ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                           : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) throw_file_error(errno, "read", shown);
  FileHandle file(descriptor, shown);
  struct stat about {};
  if (::fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode)) throw_file_error(EISDIR, "read", shown);
  return file;
}

/// The first bytes, as many as there are up to `size`.
std::string read_head(ByteSource& source, std::size_t size) {
  std::string head(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const std::size_t got = source.read(head.data() + have, size - have);
    if (got == 0) break;
    have += got;
  }
  head.resize(have);
  return head;
}

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  FileHandle handle = open_file(path);
  const std::string shown = handle.path();
  auto file = std::make_unique<FileSource>(std::move(handle));
  const std::string head = read_head(*file, 4);
  auto source = std::make_unique<PeekedSource>(head, std::move(file));
  if (begins_gzip(head)) return gunzip(std::move(source), shown);
  if (begins_zstd(head)) return unzstd(std::move(source), shown);
  return source;
}

std::unique_ptr<ByteSource> memory_source(std::string_view bytes, std::size_t chunk) {
  return std::make_unique<MemorySource>(bytes, chunk);
}

std::string read_all(ByteSource& source, std::size_t limit) {
  constexpr std::size_t first_bytes = std::size_t{64} << 10;
  std::string text;
  std::size_t have = 0;
  for (;;) {
    if (have == text.size()) text.resize(std::max(first_bytes, text.size() * 2));
    const std::size_t got = source.read(text.data() + have, text.size() - have);
    have += got;
    if (have > limit) throw std::length_error(fmt::format("the input is longer than {} bytes", limit));
    if (got == 0) break;
  }
  text.resize(have);
  return text;
}

}  // namespace graphwright
