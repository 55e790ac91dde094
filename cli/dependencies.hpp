#pragma once

#include <string>
#include <vector>

#include "graphwright/manifest.hpp"

namespace graphwright::cli {

/// Every file that a build of this manifest reads, the manifest first, each once.
std::vector<std::string> files_read(const std::string& manifest_path, const Manifest& manifest);

/// Writes a rule of Make that names what `targets` are made from; Ninja reads the same form.
///
/// Each file read is also a target without a rule, so that one that is deleted does not stop Make.
void write_depfile(const std::string& path, const std::vector<std::string>& targets,
                   const std::vector<std::string>& files);

}  // namespace graphwright::cli
