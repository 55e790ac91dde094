#include "contradictions.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "graphwright/ontology.hpp"

#include "meanings.hpp"
#include "wording.hpp"

namespace graphwright::entailment {
namespace {

constexpr std::size_t most = 10'000;
constexpr std::size_t most_notes = 8;

/// What makes two contradictions the same: their rule and the facts behind them.
using Key = std::pair<std::string, std::vector<std::uint32_t>>;

Key key_of(const Contradiction& one) {
  Key key{one.rule, {}};
  for (const Premise& premise : one.facts) {
    key.second.push_back(index(premise.statement));
    key.second.push_back(index(premise.fact));
  }
  return key;
}

}  // namespace

void Contradictions::add(std::string_view rule, std::vector<Premise> premises, std::string what) {
  if (found_.size() >= most) return;
  found_.push_back({std::string(local_name(rule)), std::move(what), grounds_of(std::move(premises))});
}

/// The stated facts and statements that premises rest on.
std::vector<Premise> Contradictions::grounds_of(std::vector<Premise> open) const {
  std::vector<Premise> grounds;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  while (!open.empty()) {
    const Premise premise = open.back();
    open.pop_back();
    if (!seen.emplace(index(premise.statement), index(premise.fact)).second) continue;
    if (const Derivation* derivation = graph_.derivation_of(premise); derivation != nullptr)
      open.insert(open.end(), derivation->premises.begin(), derivation->premises.end());
    else
      grounds.push_back(premise);
  }
  const auto by_place = [&](const Premise& a, const Premise& b) {
    return std::tuple(location(a), index(a.statement), index(a.fact)) <
           std::tuple(location(b), index(b.statement), index(b.fact));
  };
  std::sort(grounds.begin(), grounds.end(), by_place);
  return grounds;
}

Location Contradictions::location(const Premise& premise) const {
  return premise.fact == FactId::none ? position_of(graph_, premise.statement) : graph_.location(premise.fact);
}

std::vector<Contradiction> Contradictions::listed() const {
  std::vector<const Contradiction*> order;
  for (const Contradiction& one : found_) order.push_back(&one);
  const auto key = [&](const Contradiction* one) {
    return std::tuple(one->facts.empty() ? Location{} : location(one->facts.back()), std::string_view(one->message),
                      std::string_view(one->rule));
  };
  std::sort(order.begin(), order.end(),
            [&](const Contradiction* a, const Contradiction* b) { return key(a) < key(b); });
  // What follows both ways round, or along two ways, from the same facts is told once.
  std::set<Key> told;
  std::vector<Contradiction> list;
  for (const Contradiction* one : order)
    if (told.insert(key_of(*one)).second) list.push_back(*one);
  return list;
}

void Contradictions::report(Diagnostics& diagnostics) const {
  for (const Contradiction& one : listed()) {
    std::vector<Note> notes;
    for (std::size_t i = 0; i + 1 < one.facts.size() && i < most_notes; ++i) {
      const Statement statement = graph_.statement(one.facts[i].statement);
      notes.push_back({location(one.facts[i]), fmt::format("with {} {} {}", wording::shown(graph_, statement.subject),
                                                           wording::shown(graph_, statement.predicate),
                                                           wording::shown(graph_, statement.object))});
    }
    diagnostics.error("inconsistent", one.facts.empty() ? Location{} : location(one.facts.back()),
                      fmt::format("{} ({})", one.message, one.rule), std::move(notes));
  }
}

}  // namespace graphwright::entailment
