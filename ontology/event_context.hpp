#pragma once

#include <unordered_map>

#include "meanings.hpp"
#include "qualifiers.hpp"

namespace graphwright::entailment {

/// What the events of a graph say of themselves: gw:time, gw:place (and properties below it),
/// gw:speaker and gw:modality on the event's own node.
class EventContext {
 public:
  EventContext(const Graph& graph, const Ontology& ontology, Meanings& meanings);

  /// What is known of an event; everything unknown where it says nothing of itself.
  Qualifiers of(TermId event) const;

 private:
  /// A value that counts only where it is the only one.
  struct Single {
    TermId value = TermId::none;
    bool has_others = false;
    void take(TermId other);
    TermId get() const { return has_others ? TermId::none : value; }
  };
  struct Row {
    Single time;
    Single place;
    Single speaker;
    Modality modality = Modality::asserted;
  };

  void read(const Graph& graph, const Statement& statement, std::string_view kind);

  std::unordered_map<TermId, Row> rows_;
};

}  // namespace graphwright::entailment
