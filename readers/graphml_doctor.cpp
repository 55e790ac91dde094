#include "graphml_doctor.hpp"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "graph_file_values.hpp"
#include "graphml_key_doctor.hpp"
#include "parallel_edges.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::string_view graphml_ns = "http://graphml.graphdrawing.org/xmlns";
/// Follows the elements as each reader would.
class GraphmlDoctor : public XmlHandler {
 public:
  GraphmlDoctor(std::string_view bytes, DoctorFindings& findings)
      : bytes_(bytes), findings_(findings), keys_(findings) {}

  void start(const XmlElement& element) override {
    path_.emplace_back(element.local);
    if (path_.size() == 1) return begin_root(element);
    if (is_in_data()) return;
    if (!element.prefix.empty())
      findings_.add("cytoscape-prefix", element.location,
                    fmt::format("Cytoscape does not see '{}:{}': it knows elements without a prefix only",
                                element.prefix, element.local));
    if (element.local == "key") keys_.examine(element, path_.size() == 2, graph_count_ == 0);
    if (element.local == "graph") begin_graph(element);
    if (element.local == "node") examine_node(element);
    if (element.local == "edge") examine_edge(element);
    if (element.local == "hyperedge") examine_hyperedge(element);
    if (element.local == "data" || (element.local == "default" && path_[path_.size() - 2] == "key"))
      begin_value(element);
  }
  void end() override {
    if (value_depth_ == path_.size()) end_value();
    if (!graphs_.empty() && graphs_.back().depth == path_.size()) graphs_.pop_back();
    if (!groups_.empty() && groups_.back() == path_.size()) groups_.pop_back();
    path_.pop_back();
  }
  void text(std::string_view text) override {
    if (value_depth_ == path_.size()) keys_.add_text(text);
  }

  void close() {
    keys_.close();
    parallel_.report(findings_);
    report_order();
    if (has_nodes_ && !keys_.has_drawing())
      findings_.suggest("yed-drawing", first_node_,
                        "yEd draws all nodes on one spot and without labels: no key has yfiles.type \"nodegraphics\"; "
                        "graphwright convert --flavour yed writes them");
    if (has_edges_ && !keys_.has_interaction())
      findings_.suggest("cytoscape-interaction", first_edge_,
                        "Cytoscape shows '-' as the type of edges: no key for edges is named 'interaction'; "
                        "graphwright convert -f graphml writes one");
  }

 private:
  /// A graph that is open.
  struct OpenGraph {
    bool is_directed;
    std::size_t depth;
    bool is_seen_by_networkx;
  };
  /// An edge that stands before a node at one of its ends, for all that is known so far.
  struct EarlyEdge {
    std::string source;
    std::string target;
    Location location;
  };

  bool is_in_data() const {
    for (std::size_t at = 0; at + 1 < path_.size(); ++at)
      if (path_[at] == "data" || path_[at] == "default") return true;
    return false;
  }
  /// NetworkX reads the graphs of the root element, and of what is nested in them the groups of yEd.
  bool is_seen_by_networkx() const { return graphs_.empty() || graphs_.back().is_seen_by_networkx; }
  /// Whether edges of the open graph have a direction unless they say otherwise.
  bool is_graph_directed() const { return graphs_.empty() || graphs_.back().is_directed; }

  void begin_root(const XmlElement& element) {
    root_ns_ = element.ns;
    root_ = element.location;
  }

  /// The namespace of the first graph of the root element.
  void examine_namespace(const XmlElement& element) {
    if (element.ns == graphml_ns) return;
    const Location location = element.ns == root_ns_ ? root_ : element.location;
    // NetworkX mends one form, letter by letter; igraph takes all where the root has no namespace.
    if (!element.ns.empty() || bytes_.find("<graphml>") == std::string_view::npos)
      findings_.add("networkx-namespace", location,
                    fmt::format("NetworkX will find no graph: give the root element xmlns=\"{}\"", graphml_ns));
    if (!root_ns_.empty())
      findings_.add("igraph-namespace", location,
                    fmt::format("igraph will find no graph: the namespace is not {}", graphml_ns));
  }

  void begin_graph(const XmlElement& element) {
    if (path_.size() == 2 && ++root_graph_count_ == 1) examine_namespace(element);
    const bool is_nested = !graphs_.empty();
    const bool is_in_group = is_nested && !groups_.empty() && groups_.back() + 1 == path_.size();
    const bool is_seen = is_nested ? is_seen_by_networkx() && is_in_group : true;
    graphs_.push_back({attribute(element, "edgedefault") == "directed", path_.size(), is_seen});
    if (graph_count_++ == 0) return;
    findings_.add("igraph-nested", element.location, "igraph drops what is in a nested or further graph");
    if (!is_nested || !is_seen)
      findings_.add("networkx-nested", element.location, "NetworkX drops what is in a nested or further graph");
  }

  void examine_node(const XmlElement& element) {
    if (!has_nodes_) first_node_ = element.location;
    has_nodes_ = true;
    if (attribute(element, "yfiles.foldertype") == "group") groups_.push_back(path_.size());
    nodes_.insert(std::string(attribute(element, "id")));
  }

  void examine_edge(const XmlElement& element) {
    if (!has_edges_) first_edge_ = element.location;
    has_edges_ = true;
    std::string source(attribute(element, "source"));
    std::string target(attribute(element, "target"));
    const bool is_directed = examine_direction(element);
    if (!nodes_.contains(source) || !nodes_.contains(target)) early_.push_back({source, target, element.location});
    const std::string_view id = attribute(element, "id");
    if (is_seen_by_networkx() && edge_ids_.repeats(id, source, target, is_graph_directed()))
      findings_.add("networkx-edge-id", element.location,
                    fmt::format("NetworkX keeps one of the parallel edges with the id '{}'", id));
    parallel_.add(std::move(source), std::move(target), std::string(attribute(element, "label")), is_directed,
                  element.location);
  }

  /// Whether an edge has a direction; what contradicts the graph around it is told.
  bool examine_direction(const XmlElement& element) {
    const std::string_view word = attribute(element, "directed");
    const bool is_default = is_graph_directed();
    const TypedValue direction = typed_value(word, "boolean");
    const bool is_directed = direction.datatype.empty() ? is_default : direction.text == "true";
    if (is_directed != is_default)
      findings_.add(
          "cytoscape-directed", element.location,
          fmt::format("Cytoscape takes this edge for {}, as the graph says", is_default ? "directed" : "undirected"));
    if (is_directed != is_default && is_seen_by_networkx())
      findings_.add("networkx-mixed", element.location, mixed(word, is_default), word);
    return is_directed;
  }

  /// NetworkX compares letter by letter.
  static std::string mixed(std::string_view word, bool is_default) {
    if (word != "true" && word != "false")
      return fmt::format("NetworkX takes this edge for {}, as the graph says: to it '{}' is neither true nor false",
                         is_default ? "directed" : "undirected", word);
    return fmt::format("NetworkX will refuse {} edge in a graph whose edgedefault is {}",
                       is_default ? "an undirected" : "a directed", is_default ? "directed" : "undirected");
  }

  void examine_hyperedge(const XmlElement& element) {
    findings_.add("networkx-hyperedge", element.location, "NetworkX will refuse hyperedges");
    findings_.add("igraph-nested", element.location, "igraph drops hyperedges");
  }

  /// NetworkX looks at the values of all graphs that it sees, igraph at those of the first one.
  void begin_value(const XmlElement& element) {
    value_depth_ = path_.size();
    const std::string& around = path_[path_.size() - 2];
    if (element.local == "default")
      keys_.begin_default(element);
    else
      keys_.begin_value(element, place_of_value(around));
  }

  ValuePlace place_of_value(const std::string& around) const {
    const bool is_of_part = !graphs_.empty() && (around == "node" || around == "edge" || around == "graph");
    return {around, is_of_part && is_seen_by_networkx(), is_of_part && graphs_.size() == 1 && root_graph_count_ == 1};
  }

  void end_value() {
    value_depth_ = 0;
    keys_.end_value();
  }

  void report_order() {
    for (const EarlyEdge& one : early_)
      if (nodes_.contains(one.source) && nodes_.contains(one.target))
        findings_.add("cytoscape-order", one.location, "Cytoscape drops edges that stand before their nodes");
  }

  std::string_view bytes_;
  DoctorFindings& findings_;
  GraphmlKeyDoctor keys_;
  ParallelEdges parallel_;
  EdgeIds edge_ids_;
  std::vector<std::string> path_;
  std::vector<OpenGraph> graphs_;
  std::vector<std::size_t> groups_;  // depths of the open nodes that are groups of yEd
  std::unordered_set<std::string> nodes_;
  std::vector<EarlyEdge> early_;
  /// How deep the default or value stands that is being read, 0 where none is.
  std::size_t value_depth_ = 0;
  std::size_t graph_count_ = 0;
  std::size_t root_graph_count_ = 0;
  std::string root_ns_;
  Location root_;
  bool has_nodes_ = false;
  bool has_edges_ = false;
  Location first_node_;
  Location first_edge_;
};

}  // namespace

void examine_graphml(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings) {
  GraphmlDoctor doctor(bytes, findings);
  Diagnostics said_by_the_reader;
  if (read_xml(*memory_source(bytes), options, doctor, said_by_the_reader)) doctor.close();
}

}  // namespace graphwright
