#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/isomorphism.hpp"
#include "graphwright/output.hpp"
#include "graphwright/replay.hpp"

namespace graphwright {

/// A fact, or a statement of which nothing more is known, that two graphs do not state alike.
struct FactChange {
  enum class Kind : std::uint8_t { removed, added, changed };

  Kind kind = Kind::changed;
  /// What the first graph says; a statement of `none` where it is added.
  Premise before;
  /// What the second graph says; a statement of `none` where it is removed.
  Premise after;
};

/// How two graphs are compared.
struct DiffOptions {
  /// Which derived statements are compared, and how facts are written in a patch.
  ViewOptions view;
  /// Steps that comparing blank nodes may take, once to tell whether the graphs are the same and once to
  /// match those of graphs that are not.
  std::uint64_t limit = default_matching_limit;
};

/// What makes two graphs differ.
struct GraphDiff {
  /// Both graphs as they were compared. Blank nodes of the second that were matched bear the labels of the
  /// first, the others labels that the first does not have; so equal terms of the two are equal in text.
  Graph before;
  Graph after;
  /// By the text of subject, predicate, object and graph.
  std::vector<FactChange> changes;
  std::size_t unchanged = 0;
  /// Whether the same graph or a different one; `undecided` where only the limit makes them seem different.
  Sameness sameness = Sameness::same;
  /// Whether blank nodes were matched as well as we can before the limit was reached.
  bool is_matched = true;
};

/// Compares what two graphs say: up to the names of blank nodes first, then fact by fact.
///
/// An asserted fact of which nothing more is known is the bare statement; how a fact was derived is not
/// compared. A fact that differs from one of
/// the same statement, or one of the same subject and relation whose object differs, is changed where the
/// two belong together: they are the only ones, or share time, evidence or language.
///
/// @complexity as `find_isomorphism`; then linear in what is the same, n log n in what differs
GraphDiff diff(Graph before, Graph after, const DiffOptions& options = {});

/// Writes the difference as RDF Patch: the quads to delete from the first graph and to add, in canonical order.
///
/// Facts are described as `view.statements` says. Applied to the RDF of `before` it gives that of `after`.
void write_patch(const GraphDiff& diff, const ViewOptions& view, Output& output);

}  // namespace graphwright
