#include "node_links.hpp"

#include <algorithm>
#include <utility>

namespace graphwright {

NodeLinks::NodeLinks(const PropertyGraph& view, Direction direction) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge) {
    const auto [source, target, number] = view.edge(edge);
    if (source == target) continue;
    links.emplace_back(source, target);
    if (direction == Direction::both || view.is_symmetric(number)) links.emplace_back(target, source);
  }
  std::sort(links.begin(), links.end());
  first_.assign(view.node_count() + std::size_t{1}, 0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (i != 0 && links[i] == links[i - 1]) {
      ++weights_.back();
      continue;
    }
    targets_.push_back(links[i].second);
    weights_.push_back(1);
    ++first_[links[i].first + std::size_t{1}];
  }
  for (std::size_t node = 1; node < first_.size(); ++node) first_[node] += first_[node - 1];
}

}  // namespace graphwright
