#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace graphwright {

/// A label between angle brackets.
struct HtmlLabel {
  /// In lower case, since Graphviz minds no case there.
  std::set<std::string> ports;
  /// The first element that Graphviz does not know; empty where it knows all.
  std::string unknown_element;
  /// What is wrong with the first element that stands where Graphviz does not take it; empty where there is none.
  std::string misplaced;
};

/// Reads a label; nothing where it is no XML.
std::optional<HtmlLabel> read_html_label(std::string_view label);

}  // namespace graphwright
