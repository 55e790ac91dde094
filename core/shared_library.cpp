#include "graphwright/shared_library.hpp"

#include <system_error>

#include <dlfcn.h>

namespace graphwright {
namespace {

[[noreturn]] void fail(const std::string& file) {
  const char* reason = dlerror();
  throw std::system_error(std::make_error_code(std::errc::function_not_supported),
                          "cannot load " + file + ": " + (reason == nullptr ? "unknown reason" : reason));
}

}  // namespace

SharedLibrary::SharedLibrary(const std::string& file)
    : file_(file), library_(dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL)) {
  if (library_ == nullptr) fail(file_);
}

void* SharedLibrary::address(const char* name) const {
  void* found = dlsym(library_, name);
  if (found == nullptr) fail(file_);
  return found;
}

}  // namespace graphwright
