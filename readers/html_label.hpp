#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace graphwright {

/// The ports of a label between angle brackets, in lower case since Graphviz minds no case there; nothing where the
/// label is no XML.
std::optional<std::set<std::string>> ports_of_html_label(std::string_view label);

}  // namespace graphwright
