#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/extraction.hpp"

#include "lexicon.hpp"

namespace graphwright::extraction {

enum class TriggerKind : std::uint8_t { verb, noun, compound };

/// The arguments that a rule can name; a preposition is one by its word.
enum class SlotKind : std::uint8_t {
  subject,
  object,
  owner,
  agent,
  parties,
  context,
  compound,
  self,
  body,
  other,
  main,
  clause,
  holder,
  preposition
};

/// An argument of the trigger, or of one of its arguments (`obj.with`).
struct Slot {
  SlotKind kind = SlotKind::subject;
  std::string preposition;
  /// The argument whose argument it is; empty: the trigger's own.
  std::string of;
};

/// Slots that are joined; a rule has several such groups of which the first that is filled counts.
using SlotGroup = std::vector<Slot>;

/// A condition: the head noun of an argument is of one of some classes, or the argument names a state or body
/// (`actor`), an armed group (`group`), a person (`person`) or a place (`place`), or is there at all (`any`).
struct Condition {
  std::string argument;
  std::vector<ClassId> nouns;
  bool takes_actor = false;
  bool takes_place = false;
  bool takes_person = false;
  bool takes_group = false;
  bool takes_any = false;
  bool is_negative = false;
};

/// An event rule as it runs.
struct Rule {
  RuleText text;
  TriggerKind trigger = TriggerKind::verb;
  ClassId trigger_class = ClassId::none;
  std::vector<std::string> participles;
  std::vector<Condition> conditions;
  std::vector<SlotGroup> first;
  std::vector<SlotGroup> second;
  bool is_symmetric = false;
  /// The words say what is so, though their verb is one of planning: `promised its support`.
  bool is_real = false;
  /// Its verb is no passive: `joined by` is no membership.
  bool is_active = false;
  /// Its verb is an infinitive of what was agreed: `agreed to stop`.
  bool is_agreed = false;
};

/// What a relation takes: the kinds of its subjects and objects, by the ontology's domains and ranges.
struct RelationType {
  std::string_view relation;
  std::uint8_t subjects = 0;
  std::uint8_t objects = 0;
  bool is_symmetric = false;
};

const RelationType* find_relation(std::string_view relation);
constexpr std::uint8_t bit(NameKind kind) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind)); }

/// Reads rules, one a line; what is wrong in a line is given as a message beside its number.
std::vector<Rule> read_rules(std::string_view text, Lexicon& lexicon,
                             std::vector<std::pair<std::uint32_t, std::string>>& faults);

}  // namespace graphwright::extraction
