#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon.hpp"
#include "tokens.hpp"

namespace graphwright::extraction {

/// An entity of one article.
using EntityId = std::uint32_t;
inline constexpr EntityId no_entity = 0xFFFFFFFF;
using Entities = std::vector<EntityId>;

/// What a chunk of a sentence is.
enum class ChunkKind : std::uint8_t { word, mark, name, date, phrase, verb };

/// The status that words around an event give it.
enum class Reality : std::uint8_t { real, hypothetical, denied };

/// A verb group: auxiliaries, negation and the verb itself.
struct VerbGroup {
  std::string lemma;
  const std::vector<ClassId>* classes = nullptr;
  bool is_passive = false;
  bool is_infinitive = false;
  bool is_gerund = false;
  bool is_reduced = false;
  bool is_finite = false;
  bool is_present = false;
  bool is_copula = false;
  /// With `have`: it was done before.
  bool is_perfect = false;
  Reality reality = Reality::real;
  bool is(ClassId one) const {
    if (classes != nullptr)
      for (ClassId has : *classes)
        if (has == one) return true;
    return false;
  }
};

/// A participle compound before a noun: Russian-brokered.
struct Compound {
  std::string participle;
  Entities actors;
  /// Of whom in a list it is said; of all that the phrase names where this is empty.
  Entities said_of = {};
};

/// A stretch of a sentence that later stages take as one: tokens [first, last).
///
/// A name has actors; a phrase may have actors, owners (possessors and demonyms before its head) and
/// the class of its head noun.
struct Chunk {
  ChunkKind kind = ChunkKind::word;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const Word* word = nullptr;
  std::string key;
  NameKind name_kind = NameKind::place;
  NameForm form = NameForm::name;
  bool is_guess = false;
  bool is_pair = false;
  Entities actors;
  Entities owners;
  std::vector<Compound> compounds;
  std::string head;
  ClassId noun = ClassId::none;
  bool is_plural = false;
  bool is_people = false;
  bool is_place = false;
  bool is_definite = false;
  bool is_coreferent = false;
  /// A pronoun that is the phrase, or that owns it (`its troops`).
  std::string pronoun;
  std::string owner_pronoun;
  /// A common noun that owns the phrase: `the league's decision`.
  std::string owner_head;
  std::uint8_t owner_number = 0;
  bool is_owner_plural = false;
  /// How many the phrase speaks of (`the two sides`), 0 where it does not say.
  std::uint8_t number = 0;
  bool is_part = false;
  /// `the first`, `the only`, `the latest` of some.
  bool is_first = false;
  Reality reality = Reality::real;
  std::string time;
  bool is_future_time = false;
  VerbGroup verb;
};

/// A sentence on its way through the stages.
struct SentenceChunks {
  Stretch stretch;
  std::vector<Token> tokens;
  std::vector<Chunk> chunks;
};

/// The words of a chunk, as they stand in the text of the article.
std::string_view surface(std::string_view text, const SentenceChunks& sentence, const Chunk& one);

/// The name of a capital as a place, without the words before it: `much of Khartoum`, `central Kyiv`.
std::string_view capital_name(std::string_view text, const SentenceChunks& sentence, const Chunk& one);

}  // namespace graphwright::extraction
