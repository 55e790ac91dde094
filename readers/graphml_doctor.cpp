#include "graphml_doctor.hpp"

#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "parallel_edges.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::string_view graphml_ns = "http://graphml.graphdrawing.org/xmlns";
constexpr std::array<std::string_view, 6> common_types{"boolean", "int", "long", "float", "double", "string"};
constexpr std::array<std::string_view, 15> gephi_types{
    "boolean", "bool",       "int",        "integer",    "long",    "float",     "double",    "string",
    "short",   "bigdecimal", "biginteger", "liststring", "listint", "listfloat", "listdouble"};

template <std::size_t count>
bool has(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view attribute(const XmlElement& element, std::string_view name) {
  for (const XmlAttribute& one : element.attributes)
    if (one.local == name && one.prefix.empty()) return one.value;
  return {};
}

/// Follows the elements as each reader would.
class GraphmlDoctor : public XmlHandler {
 public:
  explicit GraphmlDoctor(DoctorFindings& findings) : findings_(findings) {}

  void start(const XmlElement& element) override {
    path_.emplace_back(element.local);
    if (path_.size() == 1) return examine_root(element);
    if (is_in_data()) return;
    if (!element.prefix.empty())
      findings_.add("cytoscape-prefix", element.location,
                    fmt::format("Cytoscape does not see '{}:{}': it knows elements without a prefix only",
                                element.prefix, element.local));
    if (element.local == "key") examine_key(element);
    if (element.local == "default") examine_default(element);
    if (element.local == "graph") examine_graph(element);
    if (element.local == "node") examine_node(element);
    if (element.local == "edge") examine_edge(element);
    if (element.local == "hyperedge") examine_hyperedge(element);
    if (element.local == "data") examine_data(element);
  }
  void end() override { path_.pop_back(); }
  void text(std::string_view /*text*/) override {}

  void close() {
    parallel_.report(findings_);
    if (has_nodes_ && !has_drawing_)
      findings_.add("yed-drawing", first_node_,
                    "yEd draws all nodes on one spot and without labels: no key has yfiles.type \"nodegraphics\"");
    if (has_edges_ && !has_interaction_)
      findings_.add("cytoscape-interaction", first_edge_,
                    "Cytoscape shows '-' as the type of edges: no key for edges is named 'interaction'");
    if (first_directed_.line != 0 && first_undirected_.line != 0)
      findings_.add("networkx-mixed", std::max(first_directed_, first_undirected_),
                    "NetworkX will refuse directed and undirected edges in one graph");
  }

 private:
  bool is_in_data() const {
    for (std::size_t at = 0; at + 1 < path_.size(); ++at)
      if (path_[at] == "data" || path_[at] == "default") return true;
    return false;
  }

  void examine_root(const XmlElement& element) {
    if (element.ns != graphml_ns)
      findings_.add("networkx-namespace", element.location,
                    fmt::format("NetworkX will find no graph outside the namespace {}", graphml_ns));
  }

  void examine_key(const XmlElement& element) {
    const std::string_view id = attribute(element, "id");
    const std::string_view type = attribute(element, "attr.type");
    const std::string_view name = attribute(element, "attr.name");
    const std::string_view domain = attribute(element, "for");
    keys_.insert(std::string(id));
    if (attribute(element, "yfiles.type") == "nodegraphics") has_drawing_ = true;
    if (name == "interaction" && domain != "node") has_interaction_ = true;
    if (graph_count_ > 0)
      findings_.add("gephi-key-order", element.location, "Gephi ignores keys that stand within or behind the graph");
    if (domain == "all" || domain.empty())
      findings_.add("igraph-all", element.location,
                    fmt::format("igraph ignores the key '{}', since it is for 'all'", id));
    examine_type(element, type);
    if (!name.empty()) examine_name(element, name, domain);
  }

  void examine_type(const XmlElement& element, std::string_view type) {
    const bool is_drawing = !attribute(element, "yfiles.type").empty();
    if (type.empty() && !is_drawing)
      findings_.add("graph-tool-type", element.location, "graph-tool will refuse a key without attr.type");
    if (type.empty()) return;
    if (!has(common_types, type))
      findings_.add("igraph-type", element.location, fmt::format("igraph will refuse attr.type '{}'", type), type);
    if (!has(common_types, type) && type != "integer")
      findings_.add("networkx-type", element.location, fmt::format("NetworkX will refuse attr.type '{}'", type), type);
    if (!has(gephi_types, type))
      findings_.add("gephi-type", element.location, fmt::format("Gephi drops columns of attr.type '{}'", type), type);
  }

  void examine_name(const XmlElement& element, std::string_view name, std::string_view domain) {
    if (name == "id" && domain != "graph")
      findings_.add("igraph-id", element.location, "igraph loses its own ids to an attribute named 'id'");
    if (!names_.insert(fmt::format("{}\n{}", domain, name)).second)
      findings_.add("igraph-name", element.location,
                    fmt::format("igraph keeps one of two attributes named '{}', or refuses them", name), name);
  }

  void examine_default(const XmlElement& element) {
    findings_.add("networkx-default", element.location,
                  "NetworkX and Cytoscape do not give a default to nodes and edges that have no value");
  }

  void examine_graph(const XmlElement& element) {
    if (graph_count_++ > 0)
      findings_.add("igraph-nested", element.location, "igraph drops what is in a nested or further graph");
    directed_.push_back(attribute(element, "edgedefault") == "directed");
  }

  void examine_node(const XmlElement& element) {
    if (!has_nodes_) first_node_ = element.location;
    has_nodes_ = true;
    if (has_edges_)
      findings_.add("cytoscape-order", element.location, "Cytoscape drops edges that stand before their nodes");
  }

  void examine_edge(const XmlElement& element) {
    if (!has_edges_) first_edge_ = element.location;
    has_edges_ = true;
    const std::string_view word = attribute(element, "directed");
    const bool is_default = directed_.empty() || directed_.back();
    const bool is_directed = word.empty() ? is_default : word == "true";
    Location& first = is_directed ? first_directed_ : first_undirected_;
    if (first.line == 0) first = element.location;
    if (is_directed != is_default)
      findings_.add(
          "cytoscape-directed", element.location,
          fmt::format("Cytoscape takes this edge for {}, as the graph says", is_default ? "directed" : "undirected"));
    parallel_.add(std::string(attribute(element, "source")), std::string(attribute(element, "target")),
                  std::string(attribute(element, "label")), is_directed, element.location);
  }

  void examine_hyperedge(const XmlElement& element) {
    findings_.add("networkx-hyperedge", element.location, "NetworkX will refuse hyperedges");
    findings_.add("igraph-nested", element.location, "igraph drops hyperedges");
  }

  void examine_data(const XmlElement& element) {
    const std::string_view key = attribute(element, "key");
    if (!keys_.contains(std::string(key)))
      findings_.add("networkx-undeclared", element.location,
                    fmt::format("NetworkX will refuse a value of the key '{}', which is not declared before", key),
                    key);
  }

  DoctorFindings& findings_;
  ParallelEdges parallel_;
  std::vector<std::string> path_;
  std::vector<bool> directed_;
  std::set<std::string> keys_;
  std::set<std::string> names_;
  std::size_t graph_count_ = 0;
  bool has_nodes_ = false;
  bool has_edges_ = false;
  bool has_drawing_ = false;
  bool has_interaction_ = false;
  Location first_node_;
  Location first_edge_;
  Location first_directed_;
  Location first_undirected_;
};

}  // namespace

void examine_graphml(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings) {
  GraphmlDoctor doctor(findings);
  Diagnostics said_by_the_reader;
  if (read_xml(*memory_source(bytes), options, doctor, said_by_the_reader)) doctor.close();
}

}  // namespace graphwright
