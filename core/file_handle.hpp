#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace graphwright {

/// Throws `std::system_error` with one line: what could not be done to which path, and why.
[[noreturn]] void throw_file_error(int error, std::string_view action, std::string_view path);

/// An open file descriptor and the name under which errors speak of it.
class FileHandle {
 public:
  FileHandle() = default;
  FileHandle(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  FileHandle(FileHandle&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  ~FileHandle() { close_quietly(); }

  int descriptor() const { return descriptor_; }
  const std::string& path() const { return path_; }
  bool is_open() const { return descriptor_ >= 0; }

  std::size_t read(char* buffer, std::size_t size) const;
  void write(std::string_view bytes) const;
  /// Closes and throws where closing says that bytes were lost.
  void close();

 private:
  void close_quietly();

  int descriptor_ = -1;
  std::string path_;
};

}  // namespace graphwright
