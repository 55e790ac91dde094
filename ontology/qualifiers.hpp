#pragma once

#include <optional>
#include <span>

#include "graphwright/graph.hpp"

namespace graphwright::entailment {

/// When, where and by whom a premise or conclusion is held.
struct Qualifiers {
  TermId time = TermId::none;
  TermId place = TermId::none;
  TermId speaker = TermId::none;
  Modality modality = Modality::asserted;
  /// Whether there is a fact behind it, not only a bare statement.
  bool is_fact = false;

  friend bool operator==(const Qualifiers&, const Qualifiers&) = default;
  bool is_undisputed() const { return modality == Modality::asserted && speaker == TermId::none; }
};

Qualifiers qualifiers_of(const Fact& fact);

/// The time in which both hold: `none` is always; absent where they do not meet.
std::optional<TermId> meet(Graph& graph, TermId a, TermId b);

/// What holds of a conclusion from such premises: the weakest modality, the meeting of the times, the
/// common place and speaker. Absent where they cannot hold together.
std::optional<Qualifiers> combine(Graph& graph, std::span<const Qualifiers> premises);

}  // namespace graphwright::entailment
