#include "table_graph.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "edge_fields.hpp"
#include "node_ids.hpp"

namespace graphwright {
namespace {

/// The same for the two ways to write an edge without a direction.
std::uint64_t hash_of(const TableEdge& edge) {
  std::uint64_t source = stable_hash(edge.statement.subject.text);
  std::uint64_t target = stable_hash(edge.statement.object.text);
  if (edge.is_undirected && target < source) std::swap(source, target);
  const std::uint64_t ends = mix_hash(source, target);
  return mix_hash(mix_hash(ends, stable_hash(edge.statement.predicate.text)), stable_hash(edge.statement.graph.text));
}

}  // namespace

TableGraph::TableGraph(const ReadOptions& options, const TableNames& names, Sink& sink, Diagnostics& diagnostics)
    : names_(names), sink_(sink), diagnostics_(diagnostics), file_(options.document) {
  if (file_.empty()) file_ = options.base.empty() ? names.base() : options.base;
  edge_base_ = file_ + (is_namespace(file_) ? "edge/" : "#edge/");
  if (is_namespace(file_)) file_ += "table";
}

void TableGraph::say(const TermView& subject, std::string_view property, const TermView& object, Location location) {
  sink_.statement({subject, TermView::iri(property), object, {}, location});
}

void TableGraph::open() {
  if (is_open_) return;
  is_open_ = true;
  const TermView file = TermView::iri(file_);
  say(file, iri::rdf::type, TermView::iri(iri::gw::graph_file), {});
  say(file, iri::gw::node_base, TermView::literal(names_.base(), iri::xsd::any_uri), {});
}

std::string TableGraph::relation(std::string_view name, const TableEdge& edge, Location location) {
  if (!edge.is_undirected) return name.empty() ? std::string(iri::gw::linked_to) : names_.iri(name);
  if (name.empty()) {
    open();
    return std::string(iri::gw::linked_with);
  }
  std::string iri = names_.iri(name);
  const bool is_named_here = iri.starts_with(names_.base()) && !name.starts_with(names_.base());
  if (is_named_here) iri.insert(names_.base().size(), "undirected/");
  // A relation of an ontology is symmetric by that in what we wrote.
  if ((edge.is_own && !is_named_here) || !undirected_.insert(iri).second) return iri;
  open();
  say(TermView::iri(iri), iri::rdf::type, TermView::iri(iri::gw::undirected_relation), location);
  if (is_named_here) say(TermView::iri(iri), iri::rdfs::label, TermView::literal(name), location);
  return iri;
}

void TableGraph::keep_id(const TermView& node, std::string_view id, std::string_view space, Location location) {
  const bool is_below_base = node.text.starts_with(names_.base()) && !id.starts_with(names_.base());
  // A colon at the beginning is the empty prefix, that of the base.
  if (!node.is_iri() || !is_below_base || id.starts_with(':') || (space.empty() && is_part_of_iri(id))) return;
  if (!node_ids_.emplace(node.text).second) return;
  open();
  say(node, iri::gw::node_id, TermView::literal(id), location);
}

void TableGraph::keep_id_once(TableEdge& edge) {
  if (edge.id.empty() || edge_ids_.emplace(edge.id).second) return;
  diagnostics_.warning("duplicate-id", edge.statement.location,
                       fmt::format("the edge '{}' stands a second time; it is kept without its id", edge.id));
  edge.id = {};
}

/// A bare statement counts for nothing beside a fact that says the same, so it becomes one.
bool TableGraph::is_parallel(const TableEdge& edge, bool is_fact) {
  const std::uint64_t hash = hash_of(edge);
  const auto before = marks_.mark(hash, is_fact ? EdgeMarks::Mark::fact : EdgeMarks::Mark::bare);
  if (before == EdgeMarks::Mark::bare) {
    TableEdge first;
    first.statement = edge.statement;
    push_resource(first);
    marks_.mark(hash, EdgeMarks::Mark::fact);
  }
  return before != EdgeMarks::Mark::unseen;
}

/// A row of ours that stands a second time is the same edge, and a bare one may stand beside facts.
void TableGraph::push(TableEdge& edge) {
  bool may_have_twin = true;
  if (edge.is_own) {
    const bool is_repeated = own_ids_.mark(stable_hash(edge.id), EdgeMarks::Mark::bare) != EdgeMarks::Mark::unseen;
    edge.id = {};
    may_have_twin = !is_repeated && !edge.has_fact && edge.values.empty();
  }
  keep_id_once(edge);
  const bool is_fact = edge.has_fact || !edge.id.empty() || !edge.values.empty();
  const bool has_twin = may_have_twin && is_parallel(edge, is_fact);
  if (!edge.values.empty() || (has_twin && !is_fact)) return push_resource(edge);
  if (!edge.id.empty()) edge.fact.edge = TermView::literal(edge.id);
  if (is_fact) edge.statement.fact = &edge.fact;
  sink_.statement(edge.statement);
}

void TableGraph::push_resource(const TableEdge& edge) {
  open();
  std::string iri = edge_base_;
  append_iri_part(edge.id.empty() ? made_edge_id(++fresh_ids_) : edge.id, iri);
  const TermView self = TermView::iri(iri);
  FactView fact = edge.fact;
  fact.edge = self;
  StatementView statement = edge.statement;
  statement.fact = &fact;
  sink_.statement(statement);
  say(self, iri::rdf::type, TermView::iri(iri::gw::edge), statement.location);
  if (!edge.id.empty()) say(self, iri::gw::edge_id, TermView::literal(edge.id), statement.location);
  for (const TableEdgeValue& one : edge.values)
    say(self, one.property, TermView::literal(one.text, one.datatype), one.location);
}

}  // namespace graphwright
