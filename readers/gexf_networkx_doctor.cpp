#include "gexf_networkx_doctor.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "word_list.hpp"

namespace graphwright {
namespace {

constexpr std::string_view newest_namespace = "http://gexf.net/1.3";
constexpr std::string_view oldest_namespace = "http://www.gexf.net/1.1draft";
constexpr std::string_view newer_namespace = "http://www.gexf.net/1.2draft";
constexpr std::array<std::string_view, 3> namespaces{newest_namespace, oldest_namespace, newer_namespace};
constexpr std::array<std::string_view, 3> text_types{"string", "liststring", "anyURI"};
constexpr std::array<std::string_view, 6> truths{"true", "false", "True", "False", "0", "1"};

/// An element, and one within it that NetworkX looks for; of those that are not repeated it takes the first one.
struct Step {
  std::string_view parent;
  std::string_view child;
  bool is_repeated = false;
};
constexpr std::array<Step, 19> steps{{{"gexf", "graph"},
                                      {"graph", "attributes", true},
                                      {"attributes", "attribute", true},
                                      {"attribute", "default"},
                                      {"graph", "nodes"},
                                      {"nodes", "node", true},
                                      {"node", "nodes"},
                                      {"node", "attvalues"},
                                      {"node", "spells"},
                                      {"node", "color"},
                                      {"node", "size"},
                                      {"node", "thickness"},
                                      {"node", "position"},
                                      {"graph", "edges"},
                                      {"edges", "edge", true},
                                      {"edge", "attvalues"},
                                      {"edge", "spells"},
                                      {"attvalues", "attvalue", true},
                                      {"spells", "spell", true}}};

/// The type `int`, which GEXF does not have, is known where numpy is installed.
ValueKind kind_of(std::string_view type) {
  if (type == "integer" || type == "long" || type == "int") return ValueKind::whole;
  if (type == "float" || type == "double") return ValueKind::real;
  return type == "boolean" ? ValueKind::truth : ValueKind::text;
}

bool is_known(std::string_view type) { return kind_of(type) != ValueKind::text || has(text_types, type); }

/// The namespaces of the graphs in the root element.
class GraphNamespaces : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (depth_++ == 1 && element.local == "graph") found_.emplace(element.ns);
  }
  void end() override { --depth_; }
  void text(std::string_view /*text*/) override {}
  bool has(std::string_view ns) const { return found_.contains(ns); }

 private:
  std::size_t depth_ = 0;
  std::set<std::string, std::less<>> found_;
};

bool is_read(ValueKind kind, std::string_view text) {
  return kind == ValueKind::truth ? has(truths, text) : networkx_reads(kind, text);
}

}  // namespace

std::string graph_namespace_of_networkx(std::string_view bytes, const ReadOptions& options) {
  GraphNamespaces graphs;
  Diagnostics said_by_the_reader;
  // Where none is of 1.1, the first graph is it.
  if (bytes.find(oldest_namespace) == std::string_view::npos) return {};
  read_xml(*memory_source(bytes), options, graphs, said_by_the_reader);
  for (std::string_view one : {newer_namespace, oldest_namespace})
    if (graphs.has(one)) return std::string(one);
  return {};
}

std::size_t GexfNetworkxDoctor::owner() const {
  const auto found = std::find_if(frames_.rbegin(), frames_.rend(),
                                  [](const Frame& one) { return one.name == "node" || one.name == "edge"; });
  return found->name == "node" ? 0 : 1;
}

bool GexfNetworkxDoctor::is_looked_for(const XmlElement& element) {
  if (frames_.empty()) return true;
  const std::string_view around = frames_.back().name;
  if (around == "gexf" && element.local == "graph" && !graph_ns_.empty() && element.ns != graph_ns_) {
    findings_.add("networkx-nested", element.location,
                  fmt::format("NetworkX drops this graph: it takes the one of the namespace '{}'", graph_ns_),
                  "other namespace");
    return false;
  }
  const auto* step = std::find_if(steps.begin(), steps.end(),
                                  [&](const Step& one) { return one.parent == around && one.child == element.local; });
  if (around == "node" && element.local == "edges")
    findings_.add("networkx-nested", element.location, "NetworkX drops edges that stand within nodes",
                  "edges in nodes");
  return step != steps.end() && (step->is_repeated || is_first_of_its_kind(element));
}

bool GexfNetworkxDoctor::is_first_of_its_kind(const XmlElement& element) {
  if (frames_.back().first_children.emplace(element.local).second) return true;
  findings_.add("networkx-nested", element.location,
                fmt::format("NetworkX drops what is in a further '{}' of one '{}'", element.local, frames_.back().name),
                element.local);
  return false;
}

void GexfNetworkxDoctor::start(const XmlElement& element) {
  if (skipped_ > 0 || !is_looked_for(element)) {
    ++skipped_;
    return;
  }
  frames_.push_back({std::string(element.local), {}});
  if (frames_.size() == 1) {
    root_ns_ = element.ns;
    root_ = element.location;
  } else {
    examine(element);
  }
}

void GexfNetworkxDoctor::examine(const XmlElement& element) {
  if (element.local == "graph") begin_graph(element);
  if (element.local == "attributes") begin_attributes(element);
  if (element.local == "attribute") declare(element);
  if (element.local == "default") default_location_ = element.location;
  if (element.local == "edge") examine_edge(element);
  if (element.local == "attvalue") examine_value(element);
  if (is_within("node")) examine_look(element);
  if (element.local == "node" || element.local == "edge") {
    examine_time(element, "start", false);
    examine_time(element, "end", false);
  }
  if (element.local == "spell" && has_spells_) {
    examine_time(element, "start", true);
    examine_time(element, "end", true);
  }
}

void GexfNetworkxDoctor::end() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (frames_.back().name == "default") end_default();
  frames_.pop_back();
}

void GexfNetworkxDoctor::text(std::string_view text) {
  if (skipped_ == 0 && !frames_.empty() && frames_.back().name == "default") default_text_ += text;
}

void GexfNetworkxDoctor::close() {
  for (const EarlyValue& one : early_) {
    const auto known = attributes_[one.domain].find(one.id);
    if (known != attributes_[one.domain].end())
      check(known->second, one.id, one.value, one.location);
    else
      findings_.add("networkx-undeclared", one.location,
                    fmt::format("NetworkX will refuse a value of the attribute '{}', which is not declared for {}",
                                one.id, one.domain == 0 ? "nodes" : "edges"),
                    one.id);
  }
}

/// NetworkX looks for a graph in each namespace that it knows, whatever that of the root element is.
void GexfNetworkxDoctor::examine_namespace(const XmlElement& element) {
  const Location location = element.ns == root_ns_ ? root_ : element.location;
  has_spells_ = element.ns != oldest_namespace;
  viz_ns_ = fmt::format("{}/viz", element.ns);
  if (element.ns == newest_namespace)
    findings_.add("networkx-namespace", location, "NetworkX before 3.6 does not know GEXF 1.3; give it GraphML");
  else if (!has(namespaces, element.ns))
    findings_.add("networkx-namespace", location, fmt::format("NetworkX does not know the namespace '{}'", element.ns));
}

void GexfNetworkxDoctor::begin_graph(const XmlElement& element) {
  examine_namespace(element);
  is_directed_ = local_attribute(element, "defaultedgetype") == "directed";
  format_ = local_attribute(element, "timeformat");
  has_format_ = format_ == "date" || is_known(format_);
}

void GexfNetworkxDoctor::begin_attributes(const XmlElement& element) {
  const std::string_view name = local_attribute(element, "class");
  domain_ = name == "node" ? 0 : name == "edge" ? 1 : 2;
  is_dynamic_ = local_attribute(element, "mode") == "dynamic";
  if (domain_ == 2)
    findings_.add("networkx-class", element.location,
                  fmt::format("NetworkX will refuse attributes of the class '{}': it knows node and edge", name));
}

void GexfNetworkxDoctor::declare(const XmlElement& element) {
  default_of_ = local_attribute(element, "id");
  default_text_.clear();
  if (domain_ == 2 || (domain_ == 1 && default_of_ == "weight")) return;
  attributes_[domain_][default_of_] = {std::string(local_attribute(element, "type")), has_attribute(element, "title"),
                                       is_dynamic_};
}

void GexfNetworkxDoctor::end_default() {
  if (domain_ == 2) return;
  const auto known = attributes_[domain_].find(default_of_);
  if (known == attributes_[domain_].end()) return;
  check(known->second, default_of_, default_text_.empty() ? std::nullopt : std::optional(default_text_),
        default_location_);
}

void GexfNetworkxDoctor::examine_edge(const XmlElement& element) {
  const std::string_view type = local_attribute(element, "type");
  if (type == (is_directed_ ? "undirected" : "directed"))
    findings_.add("networkx-mixed", element.location,
                  fmt::format("NetworkX will refuse {} edge in a graph whose defaultedgetype is {}",
                              is_directed_ ? "an undirected" : "a directed",
                              is_directed_ ? "directed" : "undirected or not given"));
  examine_number(element, "weight", ValueKind::real, false);
  const std::string_view id = local_attribute(element, "id");
  if (edge_ids_.repeats(id, local_attribute(element, "source"), local_attribute(element, "target"), is_directed_))
    findings_.add("networkx-edge-id", element.location,
                  fmt::format("NetworkX keeps one of the parallel edges with the id '{}'", id));
}

void GexfNetworkxDoctor::examine_value(const XmlElement& element) {
  const std::size_t domain = owner();
  const std::string id(local_attribute(element, "for"));
  std::optional<std::string> value;
  if (has_attribute(element, "value")) value = local_attribute(element, "value");
  const auto known = attributes_[domain].find(id);
  if (known == attributes_[domain].end()) {
    early_.push_back({domain, id, std::move(value), element.location});
    return;
  }
  check(known->second, id, value, element.location);
  if (!known->second.is_dynamic) return;
  examine_time(element, "start", true);
  examine_time(element, "end", true);
}

void GexfNetworkxDoctor::examine_look(const XmlElement& element) {
  const bool is_newest = element.ns == newest_namespace && viz_ns_.starts_with(newest_namespace);
  if (element.ns != viz_ns_ && !is_newest) return;
  if (element.local == "color") {
    for (const char* channel : {"r", "g", "b"}) examine_number(element, channel, ValueKind::whole, true);
    if (has_spells_) examine_number(element, "a", ValueKind::real, false);
  } else if (element.local == "size" || element.local == "thickness") {
    examine_number(element, "value", ValueKind::real, true);
  } else if (element.local == "position") {
    for (const char* axis : {"x", "y", "z"}) examine_number(element, axis, ValueKind::real, false);
  }
}

/// NetworkX reads times as values of the type that the format is called.
void GexfNetworkxDoctor::examine_time(const XmlElement& element, std::string_view name, bool is_needed) {
  if (!is_needed && !has_attribute(element, name)) return;
  if (!has_format_)
    findings_.add("networkx-time", element.location,
                  fmt::format("NetworkX will refuse times in a graph {}",
                              format_.empty() ? "without timeformat" : fmt::format("with timeformat {}", format_)));
  else if (kind_of(format_) != ValueKind::text && kind_of(format_) != ValueKind::truth)
    examine_number(element, name, kind_of(format_), is_needed);
}

void GexfNetworkxDoctor::examine_number(const XmlElement& element, std::string_view name, ValueKind kind,
                                        bool is_needed) {
  const bool is_there = has_attribute(element, name);
  if (!is_there && !is_needed) return;
  const std::string_view text = local_attribute(element, name);
  const std::string word = fmt::format("{} {}", element.local, name);
  if (!is_there)
    findings_.add("networkx-value", element.location,
                  fmt::format("NetworkX will refuse '{}' without '{}'", element.local, name), word);
  else if (!is_read(kind, text))
    findings_.add("networkx-value", element.location,
                  fmt::format("NetworkX will refuse {}=\"{}\" of '{}': it is not {}", name, text, element.local,
                              description(kind)),
                  word);
}

void GexfNetworkxDoctor::check(const Declared& attribute, std::string_view id, const std::optional<std::string>& value,
                               Location location) {
  if (!attribute.has_title)
    findings_.add("networkx-name", location,
                  fmt::format("NetworkX will refuse values of the attribute '{}', which has no title", id), id);
  if (!is_known(attribute.type)) {
    findings_.add("networkx-type", location, fmt::format("NetworkX will refuse values of type '{}'", attribute.type),
                  attribute.type);
    return;
  }
  const ValueKind kind = kind_of(attribute.type);
  if (kind == ValueKind::text || (value && is_read(kind, *value))) return;
  findings_.add("networkx-value", location,
                fmt::format("NetworkX will refuse {} of the attribute '{}': it is not {}",
                            value ? fmt::format("'{}'", *value) : "an absent value", id, description(kind)),
                id);
}

}  // namespace graphwright
