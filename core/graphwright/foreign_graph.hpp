#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// An attribute of an edge of a graph file, on the resource that stands for the edge.
struct ForeignAttribute {
  TermId edge = TermId::none;
  TermId property = TermId::none;
  TermId value = TermId::none;
};

/// What a graph knows of the graph files that it was read from, beyond nodes and edges: ids, hidden
/// resources, undirected relations and the attributes of edges (docs/data_model.md).
///
/// Empty, and free, where no graph file was read.
class ForeignGraph {
 public:
  /// @complexity one pass over the statements where a graph file was read, constant where none was
  explicit ForeignGraph(const Graph& graph);

  bool empty() const { return hidden_.empty(); }
  /// The resources that describe files, graphs, keys, edges, ports and relations.
  std::span<const TermId> hidden() const { return hidden_; }
  /// The files that the graph was read from.
  std::span<const TermId> files() const { return files_; }
  /// The namespace of the nodes of all files; empty where there is none or files have different ones.
  std::string_view node_base() const { return node_base_; }
  /// What of an IRI is the same wherever the files lie: all of it, but of one below their path, which is a base only
  /// for want of another, the part behind that.
  std::string_view lasting_part(std::string_view iri) const;
  /// The id that a node bore, where it does not follow from its IRI; else none.
  TermId node_id(TermId node) const;
  /// The id that the edge of a fact (`Fact::edge`) bore, a literal; none, or one that was made, where it bore none.
  TermId edge_id(TermId edge) const;
  bool is_edge(TermId resource) const;
  /// The attributes of an edge by the text of their properties.
  std::span<const ForeignAttribute> attributes(TermId edge) const;
  std::span<const ForeignAttribute> attributes() const { return attributes_; }
  bool is_undirected(TermId relation) const;
  /// The drawing that yEd gave a node, or the resource of an edge, an XML literal; none where there is none.
  TermId drawing(TermId resource) const;
  /// The properties under which drawings are kept, which are no attributes.
  std::span<const TermId> drawing_properties() const { return drawing_properties_; }
  std::size_t drawing_count() const { return drawings_.size(); }
  std::size_t port_count() const { return ports_.size(); }
  std::span<const TermId> keys() const { return keys_; }
  std::span<const TermId> ports() const { return ports_; }
  /// The graphs of the files; tables have none.
  std::span<const TermId> graphs() const { return graphs_; }
  /// Graphs that are nested in a node or edge, or stand beside the first one.
  std::size_t further_graph_count() const { return graphs_.empty() ? 0 : graphs_.size() - 1; }
  /// Values and descriptions of files, graphs, keys and ports, and locators.
  std::size_t structure_value_count() const { return structure_values_; }
  bool is_hyperedge(TermId resource) const;

 private:
  void find_members(const Graph& graph);
  void find_drawings(const Graph& graph);
  void find_details(const Graph& graph);
  void sort(const Graph& graph);

  const Graph* graph_;
  std::vector<TermId> hidden_;
  std::vector<TermId> keys_;
  std::vector<TermId> files_;
  std::vector<TermId> undirected_;
  std::vector<TermId> hyperedges_;
  std::vector<TermId> edges_;
  std::vector<TermId> graphs_;
  std::vector<TermId> ports_;
  std::size_t structure_values_ = 0;
  std::string node_base_;
  std::unordered_map<TermId, TermId> node_ids_;
  std::unordered_map<TermId, TermId> edge_ids_;
  std::vector<ForeignAttribute> attributes_;
  std::vector<TermId> drawing_properties_;
  std::unordered_map<TermId, TermId> drawings_;
};

}  // namespace graphwright
