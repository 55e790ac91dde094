#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// Which nodes a file says to lie in which others, beside what its elements show.
class NodeParents {
 public:
  void add(std::string_view node, std::string_view parent, Location location) {
    links_.push_back({std::string(node), std::string(parent), location});
  }
  /// Tells of parents that are no nodes, once each, and of nodes that lie within themselves, once a circle.
  ///
  /// @complexity linear
  void report(const std::function<bool(std::string_view)>& is_node, Diagnostics& diagnostics) const;

 private:
  struct Link {
    std::string node;
    std::string parent;
    Location location;
  };

  void report_circles(Diagnostics& diagnostics) const;

  std::vector<Link> links_;
};

}  // namespace graphwright
