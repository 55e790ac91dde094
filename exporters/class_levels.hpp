#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// The classes above the class of a node, the widest first and its own last, by the ontology's hierarchy.
///
/// Where a class has several superclasses the first by its IRI counts. There are no levels where no
/// class that is shown has a superclass.
class ClassLevels {
 public:
  ClassLevels(const PropertyGraph& graph, const GraphProfile& profile);
  /// How many levels the deepest class has.
  std::size_t depth() const { return depth_; }
  /// The names of the levels of a node's class.
  std::span<const std::string> of(std::uint32_t node) const;

 private:
  std::vector<std::string> path(std::string_view name, const GraphProfile& profile) const;

  const PropertyGraph& graph_;
  std::unordered_map<TermId, std::vector<std::string>> paths_;
  std::size_t depth_ = 0;
};

}  // namespace graphwright
