#include "own_gexf.hpp"

#include <array>

#include "gexf_time.hpp"
#include "word_list.hpp"

namespace graphwright {
namespace {

/// What our files hold beside nodes, edges and values: it says how they are shown.
constexpr std::array<std::string_view, 16> shown{
    "meta",      "creator", "description", "graph", "attributes", "attribute", "nodes", "edges",
    "attvalues", "spells",  "spell",       "color", "position",   "size",      "shape", "thickness"};

}  // namespace

void OwnGexfReader::instruction(std::string_view target, std::string_view data) {
  if (depth_ == 1 && !has_graph_) graph_.instruct(target, data);
}

void OwnGexfReader::start(const XmlElement& element) {
  if (skipped_ > 0) {
    ++skipped_;
    return;
  }
  ++depth_;
  if (element.local == "attvalue") return take_value(element);
  if (element_depth_ == 0 && (element.local == "node" || element.local == "edge")) return start_element(element);
  if (!has(shown, element.local)) return skip(element);
  has_graph_ = has_graph_ || element.local == "graph";
}

void OwnGexfReader::start_element(const XmlElement& element) {
  element_.clear();
  element_.location = element.location;
  for (const XmlAttribute& one : element.attributes) {
    if (one.local == "id") element_.id = one.value;
    if (one.local == "label") element_.label = one.value;
    if (one.local == "source") element_.source = one.value;
    if (one.local == "target") element_.target = one.value;
  }
  is_node_ = element.local == "node";
  element_depth_ = depth_;
  if (!element_.id.empty()) return;
  diagnostics_.error("syntax", element.location, "an id is missing");
  element_depth_ = 0;
  --depth_;
  skipped_ = 1;
}

void OwnGexfReader::take_value(const XmlElement& element) {
  if (element_depth_ == 0) return;
  element_.begin_value(graph_.key(local_attribute(element, "for")), element.location);
  element_.append(local_attribute(element, "value"));
  element_.set_time(gexf_interval(local_attribute(element, "start"), local_attribute(element, "end")));
}

void OwnGexfReader::skip(const XmlElement& element) {
  --depth_;
  skipped_ = 1;
  unknown_.report(element);
}

void OwnGexfReader::end() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (depth_ == element_depth_) {
    element_depth_ = 0;
    if (is_node_)
      graph_.node(element_);
    else
      graph_.edge(element_);
  }
  --depth_;
}

}  // namespace graphwright
