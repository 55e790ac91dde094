#include "dependencies.hpp"

#include <algorithm>

#include "graphwright/output.hpp"
#include "graphwright/table_mapping.hpp"

#include "session.hpp"

namespace graphwright::cli {
namespace {

/// A path as Make reads it: blanks and `#` behind a backslash, `$` doubled.
std::string escaped(const std::string& path) {
  std::string text;
  for (const char byte : path) {
    if (byte == '\n') throw UsageError("--depfile: a file whose name holds a line break cannot be named there");
    if (byte == ' ' || byte == '#') text += '\\';
    if (byte == '$') text += '$';
    text += byte;
  }
  return text;
}

}  // namespace

std::vector<std::string> files_read(const std::string& manifest_path, const Manifest& manifest) {
  std::vector<std::string> files{manifest_path};
  const auto add = [&](const std::string& path) {
    if (!path.empty() && std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
  };
  for (const ManifestOntology& one : manifest.ontologies) add(one.is_built_in ? std::string{} : one.name);
  for (const ManifestSource& one : manifest.sources) add(one.path);
  for (const ManifestInput& one : manifest.inputs) {
    add(one.path);
    if (!is_builtin_mapping(one.mapping)) add(one.mapping);
    add(one.store.construct);
  }
  for (const ManifestExport& one : manifest.exports) add(one.style);
  return files;
}

void write_depfile(const std::string& path, const std::vector<std::string>& targets,
                   const std::vector<std::string>& files) {
  const auto output = open_output(path);
  for (const std::string& target : targets) output->write(escaped(target) + (&target == &targets.back() ? ":" : " "));
  for (const std::string& file : files) output->write(" \\\n  " + escaped(file));
  output->write("\n");
  for (const std::string& file : files) output->write("\n" + escaped(file) + ":\n");
  output->commit();
}

}  // namespace graphwright::cli
