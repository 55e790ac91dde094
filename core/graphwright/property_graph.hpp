#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/column.hpp"
#include "graphwright/foreign_graph.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/graph_profile.hpp"
#include "graphwright/relation_graph.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/value_type.hpp"

namespace graphwright {

/// What a property graph shows.
struct PropertyGraphOptions {
  ViewOptions view;
  GraphProfile profile;
  /// Events are nodes, and their roles edges, beside the direct relations.
  bool events = false;
  /// Prefixes for ids, beside those of the graph and the well-known ones.
  PrefixMap prefixes;
  /// Resources below it are named by the rest of their IRI; empty: the graph's own base.
  std::string base;
  /// Whether `relations()` can list the edges that enter a node.
  bool incoming = true;
};

/// A column of node attributes: the values of one property in one language.
struct NodeColumn {
  TermId property = TermId::none;
  /// In lower case; empty where the values have none.
  std::string language;
  /// The narrowest type that holds all its values; text where a node has several.
  ValueType type = ValueType::none;
  /// Distinct among the columns and never a reserved word: `population`, `comment_en`, `schema:name`.
  std::string name;
  /// Distinct among the columns and the same whatever other columns there are: `schema:name`.
  std::string id;
  /// Whether some node has several values.
  bool is_list = false;
};

/// One value of a node in a column.
struct NodeAttribute {
  std::uint32_t column = 0;
  TermId value = TermId::none;
};

/// What cannot be told of a node's attributes in a graph format, counted.
struct AttributeLosses {
  /// Values with a time, place, speaker or evidence of their own.
  std::size_t described = 0;
  /// Values that are claims.
  std::size_t claims = 0;
  /// Values whose datatype is none of `ValueType`.
  std::size_t datatypes = 0;
  /// Values with a base direction.
  std::size_t directions = 0;
  /// Labels and weights of edges of graph files beyond one for each edge.
  std::size_t further = 0;
};

/// The graph as nodes and edges with attributes, without copying its text.
///
/// A resource is a node, with types, a label and literal attributes; a fact between resources is an
/// edge, as is a bare statement. Nodes are in the order of their text, edges by source, target and what
/// they say, so that numbers do not depend on the order in which the graph was built. Hidden are events
/// (unless asked for) and documents that serve as evidence only. The graph must outlive it unchanged.
class PropertyGraph {
 public:
  /// @complexity linear in the graph, n log n in its resources; without incoming edges 32 bytes and the id a node, 8 an
  /// edge, 8 a term and 8 a value
  PropertyGraph(const Graph& graph, const PropertyGraphOptions& options);
  PropertyGraph(Graph&&, const PropertyGraphOptions&) = delete;

  const Graph& graph() const { return *graph_; }
  const RelationGraph& relations() const { return relations_; }
  const ViewOptions& view() const { return view_; }
  std::uint32_t node_count() const { return static_cast<std::uint32_t>(relations_.vertex_count()); }
  std::uint32_t edge_count() const { return static_cast<std::uint32_t>(relations_.edge_count()); }

  TermId resource(std::uint32_t node) const { return relations_.term(node); }
  /// The node of a resource, `RelationGraph::none` where it is not shown.
  std::uint32_t node(TermId resource) const { return relations_.vertex(resource); }
  /// The id by which a node is called in files; distinct, and the same whatever else the graph holds.
  std::string_view id(std::uint32_t node) const {
    return {ids_.data() + names_[node].begin, names_[node + 1].begin - names_[node].begin};
  }
  /// The classes that are stated of a node, the preferred one first.
  std::span<const TermId> types(std::uint32_t node) const {
    return std::span(types_).subspan(type_begin_[node], type_begin_[node + 1] - type_begin_[node]);
  }
  /// The attributes of a node by column, then by value.
  std::span<const NodeAttribute> attributes(std::uint32_t node) const {
    return std::span(attributes_).subspan(attribute_begin_[node], attribute_begin_[node + 1] - attribute_begin_[node]);
  }
  /// In the order of the property's IRI, then language.
  std::span<const NodeColumn> columns() const { return columns_; }

  /// A label for people: the resource's own without language or in English, else in the first language
  /// by its tag, else the ontology's, else the last part of its IRI.
  std::string_view label(TermId resource) const;
  /// The last part of a resource's IRI as people read it (`readable_name`): what a relation or class is called.
  std::string_view name(TermId resource) const;
  /// What an edge of a relation is called: its label; empty where it says no more than that two nodes are linked, as of
  /// an edge without a label in a graph file.
  std::string_view relation_label(TermId predicate) const;
  /// The IRI of a resource for people and other programs; empty where it has none, or one that a graph file got for
  /// want of a better one, by its path.
  std::string_view shown_iri(TermId resource) const;
  /// The literal that `label` gives, `TermId::none` where the resource has no label of its own.
  TermId own_label(TermId resource) const { return labels_[index(resource)]; }
  /// The id of any resource, whether it is a node or not.
  std::string id_of(TermId resource) const;

  RelationGraph::Edge edge(std::uint32_t edge) const { return relations_.edge(edge); }
  TermId predicate(std::uint32_t edge) const { return relations_.predicate(edge); }
  /// Whether an edge has no direction of its own: the profile calls its property symmetric, or it was
  /// undirected in the graph file that it was read from.
  bool is_symmetric(std::uint32_t edge) const;
  /// The fact behind an edge; null for a bare statement.
  const Fact* fact(std::uint32_t edge) const;
  /// The named graph of an edge's statement.
  TermId graph_name(std::uint32_t edge) const;
  /// Appends an edge's id: the fact's hash, or one of the statement; the same whatever else the graph holds.
  void append_edge_id(std::uint32_t edge, std::string& out) const;
  /// Whether an edge bore an id in its graph file that `append_edge_id` does not give.
  bool loses_edge_id(std::uint32_t edge) const;
  /// The evidence of an edge by source, offset and quote: indices into `graph().evidence()`.
  std::vector<std::uint32_t> evidence(std::uint32_t edge) const;
  /// The rule that derived an edge, `TermId::none` where it was stated.
  TermId rule(std::uint32_t edge) const;
  /// Whether an edge stands for something that is so, not for a claim.
  bool is_asserted(std::uint32_t edge) const;

  /// What is known of the graph files that the graph was read from.
  const ForeignGraph& foreign() const { return foreign_; }
  /// The resource of which a graph file says more than that the edge is there; none where it does not.
  TermId foreign_edge(std::uint32_t edge) const;
  /// The drawing that yEd gave an edge; none where there is none.
  TermId foreign_drawing(std::uint32_t edge) const;
  /// The attributes that an edge bore in a graph file, by property.
  std::span<const ForeignAttribute> foreign_attributes(std::uint32_t edge) const;

  /// Fetch what will soon be asked of a node, of an edge and the ids of its ends, and of the resource of an edge's
  /// target: in steps, some nodes or edges after each other, since what a later step fetches an earlier one leads to.
  static constexpr std::uint32_t fetch_steps = 3;
  void fetch_node(std::uint32_t node, std::uint32_t step) const;
  void fetch_edge(std::uint32_t edge, std::uint32_t step) const;
  void fetch_target(std::uint32_t edge, std::uint32_t step) const;

  const AttributeLosses& losses() const { return losses_; }
  /// Bytes held beside the graph.
  std::size_t memory() const;

 private:
  friend class PropertyGraphBuilder;
  friend class NodeAttributesBuilder;

  /// Keeps what people read where a name is written with percent signs.
  void read_name(TermId term, const TermView& view);
  /// A hash of an edge's ends, relation and graph that is the same on every machine.
  std::uint64_t edge_hash(std::uint32_t edge) const;
  std::string_view name_among_parallels(TermId edge, TermId id) const;
  /// Whether the id that an edge bore in a graph file can be its id in others.
  bool keeps_edge_id(TermId id) const;

  /// What files call a node, side by side since edges ask for both.
  struct Name {
    std::uint64_t hash;
    std::uint64_t begin;  // of the id in `ids_`, which ends where the next one begins
  };

  const Graph* graph_;
  ViewOptions view_;
  ForeignGraph foreign_;
  std::map<std::string, std::string, std::less<>> profile_labels_;
  ResourceIds resource_ids_;
  RelationGraph relations_;
  std::vector<TermId> labels_;                              // by term
  std::unordered_map<TermId, std::string> readable_names_;  // where they differ from the IRI's last part
  Column<char> ids_;
  std::vector<Name> names_;  // one more than there are nodes
  std::vector<std::uint32_t> type_begin_;
  std::vector<TermId> types_;
  std::vector<std::uint32_t> attribute_begin_;
  std::vector<NodeAttribute> attributes_;
  std::vector<NodeColumn> columns_;
  std::unordered_map<TermId, std::uint64_t> predicate_hashes_;
  std::vector<TermId> symmetric_;
  std::vector<TermId> repeated_edge_ids_;
  AttributeLosses losses_;
};

}  // namespace graphwright
