#include "graphwright/relation_graph.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// Finds where the rows of vertices begin in a list of edges that is sorted by vertex.
void count_rows(const std::vector<std::uint32_t>& vertex, std::size_t vertex_count, std::vector<std::uint32_t>& begin) {
  begin.assign(vertex_count + 1, 0);
  for (std::uint32_t one : vertex) ++begin[one];
  std::exclusive_scan(begin.begin(), begin.end(), begin.begin(), 0U);
}

/// Sorts edges by a vertex and keeps the order of equals; `begin` becomes the beginnings of the rows.
std::vector<std::uint32_t> sort_by(const std::vector<std::uint32_t>& vertex, const std::vector<std::uint32_t>& order,
                                   std::size_t vertex_count, std::vector<std::uint32_t>& begin) {
  count_rows(vertex, vertex_count, begin);
  std::vector<std::uint32_t> next = begin;
  std::vector<std::uint32_t> sorted(order.size());
  for (std::uint32_t edge : order) sorted[next[vertex[edge]]++] = edge;
  return sorted;
}

template <typename Value>
std::vector<Value> permuted(const std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
  std::vector<Value> result(order.size());
  std::transform(order.begin(), order.end(), result.begin(), [&](std::uint32_t from) { return values[from]; });
  return result;
}

}  // namespace

/// Collects vertices and edges in the order of statements, then sorts both.
class RelationGraphBuilder {
 public:
  RelationGraphBuilder(const Graph& graph, const RelationOptions& options)
      : graph_(graph), options_(options), vertex_(graph.terms().size(), RelationGraph::none) {
    result_.graph_ = &graph;
    if (!options.types) add_if_known(iri::rdf::type, hidden_);
    for (const std::string& property : options.hidden) add_if_known(property, hidden_);
    for (const std::string& property : options.symmetric) add_if_known(property, symmetric_);
  }

  RelationGraph build() && {
    for (TermId resource : graph_.nodes())
      if (!is_hidden_term(resource)) add_vertex(resource);
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) add_statement(static_cast<StatementId>(row));
    number_vertices();
    number_edges();
    return std::move(result_);
  }

 private:
  void add_if_known(std::string_view property, std::vector<TermId>& properties) const {
    if (const TermId id = graph_.terms().find_iri(property); id != TermId::none) properties.push_back(id);
  }
  static bool has(const std::vector<TermId>& properties, TermId predicate) {
    return std::find(properties.begin(), properties.end(), predicate) != properties.end();
  }
  bool is_hidden_term(TermId term) const {
    return index(term) < options_.hidden_terms.size() && options_.hidden_terms[index(term)];
  }
  bool is_vertex(TermId term) const {
    const TermKind kind = graph_.terms().kind(term);
    return options_.literals || kind == TermKind::iri || kind == TermKind::blank;
  }

  /// Terms are numbered as they come; `number_vertices` gives the final numbers.
  void add_vertex(TermId term) {
    if (vertex_[index(term)] != RelationGraph::none) return;
    vertex_[index(term)] = static_cast<std::uint32_t>(result_.terms_.size());
    result_.terms_.push_back(term);
  }

  void add_statement(StatementId id) {
    const bool has_facts = graph_.has_facts(id);
    if (!has_facts && !(graph_.is_stated(id) && is_shown(graph_, {id}, options_.view))) return;
    const Statement statement = graph_.statement(id);
    if (is_hidden_term(statement.subject)) return;
    const bool is_edge =
        !has(hidden_, statement.predicate) && is_vertex(statement.object) && !is_hidden_term(statement.object);
    if (!has_facts) {
      add_vertex(statement.subject);
      if (is_edge) add_edge(statement, id, FactId::none);
      return;
    }
    for (FactId fact : edge_facts(graph_, id, options_.view)) {
      add_vertex(statement.subject);
      if (is_edge) add_edge(statement, id, fact);
    }
  }

  void add_edge(const Statement& statement, StatementId id, FactId fact) {
    add_vertex(statement.object);
    if (fact != FactId::none) result_.facts_.resize(result_.sources_.size(), FactId::none);
    if (fact != FactId::none || !result_.facts_.empty()) result_.facts_.push_back(fact);
    result_.sources_.push_back(vertex_[index(statement.subject)]);
    result_.targets_.push_back(vertex_[index(statement.object)]);
    result_.statements_.push_back(id);
  }

  void number_vertices() {
    graph_.terms().sort(result_.terms_);
    std::vector<std::uint32_t> renumbered(result_.terms_.size());
    for (std::uint32_t place = 0; place < renumbered.size(); ++place)
      renumbered[vertex_[index(result_.terms_[place])]] = place;
    for (std::vector<std::uint32_t>* ends : {&result_.sources_, &result_.targets_})
      for (std::uint32_t& end : *ends) end = renumbered[end];
    vertex_ = {};
    if (!symmetric_.empty()) turn_symmetric_edges();
  }

  void turn_symmetric_edges() {
    RelationGraph& r = result_;
    for (std::uint32_t edge = 0; edge < r.sources_.size(); ++edge)
      if (r.sources_[edge] > r.targets_[edge] && has(symmetric_, r.predicate(edge)))
        std::swap(r.sources_[edge], r.targets_[edge]);
  }

  /// Sorts by target, then keeps that order while sorting by source; both are linear.
  void number_edges() {
    RelationGraph& r = result_;
    const std::size_t vertex_count = r.terms_.size();
    std::vector<std::uint32_t> order(r.sources_.size());
    std::iota(order.begin(), order.end(), 0U);
    order = sort_by(r.targets_, order, vertex_count, r.in_begin_);
    order = sort_by(r.sources_, order, vertex_count, r.out_begin_);
    sort_parallel_edges(order);
    if (!symmetric_.empty()) join_mirrored_edges(order);
    r.sources_ = permuted(r.sources_, order);
    r.targets_ = permuted(r.targets_, order);
    r.statements_ = permuted(r.statements_, order);
    if (!r.facts_.empty()) r.facts_ = permuted(r.facts_, order);
    order.resize(r.sources_.size());
    std::iota(order.begin(), order.end(), 0U);
    count_rows(r.sources_, vertex_count, r.out_begin_);
    r.in_edges_ = sort_by(r.targets_, order, vertex_count, r.in_begin_);
  }

  void sort_parallel_edges(std::vector<std::uint32_t>& order) const {
    const auto is_parallel = [this](std::uint32_t a, std::uint32_t b) {
      return result_.sources_[a] == result_.sources_[b] && result_.targets_[a] == result_.targets_[b];
    };
    for (auto first = order.begin(); first != order.end();) {
      const auto last =
          std::find_if_not(first + 1, order.end(), [&](std::uint32_t b) { return is_parallel(*first, b); });
      if (last - first > 1)
        std::sort(first, last, [this](std::uint32_t a, std::uint32_t b) { return compare_edges(a, b) < 0; });
      first = last;
    }
  }

  /// Makes one edge of what is said in both directions; a bare statement gives way to an asserted fact.
  void join_mirrored_edges(std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> kept;
    kept.reserve(order.size());
    for (auto first = order.begin(); first != order.end();) {
      const auto last =
          std::find_if_not(first + 1, order.end(), [&](std::uint32_t b) { return is_same_pair(*first, b); });
      if (last - first > 1 && has(symmetric_, result_.predicate(*first)))
        join(std::span(first, last), kept);
      else
        kept.insert(kept.end(), first, last);
      first = last;
    }
    order = std::move(kept);
  }

  bool is_same_pair(std::uint32_t a, std::uint32_t b) const {
    if (result_.sources_[a] != result_.sources_[b] || result_.targets_[a] != result_.targets_[b]) return false;
    const Statement left = graph_.statement(result_.statements_[a]);
    const Statement right = graph_.statement(result_.statements_[b]);
    return left.predicate == right.predicate && left.graph == right.graph;
  }

  void join(std::span<const std::uint32_t> edges, std::vector<std::uint32_t>& kept) {
    const bool has_fact = std::any_of(edges.begin(), edges.end(), [this](std::uint32_t edge) {
      return premise_of(edge).fact != FactId::none && counts_as_asserted(fact_of(edge).modality, options_.view);
    });
    const std::size_t first = kept.size();
    for (std::uint32_t edge : edges) {
      if (has_fact && premise_of(edge).fact == FactId::none) continue;
      if (kept.size() > first && compare_facts(fact_of(kept.back()), fact_of(edge)) == 0)
        result_.mirrors_.emplace_back(kept.size() - 1, premise_of(edge));
      else
        kept.push_back(edge);
    }
  }

  int compare_terms(TermId a, TermId b) const { return a == b ? 0 : compare(graph_.view(a), graph_.view(b)); }

  /// Orders parallel edges by graph, predicate, time, place, modality, speaker and edge id.
  int compare_edges(std::uint32_t a, std::uint32_t b) const {
    const Statement left = graph_.statement(result_.statements_[a]);
    const Statement right = graph_.statement(result_.statements_[b]);
    if (const int order = compare_terms(left.graph, right.graph)) return order;
    if (const int order = compare_terms(left.predicate, right.predicate)) return order;
    if (const int order = compare_facts(fact_of(a), fact_of(b))) return order;
    return mirror_rank(a) - mirror_rank(b);
  }
  /// Of two edges that say the same in two directions the stated one comes first, then the unturned one.
  int mirror_rank(std::uint32_t edge) const {
    const bool is_derived = graph_.derivation_of(premise_of(edge)) != nullptr;
    const bool is_turned =
        graph_.statement(result_.statements_[edge]).subject != result_.terms_[result_.sources_[edge]];
    return (is_derived ? 2 : 0) + (is_turned ? 1 : 0);
  }
  Premise premise_of(std::uint32_t edge) const {
    return {result_.statements_[edge], result_.facts_.empty() ? FactId::none : result_.facts_[edge]};
  }
  Fact fact_of(std::uint32_t edge) const {
    const FactId id = premise_of(edge).fact;
    return id == FactId::none ? Fact{} : graph_.fact(id);
  }
  int compare_facts(const Fact& a, const Fact& b) const {
    if (const int order = compare_terms(a.time, b.time)) return order;
    if (const int order = compare_terms(a.place, b.place)) return order;
    if (a.modality != b.modality) return a.modality < b.modality ? -1 : 1;
    if (const int order = compare_terms(a.speaker, b.speaker)) return order;
    return compare_terms(a.edge_id, b.edge_id);
  }

  const Graph& graph_;
  const RelationOptions& options_;
  RelationGraph result_;
  std::vector<TermId> hidden_;
  std::vector<TermId> symmetric_;
  std::vector<std::uint32_t> vertex_;
};

std::vector<FactId> edge_facts(const Graph& graph, StatementId statement, const ViewOptions& view) {
  std::vector<FactId> facts;
  bool is_asserted = false;
  for (FactId fact : graph.facts_of(statement)) {
    const bool counts = counts_as_asserted(graph.fact(fact).modality, view);
    if ((!counts && !view.claims) || !is_shown(graph, {statement, fact}, view)) continue;
    is_asserted = is_asserted || counts;
    facts.push_back(fact);
  }
  if (!is_asserted && graph.is_stated(statement) && is_shown(graph, {statement}, view))
    facts.insert(facts.begin(), FactId::none);
  return facts;
}

std::uint32_t RelationGraph::vertex(TermId term) const {
  if (term == TermId::none) return none;
  const TermView wanted = graph_->view(term);
  const auto at = std::lower_bound(terms_.begin(), terms_.end(), wanted, [this](TermId id, const TermView& view) {
    return compare(graph_->view(id), view) < 0;
  });
  return at != terms_.end() && *at == term ? static_cast<std::uint32_t>(at - terms_.begin()) : none;
}

Premise RelationGraph::mirror(std::uint32_t edge) const {
  const auto at = std::lower_bound(mirrors_.begin(), mirrors_.end(), edge,
                                   [](const auto& mirror, std::uint32_t wanted) { return mirror.first < wanted; });
  return at != mirrors_.end() && at->first == edge ? at->second : Premise{};
}

std::size_t RelationGraph::memory() const {
  const auto bytes = [](const auto&... columns) { return (0 + ... + (columns.capacity() * sizeof(columns[0]))); };
  return bytes(terms_, out_begin_, targets_, sources_, in_begin_, in_edges_, statements_, facts_, mirrors_);
}

RelationGraph relations(const Graph& graph, const RelationOptions& options) {
  return RelationGraphBuilder(graph, options).build();
}

}  // namespace graphwright
