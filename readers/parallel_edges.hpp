#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doctor_findings.hpp"

namespace graphwright {

/// Finds the edges that Gephi takes for one: of the same ends, direction and kind.
class ParallelEdges {
 public:
  void add(std::string source, std::string target, std::string kind, bool is_directed, Location location) {
    if (!is_directed && target < source) std::swap(source, target);
    edges_.push_back({std::move(source), std::move(target), std::move(kind), is_directed, location});
  }

  void report(DoctorFindings& findings) {
    std::stable_sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return key(a) < key(b); });
    std::size_t merged = 0;
    const Edge* first = nullptr;
    for (std::size_t at = 1; at < edges_.size(); ++at) {
      if (key(edges_[at - 1]) != key(edges_[at])) continue;
      ++merged;
      if (first == nullptr || edges_[at].location < first->location) first = &edges_[at];
    }
    if (first == nullptr) return;
    findings.add("gephi-merge", first->location,
                 fmt::format("Gephi will merge {} parallel edge{} of one kind into others, the first from '{}' to "
                             "'{}'",
                             merged, merged == 1 ? "" : "s", first->source, first->target));
  }

 private:
  struct Edge {
    std::string source;
    std::string target;
    std::string kind;
    bool is_directed;
    Location location;
  };
  static std::tuple<std::string_view, std::string_view, std::string_view, bool> key(const Edge& one) {
    return {one.source, one.target, one.kind, one.is_directed};
  }

  std::vector<Edge> edges_;
};

/// Finds parallel edges that share an id, by which NetworkX tells them apart.
class EdgeIds {
 public:
  /// Whether an edge of this id was there between the same ends; an edge without an id repeats none.
  bool repeats(std::string_view id, std::string_view source, std::string_view target, bool is_directed) {
    if (!is_directed && target < source) std::swap(source, target);
    return !id.empty() && !edges_.insert(fmt::format("{}\n{}\n{}", id, source, target)).second;
  }

 private:
  std::unordered_set<std::string> edges_;
};

}  // namespace graphwright
