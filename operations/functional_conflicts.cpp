#include "functional_conflicts.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/time_span.hpp"

namespace graphwright {
namespace {

/// A value of a functional property with the days on which it holds.
struct Value {
  TermId object = TermId::none;
  TimeSpan span;
  Location location;
};

std::string text_of(const Graph& graph, TermId id) {
  std::string text;
  append_ntriples(graph.view(id), text);
  return text;
}

class ConflictFinder {
 public:
  ConflictFinder(const Graph& graph, Diagnostics& diagnostics) : graph_(graph), diagnostics_(diagnostics) {}

  std::size_t run(const std::set<std::string>& functional) {
    std::vector<bool> is_functional(graph_.terms().size());
    for (const std::string& iri : functional)
      if (const TermId id = graph_.terms().find_iri(iri); id != TermId::none) is_functional[index(id)] = true;
    std::vector<StatementId> statements;
    for (StatementId id : canonical_statements(graph_))
      if (graph_.is_asserted(id) && is_functional[index(graph_.statement(id).predicate)]) statements.push_back(id);
    std::stable_sort(statements.begin(), statements.end(),
                     [&](StatementId a, StatementId b) { return key(a) < key(b); });
    for (auto first = statements.begin(); first != statements.end();) {
      const auto last = std::find_if(first, statements.end(), [&](StatementId id) { return key(id) != key(*first); });
      if (last - first > 1) compare(first, last);
      first = last;
    }
    return count_;
  }

 private:
  /// The order among these is never seen: messages are sorted by their place.
  std::pair<TermId, TermId> key(StatementId id) const {
    const Statement one = graph_.statement(id);
    return {one.subject, one.predicate};
  }

  std::vector<Value> values_of(StatementId id) const {
    const TermId object = graph_.statement(id).object;
    std::vector<Value> values;
    for (FactId fact : graph_.facts_of(id)) {
      if (graph_.fact(fact).modality != Modality::asserted) continue;
      const TimeResult time = parse_time(graph_.view(graph_.fact(fact).time).text);
      const Location at = graph_.location(fact);
      values.push_back({object, time.span.value_or(TimeSpan{}), at.line == 0 ? graph_.location(id) : at});
    }
    if (values.empty()) values.push_back({object, {}, graph_.location(id)});
    return values;
  }

  template <typename Iterator>
  void compare(Iterator first, Iterator last) {
    std::vector<Value> known;
    const Statement of = graph_.statement(*first);
    for (; first != last; ++first) {
      const std::vector<Value> values = values_of(*first);
      for (const Value& one : values) {
        const auto other = std::find_if(known.begin(), known.end(), [&](const Value& earlier) {
          return earlier.object != one.object && overlap(earlier.span, one.span);
        });
        if (other == known.end()) continue;
        report(of, *other, one);
        break;
      }
      known.insert(known.end(), values.begin(), values.end());
    }
  }

  void report(const Statement& of, Value a, Value b) {
    ++count_;
    if (b.location < a.location) std::swap(a, b);
    diagnostics_.warning(
        "merge-conflict", b.location,
        fmt::format("{} has one {} at a time, but two are stated: {} and {}", text_of(graph_, of.subject),
                    text_of(graph_, of.predicate), text_of(graph_, a.object), text_of(graph_, b.object)),
        {{a.location, fmt::format("{} is stated here", text_of(graph_, a.object))}});
  }

  const Graph& graph_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace

std::size_t report_conflicts(const Graph& graph, const std::set<std::string>& functional, Diagnostics& diagnostics) {
  if (functional.empty()) return 0;
  return ConflictFinder(graph, diagnostics).run(functional);
}

}  // namespace graphwright
