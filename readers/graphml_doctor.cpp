#include "graphml_doctor.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"

#include "parallel_edges.hpp"
#include "white_space.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::string_view graphml_ns = "http://graphml.graphdrawing.org/xmlns";
constexpr std::size_t most_value_bytes = 100;
constexpr std::array<std::string_view, 6> common_types{"boolean", "int", "long", "float", "double", "string"};
constexpr std::array<std::string_view, 15> gephi_types{
    "boolean", "bool",       "int",        "integer",    "long",    "float",     "double",    "string",
    "short",   "bigdecimal", "biginteger", "liststring", "listint", "listfloat", "listdouble"};

/// The type of a key by which the readers take its values for numbers or truth values.
enum class ValueKind : std::uint8_t { text, whole, real, truth };

ValueKind kind_of(std::string_view type) {
  if (type == "int" || type == "long" || type == "integer") return ValueKind::whole;
  if (type == "float" || type == "double") return ValueKind::real;
  return type == "boolean" ? ValueKind::truth : ValueKind::text;
}

bool is_whole(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_real(const std::string& text) {
  char* end = nullptr;
  std::strtod(text.c_str(), &end);  // as the readers do; the program does not change its locale
  return end == text.c_str() + text.size();
}

/// The words that NetworkX takes for truth values, in any case.
bool is_truth(std::string_view text) {
  const std::string word = ascii_lower(text);
  return word == "true" || word == "false" || word == "0" || word == "1";
}

template <std::size_t count>
bool has(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// igraph compares as many letters as a type has.
bool is_known_to_igraph(std::string_view type) {
  return std::any_of(common_types.begin(), common_types.end(),
                     [&](std::string_view known) { return known.starts_with(type); });
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
  void end() override {
    if (value_depth_ == path_.size()) examine_value();
    path_.pop_back();
  }
  void text(std::string_view text) override {
    if (value_depth_ == path_.size() && value_.size() < most_value_bytes) value_ += text;
  }

  void close() {
    parallel_.report(findings_);
    report_undeclared();
    if (has_nodes_ && !has_drawing_)
      findings_.suggest("yed-drawing", first_node_,
                        "yEd draws all nodes on one spot and without labels: no key has yfiles.type \"nodegraphics\"; "
                        "graphwright convert --flavour yed writes them");
    if (has_edges_ && !has_interaction_)
      findings_.suggest("cytoscape-interaction", first_edge_,
                        "Cytoscape shows '-' as the type of edges: no key for edges is named 'interaction'; "
                        "graphwright convert -f graphml writes one");
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
    if (element.ns == graphml_ns) return;
    // NetworkX mends one form, igraph takes all that have no namespace.
    if (!element.ns.empty() || !element.attributes.empty())
      findings_.add("networkx-namespace", element.location,
                    fmt::format("NetworkX will find no graph: give the root element xmlns=\"{}\"", graphml_ns));
    if (!element.ns.empty())
      findings_.add("igraph-namespace", element.location,
                    fmt::format("igraph will find no graph: the namespace is not {}", graphml_ns));
  }

  void examine_key(const XmlElement& element) {
    const std::string_view id = attribute(element, "id");
    const std::string_view type = attribute(element, "attr.type");
    const std::string_view name = attribute(element, "attr.name");
    const std::string_view domain = attribute(element, "for");
    keys_.emplace(id, kind_of(type));
    if (path_.size() == 2) root_keys_.insert(std::string(id));
    if (attribute(element, "yfiles.type") == "nodegraphics") has_drawing_ = true;
    if (name == "interaction" && domain != "node") has_interaction_ = true;
    if (graph_count_ > 0)
      findings_.add("gephi-key-order", element.location, "Gephi ignores keys that stand within or behind the graph");
    if (domain == "all" || domain.empty())
      findings_.add("igraph-all", element.location,
                    fmt::format("igraph ignores the key '{}', since it is for 'all'", id));
    examine_type(element, type);
    if (!has_attribute(element, "attr.name") && !has_attribute(element, "yfiles.type"))
      findings_.add("networkx-name", element.location,
                    fmt::format("NetworkX will refuse the key '{}', which has no attr.name", id));
    if (!name.empty()) examine_name(element, name, domain);
  }

  void examine_type(const XmlElement& element, std::string_view type) {
    const bool is_drawing = !attribute(element, "yfiles.type").empty();
    if (type.empty() && !is_drawing)
      findings_.add("graph-tool-type", element.location,
                    "graph-tool will refuse a key without attr.type; write attr.type=\"string\"");
    if (type.empty()) return;
    if (!is_known_to_igraph(type))
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
    const std::string key(attribute(element, "key"));
    const auto known = keys_.find(key);
    if (!root_keys_.contains(key)) undeclared_.try_emplace(key, element.location, 0).first->second.second += 1;
    if (known == keys_.end() || known->second == ValueKind::text) return;
    value_depth_ = path_.size();
    value_kind_ = known->second;
    value_key_ = key;
    value_location_ = element.location;
    value_.clear();
  }

  /// At the end of a value that is to be a number or true or false; an empty one is none to all readers.
  void examine_value() {
    value_depth_ = 0;
    const std::string text(trimmed(value_));
    if (text.empty()) return;
    const bool is_right = value_kind_ == ValueKind::whole  ? is_whole(text)
                          : value_kind_ == ValueKind::real ? is_real(text)
                                                           : is_truth(text);
    constexpr std::array<std::string_view, 4> wanted{"", "a whole number", "a number", "true or false"};
    const std::string_view sort = wanted[static_cast<std::size_t>(value_kind_)];
    if (!is_right)
      findings_.add(
          "networkx-value", value_location_,
          fmt::format("NetworkX will refuse '{}' of the key '{}': it is not {}", shortened(text), value_key_, sort),
          value_key_);
    if (value_kind_ != ValueKind::truth && !is_real(text))
      findings_.add(
          "igraph-value", value_location_,
          fmt::format("igraph will refuse '{}' of the key '{}': it is no number", shortened(text), value_key_),
          value_key_);
  }

  static std::string_view shortened(std::string_view text) {
    return text.substr(0, std::min(text.find('\n'), text.size()));
  }

  /// NetworkX knows the keys of the root element, wherever they stand there.
  void report_undeclared() {
    for (const auto& [key, place] : undeclared_) {
      if (root_keys_.contains(key)) continue;
      const bool is_within = keys_.contains(key);
      findings_.add("networkx-undeclared", place.first,
                    fmt::format("NetworkX will refuse a value of the key '{}', which {}", key,
                                is_within ? "is declared within the graph" : "is not declared"),
                    key, place.second);
    }
  }

  DoctorFindings& findings_;
  ParallelEdges parallel_;
  std::vector<std::string> path_;
  std::vector<bool> directed_;
  std::map<std::string, ValueKind> keys_;
  std::set<std::string> root_keys_;
  std::map<std::string, std::pair<Location, std::size_t>> undeclared_;
  /// How deep the value stands that is being read, 0 where none is.
  std::size_t value_depth_ = 0;
  ValueKind value_kind_ = ValueKind::text;
  std::string value_key_;
  Location value_location_;
  std::string value_;
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
