#include "class_levels.hpp"

#include <algorithm>

namespace graphwright {

ClassLevels::ClassLevels(const PropertyGraph& graph, const GraphProfile& profile) : graph_(graph) {
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    if (graph.types(node).empty()) continue;
    const TermId type = graph.types(node).front();
    const auto [at, is_new] = paths_.try_emplace(type);
    if (!is_new) continue;
    at->second = path(graph.graph().view(type).text, profile);
    depth_ = std::max(depth_, at->second.size());
  }
  if (depth_ < 2) depth_ = 0;
}

std::vector<std::string> ClassLevels::path(std::string_view name, const GraphProfile& profile) const {
  std::vector<std::string_view> iris{name};
  for (auto above = profile.superclasses.find(name); above != profile.superclasses.end();
       above = profile.superclasses.find(above->second)) {
    if (std::find(iris.begin(), iris.end(), above->second) != iris.end()) break;  // a class below itself
    iris.push_back(above->second);
  }
  std::vector<std::string> names(iris.size());
  std::transform(iris.rbegin(), iris.rend(), names.begin(), readable_name);
  return names;
}

std::span<const std::string> ClassLevels::of(std::uint32_t node) const {
  if (depth_ == 0 || graph_.types(node).empty()) return {};
  return paths_.at(graph_.types(node).front());
}

}  // namespace graphwright
