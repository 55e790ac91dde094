#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace graphwright {

class FileHandle;

/// A temporary file without a name: nothing is left of it, however the process ends.
///
/// It lies in the folder that TMPDIR names, or in /tmp. What goes wrong throws `std::system_error`.
class ScratchFile {
 public:
  ScratchFile();
  ScratchFile(ScratchFile&&) noexcept;
  ScratchFile& operator=(ScratchFile&&) noexcept;
  ~ScratchFile();

  /// Appends bytes.
  void write(std::string_view bytes);
  /// Fills `room` with the bytes from a place on; gives how many there are, fewer only at the end.
  std::size_t read(std::uint64_t place, std::span<char> room) const;
  std::uint64_t size() const { return size_; }

 private:
  std::unique_ptr<FileHandle> file_;
  std::uint64_t size_ = 0;
};

}  // namespace graphwright
