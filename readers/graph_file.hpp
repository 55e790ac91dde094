#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graphwright/reader.hpp"

#include "edge_marks.hpp"

namespace graphwright {

/// What a key of a graph file speaks of.
enum class KeyDomain : std::uint8_t { all, file, graph, node, edge, hyperedge, port, endpoint };

/// The word of a domain in GraphML.
std::string_view name(KeyDomain domain);

/// An attribute that a graph file declares.
struct GraphFileKey {
  std::string id;
  /// Absent where the key has none, as those of yEd's drawings.
  std::optional<std::string> name;
  /// boolean, int, long, float, double or string; empty where the key has none.
  std::string type;
  KeyDomain domain = KeyDomain::all;
  std::optional<std::string> default_text;
  bool is_default_xml = false;
  /// Further XML attributes, `name=value`.
  std::vector<std::string> xml_attributes;
  std::string description;
  /// The IRI of the property; found by `GraphFile::declare` where it is empty.
  std::string property;
};

/// A value of an element by the number of its key.
struct GraphFileValue {
  std::uint32_t key = 0;
  std::string text;
  bool is_xml = false;
  Location location;
  /// When it holds, in EDTF.
  std::string time;
};

/// An edge of a graph file, or an end of a hyperedge (then `relation` is set).
struct GraphFileEdge {
  std::string id;
  std::string source;
  std::string target;
  bool is_directed = true;
  std::string source_port;
  std::string target_port;
  std::vector<GraphFileValue> values;
  std::vector<std::string> xml_attributes;
  std::string description;
  /// Words for the relation beside the values; they come first.
  std::string label;
  /// The time at which it holds, in EDTF.
  std::string time;
  std::string relation;
  /// The IRI of the hyperedge that this is an end of; then `source` is empty.
  std::string hyperedge;
  std::string graph;
  /// Something refers to it, so that it needs a resource of its own.
  bool is_referred_to = false;
  std::size_t root_graph = 1;
  Location location;
};

/// Turns what graph files hold into statements and facts (docs/data_model.md, "Graph files").
///
/// A node becomes an IRI below the file's, an edge a statement, or a fact where it has an id, attributes
/// or a parallel. It remembers ids of nodes and edges and 8 to 16 bytes for each edge; edges that stand
/// before one of their nodes wait until the end.
class GraphFile {
 public:
  static constexpr std::uint32_t no_key = 0xFFFFFFFF;

  GraphFile(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

  /// Says that there is the file, once; to be called before all else.
  void open();
  std::uint32_t declare(GraphFileKey key, Location location);
  /// The key of an id in a domain; where it is not declared a string key of this name, which is said once.
  std::uint32_t key(std::string_view id, KeyDomain domain, Location location);
  const GraphFileKey& key(std::uint32_t number) const { return keys_[number]; }
  /// The key of a name that the format itself has (`label`, `labels`), declared when first asked for.
  std::uint32_t own_key(std::string_view name, std::string_view type, KeyDomain domain, std::string_view property = {});

  /// Begins a graph: a top-level one where `inside` is empty; gives its IRI.
  std::string begin_graph(std::string_view id, bool is_directed, std::string_view inside, Location location);
  /// The graph in a node of this id, whether or not the node was there yet.
  std::string graph_inside(std::string_view node, bool is_directed, Location location);
  std::size_t graph_count() const { return graphs_; }
  std::size_t root_graph_count() const { return root_graphs_; }
  /// Adds a node in a graph and gives its IRI; nothing where its id is taken.
  std::optional<std::string> node(std::string_view id, std::string_view graph, Location location);
  std::string hyperedge(std::string_view id, std::string_view graph, Location location);
  std::string port(std::string_view owner, std::string_view owner_iri, std::string_view name, Location location);
  void edge(GraphFileEdge edge);
  /// The IRI of the resource for an edge; gives an edge without an id one.
  std::string edge_iri(GraphFileEdge& edge);

  void value(std::string_view subject, KeyDomain domain, const GraphFileValue& value);
  /// Says the defaults of keys that an element has no value for.
  void defaults(std::string_view subject, KeyDomain domain, const std::vector<GraphFileValue>& given,
                Location location);
  bool has_defaults(KeyDomain domain) const;
  void text(std::string_view subject, std::string_view property, std::string_view value, Location location,
            std::string_view datatype = {});
  void link(std::string_view subject, std::string_view property, std::string_view object, Location location);
  const std::string& file_iri() const { return file_; }

  /// Writes the edges that waited, and says which have no node to end at.
  void finish();

 private:
  void say(std::string_view subject, const GraphFileValue& value, std::string_view text, std::string_view datatype);
  std::string property_of(const GraphFileKey& key);
  bool is_free(const std::string& property, KeyDomain domain) const;
  void describe(const GraphFileKey& key, Location location);
  std::string key_iri(const GraphFileKey& key) const;
  const std::string* find_node(std::string_view id, std::size_t root_graph) const;
  std::string relation_of(const GraphFileEdge& edge);
  std::string declared_relation(std::string_view label, bool is_directed, Location location);
  void write(GraphFileEdge& edge, const std::string& source, const std::string& target);
  void write_fact(const GraphFileEdge& edge, std::string_view source, std::string_view relation,
                  std::string_view target, std::string_view id);
  void write_details(GraphFileEdge& edge);
  void report_dangling(const GraphFileEdge& edge);
  void classes(std::string_view subject, const GraphFileKey& key, const GraphFileValue& value);
  /// An id for an edge that has none; of one length, so that such edges keep their order.
  std::string fresh_id();

  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::string base_;
  std::vector<GraphFileKey> keys_;
  std::unordered_map<std::string, std::uint32_t> undeclared_;
  std::unordered_multimap<std::string, KeyDomain> properties_;
  struct Node {
    std::string iri;
    std::uint32_t line = 0;
  };
  std::unordered_map<std::string, Node> nodes_;
  std::unordered_set<std::string> edge_ids_;
  std::unordered_map<std::string, std::string> inside_;
  std::unordered_map<std::string, std::string> relations_;
  EdgeMarks marks_;
  std::vector<GraphFileEdge> waiting_;
  bool is_open_ = false;
  std::size_t graphs_ = 0;
  std::size_t root_graphs_ = 0;
  std::size_t hyperedges_ = 0;
  std::size_t fresh_ids_ = 0;
};

}  // namespace graphwright
