#include "node_parents.hpp"

#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace graphwright {

void NodeParents::report(const std::function<bool(std::string_view)>& is_node, Diagnostics& diagnostics) const {
  std::unordered_set<std::string_view> reported;
  for (const Link& one : links_)
    if (!is_node(one.parent) && reported.insert(one.parent).second)
      diagnostics.warning(
          "gexf-parent", one.location,
          fmt::format("the node '{}' lies in '{}', which the file does not have", one.node, one.parent));
  report_circles(diagnostics);
}

/// Goes up from each link to what was gone through before; a circle is where that was on the same way.
void NodeParents::report_circles(Diagnostics& diagnostics) const {
  std::unordered_map<std::string_view, std::size_t> above;  // the first link of a node
  for (std::size_t at = 0; at < links_.size(); ++at) above.emplace(links_[at].node, at);
  std::vector<std::size_t> way(links_.size());
  for (std::size_t start = 0; start < links_.size(); ++start) {
    auto next = above.find(links_[start].node);
    while (next != above.end() && way[next->second] == 0) {
      way[next->second] = start + 1;
      next = above.find(links_[next->second].parent);
    }
    if (next == above.end() || way[next->second] != start + 1) continue;
    const Link& closing = links_[next->second];
    diagnostics.warning("gexf-parent", closing.location, fmt::format("the node '{}' lies within itself", closing.node));
  }
}

}  // namespace graphwright
