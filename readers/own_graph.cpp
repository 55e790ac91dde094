#include "own_graph.hpp"

#include <algorithm>
#include <array>

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

void OwnGraphSwitch::instruct(std::string_view target, std::string_view words) {
  if (target != "graphwright") return;
  if (!graph_ && words == "file 1")
    graph_.emplace(options_, sink_, diagnostics_);
  else if (graph_)
    graph_->instruct(words);
}

OwnGraph::OwnGraph(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
    : sink_(sink), diagnostics_(diagnostics), base_(names_below(options.base)) {
  nodes_.max_load_factor(0.5F);
}

void OwnGraph::instruct(std::string_view words) {
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
    const std::string id(take_word(words));
    Key key{std::string(iri), {}, false};
    while (!words.empty())
      if (const std::string_view next = take_word(words); next == "list")
        key.is_list = true;
      else
        key.kind = next;
    keys_.emplace(id, std::move(key));
  }
}

std::string_view OwnGraph::value(const OwnElement& element, std::string_view key) const {
  for (const OwnValue& one : element.values)
    if (one.key == key) return one.text;
  return {};
}

OwnGraph::Resource OwnGraph::resource(const std::string& id) const {
  if (const auto node = nodes_.find(id); node != nodes_.end()) return node->second;
  if (const auto name = names_.find(id); name != names_.end()) return {name->second, false};
  std::string text;
  const TermView view = TableNames(base_).resource(id, text);
  return {std::string(view.text), view.is_blank()};
}

// Nodes.

void OwnGraph::node(const OwnElement& node) {
  const std::string_view iri = value(node, "n_iri");
  Resource self = is_iri(iri) ? Resource{std::string(iri), false} : resource(node.id);
  if (!nodes_.emplace(node.id, self).second) {
    diagnostics_.error("duplicate-id", node.location, fmt::format("the node '{}' stands a second time", node.id));
    return;
  }
  sink_.node(self.view(), node.location);
  push_types(node, self.view());
  push_label(node, self);
  for (const OwnValue& one : node.values) {
    const auto key = keys_.find(one.key);
    if (key == keys_.end()) continue;
    if (!key->second.is_list || !one.text.starts_with('[')) {
      push_value(self.view(), key->second, one.text, one.location);
      continue;
    }
    for (const std::string& text : texts_of(one.text)) push_value(self.view(), key->second, text, one.location);
  }
}

void OwnGraph::push_types(const OwnElement& node, const TermView& self) {
  const std::string_view several = value(node, "n_types");
  const std::string_view one = value(node, "n_type");
  const std::vector<std::string> names =
      several.empty() ? one.empty() ? std::vector<std::string>{} : std::vector{std::string(one)} : texts_of(several);
  for (const std::string& name : names)
    if (const auto type = classes_.find(name); type != classes_.end())
      sink_.statement({self, TermView::iri(iri::rdf::type), TermView::iri(type->second), {}, node.location});
}

/// Whether another value says what the label says: a label with a language, or a name of another vocabulary.
bool OwnGraph::says_label(const OwnElement& node, std::string_view label) const {
  return std::any_of(node.values.begin(), node.values.end(), [&](const OwnValue& one) {
    const auto key = keys_.find(one.key);
    if (key == keys_.end() || !is_label_property(key->second.property)) return false;
    const std::vector<std::string> texts = key->second.is_list ? texts_of(one.text) : std::vector{one.text};
    return std::find(texts.begin(), texts.end(), label) != texts.end();
  });
}

/// A label that is the end of the IRI, or that another value says, is no label of its own.
void OwnGraph::push_label(const OwnElement& node, const Resource& self) {
  std::string_view label = value(node, "n_label");
  if (label.empty()) label = node.label;
  const bool is_name = self.is_blank ? label == self.text : is_name_of(label, self.text);
  if (label.empty() || is_name || says_label(node, label)) return;
  sink_.statement({self.view(), TermView::iri(iri::rdfs::label), TermView::literal(label), {}, node.location});
}

void OwnGraph::push_value(const TermView& self, const Key& key, std::string_view text, Location location) {
  Resource object;
  TermView term = TermView::literal(text);
  if (key.kind == "iri") {
    object = text.starts_with("_:") ? Resource{std::string(text.substr(2)), true} : Resource{std::string(text), false};
    if (object.is_blank ? !is_plain(object.text, "_") : !is_iri(text)) return;
    term = object.view();
  } else if (key.kind.starts_with('@') && is_language(key.kind.substr(1))) {
    term = TermView::tagged_literal(text, std::string_view(key.kind).substr(1));
  } else if (is_iri(key.kind) && key.kind != iri::xsd::string) {
    term = TermView::literal(lexical_form(text, key.kind), key.kind);
  }
  sink_.statement({self, TermView::iri(key.property), term, {}, location});
}

// Edges.

const OwnGraph::Resource* OwnGraph::end(const OwnElement& edge, const std::string& id, std::string_view word) {
  if (const auto node = nodes_.find(id); node != nodes_.end()) return &node->second;
  diagnostics_.error("dangling-edge", edge.location,
                     fmt::format("the edge '{}' {} the node '{}', which the file does not have", edge.id, word, id));
  return nullptr;
}

void OwnGraph::edge(const OwnElement& edge) {
  // Edges of one source follow each other, as they were written.
  if (source_ == nullptr || edge.source != source_id_) {
    source_ = end(edge, edge.source, "leaves");
    source_id_ = edge.source;
  }
  const Resource* const source = source_;
  const Resource* const target = end(edge, edge.target, "ends at");
  if (source == nullptr || target == nullptr) return;
  if (const std::string_view named = value(edge, "e_iri"); relation_.empty() || named != relation_) {
    relation_ = named;
    is_relation_ = is_iri(named);
  }
  const std::string_view relation = is_relation_ ? std::string_view(relation_) : iri::gw::linked_to;
  if (is_bare(edge)) {
    sink_.statement({source->view(), TermView::iri(relation), target->view(), {}, edge.location});
    return;
  }
  const auto named_resource = [&](std::string_view key) {
    const std::string id(value(edge, key));
    return id.empty() ? Resource{} : resource(id);
  };
  const Resource place = named_resource("e_place");
  const Resource speaker = named_resource("e_speaker");
  const Resource graph = named_resource("e_graph");
  FactView fact;
  fact.time = value(edge, "e_time");
  if (const auto error = fact.time.empty() ? std::nullopt : parse_time(fact.time).error) {
    diagnostics_.error("table-value", edge.location, error->message);
    return;
  }
  if (!place.text.empty()) fact.place = place.view();
  if (!speaker.text.empty()) fact.speaker = speaker.view();
  if (!is_own_edge_id(edge.id)) fact.edge_id = edge.id;
  const std::string_view modality = value(edge, "e_modality");
  const auto known = std::find(modality_names.begin(), modality_names.end(), modality);
  const bool is_fact = known != modality_names.end() || !fact.edge_id.empty();
  if (known != modality_names.end()) fact.modality = static_cast<Modality>(known - modality_names.begin());
  if (fact.modality == Modality::attributed && fact.speaker.is_absent()) {
    diagnostics_.error("table-value", edge.location, "an attributed fact needs a speaker");
    return;
  }
  if (!read_evidence(edge)) return;
  fact.evidence = evidence_;
  sink_.statement({source->view(), TermView::iri(relation), target->view(),
                   graph.text.empty() ? TermView{} : graph.view(), edge.location, is_fact ? &fact : nullptr});
}

/// Whether an edge has nothing but what all bare edges of its relation have.
bool OwnGraph::is_bare(const OwnElement& edge) {
  constexpr std::array<std::string_view, 5> keys{"e_label", "e_type", "e_interaction", "e_iri", "e_weight"};
  const auto is_common = [&](const OwnValue& one) {
    return std::find(keys.begin(), keys.end(), one.key) != keys.end();
  };
  return std::all_of(edge.values.begin(), edge.values.end(), is_common) && is_own_edge_id(edge.id);
}

bool OwnGraph::read_evidence(const OwnElement& edge) {
  const auto list = [&](std::string_view key) { return texts_of(value(edge, key)); };
  const std::vector<std::string> sources = list("e_sources");
  quotes_ = list("e_quotes");
  const std::vector<std::string> offsets = list("e_offsets");
  std::vector<std::string> confidences = list("e_confidences");
  const std::size_t count = std::max({sources.size(), quotes_.size(), offsets.size(), confidences.size()});
  if (confidences.empty() && count <= 1) confidences = list("e_confidence");
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
