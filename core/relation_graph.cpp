#include "graphwright/relation_graph.hpp"

#include <algorithm>
#include <stdexcept>

#include "graphwright/vocabulary_iris.hpp"

#include "known_terms.hpp"
#include "row_places.hpp"

namespace graphwright {
namespace {

/// How many statements ahead memory is asked for what they will look at.
constexpr std::uint32_t ahead = 16;

}  // namespace

/// Finds the vertices, counts the edges of each, puts them there and sorts each row by itself: three passes over
/// the statements, which take no memory but that of the result.
class RelationGraphBuilder {
 public:
  RelationGraphBuilder(const Graph& graph, const RelationOptions& options)
      : graph_(graph),
        options_(options),
        hidden_(known_terms(graph, options.hidden)),
        symmetric_(known_terms(graph, options.symmetric)),
        is_edge_(graph.statement_count()) {
    result_.graph_ = &graph;
    result_.vertices_.assign(graph.terms().size(), RelationGraph::none);
    if (const TermId type = graph.terms().find_iri(iri::rdf::type); !options.types && type != TermId::none)
      hidden_.push_back(type);
  }

  RelationGraph build() && {
    find_vertices();
    number_vertices();
    place_edges();
    sort_rows();
    mark_sources();
    if (options_.incoming) list_incoming_edges();
    return std::move(result_);
  }

 private:
  struct Ends {
    std::uint32_t source;
    std::uint32_t target;
  };
  /// An edge of the row that is being sorted.
  struct RowEdge {
    std::uint32_t target;
    Premise premise;
  };

  bool is_hidden_term(TermId term) const {
    return index(term) < options_.hidden_terms.size() && options_.hidden_terms[index(term)];
  }
  bool is_vertex(TermId term) const {
    const TermKind kind = graph_.terms().kind(term);
    return options_.literals || kind == TermKind::iri || kind == TermKind::blank;
  }

  // Vertices.

  void find_vertices() {
    for (TermId resource : graph_.nodes())
      if (!is_hidden_term(resource)) mark_vertex(resource);
    const auto count = static_cast<std::uint32_t>(graph_.statement_count());
    for (std::uint32_t row = 0; row < count; ++row) {
      if (row + ahead < count) graph_.terms().prefetch(graph_.statement(static_cast<StatementId>(row + ahead)).object);
      add_statement(static_cast<StatementId>(row));
    }
  }

  void mark_vertex(TermId term) {
    std::uint32_t& vertex = result_.vertices_[index(term)];
    vertex_count_ += vertex == RelationGraph::none ? 1 : 0;
    vertex = 0;
  }

  void add_statement(StatementId id) {
    const Statement statement = graph_.statement(id);
    if (is_hidden_term(statement.subject)) return;
    if (graph_.has_facts(id)) {
      if (edge_facts(graph_, id, options_.view).empty()) return;
    } else if (!graph_.is_stated(id) || !is_shown(graph_, {id}, options_.view)) {
      return;
    }
    mark_vertex(statement.subject);
    if (has(hidden_, statement.predicate) || !is_vertex(statement.object) || is_hidden_term(statement.object)) return;
    mark_vertex(statement.object);
    is_edge_[index(id)] = true;
  }

  void number_vertices() {
    result_.terms_.reserve(vertex_count_);
    for (std::uint32_t term = 0; term < result_.vertices_.size(); ++term)
      if (result_.vertices_[term] != RelationGraph::none) result_.terms_.push_back(static_cast<TermId>(term));
    graph_.terms().sort(result_.terms_);
    for (std::uint32_t place = 0; place < result_.terms_.size(); ++place)
      result_.vertices_[index(result_.terms_[place])] = place;
  }

  // Edges in the rows of their sources.

  /// Of a symmetric property the source is the smaller resource.
  Ends ends_of(const Statement& statement) const {
    const Ends ends{result_.vertices_[index(statement.subject)], result_.vertices_[index(statement.object)]};
    if (ends.source > ends.target && has(symmetric_, statement.predicate)) return {ends.target, ends.source};
    return ends;
  }

  void prefetch_ends(std::uint32_t row) const {
    const Statement statement = graph_.statement(static_cast<StatementId>(row));
    __builtin_prefetch(&result_.vertices_[index(statement.subject)]);
    __builtin_prefetch(&result_.vertices_[index(statement.object)]);
  }

  /// Calls `act` with the ends and the premise of each edge, in the order of statements.
  template <typename Act>
  void for_each_edge(const Act& act) const {
    for (std::uint32_t row = 0; row < is_edge_.size(); ++row) {
      if (row + ahead < is_edge_.size() && is_edge_[row + ahead]) prefetch_ends(row + ahead);
      if (!is_edge_[row]) continue;
      const auto id = static_cast<StatementId>(row);
      const Ends ends = ends_of(graph_.statement(id));
      if (!graph_.has_facts(id))
        act(ends, Premise{id});
      else
        for (FactId fact : edge_facts(graph_, id, options_.view)) act(ends, Premise{id, fact});
    }
  }

  void place_edges() {
    RowPlaces places(vertex_count_);
    for_each_edge([&](Ends ends, const Premise& premise) {
      places.count(ends.source);
      has_facts_ = has_facts_ || premise.fact != FactId::none;
    });
    const std::uint32_t count = places.settle();
    result_.targets_.resize(count);
    result_.said_by_.resize(count);
    if (has_facts_) result_.is_fact_.resize(count);
    for_each_edge([&](Ends ends, const Premise& premise) { store(places.next(ends.source), {ends.target, premise}); });
    result_.out_begin_ = std::move(places).take();
  }

  void store(std::uint32_t place, const RowEdge& edge) {
    const bool is_fact = edge.premise.fact != FactId::none;
    result_.targets_[place] = edge.target;
    result_.said_by_[place] = is_fact ? index(edge.premise.fact) : index(edge.premise.statement);
    if (has_facts_) result_.is_fact_[place] = is_fact;
  }

  /// Sorts each row by target and by what its edges say, and closes the gaps that joined edges leave.
  void sort_rows() {
    std::vector<RowEdge> row;
    std::uint32_t end = 0;
    std::uint32_t kept = 0;
    for (std::uint32_t source = 0; source < vertex_count_; ++source) {
      const std::uint32_t begin = std::exchange(end, result_.out_begin_[source + 1]);
      result_.out_begin_[source] = kept;
      row.clear();
      for (std::uint32_t edge = begin; edge < end; ++edge)
        row.push_back({result_.targets_[edge], result_.premise(edge)});
      std::sort(row.begin(), row.end(),
                [&](const RowEdge& a, const RowEdge& b) { return compare_edges(source, a, b) < 0; });
      if (!symmetric_.empty()) join_mirrored_edges(row, kept);
      for (const RowEdge& edge : row) store(kept++, edge);
    }
    result_.out_begin_.back() = kept;
    result_.targets_.resize(kept);
    result_.said_by_.resize(kept);
    if (has_facts_) result_.is_fact_.resize(kept);
  }

  // What is said in both directions.

  /// Makes one edge of what is said in both directions; a bare statement gives way to an asserted fact.
  void join_mirrored_edges(std::vector<RowEdge>& row, std::uint32_t first_number) {
    std::size_t kept = 0;
    for (std::size_t first = 0; first < row.size();) {
      std::size_t last = first + 1;
      while (last < row.size() && is_same_pair(row[first], row[last])) ++last;
      if (last - first > 1 && has(symmetric_, statement_of(row[first]).predicate))
        kept = join(row, first, last, kept, first_number);
      else
        for (std::size_t at = first; at < last; ++at) row[kept++] = row[at];
      first = last;
    }
    row.resize(kept);
  }

  bool is_same_pair(const RowEdge& a, const RowEdge& b) const {
    if (a.target != b.target) return false;
    const Statement left = statement_of(a);
    const Statement right = statement_of(b);
    return left.predicate == right.predicate && left.graph == right.graph;
  }

  /// Keeps of the edges from `first` to `last` what differs, from the place `kept` on; gives the place behind them.
  std::size_t join(std::vector<RowEdge>& row, std::size_t first, std::size_t last, std::size_t kept,
                   std::uint32_t first_number) {
    const std::span<const RowEdge> said = std::span(row).subspan(first, last - first);
    const bool has_fact = std::any_of(said.begin(), said.end(), [this](const RowEdge& edge) {
      return edge.premise.fact != FactId::none && counts_as_asserted(fact_of(edge).modality, options_.view);
    });
    const std::size_t first_kept = kept;
    for (std::size_t at = first; at < last; ++at) {
      const RowEdge edge = row[at];
      if (has_fact && edge.premise.fact == FactId::none) continue;
      if (kept > first_kept && compare_facts(fact_of(row[kept - 1]), fact_of(edge)) == 0)
        result_.mirrors_.emplace_back(first_number + static_cast<std::uint32_t>(kept) - 1, edge.premise);
      else
        row[kept++] = edge;
    }
    return kept;
  }

  // The order of edges.

  int compare_terms(TermId a, TermId b) const { return a == b ? 0 : compare(graph_.view(a), graph_.view(b)); }

  /// Orders the edges of a source by target, graph, predicate, time, place, modality, speaker and edge id.
  int compare_edges(std::uint32_t source, const RowEdge& a, const RowEdge& b) const {
    if (a.target != b.target) return a.target < b.target ? -1 : 1;
    const Statement left = statement_of(a);
    const Statement right = statement_of(b);
    if (const int order = compare_terms(left.graph, right.graph)) return order;
    if (const int order = compare_terms(left.predicate, right.predicate)) return order;
    if (const int order = compare_facts(fact_of(a), fact_of(b))) return order;
    return mirror_rank(source, a) - mirror_rank(source, b);
  }
  /// Of two edges that say the same in two directions the stated one comes first, then the unturned one.
  int mirror_rank(std::uint32_t source, const RowEdge& edge) const {
    const bool is_derived = graph_.derivation_of(edge.premise) != nullptr;
    const bool is_turned = statement_of(edge).subject != result_.terms_[source];
    return (is_derived ? 2 : 0) + (is_turned ? 1 : 0);
  }
  Statement statement_of(const RowEdge& edge) const { return graph_.statement(edge.premise.statement); }
  Fact fact_of(const RowEdge& edge) const {
    return edge.premise.fact == FactId::none ? Fact{} : graph_.fact(edge.premise.fact);
  }
  int compare_facts(const Fact& a, const Fact& b) const {
    if (const int order = compare_terms(a.time, b.time)) return order;
    if (const int order = compare_terms(a.place, b.place)) return order;
    if (a.modality != b.modality) return a.modality < b.modality ? -1 : 1;
    if (const int order = compare_terms(a.speaker, b.speaker)) return order;
    return compare_terms(a.edge, b.edge);
  }

  // From an edge to its source, and from a vertex to the edges that enter it.

  template <typename Act>
  void for_each_source(const Act& act) const {
    for (std::uint32_t source = 0; source < vertex_count_; ++source)
      for (std::uint32_t edge = result_.out_begin_[source]; edge < result_.out_begin_[source + 1]; ++edge)
        act(edge, source);
  }

  void mark_sources() {
    constexpr std::uint32_t step = RelationGraph::edges_a_mark;
    result_.marks_.reserve(result_.targets_.size() / step + 1);
    for_each_source([this](std::uint32_t edge, std::uint32_t source) {
      if (edge % step == 0) result_.marks_.push_back(source);
    });
  }

  void list_incoming_edges() {
    RowPlaces places(vertex_count_);
    for (std::uint32_t target : result_.targets_) places.count(target);
    places.settle();
    result_.sources_.resize(result_.targets_.size());
    result_.in_edges_.resize(result_.targets_.size());
    for_each_source([&](std::uint32_t edge, std::uint32_t source) {
      result_.sources_[edge] = source;
      result_.in_edges_[places.next(result_.targets_[edge])] = edge;
    });
    result_.in_begin_ = std::move(places).take();
  }

  const Graph& graph_;
  const RelationOptions& options_;
  RelationGraph result_;
  std::vector<TermId> hidden_;
  std::vector<TermId> symmetric_;
  std::vector<bool> is_edge_;  // by statement
  std::uint32_t vertex_count_ = 0;
  bool has_facts_ = false;
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

Premise RelationGraph::premise(std::uint32_t edge) const {
  const std::uint32_t id = said_by_[edge];
  if (is_fact_.empty() || !is_fact_[edge]) return {static_cast<StatementId>(id), FactId::none};
  const auto fact = static_cast<FactId>(id);
  return {graph_->fact(fact).statement, fact};
}

void RelationGraph::prefetch(std::uint32_t edge) const {
  const std::uint32_t id = said_by_[edge];
  if (is_fact_.empty() || !is_fact_[edge])
    graph_->prefetch(static_cast<StatementId>(id));
  else
    __builtin_prefetch(&graph_->fact(static_cast<FactId>(id)));
}

std::uint32_t RelationGraph::find_source(std::uint32_t edge) const {
  const std::size_t mark = edge / edges_a_mark;
  const std::uint32_t last =
      mark + 1 < marks_.size() ? marks_[mark + 1] : static_cast<std::uint32_t>(terms_.size() - 1);
  const auto begin = out_begin_.begin();
  const auto behind = std::upper_bound(begin + marks_[mark] + 1, begin + last + 1, edge);
  return static_cast<std::uint32_t>(behind - begin) - 1;
}

std::span<const std::uint32_t> RelationGraph::in_edges(std::uint32_t vertex) const {
  if (in_begin_.empty()) throw std::logic_error("the relations were made without incoming edges");
  return std::span(in_edges_).subspan(in_begin_[vertex], in_begin_[vertex + 1] - in_begin_[vertex]);
}

Premise RelationGraph::mirror(std::uint32_t edge) const {
  const auto at = std::lower_bound(mirrors_.begin(), mirrors_.end(), edge,
                                   [](const auto& mirror, std::uint32_t wanted) { return mirror.first < wanted; });
  return at != mirrors_.end() && at->first == edge ? at->second : Premise{};
}

std::size_t RelationGraph::memory() const {
  const auto bytes = [](const auto&... columns) { return (0 + ... + (columns.capacity() * sizeof(columns[0]))); };
  return bytes(terms_, vertices_, out_begin_, targets_, said_by_, marks_, sources_, in_begin_, in_edges_, mirrors_) +
         is_fact_.capacity() / 8;
}

RelationGraph relations(const Graph& graph, const RelationOptions& options) {
  return RelationGraphBuilder(graph, options).build();
}

}  // namespace graphwright
