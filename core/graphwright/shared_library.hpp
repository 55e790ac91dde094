#pragma once

#include <string>

namespace graphwright {

/// A library that is loaded when it is first needed, and then for the rest of the process.
///
/// Those that only few runs use, and that bring many others along, would cost every run their start.
class SharedLibrary {
 public:
  /// @param file the name by which the linker of the system finds it (libx.so.1), or its path
  /// @throws std::system_error where it cannot be loaded
  explicit SharedLibrary(const std::string& file);

  /// A function or table of the library; `Symbol` is the type of a pointer to it.
  ///
  /// @throws std::system_error where the library has none of this name
  template <typename Symbol>
  void find(const char* name, Symbol& symbol) const {
    symbol = reinterpret_cast<Symbol>(address(name));
  }

 private:
  void* address(const char* name) const;

  std::string file_;
  void* library_;
};

}  // namespace graphwright
