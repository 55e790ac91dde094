#include "graphwright/local_engine.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "local_engine_script.hpp"

namespace graphwright {
namespace {

constexpr int no_engine = 3;

/// A folder of our own that goes away with all that lies in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "graphwright-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw StoreError(fmt::format("cannot make a folder for the query: {}", std::strerror(errno)));
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string file(const char* name) const { return (path_ / name).string(); }
  void write(const char* name, std::string_view bytes) const {
    std::ofstream out(file(name), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw StoreError(fmt::format("cannot write '{}': {}", file(name), std::strerror(errno)));
  }
  std::string read(const char* name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

/// Starts a Python, if it is there, on the script, with files of the folder as its three streams; no shell is involved.
std::optional<pid_t> start(const char* python, const ScratchFolder& folder, const std::string& engine) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const auto open = [&](int stream, const char* name, int flags) {
    posix_spawn_file_actions_addopen(&actions, stream, folder.file(name).c_str(), flags, 0600);
  };
  open(STDIN_FILENO, "data", O_RDONLY);
  open(STDOUT_FILENO, "answer", O_WRONLY | O_CREAT | O_TRUNC);
  open(STDERR_FILENO, "complaint", O_WRONLY | O_CREAT | O_TRUNC);
  std::vector<std::string> words{python, folder.file("script"), engine, folder.file("query")};
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, python, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) return std::nullopt;
  if (error != 0) throw StoreError(fmt::format("cannot start {}: {}", python, std::strerror(error)));
  return child;
}

/// Waits for the child, and ends it where it takes too long; gives its exit code.
int wait_for(pid_t child, std::chrono::seconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      throw StoreError(fmt::format("the query was ended after {} seconds", timeout.count()));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

StoreDocument query_locally(std::string_view nquads, std::string_view query, const std::string& engine,
                            std::chrono::seconds timeout) {
  const ScratchFolder folder;
  folder.write("data", nquads);
  folder.write("query", query);
  folder.write("script", local_engine_script);
  int code = no_engine;
  // The one in front on the PATH may be another than the one that Debian packages its modules for.
  for (const char* python : {"python3", "/usr/bin/python3"}) {
    const std::optional<pid_t> child = start(python, folder, engine);
    if (child) code = wait_for(*child, timeout);
    if (code != no_engine) break;
  }
  if (code == no_engine)
    throw StoreError(
        "no SPARQL engine is installed that can query files: install the Debian package python3-rdflib, or pyoxigraph "
        "for "
        "Python 3");
  if (code != 0) throw StoreError(fmt::format("the query fails: {}", first_line(folder.read("complaint"))));
  return {{}, folder.read("answer")};
}

}  // namespace graphwright
