#pragma once

#include <set>
#include <string>
#include <string_view>

namespace graphwright {

/// The label of a node whose shape is `record`: its ports, and what Graphviz finds wrong with it.
struct RecordLabel {
  std::set<std::string> ports;
  /// Why Graphviz refuses the label; empty where it takes it.
  std::string_view fault;
  /// Whether a `}` that nothing opened ends the label, so that what follows is dropped.
  bool is_cut = false;
};

/// Reads a record label (Graphviz, Node Shapes, "Record-based Nodes") in linear time.
///
/// In a label between angle brackets `<` and `>` are text, so that it has no ports.
RecordLabel parse_record_label(std::string_view text, bool is_html);

}  // namespace graphwright
