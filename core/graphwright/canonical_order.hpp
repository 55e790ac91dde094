#pragma once

#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// Sorts statements by the texts of graph, subject, predicate and object; no id takes part.
///
/// @complexity n log n on ranks, after ranking the terms once
std::vector<StatementId> canonical_statements(const Graph& graph);

/// Sorts facts by their statement, then time, place, modality, speaker and edge id.
std::vector<FactId> canonical_facts(const Graph& graph);

/// Sorts the evidence of a fact by source, begin, quote; gives indices into `graph.evidence()`.
std::vector<std::uint32_t> canonical_evidence(const Graph& graph, FactId fact);

}  // namespace graphwright
