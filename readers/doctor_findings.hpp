#pragma once

#include <map>
#include <string>
#include <string_view>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// Gathers what the doctor found: for each rule and word the first place and how often.
class DoctorFindings {
 public:
  /// Notes a finding that was made `count` times; `message` speaks of the first one.
  void add(std::string_view code, Location location, std::string message, std::string_view word = {},
           std::size_t count = 1);
  /// Adds what a plain file merely lacks for one reader: reported as a note, so that --strict does not fail for it.
  void suggest(std::string_view code, Location location, std::string message);
  /// Reports all, in the order of codes.
  void report(Diagnostics& diagnostics) const;

 private:
  struct Finding {
    Location location;
    std::string message;
    std::size_t count = 0;
    Severity severity = Severity::warning;
  };
  std::map<std::pair<std::string_view, std::string>, Finding> findings_;
};

}  // namespace graphwright
