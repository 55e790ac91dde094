#pragma once

#include <string_view>
#include <vector>

#include "events.hpp"

namespace graphwright::extraction {

/// An entity in the role of an argument, and the chunk that names it.
struct Argument {
  EntityId entity = no_entity;
  std::size_t chunk = no_chunk;
};
using Arguments = std::vector<Argument>;

/// Who fills the slots of a rule at a verb or noun of a sentence.
class EventArguments {
 public:
  EventArguments(const EventContext& context, SentenceChunks& sentence);

 protected:
  bool is_noun(std::size_t at, ClassId one) const;
  static const Compound* compound_of(const Rule& rule, const Chunk& one);
  /// The chunk of a verb's or noun's argument by its name in a rule.
  std::size_t argument_of(std::string_view name, std::size_t at) const;
  /// What is said of the object right behind it: `holds Damascus responsible`.
  std::size_t after_object(std::size_t verb) const;
  // ---- arguments ----
  Arguments entities_of(std::size_t at, bool wants_place);
  /// `each other`, `the other side`: the subject of the verb, turned round.
  static bool is_reciprocal(std::string_view words);
  std::string_view surface(const Chunk& one) const;
  static void append(Arguments& to, const Arguments& from);
  Arguments owners_of(std::size_t at) const;
  Arguments behind(std::size_t noun, std::string_view preposition, bool wants_place);
  /// A complement belongs to a noun unless another event noun stands between them.
  bool belongs(std::size_t noun, std::size_t phrase) const;
  bool is_support(std::size_t verb) const;
  Arguments agent(std::size_t noun);
  Arguments parties(std::size_t noun);
  /// The two parties spoken of: those of an event of this sentence, else those named together last,
  /// without those who are the subject already.
  Arguments context(std::size_t at, bool of_persons);
  /// `declared a truce`: one side alone.
  bool is_unilateral(std::size_t noun) const;
  /// Whether a pair is only named further on in the sentence.
  bool is_later(const Entities& pair, std::size_t at) const;
  /// Of whom a noun is said: `China, its ally`, `China is its ally`.
  Arguments holder(std::size_t noun);
  /// What the persons of a pair stand for, where each stands for something else; else the pair.
  Entities lifted(const Entities& pair) const;
  /// The subject of the clause to which a noun behind `with` is an adverbial: `with the backing of X, Y took`.
  Arguments main(std::size_t noun);
  /// The subject of the clause behind `that`: `alleged that Y had`.
  Arguments clause(std::size_t verb);
  /// The other of the two parties spoken of last.
  Arguments other(std::size_t at);
  bool is_collective(EntityId id) const {
    return entities_[id].kind != NameKind::person && entities_[id].kind != NameKind::place;
  }
  static Arguments arguments(const Entities& all, std::size_t at);
  /// The subject; of a list before `who commands` only the last.
  Arguments subjects(std::size_t verb, bool wants_place);
  Arguments fill(const Rule& rule, const Slot& slot, std::size_t at, bool wants_place);
  /// `the Ukrainian delegation`: the body itself, not the state that its actors are.
  Arguments body(std::size_t at);
  Arguments fill(const Rule& rule, const std::vector<SlotGroup>& groups, std::size_t at, bool wants_place);
  /// What is said of somebody may be said of what is theirs: `praised Norway's restraint`, `denounced the move`.
  static bool is_stance(std::string_view relation);
  Arguments owner_of_deed(std::size_t at) const;
  static bool is_deed(std::string_view relation);
  /// What two do with or to each other: they are a pair that other words may mean.
  static bool makes_a_pair(std::string_view relation);

  const EventContext& context_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  Clauses clauses_;
  std::vector<EventFact> facts_;
  bool takes_owner_ = false;
  /// Of the parties asked for last, those behind `with`: they need not have met each other.
  Arguments joined_by_with_;
  ClassId support_, agree_, sign_, implicative_, impose_, attack_, talks_, ceasefire_, body_, delegation_, orgnoun_,
      war_, agreement_, visit_, respond_, fire_, deed_, declare_, broker_, mediate_;
};

}  // namespace graphwright::extraction
