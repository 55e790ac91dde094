#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace graphwright {

/// One case of a conformance suite: a row of its manifest, by the names of the columns.
struct SuiteCase {
  std::string id;
  std::string kind;
  std::string format;
  std::string base;
  std::filesystem::path input;
  std::filesystem::path expected;
  std::map<std::string, std::string> options;
};

/// The cases of a suite, none where the suites are not there.
std::vector<SuiteCase> read_suite(const std::string& name);

/// The bytes of a file.
std::string read_file(const std::filesystem::path& path);

}  // namespace graphwright
