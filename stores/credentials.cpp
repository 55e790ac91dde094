#include "graphwright/credentials.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <fmt/format.h>
#include <sys/stat.h>

#include "graphwright/store.hpp"

namespace graphwright {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

void refuse_open_file(const std::string& path) {
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0)
    throw StoreError(fmt::format("cannot read '{}': {}", path, std::strerror(errno)));
  if (!S_ISREG(state.st_mode)) return;
  if ((state.st_mode & 077U) != 0)
    throw StoreError(fmt::format("others may read '{}'; make it yours alone: chmod 600", path));
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

Credentials read_file(const std::string& path) {
  refuse_open_file(path);
  std::ifstream file(path);
  if (!file) throw StoreError(fmt::format("cannot read '{}': {}", path, std::strerror(errno)));
  Credentials credentials;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (trimmed(line).empty() || trimmed(line).front() == '#') continue;
    const std::size_t colon = line.find(':');
    const std::string key = trimmed(std::string_view(line).substr(0, colon));
    std::string* const into = key == "user"       ? &credentials.user
                              : key == "password" ? &credentials.password
                              : key == "token"    ? &credentials.token
                                                  : nullptr;
    if (colon == std::string::npos || into == nullptr)
      throw StoreError(fmt::format("{}:{}: a line is 'user: ...', 'password: ...' or 'token: ...'", path, number));
    *into = trimmed(std::string_view(line).substr(colon + 1));
  }
  return credentials;
}

}  // namespace

Credentials find_credentials(const CredentialSources& sources) {
  if (!sources.file.empty()) return read_file(sources.file);
  Credentials credentials;
  if (!sources.netrc.empty()) {
    refuse_open_file(sources.netrc);
    credentials.netrc = sources.netrc;
    return credentials;
  }
  credentials.user = environment("GRAPHWRIGHT_STORE_USER");
  credentials.password = environment("GRAPHWRIGHT_STORE_PASSWORD");
  credentials.token = environment("GRAPHWRIGHT_STORE_TOKEN");
  return credentials;
}

}  // namespace graphwright
