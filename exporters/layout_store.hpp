#pragma once

#include <deque>
#include <mutex>

#include "layout.hpp"

namespace graphwright {

/// Layouts by what was asked for, so that exports of one run lay out the same picture once.
class LayoutStore {
 public:
  /// The layout of a request, made where there is none yet; it stays where it is. Others wait meanwhile, as the
  /// library would make them.
  const Layout& layout(const LayoutRequest& request);
  /// How many there are; call it while nobody asks for one.
  std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    LayoutRequest request;
    Layout layout;
  };
  std::mutex mutex_;
  std::deque<Kept> kept_;
};

}  // namespace graphwright
