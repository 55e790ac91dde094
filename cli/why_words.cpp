#include "why_words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright::cli {
namespace {

/// A quote with each run of white space as one blank.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

}  // namespace

TermId WhyWords::find(const std::string& word) const {
  const TermTable& terms = graph_.terms();
  const auto known = [&](const std::string& iri) { return terms.find_iri(iri); };
  if (word.size() > 1 && word.starts_with('"') && word.ends_with('"'))
    return terms.find(TermView::literal(std::string_view(word).substr(1, word.size() - 2)));
  if (word.starts_with('<') && word.ends_with('>')) return known(word.substr(1, word.size() - 2));
  if (word.starts_with("_:")) return terms.find(TermView::blank(std::string_view(word).substr(2)));
  if (word == "a") return known(std::string(iri::rdf::type));
  if (const TermId own = known(graph_.base() + word); own != TermId::none) return own;
  if (const VocabularyName* name = knowledge_.vocabulary().find(word); name != nullptr) return known(name->iri);
  for (const PrefixMap* map : {&graph_.prefixes(), &well_known_prefixes()})
    if (const std::optional<std::string> iri = map->expand(word))
      if (const TermId id = known(*iri); id != TermId::none) return id;
  return known(word);
}

std::string WhyWords::term(TermId id) const {
  const TermView view = graph_.view(id);
  if (!view.is_iri()) {
    std::string text;
    append_ntriples(view, text);
    return text;
  }
  const std::string& base = graph_.base();
  if (!base.empty() && view.text.starts_with(base) && view.text.size() > base.size())
    return std::string(view.text.substr(base.size()));
  if (view.text == iri::rdf::type) return "a";
  const VocabularyName* name = knowledge_.vocabulary().find(local_name(view.text));
  if (name != nullptr && name->iri == view.text) return std::string(local_name(view.text));
  for (const PrefixMap* map : {&graph_.prefixes(), &well_known_prefixes()})
    if (const std::optional<std::string> shortened = map->shorten(view.text)) return *shortened;
  return fmt::format("<{}>", view.text);
}

std::string WhyWords::fact(const Premise& what) const {
  const Statement one = graph_.statement(what.statement);
  std::string text = fmt::format("{} {} {}", term(one.subject), term(one.predicate), term(one.object));
  if (what.fact == FactId::none) return text;
  const Fact& fact = graph_.fact(what.fact);
  if (fact.time != TermId::none) text += fmt::format(", {}", graph_.view(fact.time).text);
  if (fact.place != TermId::none) text += fmt::format(", in {}", term(fact.place));
  if (fact.modality != Modality::asserted) text += fmt::format(", {}", name(fact.modality));
  if (fact.speaker != TermId::none) text += fmt::format(", according to {}", term(fact.speaker));
  return text;
}

Location WhyWords::location(const Premise& what) const {
  if (what.fact != FactId::none)
    if (const Location own = graph_.location(what.fact); own.line != 0) return own;
  return graph_.location(what.statement);
}

std::string WhyWords::place(Location location) const {
  if (location.line == 0) return {};
  return fmt::format("{}:{}:{}", diagnostics_.file_name(location.file), location.line, location.column);
}

std::vector<std::string> WhyWords::grounds(const Premise& what) const {
  std::vector<std::string> lines;
  const std::string at = place(location(what));
  lines.push_back(at.empty() ? "is stated" : fmt::format("is stated at {}", at));
  if (what.fact == FactId::none) return lines;
  for (std::uint32_t row : canonical_evidence(graph_, what.fact)) {
    const Evidence& one = graph_.evidence()[row];
    std::string line = term(one.source);
    if (one.begin != EvidenceView::no_offset) line += fmt::format(" [{}, {})", one.begin, one.end);
    if (one.quote != TermId::none) line += fmt::format(": \"{}\"", in_one_line(graph_.view(one.quote).text));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string WhyWords::rule(TermId id) const {
  const std::string_view iri = graph_.view(id).text;
  for (const UserRule& one : knowledge_.rules())
    if (one.iri == iri) return fmt::format("the rule at {}", place(one.location));
  const Graph& axioms = knowledge_.axioms();
  const TermId node = axioms.terms().find_iri(iri);
  const TermId label = axioms.terms().find_iri(iri::rdfs::label);
  std::string text(local_name(iri));
  for (std::uint32_t row = 0; node != TermId::none && row < axioms.statement_count(); ++row) {
    const auto statement = static_cast<StatementId>(row);
    const Statement one = axioms.statement(statement);
    if (one.subject != node || one.predicate != label) continue;
    return text + fmt::format(" ({}, {})", axioms.view(one.object).text, place(axioms.location(statement)));
  }
  return text;
}

std::vector<std::string> WhyWords::statements_behind(const shacl::Result& result, const shacl::Shape& shape) const {
  const GraphIndex index(graph_);
  std::set<TermId> predicates;
  if (result.path != TermId::none) predicates.insert(result.path);
  if (result.path == TermId::none && shape.path && shape.path->kind == shacl::Path::Kind::predicate)
    predicates.insert(shape.path->predicate);
  for (const shacl::Constraint& one : shape.constraints)
    if (one.component == result.component &&
        (one.component == shacl::Component::disjoint || one.component == shacl::Component::equals ||
         one.component == shacl::Component::less_than || one.component == shacl::Component::less_than_or_equals))
      predicates.insert(one.terms.begin(), one.terms.end());
  std::vector<std::string> lines;
  for (const IndexedStatement& row : index.of_subject(result.focus)) {
    const bool is_asked = predicates.empty() || predicates.contains(row.predicate);
    if (!is_asked || (result.value != TermId::none && row.object != result.value)) continue;
    const std::vector<FactId> facts = graph_.facts_of(row.id);
    const Premise what{row.id, facts.empty() ? FactId::none : facts.front()};
    if (graph_.derivation_of(what) != nullptr) continue;
    lines.push_back(fact(what));
    for (const std::string& ground : grounds(what)) lines.push_back("  " + ground);
  }
  return lines;
}

}  // namespace graphwright::cli
