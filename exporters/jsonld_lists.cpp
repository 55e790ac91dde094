#include "jsonld_lists.hpp"

#include <algorithm>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

JsonLdLists::JsonLdLists(const Graph& graph, std::span<const StatementId> order, bool can_nest)
    : graph_(graph),
      can_nest_(can_nest),
      type_(graph.terms().find_iri(iri::rdf::type)),
      first_(graph.terms().find_iri(iri::rdf::first)),
      rest_(graph.terms().find_iri(iri::rdf::rest)),
      nil_(graph.terms().find_iri(iri::rdf::nil)),
      list_(graph.terms().find_iri(iri::rdf::list)) {
  count_uses(order);
  if (nil_ == TermId::none) return;
  read_nodes(order);
  for (StatementId id : order)
    if (graph_.statement(id).object == nil_ && graph_.statement(id).predicate != type_) find_list(id);
  undo_deep_lists();
}

void JsonLdLists::count_uses(std::span<const StatementId> order) {
  const auto name = [&](TermId node, StatementId use) {
    if (node == TermId::none || graph_.terms().kind(node) != TermKind::blank) return;
    const auto [at, is_new] = uses_.try_emplace(node, use);
    if (!is_new) at->second = StatementId::none;
  };
  TermId graph = TermId::none;
  for (StatementId id : order) {
    const Statement one = graph_.statement(id);
    name(one.object, one.predicate == type_ ? StatementId::none : id);
    if (one.graph != graph) name(one.graph, StatementId::none);
    graph = one.graph;
  }
}

void JsonLdLists::read_nodes(std::span<const StatementId> order) {
  const Statement* before = nullptr;
  Statement last{};
  for (StatementId id : order) {
    const Statement one = graph_.statement(id);
    const bool is_same_block = before != nullptr && last.graph == one.graph && last.subject == one.subject;
    last = one;
    before = &last;
    if (graph_.terms().kind(one.subject) != TermKind::blank) continue;
    Node& node = nodes_[one.subject];
    if (!is_same_block) ++node.graphs;
    StatementId* const slot = one.predicate == first_ ? &node.first : one.predicate == rest_ ? &node.rest : nullptr;
    const bool is_list_type = one.predicate == type_ && one.object == list_;
    if (slot == nullptr ? !is_list_type : *slot != StatementId::none) node.is_well_formed = false;
    if (slot != nullptr) *slot = id;
  }
}

/// Walks from the statement that ends a list back to the one that the list is the object of.
void JsonLdLists::find_list(StatementId end) {
  std::vector<StatementId> items;
  std::vector<TermId> cells;
  StatementId head = end;
  while (graph_.statement(head).predicate == rest_) {
    const Statement one = graph_.statement(head);
    const auto node = nodes_.find(one.subject);
    const StatementId use = only_use(one.subject);
    if (node == nodes_.end() || use == StatementId::none) break;
    const Node& cell = node->second;
    const bool is_cell =
        cell.is_well_formed && cell.graphs == 1 && cell.first != StatementId::none && cell.rest == head;
    if (!is_cell || graph_.statement(use).graph != one.graph) break;
    items.push_back(cell.first);
    cells.push_back(one.subject);
    head = use;
  }
  if (!can_nest_ && graph_.statement(head).predicate == first_) {
    // The first cell of a list in a list stays a node, and the rest of it is the list.
    if (cells.empty()) return;
    head = nodes_.find(cells.back())->second.rest;
    items.pop_back();
    cells.pop_back();
  }
  std::reverse(items.begin(), items.end());
  for (TermId cell : cells) cells_[cell] = head;
  lists_[head] = std::move(items);
}

/// A list that is an item of a list lies one deeper than that; one that lies in itself has no depth.
void JsonLdLists::undo_deep_lists() {
  constexpr std::size_t open = max_depth + 1;
  std::map<StatementId, std::size_t> depths;
  std::vector<StatementId> path;
  for (const auto& [head, items] : lists_) {
    path.clear();
    StatementId at = head;
    std::size_t depth = 0;
    while (true) {
      const auto [known, is_new] = depths.try_emplace(at, open);
      if (!is_new) {
        depth = known->second;
        break;
      }
      path.push_back(at);
      const auto around = cells_.find(graph_.statement(at).subject);
      if (around == cells_.end()) break;
      at = around->second;
    }
    for (auto step = path.rbegin(); step != path.rend(); ++step) depths[*step] = depth = std::min(depth + 1, open);
  }
  std::erase_if(cells_, [&](const auto& cell) { return depths[cell.second] > max_depth; });
  std::erase_if(lists_, [&](const auto& list) { return depths[list.first] > max_depth; });
}

const std::vector<StatementId>* JsonLdLists::list_of(StatementId statement) const {
  const auto at = lists_.find(statement);
  return at == lists_.end() ? nullptr : &at->second;
}

StatementId JsonLdLists::only_use(TermId node) const {
  const auto at = uses_.find(node);
  return at == uses_.end() ? StatementId::none : at->second;
}

}  // namespace graphwright
