#include "mapped_rows.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "graphwright/iri.hpp"
#include "graphwright/lexical_form.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "table_names.hpp"

namespace graphwright {

MappedRows::MappedRows(const TableMapping& mapping, const CsvRecord& header, const ReadOptions& options, Sink& sink,
                       Diagnostics& diagnostics)
    : mapping_(mapping),
      options_(options),
      base_(names_below(options.base)),
      document_(!options.document.empty() ? options.document
                : options.base.empty()    ? base_ + "stdin"
                                          : options.base),
      sink_(sink),
      diagnostics_(diagnostics),
      row_(columns_, diagnostics) {
  find_columns(header);
}

void MappedRows::find_columns(const CsvRecord& header) {
  std::vector<std::string_view> known;
  for (std::size_t index = 0; index < header.fields.size(); ++index) {
    if (header.fields[index].text.empty()) continue;
    columns_.emplace(header.fields[index].text, index);
    known.push_back(header.fields[index].text);
  }
  std::map<std::string_view, bool> reported;
  for (const ColumnUse& use : mapping_.uses) {
    if (columns_.contains(use.column) || !reported.emplace(use.column, true).second) continue;
    std::vector<Note> notes = did_you_mean(nearest_name(use.column, known));
    notes.push_back({use.location, "the mapping uses it here"});
    diagnostics_.error("unknown-column", header.location, fmt::format("the table has no column '{}'", use.column),
                       std::move(notes));
    is_good_ = false;
  }
}

bool MappedRows::takes(const CsvRecord& row) const {
  return std::all_of(mapping_.conditions.begin(), mapping_.conditions.end(), [&](const RowCondition& one) {
    const std::string_view text = row.fields[columns_.find(one.column)->second].text;
    const bool is_among = std::any_of(one.values.begin(), one.values.end(), [=](const std::string& value) {
      return value == "*" ? !text.empty() : value == text;
    });
    return is_among == one.must_be_among;
  });
}

void MappedRows::push(const CsvRecord& row) {
  if (!takes(row)) return;
  row_.set(row);
  row_iri_ = fmt::format("{}#row={}", document_, row.number);
  scopes_.clear();
  drafts_.clear();
  name_entities();
  for (const MappedEntity& one : mapping_.entities) draft_entity(one);
  for (const MappedFact& one : mapping_.facts) draft_fact(one);
  if (row_.is_bad() || is_evidence()) draft_row_source();
  if (!row_.is_bad()) push_drafts();
}

void MappedRows::name_entities() {
  resources_.clear();
  for (const MappedEntity& one : mapping_.entities) {
    const bool is_whole = one.iri.texts.front().empty() && !one.iri.uses.empty() && one.iri.uses.size() == 1 &&
                          one.iri.texts.back().empty();
    std::optional<std::string> text = row_.iri_text(one.iri);
    if (!text) continue;
    // A column that holds whole IRIs is taken as it is.
    if (is_whole)
      if (const auto plain = row_.text(one.iri); plain->find("://") != std::string::npos) text = plain;
    std::string iri = has_scheme(*text) ? *text : base_ + *text;
    if (const auto error = find_iri_error(iri))
      row_.report(row_.locate(one.iri), "table-value", fmt::format("'{}' is no IRI: {}", iri, *error));
    else
      resources_.emplace(one.name, std::move(iri));
  }
}

const std::string* MappedRows::resource(const MappedEnd& end) {
  if (end.entity.empty()) return &end.iri;
  const auto at = resources_.find(end.entity);
  return at == resources_.end() ? nullptr : &at->second;
}

std::optional<std::string> MappedRows::name(const MappingTemplate& from) {
  const std::optional<std::string> text = row_.text(from);
  if (!text) return std::nullopt;
  std::optional<std::string> iri = mapped_name(*text, mapping_);
  if (!iri) row_.report(row_.locate(from), "table-value", fmt::format("'{}' is no name of a class or relation", *text));
  return iri;
}

/// Whether an event or fact rests on the row.
bool MappedRows::is_evidence() const {
  return std::any_of(drafts_.begin(), drafts_.end(), [](const Draft& one) { return one.scope != nullptr; });
}

/// Describes the row as a source, and says where its content comes from.
void MappedRows::draft_row_source() {
  const Location location = row_.record().location;
  draft({row_iri_, std::string(iri::rdf::type), std::string(iri::gw::source), {}, {}, location});
  if (!mapping_.source) return;
  const std::optional<std::string> text = row_.text(*mapping_.source);
  if (!text) return;
  const bool is_iri = text->find("://") != std::string::npos && has_scheme(*text) && !find_iri_error(*text);
  // A literal: as a resource it would be a node of every picture.
  const std::string_view datatype = is_iri ? iri::xsd::any_uri : std::string_view{};
  Draft source{row_iri_, std::string(iri::dcterms::source), *text, std::string(datatype),
               {},       row_.locate(*mapping_.source)};
  source.is_literal = true;
  draft(std::move(source));
}

void MappedRows::draft_entity(const MappedEntity& entity) {
  const auto at = resources_.find(entity.name);
  if (at == resources_.end()) return;
  const Scope* scope = entity.is_event ? read_scope(entity.scope) : nullptr;
  for (const MappingTemplate& one : entity.classes)
    if (auto iri = name(one)) draft({at->second, std::string(iri::rdf::type), *iri, {}, {}, row_.locate(one), scope});
  for (const MappedValue& value : entity.values) draft_value(at->second, value);
  if (entity.is_event) draft_event(entity, at->second);
}

void MappedRows::draft_value(const std::string& subject, const MappedValue& value) {
  const std::optional<std::string> text = row_.text(value.value);
  if (!text) return;
  const Location location = row_.locate(value.value);
  if (const auto error = find_lexical_error(*text, value.datatype)) {
    row_.report(location, "bad-literal", *error);
    return;
  }
  Draft made{subject, value.property, *text, value.datatype, value.language, location};
  made.is_literal = true;
  draft(std::move(made));
}

void MappedRows::draft_event(const MappedEntity& event, const std::string& subject) {
  const Scope* scope = scopes_.empty() ? nullptr : scopes_.back().get();
  if (scope == nullptr) return;
  if (!scope->time.empty()) {
    Draft time{subject, std::string(iri::gw::time),    scope->time, std::string(iri::edtf),
               {},      row_.locate(*event.scope.time)};
    time.is_literal = true;
    draft(std::move(time));
  }
  if (!scope->place.empty())
    draft({subject, std::string(iri::gw::place), scope->place, {}, {}, row_.record().location});
  for (const MappedRole& role : event.roles)
    for (const MappedEnd& player : role.players)
      if (const std::string* who = resource(player))
        draft({subject, role.property, *who, {}, {}, row_.record().location, scope});
}

void MappedRows::draft_fact(const MappedFact& fact) {
  const std::string* subject = resource(fact.subject);
  const std::string* object = resource(fact.object);
  if (subject == nullptr || object == nullptr) return;
  const std::optional<std::string> relation = name(fact.relation);
  if (!relation) return;
  if (const Scope* scope = read_scope(fact.scope))
    draft({*subject, *relation, *object, {}, {}, row_.record().location, scope});
}

/// What a scope says of this row; null where something in it is bad.
const MappedRows::Scope* MappedRows::read_scope(const MappedScope& from) {
  Scope& scope = *scopes_.emplace_back(std::make_unique<Scope>());
  if (from.time) scope.time = row_.text(*from.time).value_or("");
  if (const TimeResult time = parse_time(scope.time); !scope.time.empty() && time.error)
    row_.report(row_.locate(*from.time), "table-value", time.error->message);
  if (from.place)
    if (const std::string* place = resource(*from.place)) scope.place = *place;
  if (from.speaker)
    if (const std::string* speaker = resource(*from.speaker)) scope.speaker = *speaker;
  if (from.quote) scope.quote = row_.text(*from.quote).value_or("");
  read_modality(from, scope);
  read_confidence(from, scope);
  scope.view.time = scope.time;
  if (!scope.place.empty()) scope.view.place = TermView::iri(scope.place);
  if (!scope.speaker.empty()) scope.view.speaker = TermView::iri(scope.speaker);
  scope.evidence.source = TermView::iri(row_iri_);
  scope.evidence.quote = scope.quote;
  scope.evidence.location = row_.record().location;
  scope.view.evidence = {&scope.evidence, 1};
  return row_.is_bad() ? nullptr : &scope;
}

void MappedRows::read_modality(const MappedScope& from, Scope& scope) {
  const std::optional<std::string> text = from.modality ? row_.text(*from.modality) : std::nullopt;
  if (!text) return;
  const auto known = std::find(modality_names.begin(), modality_names.end(), *text);
  if (known == modality_names.end())
    return row_.report(row_.locate(*from.modality), "table-value",
                       fmt::format("'{}' is no modality: {}", *text, fmt::join(modality_names, ", ")));
  scope.view.modality = static_cast<Modality>(known - modality_names.begin());
  if (scope.view.modality == Modality::attributed && scope.speaker.empty())
    row_.report(row_.locate(*from.modality), "table-value", "an attributed fact needs a speaker");
}

void MappedRows::read_confidence(const MappedScope& from, Scope& scope) {
  const std::optional<std::string> text = from.confidence ? row_.text(*from.confidence) : std::nullopt;
  if (!text) return;
  double number = -1;
  const char* const end = text->data() + text->size();
  const auto parsed = std::from_chars(text->data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end || !(number >= 0 && number <= 1))
    return row_.report(row_.locate(*from.confidence), "table-value",
                       fmt::format("'{}' is no confidence from 0 to 1", *text));
  scope.evidence.confidence = number;
}

void MappedRows::push_drafts() {
  for (const Draft& one : drafts_) {
    TermView object = TermView::iri(one.object);
    if (one.is_literal && !one.language.empty())
      object = TermView::tagged_literal(one.object, one.language);
    else if (one.is_literal)
      object = TermView::literal(one.object, one.datatype);
    sink_.statement({TermView::iri(one.subject),
                     TermView::iri(one.predicate),
                     object,
                     {},
                     one.location,
                     one.scope == nullptr ? nullptr : &one.scope->view});
  }
}

}  // namespace graphwright
