#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graphwright/reader.hpp"

#include "edge_marks.hpp"
#include "graph_file_element.hpp"
#include "graph_file_keys.hpp"
#include "kept_statements.hpp"
#include "node_ids.hpp"

namespace graphwright {

/// Turns what graph files hold into statements and facts (docs/data_model.md, "Graph files").
///
/// A node becomes an IRI below the file's, an edge a statement, or a fact where it has an id, attributes
/// or a parallel. It remembers ids of nodes and edges and 8 to 16 bytes for each edge; edges that stand
/// before one of their nodes wait until the end.
class GraphFile {
 public:
  /// `draws_by_elements`: see `GraphFileKeys`.
  GraphFile(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool draws_by_elements);

  /// Says that there is the file, once; to be called before all else.
  void open();
  std::uint32_t declare(GraphFileKey key, Location location);
  /// The key of an id in a domain; where it is not declared a string key of this name, which is said once.
  std::uint32_t key(std::string_view id, KeyDomain domain, Location location);
  const GraphFileKey& key(std::uint32_t number) const { return keys_[number]; }
  /// Whether a key that was declared so far stands for a property.
  bool has_key_of(std::string_view property, KeyDomain domain) const {
    return keys_.find_property(property, domain) != GraphFileKeys::none;
  }
  /// The key of a name that the format itself has (`label`, `labels`), or of a property that it has an element for,
  /// declared when first asked for.
  std::uint32_t own_key(std::string_view name, std::string_view type, KeyDomain domain, std::string_view property = {});

  /// Begins a graph: a top-level one where `inside` is empty; gives its IRI.
  std::string begin_graph(std::string_view id, bool is_directed, std::string_view inside, Location location);
  /// The graph in a node of this id, whether or not the node was there yet.
  std::string graph_inside(std::string_view node, bool is_directed, Location location);
  std::size_t graph_count() const { return graphs_; }
  std::size_t root_graph_count() const { return root_graphs_; }
  /// Adds a node in a graph and gives its IRI; nothing where its id is taken.
  std::optional<std::string> node(std::string_view id, std::string_view graph, Location location);
  bool has_node(std::string_view id) const { return find_node(id, root_graphs_) != NodeIds::none; }
  std::string hyperedge(std::string_view id, std::string_view graph, Location location);
  std::string port(std::string_view owner, std::string_view owner_iri, std::string_view name, Location location);
  /// The file is ours, and names times of edges, or relations too, as we do: see `GraphFileKeys`.
  void expect_own_times() { keys_.expect_own_times(); }
  void expect_own_relations() { keys_.expect_own_relations(); }
  /// Adds a value to an edge, or takes it as the edge's time.
  void add_value(const GraphFileValue& value, GraphFileEdge& edge) const;
  /// Takes an edge and leaves an old one in its place, whose texts have room.
  void edge(std::unique_ptr<GraphFileEdge>& edge);
  /// The IRI of the resource for an edge; gives an edge without an id one.
  std::string edge_iri(GraphFileEdge& edge);

  void value(std::string_view subject, KeyDomain domain, const GraphFileValue& value);
  /// Says the defaults of keys that are not among those that an element has values for.
  void defaults(std::string_view subject, KeyDomain domain, std::span<const std::uint32_t> given, Location location);
  void text(std::string_view subject, std::string_view property, std::string_view value, Location location,
            std::string_view datatype = {});
  void link(std::string_view subject, std::string_view property, std::string_view object, Location location);
  const std::string& file_iri() const { return file_; }

  /// Writes the edges that waited, and says which have no node to end at, where the file was read to its end; sends
  /// what is kept.
  void finish(bool is_whole);

 private:
  /// What an edge ends at or stands for; the hash tells it from others.
  struct Resource {
    TermView term;
    std::uint64_t hash = 0;
  };
  /// An edge's ends and relation, and the hash of all three.
  struct Relation {
    Resource source;
    Resource target;
    Resource property;
    std::uint64_t hash = 0;
  };
  struct DeclaredRelation {
    std::string iri;
    std::uint64_t hash = 0;
  };
  /// Texts that are looked up without making strings of them.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  void say(std::string_view subject, const GraphFileValue& value, std::string_view text, std::string_view datatype);
  void describe(const GraphFileKey& key, Location location);
  std::uint32_t find_node(std::string_view id, std::size_t root_graph) const;
  Resource resource(std::uint32_t node) const;
  void keep_id_once(GraphFileEdge& edge);
  Resource property_of(const GraphFileEdge& edge);
  std::string_view relation_words(const GraphFileEdge& edge) const;
  std::string_view relation_iri(const GraphFileEdge& edge) const;
  Resource named_relation(std::string_view iri, const GraphFileEdge& edge);
  Resource declared_relation(std::string_view label, bool is_directed, Location location);
  void declare_own_relation();
  void settle_edges();
  /// What becomes of an edge without a node to end at.
  enum class Loose { waits, is_reported, is_left_out };
  void settle(std::span<const std::unique_ptr<GraphFileEdge>> edges, Loose loose);
  void find_relations(std::span<const std::unique_ptr<GraphFileEdge>> edges, std::span<Relation> relations);
  Relation relation(const GraphFileEdge& edge, const Resource& source, const Resource& target);
  const std::string& iri_of(const GraphFileEdge& edge);
  void write(GraphFileEdge& edge, const Relation& relation);
  void write_fact(const GraphFileEdge& edge, const Relation& relation, const TermView& self);
  void write_details(const GraphFileEdge& edge, std::string_view self);
  void report_dangling(const GraphFileEdge& edge);
  void classes(std::string_view subject, const GraphFileKey& key, const GraphFileValue& value);

  const ReadOptions& options_;
  Sink& sink_;
  KeptStatements statements_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::string base_;
  GraphFileKeys keys_;
  NodeIds nodes_;
  std::vector<std::uint32_t> lines_;  // by node
  std::unordered_set<std::string> edge_ids_;
  std::unordered_map<std::string, std::string> inside_;
  std::array<ByText<DeclaredRelation>, 2> relations_;               // undirected and directed, by label
  std::unordered_map<std::string, std::uint64_t> named_relations_;  // their hashes
  EdgeMarks marks_;
  // The last `pending_count_` edges, whose ends are looked up together.
  std::array<std::unique_ptr<GraphFileEdge>, NodeIds::at_once> pending_;
  std::size_t pending_count_ = 0;
  std::string edge_iri_;
  std::vector<std::unique_ptr<GraphFileEdge>> waiting_;  // for nodes that may still come
  bool is_open_ = false;
  std::size_t graphs_ = 0;
  std::size_t root_graphs_ = 0;
  std::size_t hyperedges_ = 0;
  std::size_t fresh_ids_ = 0;
};

}  // namespace graphwright
