#include "graphwright/property_graph.hpp"

#include <algorithm>

#include "graphwright/canonical_order.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool is_id_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':';
}

bool is_same_evidence(const Evidence& a, const Evidence& b) { return a.source == b.source && a.quote == b.quote; }

}  // namespace

std::string_view PropertyGraph::label(TermId resource) const {
  if (const TermId own = own_label(resource); own != TermId::none) return graph_->view(own).text;
  const std::string_view text = graph_->view(resource).text;
  if (const auto at = profile_labels_.find(text); at != profile_labels_.end()) return at->second;
  return short_name(text);
}

std::string PropertyGraph::id_of(TermId resource) const {
  if (const std::uint32_t at = node(resource); at != RelationGraph::none) return std::string(id(at));
  return resource_ids_(graph_->view(resource));
}

bool PropertyGraph::is_symmetric(std::uint32_t edge) const {
  const TermId relation = predicate(edge);
  return foreign_.is_undirected(relation) ||
         std::find(symmetric_.begin(), symmetric_.end(), relation) != symmetric_.end();
}

std::span<const ForeignAttribute> PropertyGraph::foreign_attributes(std::uint32_t edge) const {
  if (foreign_.attributes().empty()) return {};
  const Fact* known = fact(edge);
  if (known == nullptr || known->edge_id == TermId::none) return {};
  return foreign_.attributes(foreign_.edge_resource(resource(relations_.edge(edge).source), known->edge_id));
}

const Fact* PropertyGraph::fact(std::uint32_t edge) const {
  const FactId id = relations_.premise(edge).fact;
  return id == FactId::none ? nullptr : &graph_->fact(id);
}

TermId PropertyGraph::graph_name(std::uint32_t edge) const {
  return graph_->statement(relations_.premise(edge).statement).graph;
}

void PropertyGraph::append_edge_id(std::uint32_t edge, std::string& out) const {
  const Fact* known = fact(edge);
  if (known == nullptr) {
    const auto [source, target, number] = relations_.edge(edge);
    std::uint64_t hash = mix_hash(id_hashes_[source], predicate_hashes_.at(predicate(edge)));
    hash = mix_hash(hash, id_hashes_[target]);
    if (const TermId name = graph_name(edge); name != TermId::none)
      hash = mix_hash(hash, stable_hash(graph_->view(name).text));
    out += 'e';
    append_hex(hash, out);
    return;
  }
  const std::string_view foreign = graph_->view(known->edge_id).text;
  const bool is_distinct = !std::binary_search(repeated_edge_ids_.begin(), repeated_edge_ids_.end(), known->edge_id);
  if (!foreign.empty() && is_distinct && std::all_of(foreign.begin(), foreign.end(), is_id_byte)) {
    out += foreign;
    return;
  }
  out.append(fact_iri(*graph_, relations_.premise(edge).fact), iri::gw::id_ns.size());
  if (foreign.empty()) return;
  out += '-';
  append_hex(stable_hash(foreign), out);
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

std::size_t PropertyGraph::memory() const {
  const auto bytes = [](const auto&... columns) { return (0 + ... + (columns.capacity() * sizeof(columns[0]))); };
  return relations_.memory() + ids_.capacity() +
         bytes(nodes_, labels_, id_begin_, id_hashes_, type_begin_, types_, attribute_begin_, attributes_);
}

}  // namespace graphwright
