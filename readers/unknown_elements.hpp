#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "known_attributes.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// Tells of elements and attributes that are left out, once of each name.
class UnknownElements {
 public:
  explicit UnknownElements(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void report(const XmlElement& element) {
    if (!names_.emplace(element.local).second) return;
    diagnostics_.warning("unknown-element", element.location,
                         fmt::format("'{}' means nothing here; it is left out with all that it holds", element.local));
  }

  /// Reports the attributes of an element that are not known; those of other namespaces, and those that programs mark
  /// as their own by the beginning of the name, say nothing of the graph.
  void examine_attributes(const XmlElement& element, KnowsAttribute is_known) {
    for (const XmlAttribute& one : element.attributes)
      if (one.prefix.empty() && !is_known(one.local) && !is_marked(one.local)) report_attribute(element, one.local);
  }

 private:
  static bool is_marked(std::string_view name) {
    constexpr std::array<std::string_view, 3> marks{"yfiles.", "parse.", "attr."};
    return std::any_of(marks.begin(), marks.end(), [=](std::string_view mark) { return name.starts_with(mark); });
  }

  void report_attribute(const XmlElement& element, std::string_view name) {
    auto at = attributes_.find(element.local);
    if (at == attributes_.end()) at = attributes_.try_emplace(std::string(element.local)).first;
    if (at->second.contains(name)) return;
    at->second.emplace(name);
    diagnostics_.warning(
        "unknown-attribute", element.location,
        fmt::format("the attribute '{}' of '{}' means nothing here; it is left out", name, element.local));
  }

  using Names = std::set<std::string, std::less<>>;

  Diagnostics& diagnostics_;
  Names names_;
  std::map<std::string, Names, std::less<>> attributes_;
};

}  // namespace graphwright
