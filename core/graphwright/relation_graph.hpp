#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/replay.hpp"

namespace graphwright {

/// What counts as a relation between resources.
struct RelationOptions {
  /// Which facts and derived statements are shown.
  ViewOptions view;
  /// Literals and triple terms are vertices too, instead of hidden.
  bool literals = false;
  /// rdf:type is a relation too, instead of hidden.
  bool types = false;
  /// The IRIs of further properties that are hidden.
  std::vector<std::string> hidden = {};
  /// The IRIs of symmetric properties: their edges run from the smaller resource to the greater, and
  /// what is said in both directions is one edge.
  std::vector<std::string> symmetric = {};
  /// By the number of a term, whether it is hidden with all its edges; terms past the end are not.
  std::vector<bool> hidden_terms = {};
  /// Whether the edges that enter a vertex can be listed: 8 bytes more an edge, 4 a vertex.
  bool incoming = true;
};

/// The facts of a statement that are edges; `FactId::none` alone stands for a bare statement.
///
/// A fact is an edge: two wars between the same parties are two. A statement that is also stated bare
/// has an edge of its own only where none of its facts is one that counts as asserted.
std::vector<FactId> edge_facts(const Graph& graph, StatementId statement, const ViewOptions& view);

/// A graph as algorithms want it: dense vertices and edges with compressed rows in both directions.
///
/// Vertices are the resources in the order of their text, also those without a relation; edges are
/// sorted by source and target, parallel ones by what they say. So numbers and results do not depend
/// on the order in which the graph was built. It refers to the graph, which must outlive it unchanged.
class RelationGraph {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// An edge by its ends and its number among all edges.
  struct Edge {
    std::uint32_t source = none;
    std::uint32_t target = none;
    std::uint32_t index = none;
    friend bool operator==(const Edge& a, const Edge& b) { return a.index == b.index; }
    friend bool operator<(const Edge& a, const Edge& b) { return a.index < b.index; }
  };

  const Graph& graph() const { return *graph_; }
  std::size_t vertex_count() const { return terms_.size(); }
  std::size_t edge_count() const { return targets_.size(); }

  TermId term(std::uint32_t vertex) const { return terms_[vertex]; }
  /// The vertex of a resource, `none` where it has none.
  std::uint32_t vertex(TermId term) const { return term == TermId::none ? none : vertices_[index(term)]; }
  std::uint32_t vertex(std::string_view iri) const { return vertex(graph_->terms().find_iri(iri)); }

  /// @complexity constant; without incoming edges logarithmic in the vertices that 64 edges leave
  Edge edge(std::uint32_t number) const { return {source(number), targets_[number], number}; }
  std::uint32_t target(std::uint32_t edge) const { return targets_[edge]; }
  /// The statement and, unless it is bare, the fact that an edge stands for.
  Premise premise(std::uint32_t edge) const;
  TermId predicate(std::uint32_t edge) const { return graph_->statement(premise(edge).statement).predicate; }
  /// What says the same as a symmetric edge in the other direction; a statement of `none` where nothing does.
  ///
  /// @complexity logarithmic in the edges that are said twice
  Premise mirror(std::uint32_t edge) const;

  /// The edges that leave a vertex are numbered from `first_out(v)` to before `first_out(v + 1)`.
  std::uint32_t first_out(std::uint32_t vertex) const { return out_begin_[vertex]; }
  std::span<const std::uint32_t> targets(std::uint32_t vertex) const {
    return std::span(targets_).subspan(out_begin_[vertex], out_begin_[vertex + 1] - out_begin_[vertex]);
  }
  /// The numbers of the edges that enter a vertex, in ascending order.
  ///
  /// @throws std::logic_error  the graph was made without `RelationOptions::incoming`
  std::span<const std::uint32_t> in_edges(std::uint32_t vertex) const;

  /// Fetch what will soon be asked of an edge, its statement, and of a vertex.
  void prefetch(std::uint32_t edge) const;
  void prefetch_term(std::uint32_t vertex) const { __builtin_prefetch(&terms_[vertex]); }

  /// Bytes held.
  std::size_t memory() const;

 private:
  friend class RelationGraphBuilder;

  static constexpr std::uint32_t edges_a_mark = 64;

  std::uint32_t source(std::uint32_t edge) const { return sources_.empty() ? find_source(edge) : sources_[edge]; }
  std::uint32_t find_source(std::uint32_t edge) const;

  const Graph* graph_ = nullptr;
  std::vector<TermId> terms_;
  std::vector<std::uint32_t> vertices_;   // by term
  std::vector<std::uint32_t> out_begin_;  // one more than there are vertices
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> said_by_;  // a fact where `is_fact_` says so, else a statement
  std::vector<bool> is_fact_;           // empty where no edge has one
  std::vector<std::uint32_t> marks_;    // the source of each 64th edge, from where the others are found
  std::vector<std::uint32_t> sources_;  // these three are empty without incoming edges
  std::vector<std::uint32_t> in_begin_;
  std::vector<std::uint32_t> in_edges_;
  std::vector<std::pair<std::uint32_t, Premise>> mirrors_;  // by edge
};

/// The relations between resources; literals, rdf:type and what else `options` say are hidden.
///
/// @complexity linear in statements and facts, n log n in resources and in the edges of one of them; 8 bytes an
/// edge, or 16 with incoming ones, 8 a vertex and 4 a term, and nothing beside while it is made but a bit a statement
RelationGraph relations(const Graph& graph, const RelationOptions& options = {});
RelationGraph relations(Graph&&, const RelationOptions& options = {}) = delete;

}  // namespace graphwright
