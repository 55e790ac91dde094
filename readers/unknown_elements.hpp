#pragma once

#include <set>
#include <string>

#include <fmt/format.h>

#include "xml_events.hpp"

namespace graphwright {

/// Tells of elements that are left out, once of each name.
class UnknownElements {
 public:
  explicit UnknownElements(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void report(const XmlElement& element) {
    if (!names_.emplace(element.local).second) return;
    diagnostics_.warning("unknown-element", element.location,
                         fmt::format("'{}' means nothing here; it is left out with all that it holds", element.local));
  }

 private:
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace graphwright
