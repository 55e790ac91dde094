#include "suite.hpp"

#include <fstream>
#include <iterator>
#include <sstream>

namespace graphwright {
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell == "-" ? std::string{} : cell);
  return cells;
}

/// `key=value;key=value`
std::map<std::string, std::string> split_options(const std::string& text) {
  std::map<std::string, std::string> options;
  std::istringstream stream(text);
  for (std::string one; std::getline(stream, one, ';');)
    if (const std::size_t at = one.find('='); at != std::string::npos) options[one.substr(0, at)] = one.substr(at + 1);
  return options;
}

}  // namespace

std::vector<SuiteCase> read_suite(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(GRAPHWRIGHT_SHARED_DIR) / "suites" / name;
  std::ifstream manifest(folder / "manifest.tsv");
  std::vector<SuiteCase> cases;
  std::string line;
  std::getline(manifest, line);
  const std::vector<std::string> columns = split(line);
  while (std::getline(manifest, line)) {
    const std::vector<std::string> cells = split(line);
    std::map<std::string, std::string> row;
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) row[columns[i]] = cells[i];
    if (row["id"].empty()) continue;
    cases.push_back({row["id"], row["kind"], row["fmt"], row["base"], folder / row["input"], folder / row["expected"],
                     split_options(row["opts"])});
  }
  return cases;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace graphwright
