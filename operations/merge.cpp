#include "graphwright/merge.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "graphwright/blank_node_names.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "functional_conflicts.hpp"
#include "graph_copy.hpp"
#include "key_axioms.hpp"
#include "same_resources.hpp"

namespace graphwright {
namespace {

/// Writes a graph anew with one name for each group of resources.
class Renaming {
 public:
  Renaming(const Graph& graph, const std::vector<std::vector<TermId>>& groups)
      : graph_(graph), copy_(graph, result_), group_of_(graph.terms().size(), nullptr) {
    for (const std::vector<TermId>& group : groups) {
      const TermId kept = result_.terms().intern(graph.view(group.front()));
      for (TermId member : group) {
        copy_.replace(member, kept);
        group_of_[index(member)] = &group;
      }
    }
  }

  void order_symmetric(const std::set<std::string>& properties) {
    for (const std::string& iri : properties)
      if (const TermId id = graph_.terms().find_iri(iri); id != TermId::none) copy_.order_symmetric(id);
  }

  Graph run(const std::vector<std::vector<TermId>>& groups) && {
    copy_.copy_names();
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
      if (graph_.is_stated(StatementId{row}) && !is_link(StatementId{row})) copy_.copy_bare(StatementId{row});
    for (std::uint32_t row = 0; row < graph_.facts().size(); ++row) {
      if (is_link(graph_.fact(FactId{row}).statement))
        copy_link(FactId{row});
      else
        copy_.copy_fact(FactId{row});
    }
    copy_.copy_nodes();
    copy_.copy_derivations();
    for (const std::vector<TermId>& group : groups) add_links(group);
    return std::move(result_);
  }

 private:
  /// Whether a statement says that two resources are one which are made one here.
  bool is_link(StatementId id) const {
    const Statement one = graph_.statement(id);
    return graph_.terms().text(one.predicate) == iri::owl::same_as && group_of_[index(one.subject)] != nullptr &&
           group_of_[index(one.subject)] == group_of_[index(one.object)];
  }

  /// A fact that says so is kept as one of the name that stays and the other.
  void copy_link(FactId id) {
    const Statement one = graph_.statement(graph_.fact(id).statement);
    const TermId kept = copy_.term(one.subject);
    const TermId other = one.object == group_of_[index(one.object)]->front() ? one.subject : one.object;
    const bool has_name = graph_.view(other).is_iri();
    copy_.copy_fact(id, {kept, copy_.term(one.predicate), has_name ? result_.terms().intern(graph_.view(other)) : kept,
                         copy_.term(one.graph)});
  }

  void add_links(const std::vector<TermId>& group) {
    const TermId same_as = result_.terms().intern_iri(iri::owl::same_as);
    for (TermId member : group) {
      const TermView name = graph_.view(member);
      if (member != group.front() && name.is_iri())
        result_.add_statement({copy_.term(member), same_as, result_.terms().intern(name), TermId::none});
    }
  }

  const Graph& graph_;
  Graph result_;
  GraphCopy copy_;
  std::vector<const std::vector<TermId>*> group_of_;
};

}  // namespace

std::optional<Refusal> add_graph(const Graph& from, const std::string& scope, Graph& to,
                                 const CanonicalizeOptions& options) {
  BlankNodeNames names = blank_node_names(from, options);
  GraphCopy copy(from, to);
  for (std::uint32_t row = 0; row < from.terms().size(); ++row)
    if (const TermView term = from.view(TermId{row}); term.is_blank())
      copy.replace(TermId{row}, to.terms().intern(TermView::blank(fmt::format("{}_{}", scope, term.text))));
  for (const auto& [node, name] : names.names)
    copy.replace(node, to.terms().intern(TermView::blank(fmt::format("b{}", name))));
  copy.copy_all();
  return std::move(names.refusal);
}

JoinCounts join_resources(Graph& graph, const Graph& axioms, Diagnostics& diagnostics) {
  KeyAxioms keys;
  keys.read(axioms);
  keys.read(graph);
  keys.close();
  SameResources same(graph, keys);
  const std::vector<std::vector<TermId>> groups = same.groups();
  Renaming renaming(graph, groups);
  renaming.order_symmetric(keys.symmetric());
  graph = std::move(renaming).run(groups);
  return {same.joined_by_links(), same.joined_by_keys(), report_conflicts(graph, keys.functional(), diagnostics)};
}

}  // namespace graphwright
