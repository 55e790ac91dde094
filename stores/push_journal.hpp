#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <string>

namespace graphwright {

/// Remembers in a file how many requests of each graph a store has carried out.
///
/// A graph goes by a key that hashes its content and how it was cut, so that changed content is sent anew.
class PushJournal {
 public:
  /// Reads what is there; throws `StoreError` where the file is another's or cannot be written.
  PushJournal(std::string path, const std::string& address);

  std::size_t done(const std::string& key) const;
  void record(const std::string& key, std::size_t done);
  /// Removes the file: all is in.
  void remove();

 private:
  std::string path_;
  std::ofstream file_;
  std::map<std::string, std::size_t> done_;
};

}  // namespace graphwright
