#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// The terms of IRIs that a graph knows.
inline std::vector<TermId> known_terms(const Graph& graph, std::span<const std::string> iris) {
  std::vector<TermId> known;
  for (const std::string& one : iris)
    if (const TermId id = graph.terms().find_iri(one); id != TermId::none) known.push_back(id);
  return known;
}

/// Whether a term is one of few.
inline bool has(const std::vector<TermId>& terms, TermId term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace graphwright
