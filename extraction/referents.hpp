#pragma once

#include <string_view>
#include <vector>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// A deed of somebody: the relation, by the rule that found it; empty where there is none.
struct Deed {
  std::string_view relation;
  std::string_view rule;
  EntityId subject = no_entity;
  EntityId object = no_entity;
};

/// Who and what was spoken of last, for pronouns and `the two sides`.
struct Discourse {
  EntityId person = no_entity;
  EntityId polity = no_entity;
  EntityId body = no_entity;
  EntityId group = no_entity;
  EntityId organization = no_entity;
  EntityId region = no_entity;
  EntityId settlement = no_entity;
  EntityId subject = no_entity;
  /// What was told last of somebody's doings: `the move`, `did the same`.
  Deed deed;
  Entities pair;
  /// Between whom a cease-fire was told last: `the deal`.
  Entities truce;
  Entities person_pair;
  /// The later of the two.
  Entities last_pair;
  /// All of them, the latest at the end.
  std::vector<Entities> pairs;
  /// Notes two or more that were named together; the oldest of eight gives way.
  void note_pair(const Entities& named) {
    pairs.push_back(named);
    if (pairs.size() > 8) pairs.erase(pairs.begin());
  }
  /// The persons named last, the latest at the end, each once.
  Entities persons;
  /// The states named last, the latest at the end, each once.
  Entities polities;
};

/// Joins `A, B and C` and gives pronouns and definite phrases whom they mean.
///
/// @complexity linear in the chunks
void find_referents(std::string_view text, const Lexicon& lexicon, Register& entities, Discourse& discourse,
                    SentenceChunks& sentence);

}  // namespace graphwright::extraction
