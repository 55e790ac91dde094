#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauses.hpp"
#include "dates.hpp"
#include "referents.hpp"
#include "register.hpp"
#include "rules.hpp"

namespace graphwright::extraction {

/// A fact that a rule found in a sentence; tokens [first, last) hold it.
struct EventFact {
  std::string_view relation;
  EntityId subject = no_entity;
  EntityId object = no_entity;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Reality reality = Reality::real;
  EntityId speaker = no_entity;
  std::string speaker_text;
  std::string time;
  std::string place;
  std::string_view rule;
  /// It is what somebody accuses its subject of.
  bool is_accusation = false;
};

/// What the rules found in a sentence, and who denies what they are accused of there.
struct SentenceEvents {
  std::vector<EventFact> facts;
  Entities deniers;
};

/// What the rules need of an article beside the sentence.
struct EventContext {
  std::string_view text;
  const Lexicon& lexicon;
  const std::vector<Rule>& rules;
  Register& entities;
  Discourse& discourse;
  const Dateline& dateline;
};

/// Runs all rules over a sentence whose phrases and referents are known.
///
/// @complexity linear in the chunks times the rules of a trigger
SentenceEvents find_events(const EventContext& context, SentenceChunks& sentence);

}  // namespace graphwright::extraction
