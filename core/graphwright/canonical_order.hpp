#pragma once

#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// A statement without its subject and graph.
struct CanonicalLine {
  StatementId id = StatementId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
};

/// The lines of one subject in one graph: those from `begin` to before `end`.
struct SubjectLines {
  TermId graph = TermId::none;
  TermId subject = TermId::none;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// All statements in canonical order, side by side: walking the graph's own rows in that order would wait
/// for memory at each.
struct CanonicalLines {
  std::vector<CanonicalLine> lines;
  std::vector<SubjectLines> subjects;
};

/// Sorts statements by the texts of graph, subject, predicate and object; no id takes part.
///
/// Of equal statements, which only `Graph::append_statement` lets stand, the first is given.
///
/// @complexity n log n on ranks, after ranking the terms once
CanonicalLines canonical_lines(const Graph& graph);

/// The ids of `canonical_lines`.
std::vector<StatementId> canonical_statements(const Graph& graph);

/// Sorts facts by their statement, then time, place, modality, speaker and edge id.
std::vector<FactId> canonical_facts(const Graph& graph);

/// Sorts the evidence of a fact by source, begin, quote; gives indices into `graph.evidence()`.
std::vector<std::uint32_t> canonical_evidence(const Graph& graph, FactId fact);

}  // namespace graphwright
