#include "graph_file.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "graph_file_values.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 8> domain_names{"all",  "graphml",   "graph", "node",
                                                       "edge", "hyperedge", "port",  "endpoint"};

struct KnownName {
  std::string_view name;
  KeyDomain domain;
  std::string_view property;
};

/// Names whose meaning is the same in all tools.
constexpr std::array<KnownName, 11> known_names{{{"label", KeyDomain::node, iri::rdfs::label},
                                                 {"nodelabel", KeyDomain::node, iri::rdfs::label},
                                                 {"name", KeyDomain::node, "https://schema.org/name"},
                                                 {"label", KeyDomain::edge, iri::rdfs::label},
                                                 {"edgelabel", KeyDomain::edge, iri::rdfs::label},
                                                 {"weight", KeyDomain::edge, iri::gw::weight},
                                                 {"x", KeyDomain::node, iri::gw::x},
                                                 {"y", KeyDomain::node, iri::gw::y},
                                                 {"z", KeyDomain::node, iri::gw::z},
                                                 {"size", KeyDomain::node, iri::gw::size},
                                                 {"color", KeyDomain::node, iri::gw::color}}};

/// Names of keys that say which relation an edge is, the surest first.
constexpr std::array<std::string_view, 8> relation_names{"labelE", "interaction", "relation", "relationship",
                                                         "type",   "kind",        "label",    "edgelabel"};
constexpr std::size_t most_relation_bytes = 200;

bool is_plain(std::string_view id) {
  return id.size() <= 150 && !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

/// An id or name as the part of an IRI.
std::string iri_part(std::string_view text, std::string_view kept = {}) {
  std::string part;
  append_iri_part(text, part, kept);
  return part;
}

std::string scoped(std::string_view id, std::size_t root_graph) { return fmt::format("{}\n{}", root_graph, id); }

}  // namespace

std::string_view name(KeyDomain domain) { return domain_names[static_cast<std::size_t>(domain)]; }

GraphFile::GraphFile(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
    : options_(options), sink_(sink), diagnostics_(diagnostics), file_(options.base), base_(options.base) {
  if (file_.empty()) file_ = base_ = "urn:graphwright:input";
  const bool is_open = base_.ends_with('/') || base_.ends_with('#') || base_.ends_with(':');
  if (!is_open) base_ += '#';
  if (is_open || file_ == base_) file_ = base_ + "file";
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

bool GraphFile::is_free(const std::string& property, KeyDomain domain) const {
  const auto [first, last] = properties_.equal_range(property);
  return std::none_of(first, last, [=](const auto& taken) {
    return taken.second == domain || taken.second == KeyDomain::all || domain == KeyDomain::all;
  });
}

std::string GraphFile::property_of(const GraphFileKey& key) {
  const std::string& called = key.name && !key.name->empty() ? *key.name : key.id;
  const bool is_text = key.type == "string" || key.type.empty();
  for (const KnownName& known : known_names) {
    const bool is_of_text = known.property == iri::rdfs::label || known.property == iri::gw::color ||
                            known.property == "https://schema.org/name";
    if ((called != known.name && key.id != known.name) || is_of_text != is_text || !key.name) continue;
    if ((key.domain == known.domain || key.domain == KeyDomain::all) &&
        is_free(std::string(known.property), key.domain))
      return std::string(known.property);
  }
  std::string property = fmt::format("{}attribute/{}", base_, iri_part(called));
  for (const std::string& more : {key.id, std::string(graphwright::name(key.domain)), std::to_string(keys_.size())}) {
    if (is_free(property, key.domain)) break;
    property.append(".").append(iri_part(more));
  }
  return property;
}

std::uint32_t GraphFile::declare(GraphFileKey key, Location location) {
  for (std::uint32_t at = 0; at < keys_.size(); ++at) {
    if (keys_[at].id != key.id || keys_[at].domain != key.domain) continue;
    diagnostics_.warning("duplicate-id", location,
                         fmt::format("the key '{}' is declared a second time; the first declaration is kept", key.id));
    return at;
  }
  if (key.property.empty()) key.property = property_of(key);
  properties_.emplace(key.property, key.domain);
  keys_.push_back(std::move(key));
  describe(keys_.back(), location);
  return static_cast<std::uint32_t>(keys_.size() - 1);
}

std::string GraphFile::key_iri(const GraphFileKey& key) const {
  const auto same =
      std::count_if(keys_.begin(), keys_.end(), [&](const GraphFileKey& one) { return one.id == key.id; });
  std::string iri = fmt::format("{}key/{}", base_, key.id.empty() ? "~" : iri_part(key.id));
  return same > 1 ? iri.append(".").append(graphwright::name(key.domain)) : iri;
}

void GraphFile::describe(const GraphFileKey& key, Location location) {
  const std::string self = key_iri(key);
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
  std::uint32_t other = no_key;
  for (std::uint32_t at = 0; at < keys_.size(); ++at) {
    if (keys_[at].id != id) continue;
    if (keys_[at].domain == domain || keys_[at].domain == KeyDomain::all) return at;
    if (other == no_key) other = at;
  }
  if (other != no_key) return other;
  diagnostics_.warning("undeclared-key", location, fmt::format("the key '{}' is not declared; it is read as text", id));
  GraphFileKey fresh;
  fresh.id = id;
  fresh.name = std::string(id);
  fresh.type = "string";
  return declare(std::move(fresh), location);
}

std::uint32_t GraphFile::own_key(std::string_view name, std::string_view type, KeyDomain domain,
                                 std::string_view property) {
  for (std::uint32_t at = 0; at < keys_.size(); ++at)
    if (keys_[at].name == name && (keys_[at].domain == domain || keys_[at].domain == KeyDomain::all)) return at;
  GraphFileKey fresh;
  fresh.id = std::string(name);
  const auto is_taken = [&](const GraphFileKey& one) { return one.id == fresh.id; };
  if (std::any_of(keys_.begin(), keys_.end(), is_taken)) fresh.id.append("_").append(graphwright::name(domain));
  fresh.name = std::string(name);
  fresh.type = type;
  fresh.domain = domain;
  fresh.property = property;
  return declare(std::move(fresh), {});
}

bool GraphFile::has_defaults(KeyDomain domain) const {
  return std::any_of(keys_.begin(), keys_.end(), [=](const GraphFileKey& key) {
    return key.default_text && !key.is_default_xml && (key.domain == domain || key.domain == KeyDomain::all);
  });
}

void GraphFile::defaults(std::string_view subject, KeyDomain domain, const std::vector<GraphFileValue>& given,
                         Location location) {
  for (std::uint32_t at = 0; at < keys_.size(); ++at) {
    const GraphFileKey& key = keys_[at];
    if (!key.default_text || key.is_default_xml || (key.domain != domain && key.domain != KeyDomain::all)) continue;
    if (std::none_of(given.begin(), given.end(), [=](const GraphFileValue& one) { return one.key == at; }))
      value(subject, domain, {at, *key.default_text, false, location, {}});
  }
}

// Statements.

void GraphFile::text(std::string_view subject, std::string_view property, std::string_view value, Location location,
                     std::string_view datatype) {
  sink_.statement({TermView::iri(subject), TermView::iri(property), TermView::literal(value, datatype), {}, location});
}

void GraphFile::link(std::string_view subject, std::string_view property, std::string_view object, Location location) {
  sink_.statement({TermView::iri(subject), TermView::iri(property), TermView::iri(object), {}, location});
}

void GraphFile::say(std::string_view subject, const GraphFileValue& value, std::string_view text,
                    std::string_view datatype) {
  FactView fact;
  fact.time = value.time;
  sink_.statement({TermView::iri(subject),
                   TermView::iri(keys_[value.key].property),
                   TermView::literal(text, datatype),
                   {},
                   value.location,
                   value.time.empty() ? nullptr : &fact});
}

void GraphFile::value(std::string_view subject, KeyDomain domain, const GraphFileValue& value) {
  const GraphFileKey& key = keys_[value.key];
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
    if (key.type == "string" || key.type.empty()) add(value.text);
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
  std::string part = iri_part(id, ":");
  std::string known(id);
  const auto taken = nodes_.find(known);
  bool is_renamed = false;
  if (taken != nodes_.end() && root_graphs_ > 1) {
    known = scoped(id, root_graphs_);
    part = fmt::format("graph/{}/{}", root_graphs_, part);
    is_renamed = true;
  }
  const auto [at, is_new] = nodes_.try_emplace(known);
  if (!is_new) {
    diagnostics_.error("duplicate-id", location, fmt::format("the node '{}' stands a second time", id),
                       {{{options_.file, at->second.line, 0}, "it stands here first"}});
    return std::nullopt;
  }
  at->second = {base_ + part, location.line};
  const std::string& self = at->second.iri;
  if (is_renamed || !is_plain(id)) text(self, iri::gw::node_id, id, location);
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

const std::string* GraphFile::find_node(std::string_view id, std::size_t root_graph) const {
  if (root_graph > 1)
    if (const auto at = nodes_.find(scoped(id, root_graph)); at != nodes_.end()) return &at->second.iri;
  const auto at = nodes_.find(std::string(id));
  return at == nodes_.end() ? nullptr : &at->second.iri;
}

// Edges.

std::string GraphFile::fresh_id() { return fmt::format("~{:08}", ++fresh_ids_); }

std::string GraphFile::edge_iri(GraphFileEdge& edge) {
  if (edge.id.empty()) edge.id = fresh_id();
  return fmt::format("{}edge/{}", base_, iri_part(edge.id));
}

void GraphFile::edge(GraphFileEdge edge) {
  if (!edge.id.empty() && !edge.id.starts_with('~') && !edge_ids_.insert(edge.id).second) {
    diagnostics_.warning("duplicate-id", edge.location,
                         fmt::format("the edge '{}' stands a second time; it is kept without its id", edge.id));
    edge.id = fresh_id();
  }
  const std::string* source = edge.hyperedge.empty() ? find_node(edge.source, edge.root_graph) : &edge.hyperedge;
  const std::string* target = find_node(edge.target, edge.root_graph);
  if (source == nullptr || target == nullptr) {
    waiting_.push_back(std::move(edge));
    return;
  }
  const std::string from = *source;
  write(edge, from, *target);
}

void GraphFile::finish() {
  for (GraphFileEdge& edge : waiting_) {
    const std::string* source = edge.hyperedge.empty() ? find_node(edge.source, edge.root_graph) : &edge.hyperedge;
    const std::string* target = find_node(edge.target, edge.root_graph);
    if (source == nullptr || target == nullptr) {
      report_dangling(edge);
      continue;
    }
    const std::string from = *source;
    write(edge, from, *target);
  }
  waiting_.clear();
}

void GraphFile::report_dangling(const GraphFileEdge& edge) {
  const bool is_source = edge.hyperedge.empty() && find_node(edge.source, edge.root_graph) == nullptr;
  const std::string& missing = is_source ? edge.source : edge.target;
  const std::string_view what = !edge.hyperedge.empty() ? "hyperedge" : "edge";
  const std::string named = edge.id.empty() || edge.id.starts_with('~') ? std::string{} : fmt::format(" '{}'", edge.id);
  diagnostics_.error("dangling-edge", edge.location,
                     fmt::format("the {}{} {} the node '{}', which the file does not have", what, named,
                                 is_source ? "leaves" : "ends at", missing));
}

std::string GraphFile::relation_of(const GraphFileEdge& edge) {
  std::string_view label = edge.label;
  for (std::string_view name : relation_names) {
    if (!label.empty()) break;
    for (const GraphFileValue& one : edge.values) {
      const GraphFileKey& key = keys_[one.key];
      const bool is_text = !one.is_xml && (key.type == "string" || key.type.empty());
      if (is_text && (key.name == name || key.id == name)) label = one.text;
    }
  }
  if (label.empty() || label.size() > most_relation_bytes)
    return std::string(edge.is_directed ? iri::gw::linked_to : iri::gw::linked_with);
  return declared_relation(label, edge.is_directed, edge.location);
}

std::string GraphFile::declared_relation(std::string_view label, bool is_directed, Location location) {
  std::string known = fmt::format("{}{}", is_directed ? '>' : '-', label);
  const auto [at, is_new] = relations_.try_emplace(std::move(known));
  if (!is_new) return at->second;
  const std::string part = iri_part(label);
  const std::string& self = at->second = fmt::format("{}{}/{}", base_, is_directed ? "relation" : "undirected", part);
  link(self, iri::rdf::type, is_directed ? iri::gw::relation : iri::gw::undirected_relation, location);
  if (part != label) text(self, iri::rdfs::label, label, location);
  return self;
}

void GraphFile::write(GraphFileEdge& edge, const std::string& source, const std::string& target) {
  const std::string relation = edge.relation.empty() ? relation_of(edge) : edge.relation;
  const bool has_details = !edge.values.empty() || !edge.source_port.empty() || !edge.target_port.empty() ||
                           !edge.description.empty() || !edge.graph.empty() || !edge.xml_attributes.empty() ||
                           edge.is_referred_to || (edge.hyperedge.empty() && has_defaults(KeyDomain::edge));
  if (has_details && edge.id.empty()) edge.id = fresh_id();
  const bool is_fact = has_details || !edge.id.empty() || !edge.time.empty();
  const bool is_turned = !edge.is_directed && target < source;
  std::uint64_t hash = mix_hash(stable_hash(is_turned ? target : source), stable_hash(relation));
  hash = mix_hash(hash, stable_hash(is_turned ? source : target));
  const auto before = marks_.mark(hash, is_fact ? EdgeMarks::Mark::fact : EdgeMarks::Mark::bare);
  if (!is_fact && before == EdgeMarks::Mark::unseen) return link(source, relation, target, edge.location);
  // A bare statement counts for nothing beside a fact that says the same, so it becomes one.
  if (before == EdgeMarks::Mark::bare) write_fact({}, source, relation, target, fresh_id());
  marks_.mark(hash, EdgeMarks::Mark::fact);
  if (edge.id.empty()) edge.id = fresh_id();
  write_fact(edge, source, relation, target, edge.id);
  if (has_details) write_details(edge);
}

void GraphFile::write_fact(const GraphFileEdge& edge, std::string_view source, std::string_view relation,
                           std::string_view target, std::string_view id) {
  FactView fact;
  fact.edge_id = id;
  fact.time = edge.time;
  sink_.statement({TermView::iri(source), TermView::iri(relation), TermView::iri(target), {}, edge.location, &fact});
}

void GraphFile::write_details(GraphFileEdge& edge) {
  const std::string self = edge_iri(edge);
  link(self, iri::rdf::type, iri::gw::edge, edge.location);
  text(self, iri::gw::edge_id, edge.id, edge.location);
  if (!edge.graph.empty()) link(self, iri::gw::in_graph, edge.graph, edge.location);
  if (!edge.source_port.empty()) text(self, iri::gw::source_port, edge.source_port, edge.location);
  if (!edge.target_port.empty()) text(self, iri::gw::target_port, edge.target_port, edge.location);
  if (!edge.description.empty()) text(self, iri::rdfs::comment, edge.description, edge.location);
  for (const std::string& one : edge.xml_attributes) text(self, iri::gw::xml_attribute, one, edge.location);
  for (const GraphFileValue& one : edge.values) value(self, KeyDomain::edge, one);
  if (edge.hyperedge.empty()) defaults(self, KeyDomain::edge, edge.values, edge.location);
}

}  // namespace graphwright
