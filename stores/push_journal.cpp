#include "push_journal.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include "graphwright/store.hpp"

namespace graphwright {
namespace {

constexpr std::string_view first_line = "graphwright push journal 1 ";

}  // namespace

PushJournal::PushJournal(std::string path, const std::string& address) : path_(std::move(path)) {
  const std::string header = std::string(first_line) + address;
  std::ifstream old(path_);
  std::string line;
  const bool is_new = !old.is_open() || !std::getline(old, line);
  if (!is_new && line != header) throw StoreError(fmt::format("'{}' is no journal of a push to {}", path_, address));
  while (std::getline(old, line)) {
    std::istringstream words(line);
    std::string key;
    std::size_t done = 0;
    // A line that a sudden end cut short says nothing.
    if (words >> key >> done && words.get() == '.') done_[key] = done;
  }
  file_.open(path_, std::ios::app);
  if (is_new) file_ << header << std::endl;
  if (!file_) throw StoreError(fmt::format("cannot write '{}': {}", path_, std::strerror(errno)));
}

std::size_t PushJournal::done(const std::string& key) const {
  const auto found = done_.find(key);
  return found == done_.end() ? 0 : found->second;
}

void PushJournal::record(const std::string& key, std::size_t done) {
  done_[key] = done;
  file_ << key << ' ' << done << '.' << std::endl;
  if (!file_) throw StoreError(fmt::format("cannot write '{}': {}", path_, std::strerror(errno)));
}

void PushJournal::remove() {
  file_.close();
  std::filesystem::remove(path_);
}

}  // namespace graphwright
