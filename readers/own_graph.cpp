#include "own_graph.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/label_properties.hpp"
#include "graphwright/lexical_form.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "edge_fields.hpp"
#include "table_names.hpp"
#include "text_list.hpp"

namespace graphwright {
namespace {

constexpr std::string_view own = "graphwright";  // the target of our instructions

bool is_label_property(std::string_view property) {
  return std::find(label_properties.begin(), label_properties.end(), property) != label_properties.end();
}

bool is_iri(std::string_view text) { return has_scheme(text) && !find_iri_error(text); }

/// Letters, digits and what else `more` has; such names can stand in any syntax.
bool is_plain(std::string_view name, std::string_view more) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [=](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           more.find(c) != std::string_view::npos;
  });
}

bool is_language(std::string_view tag) { return !find_lexical_error(tag, iri::xsd::language); }

std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

/// Our exports write what XSD writes INF as JSON and others have it.
std::string_view lexical_form(std::string_view text, std::string_view datatype) {
  if (datatype != iri::xsd::double_ && datatype != iri::xsd::float_) return text;
  if (text == "Infinity") return "INF";
  return text == "-Infinity" ? "-INF" : text;
}

}  // namespace

bool begins_own_file(std::string_view target, std::string_view words) { return target == own && words == "file 1"; }

bool names_relations(std::string_view target, std::string_view words) { return target == own && words == "kinds"; }

bool names_times(std::string_view target, std::string_view words) {
  return target == own && (words == "kinds" || words == "times");
}

OwnGraph::OwnGraph(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
    : sink_(sink), diagnostics_(diagnostics), base_(names_below(options.base)), nodes_(sink) {}

void OwnGraph::instruct(std::string_view target, std::string_view words) {
  if (target != own) return;
  const std::string_view word = take_word(words);
  const std::string_view iri = take_word(words);
  if (!is_iri(iri)) return;
  if (word == "base") {
    base_ = iri;
    sink_.base(iri);
    sink_.prefix("", iri);
  } else if (word == "prefix") {
    if (is_plain(words, "-_") && words.front() != '-') sink_.prefix(words, iri);
  } else if (word == "class") {
    classes_.emplace(words, iri);
  } else if (word == "name") {
    names_.emplace(words, iri);
  } else if (word == "key") {
    const std::string_view id = take_word(words);
    OwnKeys::Meaning meaning{std::string(iri), {}, false};
    while (!words.empty())
      if (const std::string_view next = take_word(words); next == "list")
        meaning.is_list = true;
      else
        meaning.kind = next;
    keys_.declare(id, std::move(meaning));
  }
}

OwnGraph::Resource OwnGraph::resource(std::string_view id) const {
  if (id.empty()) return {};
  if (const TermView node = nodes_.resource(nodes_.find(id)); !node.is_absent())
    return {std::string(node.text), node.kind, node.held};
  if (const auto name = names_.find(std::string(id)); name != names_.end()) return {name->second, TermKind::iri};
  std::string text;
  const TermView view = TableNames(base_).resource(id, text);
  return {std::string(view.text), view.kind};
}

// Nodes.

void OwnGraph::node(const OwnElement& node) {
  push_edges();
  const std::string_view iri = node.value(OwnKeys::n_iri);
  const Resource named = is_iri(iri) ? Resource{std::string(iri), TermKind::iri} : resource(node.id);
  self_ = named.view();
  const TermView kept = nodes_.resource(nodes_.add(node.id, self_));
  self_.held = kept.held;
  if (kept.is_absent()) {
    diagnostics_.error("duplicate-id", node.location, fmt::format("the node '{}' stands a second time", node.id));
    return;
  }
  sink_.node(self_, node.location);
  statements_.clear();
  lists_.clear();
  times_.clear();
  collect_types(node);
  collect_label(node);
  collect_values(node);
  sink_.statements(statements_);
}

void OwnGraph::collect_types(const OwnElement& node) {
  const std::string_view several = node.value(OwnKeys::n_types);
  const std::string_view one = node.value(OwnKeys::n_type);
  const std::vector<std::string> names =
      several.empty() ? one.empty() ? std::vector<std::string>{} : std::vector{std::string(one)} : texts_of(several);
  for (const std::string& name : names)
    if (const auto type = classes_.find(name); type != classes_.end())
      statements_.push_back({self_, TermView::iri(iri::rdf::type), TermView::iri(type->second), {}, node.location});
}

/// Whether another value says what the label says: a label with a language, or a name of another vocabulary.
bool OwnGraph::says_label(const OwnElement& node, std::string_view label) const {
  const auto says_it = [&](const OwnValue& one) {
    const OwnKeys::Meaning& key = keys_.meaning(one.key);
    if (!is_label_property(key.property)) return false;
    if (!key.is_list) return node.text(one) == label;
    const std::vector<std::string> texts = texts_of(node.text(one));
    return std::find(texts.begin(), texts.end(), label) != texts.end();
  };
  return std::any_of(node.values().begin(), node.values().end(), says_it);
}

/// A label that is the end of the IRI, or that another value says, is no label of its own.
void OwnGraph::collect_label(const OwnElement& node) {
  std::string_view label = node.value(OwnKeys::n_label);
  if (label.empty()) label = node.label;
  const bool is_name = self_.is_blank() ? label == self_.text : is_name_of(label, self_.text);
  if (label.empty() || is_name || says_label(node, label)) return;
  statements_.push_back({self_, TermView::iri(iri::rdfs::label), TermView::literal(label), {}, node.location});
}

void OwnGraph::collect_values(const OwnElement& node) {
  for (const OwnValue& one : node.values()) {
    const OwnKeys::Meaning& key = keys_.meaning(one.key);
    const std::string_view text = node.text(one);
    if (key.property.empty()) continue;
    if (!key.is_list || !text.starts_with('[')) {
      collect(key, text, node.time(one), one.location);
      continue;
    }
    for (const std::string& each : lists_.emplace_back(texts_of(text)))
      collect(key, each, node.time(one), one.location);
  }
}

void OwnGraph::collect(const OwnKeys::Meaning& key, std::string_view text, std::string_view time, Location location) {
  TermView object = TermView::literal(text);
  if (key.kind == "iri") {
    object = text.starts_with("_:") ? TermView::blank(text.substr(2)) : TermView::iri(text);
    if (object.is_blank() ? !is_plain(object.text, "_") : !is_iri(text)) return;
  } else if (key.kind.starts_with('@') && is_language(key.kind.substr(1))) {
    object = TermView::tagged_literal(text, std::string_view(key.kind).substr(1));
  } else if (is_iri(key.kind) && key.kind != iri::xsd::string) {
    object = TermView::literal(lexical_form(text, key.kind), key.kind);
  }
  const FactView* fact = nullptr;
  if (!time.empty()) {
    times_.emplace_back().time = time;
    fact = &times_.back();
  }
  statements_.push_back({self_, TermView::iri(key.property), object, {}, location, fact});
}

// Edges.

void OwnGraph::refuse_end(Location location, std::string_view edge, std::string_view id, std::string_view word) {
  diagnostics_.error("dangling-edge", location,
                     fmt::format("the edge '{}' {} the node '{}', which the file does not have", edge, word, id));
}

void OwnGraph::edge(const OwnElement& edge) {
  const TermView& source = source_of(edge);
  const std::string_view relation = relation_of(edge);
  const auto is_more = [](const OwnValue& one) { return one.key >= OwnKeys::e_place; };
  if (std::none_of(edge.values().begin(), edge.values().end(), is_more) && is_own_edge_id(edge.id))
    keep_bare(edge, source, relation);
  else
    push_fact(edge, source, relation);
}

/// Edges of one source follow each other, as they were written.
const TermView& OwnGraph::source_of(const OwnElement& edge) {
  if (source_.is_absent() || edge.source != source_id_) {
    source_ = nodes_.resource(nodes_.find(edge.source));
    source_id_ = edge.source;
  }
  if (source_.is_absent()) refuse_end(edge.location, edge.id, edge.source, "leaves");
  return source_;
}

std::string_view OwnGraph::relation_of(const OwnElement& edge) {
  const std::string_view name = edge.value(OwnKeys::e_iri);
  if (relation_ == nullptr || relation_->first != name) {
    const auto [at, is_new] = relations_.try_emplace(std::string(name));
    if (is_new) at->second = is_iri(name);
    if (is_new && at->second) take_label(edge, name);
    relation_ = &*at;
  }
  return relation_->second ? std::string_view(relation_->first) : iri::gw::linked_to;
}

/// What the relation of an edge is called by an ontology, which need not be at hand where the file is read.
void OwnGraph::take_label(const OwnElement& edge, std::string_view relation) {
  std::string_view label = edge.value(OwnKeys::e_label);
  if (label.empty()) label = edge.label;
  if (!label.empty() && !is_name_of(label, relation)) sink_.relation_label(relation, label);
}

void OwnGraph::keep_bare(const OwnElement& edge, const TermView& source, std::string_view relation) {
  BareEdge& kept = bare_[bare_count_++];
  kept.id = edge.id;
  kept.target = edge.target;
  kept.source = source;
  kept.relation = relation;
  kept.location = edge.location;
  if (bare_count_ == bare_.size()) push_edges();
}

void OwnGraph::push_edges() {
  std::array<std::string_view, NodeIds::at_once> ids;
  std::array<std::uint32_t, NodeIds::at_once> nodes;
  const std::span<const BareEdge> edges = std::span(bare_).first(std::exchange(bare_count_, 0));
  for (std::size_t i = 0; i < edges.size(); ++i) ids[i] = edges[i].target;
  nodes_.find(std::span(ids).first(edges.size()), nodes.data());
  statements_.clear();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const BareEdge& edge = edges[i];
    const TermView target = nodes_.resource(nodes[i]);
    if (target.is_absent()) refuse_end(edge.location, edge.id, edge.target, "ends at");
    if (target.is_absent() || edge.source.is_absent()) continue;
    statements_.push_back({edge.source, TermView::iri(edge.relation), target, {}, edge.location});
  }
  sink_.statements(statements_);
}

void OwnGraph::push_fact(const OwnElement& edge, const TermView& source, std::string_view relation) {
  push_edges();
  const TermView target = nodes_.resource(nodes_.find(edge.target));
  if (target.is_absent()) refuse_end(edge.location, edge.id, edge.target, "ends at");
  if (source.is_absent() || target.is_absent()) return;
  FactView fact;
  if (!read_fact(edge, fact)) return;
  const std::string_view modality = edge.value(OwnKeys::e_modality);
  const auto known = std::find(modality_names.begin(), modality_names.end(), modality);
  const bool is_fact = known != modality_names.end() || !fact.edge.is_absent();
  if (known != modality_names.end()) fact.modality = static_cast<Modality>(known - modality_names.begin());
  if (fact.modality == Modality::attributed && fact.speaker.is_absent()) {
    diagnostics_.error("table-value", edge.location, "an attributed fact needs a speaker");
    return;
  }
  const Resource graph = resource(edge.value(OwnKeys::e_graph));
  sink_.statement({source, TermView::iri(relation), target, graph.view(), edge.location, is_fact ? &fact : nullptr});
}

/// Reads what is known of a fact but its modality.
bool OwnGraph::read_fact(const OwnElement& edge, FactView& fact) {
  place_ = resource(edge.value(OwnKeys::e_place));
  speaker_ = resource(edge.value(OwnKeys::e_speaker));
  fact.time = edge.value(OwnKeys::e_time);
  if (const auto error = fact.time.empty() ? std::nullopt : parse_time(fact.time).error) {
    diagnostics_.error("table-value", edge.location, error->message);
    return false;
  }
  fact.place = place_.view();
  fact.speaker = speaker_.view();
  if (!edge.id.empty() && !is_own_edge_id(edge.id)) fact.edge = TermView::literal(edge.id);
  if (!read_evidence(edge)) return false;
  fact.evidence = evidence_;
  return true;
}

bool OwnGraph::read_evidence(const OwnElement& edge) {
  const auto list = [&](std::uint32_t key) { return texts_of(edge.value(key)); };
  const std::vector<std::string> sources = list(OwnKeys::e_sources);
  quotes_ = list(OwnKeys::e_quotes);
  const std::vector<std::string> offsets = list(OwnKeys::e_offsets);
  std::vector<std::string> confidences = list(OwnKeys::e_confidences);
  const std::size_t count = std::max({sources.size(), quotes_.size(), offsets.size(), confidences.size()});
  if (confidences.empty() && count <= 1) confidences = list(OwnKeys::e_confidence);
  evidence_.assign(std::max(count, confidences.size()), {});
  sources_.assign(evidence_.size(), {});
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    EvidenceView& one = evidence_[i];
    one.location = edge.location;
    if (i < sources.size() && !sources[i].empty()) {
      sources_[i] = resource(sources[i]);
      one.source = sources_[i].view();
    }
    if (i < quotes_.size()) one.quote = quotes_[i];
    if (i < confidences.size() && !confidences[i].empty()) one.confidence = read_number(confidences[i]);
    const bool is_sure = !one.confidence || (*one.confidence >= 0 && *one.confidence <= 1);
    if (is_sure && (i >= offsets.size() || offsets[i].empty() || read_offsets(offsets[i], one))) continue;
    diagnostics_.error("table-value", edge.location, "the evidence of this edge is not as it was written");
    return false;
  }
  return true;
}

}  // namespace graphwright
