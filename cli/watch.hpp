#pragma once

#include <functional>
#include <string>
#include <vector>

namespace graphwright::cli {

/// Calls `build` once and again after each change of the files that it names, until it is interrupted.
///
/// Files are looked at several times a second, so that network file systems, editors that rename and
/// files that come and go all work alike; a build begins when nothing has changed between two looks.
void watch(const std::function<std::vector<std::string>()>& build);

}  // namespace graphwright::cli
