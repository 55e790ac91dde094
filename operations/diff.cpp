#include "graphwright/diff.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "blank_node_alignment.hpp"
#include "change_finder.hpp"
#include "graph_copy.hpp"

namespace graphwright {
namespace {

bool is_hidden(const Graph& graph, const Premise& one, const ViewOptions& view) { return !is_shown(graph, one, view); }

/// Whether a fact says no more than its statement.
bool is_bare(const Graph& graph, FactId id) {
  const Fact& fact = graph.fact(id);
  return fact == Fact{.statement = fact.statement} && graph.evidence_of(id).empty() &&
         graph.derivation_of({fact.statement, id}) == nullptr;
}

/// Premises that lifting left because the facts which they name are not in the graph.
TermId premise_word(const Graph& graph) { return graph.terms().find_iri(iri::gw::premise); }

bool is_compared_as_it_is(const Graph& graph, const ViewOptions& view) {
  if (premise_word(graph) != TermId::none) return false;
  for (const Derivation& one : graph.derivations())
    if (is_hidden(graph, one.conclusion, view)) return false;
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row)
    if (is_bare(graph, FactId{row})) return false;
  return true;
}

/// The graph without derived statements that the view hides, and with bare statements for facts that are no more.
Graph compared_part(Graph graph, const ViewOptions& view) {
  if (is_compared_as_it_is(graph, view)) return graph;
  Graph part;
  GraphCopy copy(graph, part);
  copy.copy_names();
  const TermId premise = premise_word(graph);
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const StatementId id{row};
    const bool is_left = premise != TermId::none && graph.statement(id).predicate == premise;
    if (graph.is_stated(id) && !is_left && !is_hidden(graph, {id, FactId::none}, view)) copy.copy_bare(id);
  }
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row) {
    const StatementId statement = graph.fact(FactId{row}).statement;
    if (is_hidden(graph, {statement, FactId{row}}, view)) continue;
    if (is_bare(graph, FactId{row}))
      copy.copy_bare(statement);
    else
      copy.copy_fact(FactId{row});
  }
  copy.copy_nodes();
  copy.copy_derivations();
  return part;
}

std::vector<TermId> blank_nodes(const Graph& graph) {
  std::vector<TermId> found;
  for (std::uint32_t row = 0; row < graph.terms().size(); ++row)
    if (graph.terms().kind(TermId{row}) == TermKind::blank) found.push_back(TermId{row});
  return found;
}

/// Labels for the blank nodes of the second graph that have no partner: their own where the first has none such.
class FreshLabels {
 public:
  explicit FreshLabels(const Graph& first, const Graph& second) {
    for (const Graph* graph : {&first, &second})
      for (TermId node : blank_nodes(*graph)) taken_.emplace(graph->terms().text(node));
    for (TermId node : blank_nodes(first)) of_first_.emplace(first.terms().text(node));
  }

  std::string operator()(std::string_view label) {
    std::string fresh(label);
    for (int number = 2; of_first_.contains(fresh); ++number) {
      std::string next = fmt::format("{}_{}", label, number);
      if (taken_.insert(next).second) return next;
    }
    return fresh;
  }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_set<std::string> of_first_;
};

/// The second graph with the labels of the first wherever a blank node has a partner.
Graph relabelled(Graph graph, const Graph& first, const std::vector<std::pair<TermId, TermId>>& pairs) {
  const std::vector<TermId> nodes = blank_nodes(graph);
  if (nodes.empty()) return graph;
  FreshLabels fresh(first, graph);
  std::vector<TermId> partners(graph.terms().size(), TermId::none);
  for (const auto& [of_first, of_second] : pairs) partners[index(of_second)] = of_first;
  Graph result;
  GraphCopy copy(graph, result);
  for (TermId node : nodes) {
    const TermId partner = partners[index(node)];
    const std::string label(partner == TermId::none ? fresh(graph.terms().text(node)) : first.terms().text(partner));
    copy.replace(node, result.terms().intern(TermView::blank(label)));
  }
  copy.copy_all();
  return result;
}

}  // namespace

GraphDiff diff(Graph before, Graph after, const DiffOptions& options) {
  GraphDiff result;
  result.before = compared_part(std::move(before), options.view);
  after = compared_part(std::move(after), options.view);
  Isomorphism isomorphism = find_isomorphism(result.before, after, options.limit);
  result.sameness = isomorphism.sameness;
  std::vector<std::pair<TermId, TermId>> pairs = std::move(isomorphism.blank_nodes);
  if (result.sameness != Sameness::same) {
    BlankNodeAlignment alignment = align_blank_nodes(result.before, after, options.limit);
    result.is_matched = alignment.is_complete;
    pairs = std::move(alignment.pairs);
  }
  result.after = relabelled(std::move(after), result.before, pairs);
  find_changes(result);
  if (result.changes.empty()) result.sameness = Sameness::same;
  return result;
}

}  // namespace graphwright
