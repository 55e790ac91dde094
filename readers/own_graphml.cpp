#include "own_graphml.hpp"

#include <utility>

namespace graphwright {

void OwnGraphmlReader::instruction(std::string_view target, std::string_view data) {
  if (part_ == Part::file && !has_graph_) graph_.instruct(target, data);
}

void OwnGraphmlReader::start(const XmlElement& element) {
  if (skipped_ > 0) {
    ++skipped_;
    return;
  }
  switch (part_) {
    case Part::file:
      if (element.local != "graph") return skip(element);
      part_ = Part::graph;
      has_graph_ = true;
      return;
    case Part::graph:
      return start_in_graph(element);
    case Part::node:
    case Part::edge:
      return start_data(element);
    case Part::data:
      return skip(element);
  }
}

void OwnGraphmlReader::start_in_graph(const XmlElement& element) {
  const bool is_node = element.local == "node";
  if (!is_node && element.local != "edge") return skip(element);
  element_.clear();
  element_.location = element.location;
  for (const XmlAttribute& one : element.attributes) {
    if (!one.prefix.empty()) continue;
    if (one.local == "id") element_.id = one.value;
    if (one.local == "source") element_.source = one.value;
    if (one.local == "target") element_.target = one.value;
  }
  if (const std::string_view fault = is_node ? fault_of_node() : fault_of_edge(); !fault.empty()) {
    diagnostics_.error("syntax", element.location, std::string(fault));
    skipped_ = 1;
    return;
  }
  part_ = is_node ? Part::node : Part::edge;
}

/// What a node or edge lacks; empty where it lacks nothing.
std::string_view OwnGraphmlReader::fault_of_node() const { return element_.id.empty() ? "a node needs an id" : ""; }

std::string_view OwnGraphmlReader::fault_of_edge() const {
  if (element_.source.empty()) return "an edge needs a source";
  return element_.target.empty() ? "an edge needs a target" : "";
}

void OwnGraphmlReader::start_data(const XmlElement& element) {
  if (element.local != "data") return skip(element);
  const std::uint32_t key = graph_.key(attribute(element, "key"));
  is_known_ = key != OwnKeys::unknown;
  if (is_known_) element_.begin_value(key, element.location);
  owner_ = std::exchange(part_, Part::data);
}

/// Passes over an element with all that it holds. Keys are written for other readers, drawings for yEd.
void OwnGraphmlReader::skip(const XmlElement& element) {
  skipped_ = 1;
  const bool is_expected = part_ == Part::file ? element.local == "key" : part_ == Part::data && !is_known_;
  if (!is_expected) unknown_.report(element);
}

void OwnGraphmlReader::end() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  switch (part_) {
    case Part::data:
      part_ = owner_;
      return;
    case Part::node:
      graph_.node(element_);
      part_ = Part::graph;
      return;
    case Part::edge:
      graph_.edge(element_);
      part_ = Part::graph;
      return;
    default:
      part_ = Part::file;
  }
}

void OwnGraphmlReader::text(std::string_view text) {
  if (skipped_ == 0 && part_ == Part::data && is_known_) element_.append(text);
}

}  // namespace graphwright
