#include "graph_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "graph_file_values.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_relation_bytes = 200;

std::string scoped(std::string_view id, std::size_t root_graph) { return fmt::format("{}\n{}", root_graph, id); }

/// The IRI that names in a file are below.
std::string base_of(const ReadOptions& options) {
  if (options.base.empty()) return std::string(iri::gw::unnamed_base);
  return is_namespace(options.base) ? options.base : options.base + '#';
}

}  // namespace

GraphFile::GraphFile(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool draws_by_elements)
    : options_(options),
      sink_(sink),
      statements_(sink),
      diagnostics_(diagnostics),
      file_(options.base),
      base_(base_of(options)),
      keys_(base_, draws_by_elements),
      nodes_(sink) {
  if (file_.empty()) file_ = base_.substr(0, base_.size() - 1);
  if (file_ == base_) file_ = base_ + "file";
}

void GraphFile::open() {
  if (is_open_) return;
  is_open_ = true;
  sink_.base(base_);
  sink_.prefix("", base_);
  for (const char* kind : {"attribute", "class", "relation"}) sink_.prefix(kind, fmt::format("{}{}/", base_, kind));
  const Location start{options_.file, 1, 1};
  link(file_, iri::rdf::type, iri::gw::graph_file, start);
  text(file_, iri::gw::node_base, base_, start, iri::xsd::any_uri);
}

// Keys.

std::uint32_t GraphFile::declare(GraphFileKey key, Location location) {
  if (const std::uint32_t known = keys_.find_declared(key.id, key.domain); known != GraphFileKeys::none) {
    diagnostics_.warning("duplicate-id", location,
                         fmt::format("the key '{}' is declared a second time; the first declaration is kept", key.id));
    return known;
  }
  const std::uint32_t number = keys_.add(std::move(key));
  if (keys_[number].edge_time == EdgeTime::no) describe(keys_[number], location);
  return number;
}

void GraphFile::describe(const GraphFileKey& key, Location location) {
  const std::string self = keys_.iri(key);
  link(self, iri::rdf::type, iri::gw::key, location);
  text(self, iri::gw::key_id, key.id, location);
  text(self, iri::gw::key_for, graphwright::name(key.domain), location);
  link(self, iri::gw::property, key.property, location);
  if (key.name) text(self, iri::gw::key_name, *key.name, location);
  if (!key.type.empty()) text(self, iri::gw::key_type, key.type, location);
  for (const std::string& one : key.xml_attributes) text(self, iri::gw::xml_attribute, one, location);
  if (!key.description.empty()) text(self, iri::rdfs::comment, key.description, location);
  if (key.default_text && key.is_default_xml)
    text(self, iri::gw::key_default, *key.default_text, location, xml_literal_datatype);
}

std::uint32_t GraphFile::key(std::string_view id, KeyDomain domain, Location location) {
  if (const std::uint32_t known = keys_.find(id, domain); known != GraphFileKeys::none) return known;
  diagnostics_.warning("undeclared-key", location, fmt::format("the key '{}' is not declared; it is read as text", id));
  GraphFileKey fresh;
  fresh.id = id;
  fresh.name = std::string(id);
  fresh.type = "string";
  return declare(std::move(fresh), location);
}

std::uint32_t GraphFile::own_key(std::string_view name, std::string_view type, KeyDomain domain,
                                 std::string_view property) {
  const std::uint32_t known = property.empty() ? keys_.find_named(name, domain) : keys_.find_property(property, domain);
  if (known != GraphFileKeys::none) return known;
  GraphFileKey fresh;
  fresh.id = std::string(name);
  if (keys_.has_id(fresh.id)) fresh.id.append("_").append(graphwright::name(domain));
  fresh.name = std::string(name);
  if (keys_.find_named(name, domain) != GraphFileKeys::none) fresh.name->insert(0, "viz ");
  fresh.type = type;
  fresh.domain = domain;
  fresh.property = property;
  return declare(std::move(fresh), {});
}

void GraphFile::defaults(std::string_view subject, KeyDomain domain, std::span<const std::uint32_t> given,
                         Location location) {
  if (!keys_.has_defaults(domain)) return;
  for (std::uint32_t at = 0; at < keys_.size(); ++at) {
    const GraphFileKey& key = keys_[at];
    if (!key.has_plain_default() || !key.is_in(domain)) continue;
    if (std::find(given.begin(), given.end(), at) == given.end())
      value(subject, domain, {at, *key.default_text, false, location, {}});
  }
}

// Statements.

void GraphFile::text(std::string_view subject, std::string_view property, std::string_view value, Location location,
                     std::string_view datatype) {
  statements_.add({TermView::iri(subject), TermView::iri(property), TermView::literal(value, datatype), {}, location});
}

void GraphFile::link(std::string_view subject, std::string_view property, std::string_view object, Location location) {
  statements_.add({TermView::iri(subject), TermView::iri(property), TermView::iri(object), {}, location});
}

void GraphFile::say(std::string_view subject, const GraphFileValue& value, std::string_view text,
                    std::string_view datatype) {
  FactView fact;
  fact.time = value.time;
  statements_.add({TermView::iri(subject),
                   TermView::iri(keys_[value.key].property),
                   TermView::literal(text, datatype),
                   {},
                   value.location,
                   value.time.empty() ? nullptr : &fact});
}

void GraphFile::value(std::string_view subject, KeyDomain domain, const GraphFileValue& value) {
  const GraphFileKey& key = keys_[value.key];
  // Exports with a base of their own give nodes their IRIs, which says nothing where they are read below that base.
  if (value.text == subject && key.name == "iri") return;
  if (value.is_xml) return say(subject, value, value.text, xml_literal_datatype);
  const TypedValue typed = typed_value(value.text, key.type);
  if (typed.is_absent) {
    diagnostics_.warning("bad-literal", value.location,
                         fmt::format("an empty value of '{}' ({}) is left out", key.name.value_or(key.id), key.type));
    return;
  }
  if (!typed.fits)
    diagnostics_.warning("bad-literal", value.location,
                         fmt::format("'{}' is no value of type {} ('{}'); it is read as text", value.text, key.type,
                                     key.name.value_or(key.id)));
  say(subject, value, typed.text, typed.datatype);
  if (domain == KeyDomain::node) classes(subject, key, value);
}

/// The classes that TinkerPop, Neo4j and many others give nodes in keys of these names.
void GraphFile::classes(std::string_view subject, const GraphFileKey& key, const GraphFileValue& value) {
  if (!key.name || value.text.empty() || value.text.size() > most_relation_bytes) return;
  const auto add = [&](std::string_view label) {
    if (!label.empty())
      link(subject, iri::rdf::type, fmt::format("{}class/{}", base_, iri_part(label)), value.location);
  };
  if (*key.name == "labels" && value.text.starts_with(':')) {
    std::string_view rest = std::string_view(value.text).substr(1);
    for (std::size_t cut = 0; (cut = rest.find(':')) != std::string_view::npos; rest.remove_prefix(cut + 1))
      add(rest.substr(0, cut));
    add(rest);
  } else if (*key.name == "labelV" || *key.name == "type" || *key.name == "class") {
    if (key.is_text()) add(value.text);
  }
}

// Graphs, nodes, ports.

std::string GraphFile::begin_graph(std::string_view id, bool is_directed, std::string_view inside, Location location) {
  std::string self = fmt::format("{}graph/{}", base_, ++graphs_);
  if (inside.empty()) ++root_graphs_;
  link(self, iri::rdf::type, iri::gw::graph, location);
  if (!id.empty()) text(self, iri::gw::graph_id, id, location);
  text(self, iri::gw::edge_default, is_directed ? "directed" : "undirected", location);
  if (graphs_ > 1) link(self, iri::gw::inside, inside.empty() ? std::string_view(file_) : inside, location);
  return self;
}

std::string GraphFile::graph_inside(std::string_view node, bool is_directed, Location location) {
  const auto [at, is_new] = inside_.try_emplace(std::string(node));
  if (is_new) at->second = begin_graph({}, is_directed, fmt::format("{}{}", base_, iri_part(node, ":")), location);
  return at->second;
}

std::optional<std::string> GraphFile::node(std::string_view id, std::string_view graph, Location location) {
  std::string self = base_;
  std::string known(id);
  const bool is_renamed = root_graphs_ > 1 && nodes_.find(id) != NodeIds::none;
  if (is_renamed) {
    known = scoped(id, root_graphs_);
    self += fmt::format("graph/{}/", root_graphs_);
  }
  append_iri_part(id, self, ":");
  if (nodes_.add(known, TermView::iri(self)) == NodeIds::none) {
    diagnostics_.error("duplicate-id", location, fmt::format("the node '{}' stands a second time", id),
                       {{{options_.file, lines_[nodes_.find(known)], 0}, "it stands here first"}});
    return std::nullopt;
  }
  lines_.push_back(location.line);
  if (is_renamed || !is_part_of_iri(id)) text(self, iri::gw::node_id, id, location);
  link(self, iri::gw::in_graph, graph, location);
  return self;
}

std::string GraphFile::hyperedge(std::string_view id, std::string_view graph, Location location) {
  ++hyperedges_;
  std::string self = fmt::format("{}hyperedge/{}", base_, id.empty() ? fmt::format("~{}", hyperedges_) : iri_part(id));
  link(self, iri::rdf::type, iri::gw::hyperedge, location);
  if (!id.empty()) text(self, iri::gw::edge_id, id, location);
  if (!graph.empty()) link(self, iri::gw::in_graph, graph, location);
  return self;
}

std::string GraphFile::port(std::string_view owner, std::string_view owner_iri, std::string_view name,
                            Location location) {
  std::string self = fmt::format("{}port/{}/{}", base_, iri_part(owner), iri_part(name));
  link(self, iri::rdf::type, iri::gw::port, location);
  text(self, iri::gw::port_name, name, location);
  link(self, iri::gw::port_of, owner_iri, location);
  return self;
}

std::uint32_t GraphFile::find_node(std::string_view id, std::size_t root_graph) const {
  if (root_graph > 1)
    if (const std::uint32_t node = nodes_.find(scoped(id, root_graph)); node != NodeIds::none) return node;
  return nodes_.find(id);
}

GraphFile::Resource GraphFile::resource(std::uint32_t node) const { return {nodes_.resource(node), mix_hash(0, node)}; }

// Edges.

std::string GraphFile::edge_iri(GraphFileEdge& edge) {
  settle_edges();
  if (edge.id.empty()) edge.id = made_edge_id(++fresh_ids_);
  return iri_of(edge);
}

/// Borrowed until the next one is asked for.
const std::string& GraphFile::iri_of(const GraphFileEdge& edge) {
  edge_iri_.assign(base_).append("edge/");
  append_iri_part(edge.id, edge_iri_);
  return edge_iri_;
}

void GraphFile::add_value(const GraphFileValue& value, GraphFileEdge& edge) const {
  switch (keys_[value.key].edge_time) {
    case EdgeTime::no:
      edge.values.add(value);
      break;
    case EdgeTime::time:
      if (parse_time(value.text).span) edge.time = value.text;
      break;
    case EdgeTime::day:
      break;
  }
}

void GraphFile::edge(std::unique_ptr<GraphFileEdge>& edge) {
  std::swap(pending_[pending_count_++], edge);
  if (pending_count_ == pending_.size()) settle_edges();
}

void GraphFile::settle_edges() { settle(std::span(pending_).first(std::exchange(pending_count_, 0)), Loose::waits); }

void GraphFile::finish(bool is_whole) {
  settle_edges();
  declare_own_relation();
  for (std::span<const std::unique_ptr<GraphFileEdge>> rest = waiting_; !rest.empty();) {
    const std::size_t count = std::min(rest.size(), NodeIds::at_once);
    settle(rest.first(count), is_whole ? Loose::is_reported : Loose::is_left_out);
    rest = rest.subspan(count);
  }
  waiting_.clear();
  statements_.send();
}

/// A file of ours that has no word for any relation has no key for it; that nothing else says one must be known when
/// the file is written again.
void GraphFile::declare_own_relation() {
  if (!keys_.has_own_relations() || has_key_of(iri::gw::relation_name, KeyDomain::edge)) return;
  GraphFileKey key;
  key.id = "e_type";
  key.name = "type";
  key.type = "string";
  key.domain = KeyDomain::edge;
  declare(std::move(key), {});
}

/// Finds what edges relate, many at once; one without a property lacks an end.
void GraphFile::find_relations(std::span<const std::unique_ptr<GraphFileEdge>> edges, std::span<Relation> relations) {
  std::array<std::string_view, NodeIds::at_once> ids;
  std::array<std::uint32_t, NodeIds::at_once> sources;
  std::array<std::uint32_t, NodeIds::at_once> targets;
  for (std::size_t i = 0; i < edges.size(); ++i) ids[i] = edges[i]->source;
  nodes_.find(std::span(ids).first(edges.size()), sources.data());
  for (std::size_t i = 0; i < edges.size(); ++i) ids[i] = edges[i]->target;
  nodes_.find(std::span(ids).first(edges.size()), targets.data());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const GraphFileEdge& edge = *edges[i];
    if (edge.root_graph > 1) {
      sources[i] = find_node(edge.source, edge.root_graph);
      targets[i] = find_node(edge.target, edge.root_graph);
    }
    const bool is_end = !edge.hyperedge.empty();
    if ((sources[i] == NodeIds::none && !is_end) || targets[i] == NodeIds::none) continue;
    const Resource source =
        is_end ? Resource{TermView::iri(edge.hyperedge), stable_hash(edge.hyperedge)} : resource(sources[i]);
    relations[i] = relation(edge, source, resource(targets[i]));
  }
}

/// Writes edges whose ends are known.
void GraphFile::settle(std::span<const std::unique_ptr<GraphFileEdge>> edges, Loose loose) {
  std::array<Relation, NodeIds::at_once> relations;
  find_relations(edges, relations);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    GraphFileEdge& edge = *edges[i];
    if (loose == Loose::waits) keep_id_once(edge);
    if (!relations[i].property.term.is_absent())
      write(edge, relations[i]);
    else if (loose == Loose::waits)
      waiting_.push_back(std::make_unique<GraphFileEdge>(edge));
    else if (loose == Loose::is_reported)
      report_dangling(edge);
  }
}

/// Takes an id that another edge has from an edge.
void GraphFile::keep_id_once(GraphFileEdge& edge) {
  if (edge.id.empty() || is_made_edge_id(edge.id) || edge_ids_.insert(edge.id).second) return;
  diagnostics_.warning("duplicate-id", edge.location,
                       fmt::format("the edge '{}' stands a second time; it is kept without its id", edge.id));
  edge.id = made_edge_id(++fresh_ids_);
}

void GraphFile::report_dangling(const GraphFileEdge& edge) {
  const bool is_source = edge.hyperedge.empty() && find_node(edge.source, edge.root_graph) == NodeIds::none;
  const std::string& missing = is_source ? edge.source : edge.target;
  const std::string_view what = !edge.hyperedge.empty() ? "hyperedge" : "edge";
  const std::string named = edge.id.empty() || is_made_edge_id(edge.id) ? std::string{} : fmt::format(" '{}'", edge.id);
  diagnostics_.error("dangling-edge", edge.location,
                     fmt::format("the {}{} {} the node '{}', which the file does not have", what, named,
                                 is_source ? "leaves" : "ends at", missing));
}

GraphFile::Relation GraphFile::relation(const GraphFileEdge& edge, const Resource& source, const Resource& target) {
  Relation relation{source, target, property_of(edge), 0};
  const bool is_turned = !edge.is_directed && target.hash < source.hash;
  relation.hash = mix_hash(is_turned ? target.hash : source.hash, relation.property.hash);
  relation.hash = mix_hash(relation.hash, is_turned ? source.hash : target.hash);
  marks_.prefetch(relation.hash);
  return relation;
}

GraphFile::Resource GraphFile::property_of(const GraphFileEdge& edge) {
  if (!edge.relation.empty()) return {TermView::iri(edge.relation), stable_hash(edge.relation)};
  if (const std::string_view named = relation_iri(edge); !named.empty()) return named_relation(named, edge);
  std::string_view label = relation_words(edge);
  // What we write for others has the name of the relation, which may be an encoding of its words.
  const bool may_be_encoded = keys_.has_own_relations() || label.size() > most_relation_bytes;
  const std::optional<std::string> text = may_be_encoded ? text_in_name(label) : std::nullopt;
  if (text) label = *text;
  return declared_relation(label.size() > most_relation_bytes ? std::string_view{} : label, edge.is_directed,
                           edge.location);
}

/// The text of the surest value that says the relation, of equally sure ones of the last.
std::string_view GraphFile::relation_words(const GraphFileEdge& edge) const {
  std::string_view words = edge.label;
  std::uint8_t best = GraphFileKey::no_rank - 1;
  for (std::size_t at = 0; at < edge.values.size() && edge.label.empty(); ++at) {
    const GraphFileValue one = edge.values[at];
    const std::uint8_t rank = keys_[one.key].relation_rank;
    if (rank > best || one.is_xml || one.text.empty()) continue;
    best = rank;
    words = one.text;
  }
  return words;
}

/// The IRI that a file of ours gives a relation; empty where that follows from its name.
std::string_view GraphFile::relation_iri(const GraphFileEdge& edge) const {
  for (std::size_t at = 0; at < edge.values.size() && keys_.has_own_relations(); ++at) {
    const GraphFileValue one = edge.values[at];
    if (keys_[one.key].property != iri::gw::relation_iri || one.text.starts_with(base_)) continue;
    return has_scheme(one.text) && !find_iri_error(one.text) ? std::string_view(one.text) : std::string_view{};
  }
  return {};
}

/// A relation of that IRI, which is declared where it is no word of our own.
GraphFile::Resource GraphFile::named_relation(std::string_view iri, const GraphFileEdge& edge) {
  const auto [at, is_new] = named_relations_.try_emplace(std::string(iri), stable_hash(iri));
  if (is_new && !iri::gw::is_graph_file_word(iri))
    link(iri, iri::rdf::type, edge.is_directed ? iri::gw::relation : iri::gw::undirected_relation, edge.location);
  return {TermView::iri(at->first), at->second};
}

GraphFile::Resource GraphFile::declared_relation(std::string_view label, bool is_directed, Location location) {
  ByText<DeclaredRelation>& relations = relations_[is_directed ? 1 : 0];
  if (const auto known = relations.find(label); known != relations.end())
    return {TermView::iri(known->second.iri), known->second.hash};
  DeclaredRelation& self = relations[std::string(label)];
  self.iri = is_directed ? iri::gw::linked_to : iri::gw::linked_with;
  if (!label.empty()) {
    const std::string part = iri_part(label);
    self.iri = fmt::format("{}{}/{}", base_, is_directed ? "relation" : "undirected", part);
    link(self.iri, iri::rdf::type, is_directed ? iri::gw::relation : iri::gw::undirected_relation, location);
    if (part != label) text(self.iri, iri::rdfs::label, label, location);
  }
  self.hash = stable_hash(self.iri);
  return {TermView::iri(self.iri), self.hash};
}

void GraphFile::write(GraphFileEdge& edge, const Relation& relation) {
  const bool has_details = !edge.values.empty() || !edge.source_port.empty() || !edge.target_port.empty() ||
                           !edge.description.empty() || !edge.graph.empty() || edge.is_referred_to ||
                           (edge.hyperedge.empty() && keys_.has_defaults(KeyDomain::edge));
  if (has_details && edge.id.empty()) edge.id = made_edge_id(++fresh_ids_);
  const bool is_fact = has_details || !edge.id.empty() || !edge.time.empty();
  const auto before = marks_.mark(relation.hash, is_fact ? EdgeMarks::Mark::fact : EdgeMarks::Mark::bare);
  if (!is_fact && before == EdgeMarks::Mark::unseen)
    return statements_.add({relation.source.term, relation.property.term, relation.target.term, {}, edge.location});
  // A bare statement counts for nothing beside a fact that says the same, so it becomes one.
  if (before == EdgeMarks::Mark::bare) write_fact({}, relation, TermView::literal(made_edge_id(++fresh_ids_)));
  if (!is_fact) marks_.mark(relation.hash, EdgeMarks::Mark::fact);
  if (edge.id.empty()) edge.id = made_edge_id(++fresh_ids_);
  if (!has_details) return write_fact(edge, relation, TermView::literal(edge.id));
  const std::string& self = iri_of(edge);
  write_fact(edge, relation, TermView::iri(self));
  write_details(edge, self);
}

void GraphFile::write_fact(const GraphFileEdge& edge, const Relation& relation, const TermView& self) {
  FactView fact;
  fact.edge = self;
  fact.time = edge.time;
  statements_.add({relation.source.term, relation.property.term, relation.target.term, {}, edge.location, &fact});
}

void GraphFile::write_details(const GraphFileEdge& edge, std::string_view self) {
  link(self, iri::rdf::type, iri::gw::edge, edge.location);
  if (!is_made_edge_id(edge.id)) text(self, iri::gw::edge_id, edge.id, edge.location);
  if (!edge.graph.empty()) link(self, iri::gw::in_graph, edge.graph, edge.location);
  if (!edge.source_port.empty()) text(self, iri::gw::source_port, edge.source_port, edge.location);
  if (!edge.target_port.empty()) text(self, iri::gw::target_port, edge.target_port, edge.location);
  if (!edge.description.empty()) text(self, iri::rdfs::comment, edge.description, edge.location);
  for (std::size_t at = 0; at < edge.values.size(); ++at) value(self, KeyDomain::edge, edge.values[at]);
  if (!edge.hyperedge.empty() || !keys_.has_defaults(KeyDomain::edge)) return;
  std::vector<std::uint32_t> given;
  for (std::size_t at = 0; at < edge.values.size(); ++at) given.push_back(edge.values[at].key);
  defaults(self, KeyDomain::edge, given, edge.location);
}

}  // namespace graphwright
