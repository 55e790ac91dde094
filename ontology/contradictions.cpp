#include "contradictions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "graphwright/ontology.hpp"

#include "meanings.hpp"
#include "wording.hpp"

namespace graphwright::entailment {
namespace {

constexpr std::size_t most = 10'000;
constexpr std::size_t most_notes = 8;

}  // namespace

void Contradictions::add(std::string_view rule, std::vector<Premise> premises, std::string what) {
  if (found_.size() >= most) return;
  found_.push_back({rule, fmt::format("{} ({})", what, local_name(rule)), grounds_of(std::move(premises))});
}

/// The stated facts and statements that premises rest on.
std::vector<Premise> Contradictions::grounds_of(std::vector<Premise> open) const {
  std::vector<Premise> grounds;
  std::vector<Premise> seen;
  while (!open.empty()) {
    const Premise premise = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), premise) != seen.end()) continue;
    seen.push_back(premise);
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

/// What makes two contradictions the same: their rule and the facts behind them.
std::vector<std::uint32_t> Contradictions::key_of(const Contradiction& one) {
  std::vector<std::uint32_t> key;
  for (const Premise& premise : one.grounds) {
    key.push_back(index(premise.statement));
    key.push_back(index(premise.fact));
  }
  for (char c : one.rule) key.push_back(static_cast<unsigned char>(c));
  return key;
}

void Contradictions::report(Diagnostics& diagnostics) const {
  std::vector<const Contradiction*> order;
  for (const Contradiction& one : found_) order.push_back(&one);
  const auto key = [&](const Contradiction* one) {
    return std::tuple(one->grounds.empty() ? Location{} : location(one->grounds.back()),
                      std::string_view(one->message));
  };
  std::sort(order.begin(), order.end(),
            [&](const Contradiction* a, const Contradiction* b) { return key(a) < key(b); });
  std::set<std::vector<std::uint32_t>> told;
  for (const Contradiction* one : order) {
    // What follows both ways round, or along two ways, from the same facts is told once.
    if (!told.insert(key_of(*one)).second) continue;
    std::vector<Note> notes;
    for (std::size_t i = 0; i + 1 < one->grounds.size() && i < most_notes; ++i) {
      const Statement statement = graph_.statement(one->grounds[i].statement);
      notes.push_back(
          {location(one->grounds[i]),
           fmt::format("with {} {} {}", wording::shown(graph_, statement.subject),
                       wording::shown(graph_, statement.predicate), wording::shown(graph_, statement.object))});
    }
    diagnostics.error("inconsistent", one->grounds.empty() ? Location{} : location(one->grounds.back()), one->message,
                      std::move(notes));
  }
}

}  // namespace graphwright::entailment
