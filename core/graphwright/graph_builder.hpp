#pragma once

#include <array>
#include <string_view>

#include "graphwright/graph.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// The sink that fills a graph.
class GraphBuilder : public Sink {
 public:
  struct Options {
    /// Keep where each statement stands: 12 bytes a statement.
    bool keep_locations = false;
    /// Do not look whether a statement is there already, see `Graph::append_statement`.
    bool append = false;
  };

  explicit GraphBuilder(Graph& graph) : GraphBuilder(graph, Options{}) {}
  GraphBuilder(Graph& graph, Options options) : graph_(graph), options_(options) {}

  void base(std::string_view iri) override;
  void prefix(std::string_view name, std::string_view iri) override;
  void relation_label(std::string_view iri, std::string_view label) override;
  void statements(std::span<const StatementView> batch) override;
  void node(const TermView& resource, Location location) override;
  std::uint32_t hold(const TermView& resource) override { return index(graph_.terms().intern(resource)); }

 private:
  TermId intern(const TermView& term);
  void add(std::span<const StatementView> rows, const TermId* ids);
  void append(std::span<const StatementView> rows, const TermId* ids);
  void add_fact(const Statement& statement, const FactView& fact, TermId edge, Location location);

  /// Predicates are few: one of those seen last is known by its text, which then need not be hashed.
  struct RecentPredicate {
    std::string_view text;
    TermId id = TermId::none;
  };
  RecentPredicate& recent(const TermView& predicate);

  Graph& graph_;
  Options options_;
  std::array<RecentPredicate, 64> recent_;
};

}  // namespace graphwright
