#include "layout_store.hpp"

#include <algorithm>

#include "graphwright/exporter.hpp"

namespace graphwright {

const Layout& LayoutStore::layout(const LayoutRequest& request) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.request == request; });
  if (known != kept_.end()) return known->layout;
  kept_.push_back({request, lay_out(request)});
  return kept_.back().layout;
}

std::shared_ptr<LayoutStore> open_layout_store() { return std::make_shared<LayoutStore>(); }

}  // namespace graphwright
