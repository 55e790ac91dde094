#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace graphwright::cli {

/// The files that a build reads, each as it was when it was added: before it is read, so that a change
/// which comes while the build runs is seen after it.
class WatchedFiles {
 public:
  struct Seen;

  WatchedFiles();
  ~WatchedFiles();

  /// Looks at each file that is not known yet; one that does not exist is waited for.
  void add(const std::vector<std::string>& paths);
  const Seen& seen() const { return *seen_; }

 private:
  std::unique_ptr<Seen> seen_;
};

/// Calls `build` once and again after each change of the files that it adds, until it is interrupted.
///
/// Files are looked at several times a second, so that network file systems, editors that rename and
/// files that come and go all work alike; a build begins when nothing has changed between two looks.
void watch(const std::function<void(WatchedFiles&)>& build);

}  // namespace graphwright::cli
