#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphwright {

/// A label between angle brackets.
struct HtmlLabel {
  /// In lower case, since Graphviz minds no case there.
  std::set<std::string> ports;
  /// The first element that Graphviz does not know; empty where it knows all.
  std::string unknown_element;
  /// The first name of a character (`&name;`) that Graphviz does not know, in the same way.
  std::string unknown_name;
  /// Colors, and whether there may be a list of them.
  std::vector<std::pair<std::string, bool>> colors;
  /// What is wrong with the first element that stands where Graphviz does not take it; empty where there is none.
  std::string misplaced;
};

/// Reads a label; nothing where it is no XML.
std::optional<HtmlLabel> read_html_label(std::string_view label);

}  // namespace graphwright
