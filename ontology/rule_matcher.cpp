#include "rule_matcher.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace graphwright::entailment {

struct RuleMatcher::Search {
  const Rule& rule;
  const RowTable& rows;
  const std::function<void(const Match&)>& use;
  /// The value of each variable, and the row that meets each premise; `none` where there is none yet.
  std::vector<TermId> bound;
  std::vector<RowId> met;
};

RuleMatcher::RuleMatcher(std::span<const UserRule> rules, TermTable& terms) {
  for (const UserRule& one : rules) {
    Rule rule{one.iri, {}, {}, {}, 0};
    std::map<std::string, std::uint32_t> variables;
    const auto constant = [&](const RuleTerm& term) {
      if (term.kind == RuleTerm::Kind::iri) return terms.intern_iri(term.text);
      if (!term.language.empty()) return terms.intern(TermView::tagged_literal(term.text, term.language));
      return terms.intern(TermView::literal(term.text, term.datatype));
    };
    const auto slot = [&](const RuleTerm& term) {
      if (term.kind != RuleTerm::Kind::variable) return Slot{constant(term), 0};
      const auto number = static_cast<std::uint32_t>(variables.size());
      return Slot{TermId::none, variables.try_emplace(term.text, number).first->second};
    };
    const auto atom = [&](const RuleAtom& a) { return Atom{slot(a.subject), constant(a.predicate), slot(a.object)}; };
    for (const RuleAtom& a : one.body) rule.body.push_back(atom(a));
    for (const RuleAtom& a : one.head) rule.head.push_back(atom(a));
    for (const RuleDifference& pair : one.differences) rule.differences.emplace_back(slot(pair.left), slot(pair.right));
    rule.variables = static_cast<std::uint32_t>(variables.size());
    for (std::uint32_t i = 0; i < rule.body.size(); ++i)
      places_[rule.body[i].predicate].push_back({static_cast<std::uint32_t>(rules_.size()), i});
    rules_.push_back(std::move(rule));
  }
}

bool RuleMatcher::bind(const Slot& slot, TermId term, std::vector<TermId>& bound) {
  if (slot.constant != TermId::none) return slot.constant == term;
  TermId& value = bound[slot.variable];
  if (value == TermId::none) value = term;
  return value == term;
}

void RuleMatcher::for_each_match(const RowTable& rows, RowId id, const std::function<void(const Match&)>& use) const {
  const auto at = places_.find(rows.at(id).predicate);
  if (at == places_.end()) return;
  for (const Place& place : at->second) {
    const Rule& rule = rules_[place.rule];
    Search search{rule, rows, use, std::vector<TermId>(rule.variables, TermId::none),
                  std::vector<RowId>(rule.body.size(), RowId::none)};
    try_row(search, place.atom, id);
  }
}

void RuleMatcher::try_row(Search& search, std::uint32_t atom, RowId id) const {
  if (++steps_ > max_steps) return;
  const Row row = search.rows.at(id);
  const std::vector<TermId> before = search.bound;
  const Atom& pattern = search.rule.body[atom];
  if (bind(pattern.subject, row.subject, search.bound) && bind(pattern.object, row.object, search.bound)) {
    search.met[atom] = id;
    go_on(search);
    search.met[atom] = RowId::none;
  }
  search.bound = before;
}

/// The open premise of which most is known.
std::uint32_t RuleMatcher::next_atom(const Search& search) {
  std::uint32_t best = 0;
  int most = -1;
  for (std::uint32_t i = 0; i < search.met.size(); ++i) {
    if (search.met[i] != RowId::none) continue;
    const Atom& atom = search.rule.body[i];
    const int known = (value(atom.subject, search.bound) != TermId::none ? 1 : 0) +
                      (value(atom.object, search.bound) != TermId::none ? 1 : 0);
    if (known > most) {
      most = known;
      best = i;
    }
  }
  return best;
}

void RuleMatcher::go_on(Search& search) const {
  if (std::find(search.met.begin(), search.met.end(), RowId::none) == search.met.end()) return finish(search);
  const std::uint32_t open = next_atom(search);
  const Atom& atom = search.rule.body[open];
  const TermId subject = value(atom.subject, search.bound);
  const TermId object = value(atom.object, search.bound);
  const auto use = [&](RowId id) { try_row(search, open, id); };
  if (subject != TermId::none)
    search.rows.for_each_of_subject(atom.predicate, subject, use);
  else if (object != TermId::none)
    search.rows.for_each_of_object(atom.predicate, object, use);
  else
    search.rows.for_each_of_predicate(atom.predicate, use);
}

void RuleMatcher::finish(Search& search) {
  for (const auto& [left, right] : search.rule.differences)
    if (value(left, search.bound) == value(right, search.bound)) return;
  Match match{search.rule.iri, {}, search.met};
  for (const Atom& atom : search.rule.head)
    match.conclusions.push_back(
        {value(atom.subject, search.bound), atom.predicate, value(atom.object, search.bound), TermId::none});
  search.use(match);
}

}  // namespace graphwright::entailment
