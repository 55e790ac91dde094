#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/output.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/scratch_file.hpp"
#include "graphwright/sink.hpp"

#include "turtle_grouped.hpp"
#include "turtle_names.hpp"

namespace graphwright {

/// The statements of a document of which memory may hold only a part: sorted runs in temporary files.
///
/// Runs are sorted as grouped Turtle holds them: what is about facts behind all else, then by graph, subject,
/// predicate with rdf:type first, and object. So one pass over all runs side by side writes the document, and
/// no subject has too many statements.
class TurtleRuns {
 public:
  /// Reads and writes temporary files within so many bytes of memory, or a few more where they are very few.
  explicit TurtleRuns(std::size_t memory) : memory_(memory) {}

  bool is_empty() const { return levels_.empty(); }
  /// Sets the statements of a graph aside; `prefixes` are those declared by now.
  void add(const Graph& graph, const PrefixMap& prefixes);
  /// Writes all statements as Turtle or TriG (see `TurtleInOrder`); gives their number, repetitions not counted.
  ///
  /// @complexity n log k for k runs; runs are read once more where prefixes were declared behind the first
  std::size_t write(const TurtleOptions& options, Output& out);

 private:
  void add(ScratchFile run, std::size_t level);
  std::vector<const ScratchFile*> runs() const;
  void note_prefixes(const PrefixMap& prefixes);
  void note_names_again(const PrefixMap& prefixes);
  void note(const StatementView& statement, unsigned shared);
  void note(const TermView& term);

  std::size_t memory_;
  /// Many runs of a level are joined to one of the next, so that few are open at once.
  std::vector<std::vector<ScratchFile>> levels_;
  PrefixMap prefixes_;
  std::optional<TurtleNames> names_;
  bool are_names_complete_ = true;
  bool needs_version_12_ = false;
};

}  // namespace graphwright
