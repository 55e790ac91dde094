#include "graphwright/property_graph.hpp"

#include <algorithm>

#include "graphwright/canonical_order.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool is_id_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':';
}

/// The id that a reader made for an edge, at the end of the resource that it is; of any other resource its IRI.
std::string_view made_id(std::string_view edge) {
  const std::string_view end = edge.substr(edge.rfind('/') + 1);
  return is_made_edge_id(end) ? end : edge;
}

/// Whether no more is known of a fact than what graph files say of an edge.
bool is_edge_of_file(const Fact& fact) {
  return fact == Fact{.statement = fact.statement, .time = fact.time, .edge = fact.edge} && fact.edge != TermId::none;
}

bool is_same_evidence(const Evidence& a, const Evidence& b) { return a.source == b.source && a.quote == b.quote; }

}  // namespace

std::string_view PropertyGraph::label(TermId resource) const {
  if (const TermId own = own_label(resource); own != TermId::none) return graph_->view(own).text;
  const std::string_view text = graph_->view(resource).text;
  for (const auto* labels : {&profile_labels_, &graph_->relation_labels()})
    if (const auto at = labels->find(text); at != labels->end()) return at->second;
  return name(resource);
}

void PropertyGraph::read_name(TermId term, const TermView& view) {
  if (view.text.find('%') == std::string_view::npos) return;
  if (std::string name = readable_name(view.text); name != short_name(view.text))
    readable_names_.emplace(term, std::move(name));
}

std::string_view PropertyGraph::relation_label(TermId predicate) const {
  const std::string_view iri = graph_->view(predicate).text;
  return iri == iri::gw::linked_to || iri == iri::gw::linked_with ? std::string_view{} : label(predicate);
}

std::string_view PropertyGraph::name(TermId resource) const {
  if (const auto at = readable_names_.find(resource); at != readable_names_.end()) return at->second;
  return short_name(graph_->view(resource).text);
}

std::string PropertyGraph::id_of(TermId resource) const {
  if (const std::uint32_t at = node(resource); at != RelationGraph::none) return std::string(id(at));
  return resource_ids_(graph_->view(resource));
}

bool PropertyGraph::is_symmetric(std::uint32_t edge) const {
  if (symmetric_.empty() && foreign_.empty()) return false;
  const TermId relation = predicate(edge);
  return foreign_.is_undirected(relation) ||
         std::find(symmetric_.begin(), symmetric_.end(), relation) != symmetric_.end();
}

std::span<const ForeignAttribute> PropertyGraph::foreign_attributes(std::uint32_t edge) const {
  return foreign_.attributes().empty() ? std::span<const ForeignAttribute>{} : foreign_.attributes(foreign_edge(edge));
}

TermId PropertyGraph::foreign_drawing(std::uint32_t edge) const {
  return foreign_.drawing_count() == 0 ? TermId::none : foreign_.drawing(foreign_edge(edge));
}

TermId PropertyGraph::foreign_edge(std::uint32_t edge) const {
  const Fact* known = fact(edge);
  return known != nullptr && graph_->view(known->edge).is_iri() ? known->edge : TermId::none;
}

const Fact* PropertyGraph::fact(std::uint32_t edge) const {
  const FactId id = relations_.premise(edge).fact;
  return id == FactId::none ? nullptr : &graph_->fact(id);
}

TermId PropertyGraph::graph_name(std::uint32_t edge) const {
  if (!graph_->has_named_graphs()) return TermId::none;
  return graph_->statement(relations_.premise(edge).statement).graph;
}

std::string_view PropertyGraph::shown_iri(TermId resource) const {
  const TermView view = graph_->view(resource);
  return view.is_iri() && foreign_.lasting_part(view.text).size() == view.text.size() ? view.text : std::string_view{};
}

std::uint64_t PropertyGraph::edge_hash(std::uint32_t edge) const {
  const auto [source, target, number] = relations_.edge(edge);
  std::uint64_t hash = mix_hash(names_[source].hash, predicate_hashes_.at(predicate(edge)));
  hash = mix_hash(hash, names_[target].hash);
  const TermId name = graph_name(edge);
  return name == TermId::none ? hash : mix_hash(hash, stable_hash(graph_->view(name).text));
}

/// What tells an edge of a file from others that say the same: its id, and beside other files the file's name too.
std::string_view PropertyGraph::name_among_parallels(TermId edge, TermId id) const {
  const TermView view = graph_->view(edge);
  if (view.is_iri() && foreign_.files().size() > 1) {
    const std::size_t folder = view.text.substr(0, view.text.find('#')).rfind('/');
    return view.text.substr(folder == std::string_view::npos ? 0 : folder + 1);
  }
  return id != TermId::none ? graph_->view(id).text : made_id(view.text);
}

/// Of a fact its name; short ones are enough for bare edges, and for edges of graph files, which differ by their ids.
void PropertyGraph::append_edge_id(std::uint32_t edge, std::string& out) const {
  const Fact* known = fact(edge);
  if (known == nullptr) return append_hex(edge_hash(edge), out += 'e');
  const TermId foreign = foreign_.edge_id(known->edge);
  if (keeps_edge_id(foreign)) {
    out += graph_->view(foreign).text;
    return;
  }
  const std::string_view id = name_among_parallels(known->edge, foreign);
  if (is_edge_of_file(*known)) {
    const std::uint64_t hash = mix_hash(edge_hash(edge), stable_hash(graph_->view(known->time).text));
    return append_hex(mix_hash(hash, stable_hash(id)), out += 'e');
  }
  out.append(fact_iri(*graph_, relations_.premise(edge).fact), iri::gw::id_ns.size());
  if (!id.empty()) append_hex(stable_hash(id), out += '-');
}

bool PropertyGraph::keeps_edge_id(TermId id) const {
  const std::string_view text = graph_->view(id).text;
  return !text.empty() && !std::binary_search(repeated_edge_ids_.begin(), repeated_edge_ids_.end(), id) &&
         std::all_of(text.begin(), text.end(), is_id_byte);
}

bool PropertyGraph::loses_edge_id(std::uint32_t edge) const {
  const Fact* known = fact(edge);
  const TermId id = known == nullptr ? TermId::none : foreign_.edge_id(known->edge);
  return id != TermId::none && !keeps_edge_id(id) && !is_made_edge_id(graph_->view(id).text);
}

std::vector<std::uint32_t> PropertyGraph::evidence(std::uint32_t edge) const {
  const FactId id = relations_.premise(edge).fact;
  std::vector<std::uint32_t> rows;
  if (id != FactId::none) rows = canonical_evidence(*graph_, id);
  const FactId mirror = relations_.mirror(edge).fact;
  if (mirror == FactId::none) return rows;
  const std::span<const Evidence> all = graph_->evidence();
  for (std::uint32_t row : canonical_evidence(*graph_, mirror))
    if (std::none_of(rows.begin(), rows.end(),
                     [&](std::uint32_t known) { return is_same_evidence(all[known], all[row]); }))
      rows.push_back(row);
  return rows;
}

TermId PropertyGraph::rule(std::uint32_t edge) const {
  const Derivation* derivation = graph_->derivation_of(relations_.premise(edge));
  return derivation == nullptr ? TermId::none : derivation->rule;
}

bool PropertyGraph::is_asserted(std::uint32_t edge) const {
  const Fact* known = fact(edge);
  return known == nullptr || counts_as_asserted(known->modality, view_);
}

void PropertyGraph::fetch_node(std::uint32_t node, std::uint32_t step) const {
  const TermTable& terms = graph_->terms();
  const TermId own_label = step == 0 ? TermId::none : labels_[index(resource(node))];
  switch (step) {
    case 0:
      terms.prefetch(resource(node));
      __builtin_prefetch(&labels_[index(resource(node))]);
      for (const NodeAttribute& one : attributes(node)) terms.prefetch(one.value);
      return;
    case 1:
      if (own_label != TermId::none) terms.prefetch(own_label);
      terms.prefetch_text(resource(node));
      for (const NodeAttribute& one : attributes(node)) terms.prefetch_text(one.value);
      return;
    default:
      if (own_label != TermId::none) terms.prefetch_text(own_label);
  }
}

void PropertyGraph::fetch_edge(std::uint32_t edge, std::uint32_t step) const {
  const Name* target = &names_[relations_.target(edge)];
  if (step == 0) {
    relations_.prefetch(edge);
    __builtin_prefetch(target);
  } else if (step == 1) {
    __builtin_prefetch(ids_.data() + target->begin);
  }
}

void PropertyGraph::fetch_target(std::uint32_t edge, std::uint32_t step) const {
  const std::uint32_t target = relations_.target(edge);
  if (step == 0)
    relations_.prefetch_term(target);
  else if (step == 1)
    graph_->terms().prefetch(resource(target));
  else
    graph_->terms().prefetch_text(resource(target));
}

std::size_t PropertyGraph::memory() const {
  const auto bytes = [](const auto&... columns) { return (0 + ... + (columns.capacity() * sizeof(columns[0]))); };
  return relations_.memory() + ids_.memory() +
         bytes(labels_, names_, type_begin_, types_, attribute_begin_, attributes_);
}

}  // namespace graphwright
