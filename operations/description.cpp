#include "description.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool is_plain_string(const TermView& term) { return term.is_literal() && term.datatype() == iri::xsd::string; }

std::optional<std::uint32_t> offset_of(const TermView& term) {
  if (!term.is_literal() || term.datatype() != iri::xsd::integer) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(term.text.data(), term.text.data() + term.text.size(), value);
  if (error != std::errc{} || end != term.text.data() + term.text.size() || value == EvidenceView::no_offset)
    return std::nullopt;
  return value;
}

std::optional<float> confidence_of(const TermView& term) {
  constexpr std::array datatypes{iri::xsd::decimal, iri::xsd::double_, iri::xsd::float_, iri::xsd::integer};
  if (!term.is_literal() || std::find(datatypes.begin(), datatypes.end(), term.datatype()) == datatypes.end())
    return std::nullopt;
  float value = 0;
  const auto [end, error] = std::from_chars(term.text.data(), term.text.data() + term.text.size(), value);
  if (error != std::errc{} || end != term.text.data() + term.text.size() || !(value >= 0 && value <= 1))
    return std::nullopt;
  return value;
}

}  // namespace

DescriptionWords::DescriptionWords(const TermTable& terms)
    : type(terms.find_iri(iri::rdf::type)),
      statement_class(terms.find_iri(iri::rdf::statement)),
      fact_class(terms.find_iri(iri::gw::fact)),
      direct_relation(terms.find_iri(iri::gw::direct_relation)),
      evidence_class(terms.find_iri(iri::gw::evidence)),
      quote_class(terms.find_iri(iri::oa::text_quote_selector)),
      subject(terms.find_iri(iri::rdf::subject)),
      predicate(terms.find_iri(iri::rdf::predicate)),
      object(terms.find_iri(iri::rdf::object)),
      reifies(terms.find_iri(iri::rdf::reifies)),
      time(terms.find_iri(iri::gw::time)),
      earliest(terms.find_iri(iri::gw::earliest)),
      latest(terms.find_iri(iri::gw::latest)),
      place(terms.find_iri(iri::gw::place)),
      modality(terms.find_iri(iri::gw::modality)),
      speaker(terms.find_iri(iri::gw::speaker)),
      edge(terms.find_iri(iri::gw::fact_edge)),
      edge_id(terms.find_iri(iri::gw::edge_id)),
      rule(terms.find_iri(iri::gw::rule)),
      premise(terms.find_iri(iri::gw::premise)),
      has_evidence(terms.find_iri(iri::gw::has_evidence)),
      source(terms.find_iri(iri::prov::was_quoted_from)),
      exact(terms.find_iri(iri::oa::exact)),
      start(terms.find_iri(iri::oa::start)),
      end(terms.find_iri(iri::oa::end)),
      confidence(terms.find_iri(iri::gw::confidence)) {}

bool FactDescription::is_bare_conclusion() const {
  return rule != TermId::none && !has_modality && edges.empty() && evidence.empty() && fact == Fact{};
}

void DescriptionReader::set_once(TermId& place, TermId value, std::string_view word, std::string& fault) const {
  if (place != TermId::none && place != value) fault = fmt::format("it has two values of {}", word);
  place = value;
}

FactDescription DescriptionReader::read_fact(std::span<const StatementId> statements) const {
  FactDescription out;
  std::vector<StatementId> days;
  for (StatementId id : statements) {
    const Statement one = graph_.statement(id);
    out.node = one.subject;
    out.statement.graph = one.graph;
    if (out.location.line == 0) out.location = graph_.location(id);
    if (one.predicate == words_.earliest || one.predicate == words_.latest)
      days.push_back(id);
    else if (!take(id, out))
      out.has_rest = true;
  }
  check_days(days, out);
  if (!out.names_statement()) out.fault = "it does not name subject, predicate and object";
  return out;
}

bool DescriptionReader::take(StatementId id, FactDescription& out) const {
  const Statement one = graph_.statement(id);
  if (one.predicate == words_.premise || one.predicate == words_.has_evidence) return take_link(id, out);
  const bool is_taken = one.predicate == words_.type ? take_type(one.object, out) : take_value(one, out);
  if (is_taken) out.used.push_back(id);
  return is_taken;
}

bool DescriptionReader::take_type(TermId type, FactDescription& out) const {
  if (type == words_.direct_relation) out.is_relation = true;
  return type == words_.direct_relation || type == words_.statement_class || type == words_.fact_class;
}

bool DescriptionReader::take_link(StatementId id, FactDescription& out) const {
  const Statement one = graph_.statement(id);
  if (!graph_.view(one.object).is_resource()) return false;
  out.is_ours = true;
  (one.predicate == words_.premise ? out.premises : out.evidence).emplace_back(one.object, id);
  return true;
}

bool DescriptionReader::take_value(const Statement& one, FactDescription& out) const {
  const TermView value = graph_.view(one.object);
  if (one.predicate == words_.reifies && value.is_triple()) {
    take_triple(one.object, out);
    return true;
  }
  const std::array<std::pair<TermId, TermId*>, 3> parts{{{words_.subject, &out.statement.subject},
                                                         {words_.predicate, &out.statement.predicate},
                                                         {words_.object, &out.statement.object}}};
  for (const auto& [word, place] : parts) {
    if (one.predicate != word) continue;
    set_once(*place, one.object, graph_.view(word).text, out.fault);
    return true;
  }
  if (one.predicate == words_.modality) return take_modality(one.object, out);
  if (names_edge(one)) {
    out.edges.push_back(one.object);
    return out.is_ours = true;
  }
  const bool is_edtf = value.is_literal() && value.datatype() == iri::edtf;
  const std::array<std::tuple<TermId, TermId*, bool>, 4> values{
      {{words_.time, &out.fact.time, is_edtf},
       {words_.place, &out.fact.place, value.is_resource()},
       {words_.speaker, &out.fact.speaker, value.is_resource()},
       {words_.rule, &out.rule, value.is_resource()}}};
  for (const auto& [word, place, is_fit] : values) {
    if (one.predicate != word || !is_fit) continue;
    set_once(*place, one.object, graph_.view(word).text, out.fault);
    return out.is_ours = true;
  }
  return false;
}

/// Whether a statement says which edge of a graph file a fact or a piece of evidence is of.
bool DescriptionReader::names_edge(const Statement& one) const {
  if (one.predicate == words_.edge) return graph_.view(one.object).is_iri();
  return one.predicate == words_.edge_id && is_plain_string(graph_.view(one.object));
}

bool DescriptionReader::take_modality(TermId value, FactDescription& out) const {
  const std::string_view text = graph_.terms().text(value);
  if (!text.starts_with(iri::gw::ns)) return false;
  const auto known = std::find(modality_names.begin(), modality_names.end(), text.substr(iri::gw::ns.size()));
  if (known == modality_names.end()) return false;
  const auto modality = static_cast<Modality>(known - modality_names.begin());
  if (out.has_modality && out.fact.modality != modality) out.fault = "it has two modalities";
  out.fact.modality = modality;
  return out.has_modality = out.is_ours = true;
}

void DescriptionReader::take_triple(TermId value, FactDescription& out) const {
  const TripleIds triple = graph_.terms().triple(value);
  set_once(out.statement.subject, triple.subject, "rdf:reifies", out.fault);
  set_once(out.statement.predicate, triple.predicate, "rdf:reifies", out.fault);
  set_once(out.statement.object, triple.object, "rdf:reifies", out.fault);
}

// The first and last day follow from the time; where they say something else they stay.
void DescriptionReader::check_days(std::span<const StatementId> days, FactDescription& out) const {
  const TimeResult time = parse_time(graph_.view(out.fact.time).text);
  for (StatementId id : days) {
    const Statement one = graph_.statement(id);
    const TermView value = graph_.view(one.object);
    const bool is_first = one.predicate == words_.earliest;
    const std::optional<Date> day = !time.span ? std::nullopt : is_first ? time.span->earliest : time.span->latest;
    if (day && value.datatype() == iri::xsd::date && value.text == to_string(*day))
      out.used.push_back(id);
    else
      out.has_rest = true;
  }
}

EvidenceDescription DescriptionReader::read_evidence(std::span<const StatementId> statements) const {
  EvidenceDescription out;
  for (StatementId id : statements) {
    out.node = graph_.statement(id).subject;
    if (out.location.line == 0) out.location = graph_.location(id);
    if (take(id, out))
      out.used.push_back(id);
    else
      out.has_rest = true;
  }
  return out;
}

bool DescriptionReader::take(StatementId id, EvidenceDescription& out) const {
  const Statement one = graph_.statement(id);
  const TermView value = graph_.view(one.object);
  if (one.predicate == words_.type) return one.object == words_.evidence_class || one.object == words_.quote_class;
  if (one.predicate == words_.source && value.is_resource()) {
    set_once(out.evidence.source, one.object, "prov:wasQuotedFrom", out.fault);
    return true;
  }
  if (one.predicate == words_.exact && is_plain_string(value)) {
    set_once(out.evidence.quote, one.object, "oa:exact", out.fault);
    return true;
  }
  if (names_edge(one)) {
    out.edges.push_back(one.object);
    return true;
  }
  if (one.predicate == words_.confidence) return take_confidence(value, out);
  if (one.predicate != words_.start && one.predicate != words_.end) return false;
  return take_offset(value, one.predicate == words_.start ? out.evidence.begin : out.evidence.end, out);
}

bool DescriptionReader::take_confidence(const TermView& value, EvidenceDescription& out) {
  const std::optional<float> confidence = confidence_of(value);
  if (!confidence) return false;
  float& known = out.evidence.confidence;
  if (known >= 0 && known != *confidence) out.fault = "it has two confidences";
  known = *confidence;
  return true;
}

bool DescriptionReader::take_offset(const TermView& value, std::uint32_t& known, EvidenceDescription& out) {
  const std::optional<std::uint32_t> offset = offset_of(value);
  if (!offset) return false;
  if (known != EvidenceView::no_offset && known != *offset) out.fault = "it has two offsets of one kind";
  known = *offset;
  return true;
}

}  // namespace graphwright
