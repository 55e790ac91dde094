#include "fact_scope.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/time_span.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 11> scope_keys{"time",     "place",      "speaker", "according-to",
                                                      "modality", "confidence", "source",  "quote",
                                                      "prefix",   "suffix",     "evidence"};

std::string_view time_code(TimeError::Kind kind) {
  switch (kind) {
    case TimeError::Kind::syntax:
      return "time-syntax";
    case TimeError::Kind::impossible_date:
      return "impossible-date";
    case TimeError::Kind::interval_reversed:
      return "reversed-interval";
  }
  return "time-syntax";
}

/// Whether a key of the scope has no value, or one that could not be read.
bool has_unread_value(const YamlNode& map) {
  return std::any_of(scope_keys.begin(), scope_keys.end(), [&](std::string_view key) {
    const YamlEntry* entry = find_entry(map, key);
    return entry != nullptr && (entry->value.kind == YamlNode::Kind::missing || entry->value.is_unreadable());
  });
}

TermView resource(const std::string& iri) { return iri.empty() ? TermView{} : TermView::iri(iri); }

}  // namespace

std::span<const std::string_view> fact_scope_keys() { return scope_keys; }

FactScopeView::FactScopeView(const FactScope& scope) {
  for (const FactEvidence& one : scope.evidence)
    evidence_.push_back({TermView::iri(one.source), one.quote, one.begin, one.end,
                         one.confidence ? one.confidence : scope.confidence, one.location});
  if (evidence_.empty() && scope.confidence && scope.source != nullptr)
    evidence_.push_back({.source = TermView::iri(scope.source->iri),
                         .quote = {},
                         .confidence = scope.confidence,
                         .location = scope.confidence_location});
  holding_.speaker = resource(scope.speaker);
  holding_.modality = scope.modality;
  whole_ = holding_;
  whole_.time = scope.time;
  whole_.place = resource(scope.place);
  whole_.evidence = evidence_;
  is_plain_ = scope.time.empty() && scope.place.empty() && scope.speaker.empty() &&
              scope.modality == Modality::asserted && evidence_.empty();
}

FactScope FactScopeReader::read(const YamlNode& map, const FactScope& outer) {
  FactScope scope = outer;
  scope.is_broken |= has_unread_value(map);
  if (const YamlNode* node = form_.find(map, "time")) read_time(*node, scope);
  if (const YamlNode* node = form_.find(map, "place")) {
    const auto name = form_.text(*node, "place");
    const auto iri = name ? names_.entity(*name, node->location) : std::nullopt;
    scope.place = iri.value_or("");
    scope.is_broken |= !iri;
  }
  read_speaker(map, scope);
  if (const YamlNode* node = form_.find(map, "confidence")) {
    scope.confidence = form_.confidence(*node);
    scope.confidence_location = node->location;
    scope.is_broken |= !scope.confidence;
  }
  if (const YamlNode* node = form_.find(map, "source")) {
    scope.source = evidence_.read_source(*node);
    scope.is_source_unknown = scope.source == nullptr;
  }
  evidence_.read(map, scope);
  return scope;
}

void FactScopeReader::read_time(const YamlNode& node, FactScope& scope) {
  scope.time = form_.text(node, "time").value_or("");
  if (scope.time.empty()) {
    scope.is_broken = true;
    return;
  }
  const TimeResult result = parse_time(scope.time);
  if (!result.error) return;
  scope.is_broken = true;
  diagnostics_.error(time_code(result.error->kind), node.location, result.error->message);
}

void FactScopeReader::read_speaker(const YamlNode& map, FactScope& scope) {
  refuse_both(map, "speaker", "according-to", scope, diagnostics_);
  const bool is_according = find_entry(map, "according-to") != nullptr;
  if (is_according) scope.modality = Modality::attributed;
  if (const YamlNode* node = form_.find(map, "modality")) read_modality(*node, scope);
  const std::string_view key = is_according ? "according-to" : "speaker";
  const YamlNode* node = form_.find(map, key);
  if (node == nullptr) return;
  const auto name = form_.text(*node, key);
  const auto iri = name ? names_.entity(*name, node->location) : std::nullopt;
  scope.speaker = iri.value_or("");
  scope.is_broken |= !iri;
}

void FactScopeReader::read_modality(const YamlNode& node, FactScope& scope) {
  const auto word = form_.text(node, "modality");
  scope.modality_location = node.location;
  const auto known = word ? std::find(modality_names.begin(), modality_names.end(), *word) : modality_names.end();
  if (known != modality_names.end()) {
    scope.modality = static_cast<Modality>(known - modality_names.begin());
    return;
  }
  scope.is_broken = true;
  if (word)
    diagnostics_.error("unknown-word", node.location,
                       fmt::format("'modality' takes {}, not '{}'", fmt::join(modality_names, ", "), *word),
                       did_you_mean(nearest_name(*word, {modality_names.begin(), modality_names.end()})));
}

bool FactScopeReader::check(const FactScope& scope) {
  if (scope.is_broken) return false;
  if (scope.modality == Modality::attributed && scope.speaker.empty()) {
    if (reported_.insert(scope.modality_location).second)
      diagnostics_.error("missing-speaker", scope.modality_location,
                         "an attributed fact needs a speaker: write 'speaker: NAME', or 'according-to: NAME' for both");
    return false;
  }
  if (scope.confidence && scope.evidence.empty() && scope.source == nullptr && !scope.is_source_unknown) {
    if (reported_.insert(scope.confidence_location).second)
      diagnostics_.error("quote-without-source", scope.confidence_location,
                         "a confidence says how sure a source is: it needs a quote or a source");
    return false;
  }
  return true;
}

}  // namespace graphwright
