#include "change_finder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "term_crossing.hpp"

namespace graphwright {
namespace {

/// More pairs than this are not weighed against each other.
constexpr std::size_t most_pairs = 10'000;

/// What a graph states: each fact, and each bare statement that no asserted fact says as well.
std::vector<Premise> stated(const Graph& graph) {
  std::vector<Premise> result;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    bool is_bare = graph.is_stated(StatementId{row});
    for (FactId fact : graph.facts_of(StatementId{row})) {
      result.push_back({StatementId{row}, fact});
      is_bare = is_bare && graph.fact(fact).modality != Modality::asserted;
    }
    if (is_bare) result.push_back({StatementId{row}, FactId::none});
  }
  return result;
}

bool is_stated_bare(const Graph& graph, StatementId id) {
  if (!graph.is_stated(id)) return false;
  const std::vector<FactId> facts = graph.facts_of(id);
  return std::none_of(facts.begin(), facts.end(),
                      [&](FactId fact) { return graph.fact(fact).modality == Modality::asserted; });
}

class ChangeFinder {
 public:
  explicit ChangeFinder(GraphDiff& diff)
      : diff_(diff), before_(diff.before), after_(diff.after), terms_(before_, after_) {}

  void run() {
    compare_equals();
    std::vector<Premise> added;
    for (const Premise& one : stated(after_))
      if (!is_known(one)) added.push_back(one);
    sort(after_, added);
    sort(before_, removed_);
    pair_by_relation(added);
    sort_changes();
  }

 private:
  using Key = std::array<TermId, 3>;

  struct Group {
    std::vector<Premise> before;
    std::vector<Premise> after;
  };

  /// Finds each fact of the first graph in the second.
  void compare_equals() {
    known_facts_.assign(after_.facts().size(), false);
    known_bare_.assign(after_.statement_count(), false);
    for (const Premise& one : stated(before_)) {
      if (const std::optional<Premise> other = equal(one); !other)
        removed_.push_back(one);
      else if (is_same_evidence(one, *other))
        ++diff_.unchanged;
      else
        diff_.changes.push_back({FactChange::Kind::changed, one, *other});
    }
  }

  /// The fact of the same identity in the second graph, which is known from then on.
  std::optional<Premise> equal(const Premise& one) {
    if (one.fact == FactId::none) {
      const StatementId other = terms_.find(one.statement);
      if (other == StatementId::none || !is_stated_bare(after_, other)) return std::nullopt;
      known_bare_[index(other)] = true;
      return Premise{other, FactId::none};
    }
    const FactId other = terms_.find(one.fact);
    if (other == FactId::none) return std::nullopt;
    known_facts_[index(other)] = true;
    return Premise{after_.fact(other).statement, other};
  }

  bool is_known(const Premise& one) const {
    return one.fact == FactId::none ? known_bare_[index(one.statement)] : known_facts_[index(one.fact)];
  }

  std::size_t shared_evidence(const Premise& a, const Premise& b, bool whole) {
    if (a.fact == FactId::none || b.fact == FactId::none) return 0;
    const std::vector<std::uint32_t> of_b = after_.evidence_of(b.fact);
    std::size_t count = 0;
    for (std::uint32_t row : before_.evidence_of(a.fact))
      count += std::any_of(of_b.begin(), of_b.end(),
                           [&](std::uint32_t other) {
                             return whole ? terms_.is_same_evidence(row, other) : is_same_quote(row, other);
                           })
                   ? 1U
                   : 0U;
    return count;
  }

  bool is_same_quote(std::uint32_t a, std::uint32_t b) {
    const Evidence& one = before_.evidence()[a];
    const Evidence& other = after_.evidence()[b];
    return one.quote != TermId::none && other.quote != TermId::none && terms_.find(one.quote) == other.quote &&
           terms_.find(one.source) == other.source;
  }

  bool is_same_evidence(const Premise& a, const Premise& b) {
    if (a.fact == FactId::none) return true;
    const std::size_t count = before_.evidence_of(a.fact).size();
    return count == after_.evidence_of(b.fact).size() && shared_evidence(a, b, true) == count;
  }

  /// What is left on both sides is paired within one subject, relation and graph.
  void pair_by_relation(const std::vector<Premise>& added) {
    std::map<Key, Group> groups;
    for (const Premise& one : added) groups[key_after(one)].after.push_back(one);
    for (const Premise& one : removed_) {
      const std::optional<Key> key = key_before(one);
      const auto at = key ? groups.find(*key) : groups.end();
      if (at == groups.end())
        diff_.changes.push_back({FactChange::Kind::removed, one, {}});
      else
        at->second.before.push_back(one);
    }
    for (auto& [key, group] : groups) pair(group);
  }

  Key key_after(const Premise& one) const {
    const Statement statement = after_.statement(one.statement);
    return {statement.subject, statement.predicate, statement.graph};
  }
  std::optional<Key> key_before(const Premise& one) {
    const Statement statement = before_.statement(one.statement);
    const Key key{terms_.find(statement.subject), terms_.find(statement.predicate), terms_.find(statement.graph)};
    const bool is_whole =
        key[0] != TermId::none && key[1] != TermId::none && (key[2] != TermId::none || statement.graph == TermId::none);
    return is_whole ? std::optional<Key>(key) : std::nullopt;
  }

  void pair(Group& group) {
    std::unordered_map<TermId, Group> by_object;
    std::vector<TermId> order;
    const auto file = [&](const Premise& one, TermId object, std::vector<Premise> Group::*side) {
      const auto [at, is_new] = by_object.try_emplace(object);
      if (is_new) order.push_back(object);
      (at->second.*side).push_back(one);
    };
    Group rest;
    for (const Premise& one : group.after) file(one, after_.statement(one.statement).object, &Group::after);
    for (const Premise& one : group.before) {
      const TermId object = terms_.find(before_.statement(one.statement).object);
      if (object == TermId::none)
        rest.before.push_back(one);
      else
        file(one, object, &Group::before);
    }
    for (TermId object : order) pair_all(by_object[object], true, rest);
    Group alone;
    pair_all(rest, rest.before.size() == 1 && rest.after.size() == 1, alone);
    for (const Premise& one : alone.before) diff_.changes.push_back({FactChange::Kind::removed, one, {}});
    for (const Premise& one : alone.after) diff_.changes.push_back({FactChange::Kind::added, {}, one});
  }

  /// Pairs those that share most; what shares nothing only if `any` will do. What is left goes to `rest`.
  void pair_all(const Group& group, bool any, Group& rest) {
    struct Candidate {
      std::size_t likeness;
      std::size_t a;
      std::size_t b;
    };
    std::vector<Candidate> candidates;
    if (group.before.size() * group.after.size() <= most_pairs)
      for (std::size_t a = 0; a < group.before.size(); ++a)
        for (std::size_t b = 0; b < group.after.size(); ++b)
          if (const std::size_t likeness = likeness_of(group.before[a], group.after[b]); any || likeness > 1)
            candidates.push_back({likeness, a, b});
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return std::tie(y.likeness, x.a, x.b) < std::tie(x.likeness, y.a, y.b);
    });
    std::vector<bool> used_a(group.before.size());
    std::vector<bool> used_b(group.after.size());
    for (const Candidate& one : candidates) {
      if (used_a[one.a] || used_b[one.b]) continue;
      used_a[one.a] = used_b[one.b] = true;
      diff_.changes.push_back({FactChange::Kind::changed, group.before[one.a], group.after[one.b]});
    }
    for (std::size_t a = 0; a < used_a.size(); ++a)
      if (!used_a[a]) rest.before.push_back(group.before[a]);
    for (std::size_t b = 0; b < used_b.size(); ++b)
      if (!used_b[b]) rest.after.push_back(group.after[b]);
  }

  /// How much two facts of one subject and relation have in common; modality alone counts as nothing.
  std::size_t likeness_of(const Premise& a, const Premise& b) {
    const TermView of_a = before_.view(before_.statement(a.statement).object);
    const TermView of_b = after_.view(after_.statement(b.statement).object);
    std::size_t likeness = of_a.tagged && of_b.tagged && of_a.qualifier == of_b.qualifier ? 8 : 0;
    if (a.fact == FactId::none || b.fact == FactId::none) return likeness;
    const Fact& one = before_.fact(a.fact);
    const Fact& other = after_.fact(b.fact);
    const auto shares = [&](TermId x, TermId y) { return x != TermId::none && terms_.find(x) == y; };
    likeness += shares(one.edge, other.edge) ? 64 : 0;
    likeness += 16 * shared_evidence(a, b, false);
    likeness += shares(one.time, other.time) ? 8 : 0;
    likeness += shares(one.speaker, other.speaker) ? 4 : 0;
    likeness += shares(one.place, other.place) ? 2 : 0;
    return likeness + (one.modality == other.modality ? 1 : 0);
  }

  static int compare_views(const Graph& a, const Premise& x, const Graph& b, const Premise& y) {
    const Statement one = a.statement(x.statement);
    const Statement other = b.statement(y.statement);
    for (TermId Statement::*part : {&Statement::subject, &Statement::predicate, &Statement::object, &Statement::graph})
      if (const int order = compare(a.view(one.*part), b.view(other.*part))) return order;
    if (x.fact == FactId::none || y.fact == FactId::none)
      return static_cast<int>(x.fact != FactId::none) - static_cast<int>(y.fact != FactId::none);
    const Fact& fact = a.fact(x.fact);
    const Fact& other_fact = b.fact(y.fact);
    for (TermId Fact::*part : {&Fact::time, &Fact::place, &Fact::speaker, &Fact::edge})
      if (const int order = compare(a.view(fact.*part), b.view(other_fact.*part))) return order;
    return static_cast<int>(fact.modality) - static_cast<int>(other_fact.modality);
  }

  static void sort(const Graph& graph, std::vector<Premise>& premises) {
    std::sort(premises.begin(), premises.end(),
              [&](const Premise& a, const Premise& b) { return compare_views(graph, a, graph, b) < 0; });
  }

  void sort_changes() {
    const auto graph_of = [&](const FactChange& one) -> const Graph& {
      return one.kind == FactChange::Kind::added ? after_ : before_;
    };
    const auto premise_of = [](const FactChange& one) {
      return one.kind == FactChange::Kind::added ? one.after : one.before;
    };
    std::sort(diff_.changes.begin(), diff_.changes.end(), [&](const FactChange& a, const FactChange& b) {
      if (const int order = compare_views(graph_of(a), premise_of(a), graph_of(b), premise_of(b))) return order < 0;
      return a.kind < b.kind;
    });
  }

  GraphDiff& diff_;
  const Graph& before_;
  const Graph& after_;
  TermCrossing terms_;
  std::vector<Premise> removed_;
  std::vector<bool> known_facts_;
  std::vector<bool> known_bare_;
};

}  // namespace

void find_changes(GraphDiff& diff) { ChangeFinder(diff).run(); }

}  // namespace graphwright
