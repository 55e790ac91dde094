#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graphwright/location.hpp"

namespace graphwright {

/// Which part of a graph an export holds, in the words of people: names as they are written, not looked up.
struct ManifestSelection {
  std::vector<std::string> near;
  std::uint32_t steps = 1;
  /// Two entities, or none.
  std::vector<std::string> path;
  std::vector<std::string> classes;
  std::vector<std::string> relations;
  std::vector<std::string> sources;
  /// EDTF; empty: any time.
  std::string time;
  /// Below 0: any.
  double confidence = -1;
  bool largest_component = false;
  Location location;

  /// Whether it asks for the whole graph.
  bool is_whole() const {
    return near.empty() && path.empty() && classes.empty() && relations.empty() && sources.empty() && time.empty() &&
           confidence < 0 && !largest_component;
  }
};

}  // namespace graphwright
