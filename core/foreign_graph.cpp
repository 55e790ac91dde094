#include "graphwright/foreign_graph.hpp"

#include <algorithm>
#include <array>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// Properties of an edge that are no attributes of it.
constexpr std::array<std::string_view, 5> structure{iri::gw::edge_id, iri::gw::in_graph, iri::gw::relation_name,
                                                    iri::gw::relation_iri, iri::rdf::type};

bool has(const std::vector<TermId>& sorted, TermId term) {
  return std::binary_search(sorted.begin(), sorted.end(), term);
}

}  // namespace

ForeignGraph::ForeignGraph(const Graph& graph) : graph_(&graph) {
  if (graph.terms().find_iri(iri::gw::graph_file) == TermId::none) return;
  find_members(graph);
  if (hidden_.empty()) return;
  find_drawings(graph);
  find_details(graph);
  sort(graph);
}

void ForeignGraph::find_members(const Graph& graph) {
  const TermTable& terms = graph.terms();
  const TermId type = terms.find_iri(iri::rdf::type);
  const std::array<std::pair<TermId, std::vector<TermId>*>, 8> classes{{
      {terms.find_iri(iri::gw::graph_file), &files_},
      {terms.find_iri(iri::gw::graph), &graphs_},
      {terms.find_iri(iri::gw::key), &keys_},
      {terms.find_iri(iri::gw::edge), &edges_},
      {terms.find_iri(iri::gw::port), &ports_},
      {terms.find_iri(iri::gw::relation), &hidden_},
      {terms.find_iri(iri::gw::undirected_relation), &undirected_},
      {terms.find_iri(iri::gw::hyperedge), &hyperedges_},
  }};
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(static_cast<StatementId>(row));
    if (one.predicate != type) continue;
    for (const auto& [name, members] : classes)
      if (one.object == name) members->push_back(one.subject);
  }
  for (const std::vector<TermId>* members : {&files_, &keys_, &edges_, &undirected_, &graphs_, &ports_})
    hidden_.insert(hidden_.end(), members->begin(), members->end());
  if (const TermId with = terms.find_iri(iri::gw::linked_with); with != TermId::none) undirected_.push_back(with);
  for (std::vector<TermId>* members : {&files_, &keys_, &edges_, &undirected_, &hyperedges_, &graphs_, &ports_})
    std::sort(members->begin(), members->end());
}

/// What stands under the keys that yEd declares for what it draws.
void ForeignGraph::find_drawings(const Graph& graph) {
  const TermTable& terms = graph.terms();
  const TermId extra = terms.find_iri(iri::gw::xml_attribute);
  const TermId property = terms.find_iri(iri::gw::property);
  if (extra == TermId::none || property == TermId::none) return;
  std::vector<TermId> keys;
  const auto for_each = [&](TermId predicate, const auto& act) {
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
      if (const Statement one = graph.statement(static_cast<StatementId>(row)); one.predicate == predicate) act(one);
  };
  for_each(extra, [&](const Statement& one) {
    const std::string_view text = graph.view(one.object).text;
    if (text == "yfiles.type=nodegraphics" || text == "yfiles.type=edgegraphics") keys.push_back(one.subject);
  });
  std::sort(keys.begin(), keys.end());
  for_each(property, [&](const Statement& one) {
    if (has(keys, one.subject)) drawing_properties_.push_back(one.object);
  });
  for (TermId drawn : drawing_properties_)
    for_each(drawn, [&](const Statement& one) { drawings_.emplace(one.subject, one.object); });
  std::sort(drawing_properties_.begin(), drawing_properties_.end());
}

void ForeignGraph::find_details(const Graph& graph) {
  const TermTable& terms = graph.terms();
  const TermId base = terms.find_iri(iri::gw::node_base);
  const TermId node = terms.find_iri(iri::gw::node_id);
  const TermId edge = terms.find_iri(iri::gw::edge_id);
  const TermId locator = terms.find_iri(iri::gw::locator);
  const TermId comment = terms.find_iri(iri::rdfs::comment);
  std::vector<TermId> bases;
  std::array<TermId, structure.size()> left_out{};
  std::transform(structure.begin(), structure.end(), left_out.begin(),
                 [&](std::string_view word) { return terms.find_iri(word); });
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(static_cast<StatementId>(row));
    if (one.predicate == base)
      bases.push_back(one.object);
    else if (one.predicate == node)
      node_ids_.emplace(one.subject, one.object);
    const bool is_structure = has(graphs_, one.subject) || has(ports_, one.subject) || has(files_, one.subject);
    const bool is_value = is_structure && one.predicate != terms.find_iri(iri::rdf::type) &&
                          !graph.view(one.predicate).text.starts_with(iri::gw::ns);
    if (is_value || one.predicate == locator || (one.predicate == comment && has(keys_, one.subject)))
      ++structure_values_;
    if (edges_.empty() || !has(edges_, one.subject)) continue;
    if (one.predicate == edge) edge_ids_.emplace(one.subject, one.object);
    if (std::find(left_out.begin(), left_out.end(), one.predicate) == left_out.end() &&
        !has(drawing_properties_, one.predicate))
      attributes_.push_back({one.subject, one.predicate, one.object});
  }
  const bool is_one = !bases.empty() && std::equal(bases.begin() + 1, bases.end(), bases.begin());
  if (is_one) node_base_ = graph.view(bases.front()).text;
}

void ForeignGraph::sort(const Graph& graph) {
  const auto compare_terms = [&](TermId a, TermId b) { return a == b ? 0 : compare(graph.view(a), graph.view(b)); };
  std::sort(attributes_.begin(), attributes_.end(), [&](const ForeignAttribute& a, const ForeignAttribute& b) {
    if (a.edge != b.edge) return a.edge < b.edge;
    if (const int order = compare_terms(a.property, b.property)) return order < 0;
    return compare_terms(a.value, b.value) < 0;
  });
}

std::string_view ForeignGraph::lasting_part(std::string_view iri) const {
  const bool is_made_up = node_base_.starts_with("file:") || node_base_ == iri::gw::unnamed_base;
  return is_made_up && iri.starts_with(node_base_) ? iri.substr(node_base_.size()) : iri;
}

TermId ForeignGraph::node_id(TermId node) const {
  const auto at = node_ids_.find(node);
  return at == node_ids_.end() ? TermId::none : at->second;
}

TermId ForeignGraph::edge_id(TermId edge) const {
  if (!graph_->view(edge).is_iri()) return edge;
  const auto known = edge_ids_.find(edge);
  return known == edge_ids_.end() ? TermId::none : known->second;
}

std::span<const ForeignAttribute> ForeignGraph::attributes(TermId edge) const {
  const auto first = std::lower_bound(attributes_.begin(), attributes_.end(), edge,
                                      [](const ForeignAttribute& one, TermId wanted) { return one.edge < wanted; });
  const auto last =
      std::find_if(first, attributes_.end(), [=](const ForeignAttribute& one) { return one.edge != edge; });
  return {first, last};
}

TermId ForeignGraph::drawing(TermId resource) const {
  const auto at = drawings_.find(resource);
  return at == drawings_.end() ? TermId::none : at->second;
}

bool ForeignGraph::is_undirected(TermId relation) const { return !undirected_.empty() && has(undirected_, relation); }
bool ForeignGraph::is_edge(TermId resource) const { return has(edges_, resource); }
bool ForeignGraph::is_hyperedge(TermId resource) const { return !hyperedges_.empty() && has(hyperedges_, resource); }

}  // namespace graphwright
