#include "graphwright/scratch_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "file_handle.hpp"

namespace graphwright {
namespace {

constexpr mode_t only_ours = 0600;

std::string temporary_folder() {
  const char* const named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

/// Opens a file that never has a name, or where the file system cannot, one that loses it at once.
int open_unnamed(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, only_ours);
  if (descriptor >= 0) return descriptor;
  std::string name = folder + "/graphwright-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

[[noreturn]] void complain(const FileHandle& file) { throw_file_error(errno, "use a temporary file in", file.path()); }

}  // namespace

ScratchFile::ScratchFile() {
  const std::string folder = temporary_folder();
  file_ = std::make_unique<FileHandle>(open_unnamed(folder), folder);
  if (!file_->is_open()) complain(*file_);
}

ScratchFile::ScratchFile(ScratchFile&&) noexcept = default;
ScratchFile& ScratchFile::operator=(ScratchFile&&) noexcept = default;
ScratchFile::~ScratchFile() = default;

void ScratchFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(file_->descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) complain(*file_);
    size_ += static_cast<std::uint64_t>(put);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::size_t ScratchFile::read(std::uint64_t place, std::span<char> room) const {
  std::size_t filled = 0;
  while (filled < room.size()) {
    const ssize_t got =
        ::pread(file_->descriptor(), room.data() + filled, room.size() - filled, static_cast<off_t>(place + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) complain(*file_);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

}  // namespace graphwright
