#include "same_resources.hpp"

#include <algorithm>
#include <unordered_map>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// Combinations of values that one resource may have for a key; what has more is left out.
constexpr std::size_t most_combinations = 64;

/// Combines each known combination with each further value.
std::vector<std::vector<std::uint32_t>> combined(const std::vector<std::vector<std::uint32_t>>& known,
                                                 const std::vector<std::uint32_t>& values) {
  std::vector<std::vector<std::uint32_t>> result;
  for (const std::vector<std::uint32_t>& one : known) {
    for (std::uint32_t value : values) {
      result.push_back(one);
      result.back().push_back(value);
    }
  }
  return result;
}

}  // namespace

SameResources::SameResources(const Graph& graph, const KeyAxioms& axioms)
    : graph_(graph),
      axioms_(axioms),
      same_as_(graph.terms().find_iri(iri::owl::same_as)),
      sets_(static_cast<std::uint32_t>(graph.terms().size())) {
  join_links();
  while (join_keys()) {
  }
  mark_described();
}

bool SameResources::is_resource(TermId term) const {
  const TermKind kind = graph_.terms().kind(term);
  return kind == TermKind::iri || kind == TermKind::blank;
}

bool SameResources::join(std::uint32_t a, std::uint32_t b) {
  if (sets_.find(a) == sets_.find(b)) return false;
  sets_.join(a, b);
  return true;
}

void SameResources::join_links() {
  if (same_as_ == TermId::none) return;
  for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
    const Statement one = graph_.statement(StatementId{row});
    if (one.predicate == same_as_ && graph_.is_asserted(StatementId{row}) && is_resource(one.object))
      by_links_ += join(index(one.subject), index(one.object)) ? 1U : 0U;
  }
}

void SameResources::mark_described() {
  is_described_.assign(graph_.terms().size(), false);
  for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
    if (const Statement one = graph_.statement(StatementId{row}); one.predicate != same_as_)
      is_described_[index(one.subject)] = true;
}

bool SameResources::join_keys() {
  bool has_joined = join_inverse_functional();
  for (const KeyAxioms::Key& key : axioms_.keys()) has_joined = join_key(key) || has_joined;
  return has_joined;
}

bool SameResources::join_inverse_functional() {
  bool has_joined = false;
  for (const std::string& iri : axioms_.inverse_functional()) {
    const TermId property = graph_.terms().find_iri(iri);
    if (property == TermId::none) continue;
    std::unordered_map<std::uint32_t, std::uint32_t> owners;
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(StatementId{row});
      if (one.predicate != property || !graph_.is_asserted(StatementId{row})) continue;
      const auto [owner, is_new] = owners.try_emplace(sets_.find(index(one.object)), index(one.subject));
      if (is_new || !join(owner->second, index(one.subject))) continue;
      ++by_keys_;
      has_joined = true;
    }
  }
  return has_joined;
}

std::vector<bool> SameResources::members_of(const KeyAxioms::Key& key) const {
  std::vector<bool> is_class(graph_.terms().size());
  for (const std::string& iri : key.classes)
    if (const TermId id = graph_.terms().find_iri(iri); id != TermId::none) is_class[index(id)] = true;
  std::vector<bool> is_member(graph_.terms().size());
  const TermId type = graph_.terms().find_iri(iri::rdf::type);
  for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
    const Statement one = graph_.statement(StatementId{row});
    if (one.predicate == type && is_class[index(one.object)] && graph_.is_asserted(StatementId{row}))
      is_member[index(one.subject)] = true;
  }
  return is_member;
}

// OWL 2 Direct Semantics, 2.3.5: keys hold for named individuals, which share a value of each property.
bool SameResources::join_key(const KeyAxioms::Key& key) {
  const std::vector<bool> is_member = members_of(key);
  std::vector<Values> values;
  for (const std::string& iri : key.properties) {
    const TermId property = graph_.terms().find_iri(iri);
    if (property == TermId::none) return false;
    Values& of_property = values.emplace_back();
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(StatementId{row});
      if (one.predicate == property && is_member[index(one.subject)] && graph_.is_asserted(StatementId{row}) &&
          graph_.view(one.subject).is_iri())
        of_property[index(one.subject)].push_back(sets_.find(index(one.object)));
    }
  }
  bool has_joined = false;
  std::map<std::vector<std::uint32_t>, std::uint32_t> owners;
  for (const auto& [subject, first_values] : values.front()) {
    std::vector<std::vector<std::uint32_t>> combinations{{}};
    for (const Values& of_property : values) {
      const auto at = of_property.find(subject);
      combinations =
          at == of_property.end() ? std::vector<std::vector<std::uint32_t>>{} : combined(combinations, at->second);
      if (combinations.size() > most_combinations) combinations.clear();
    }
    for (const std::vector<std::uint32_t>& one : combinations) {
      const auto [owner, is_new] = owners.try_emplace(one, subject);
      if (is_new || !join(owner->second, subject)) continue;
      ++by_keys_;
      has_joined = true;
    }
  }
  return has_joined;
}

std::vector<std::vector<TermId>> SameResources::groups() {
  std::vector<std::vector<TermId>> result;
  const auto rank = [&](TermId one) {
    return (graph_.view(one).is_iri() ? 0 : 2) + (is_described_[index(one)] ? 0 : 1);
  };
  for (const std::vector<std::uint32_t>& members : sets_.groups()) {
    if (members.size() == 1) continue;
    std::vector<TermId>& group = result.emplace_back();
    for (std::uint32_t member : members) group.push_back(static_cast<TermId>(member));
    std::sort(group.begin(), group.end(), [&](TermId a, TermId b) {
      return rank(a) != rank(b) ? rank(a) < rank(b) : graphwright::compare(graph_.view(a), graph_.view(b)) < 0;
    });
  }
  return result;
}

}  // namespace graphwright
