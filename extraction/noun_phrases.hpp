#pragma once

#include "phrase_words.hpp"

namespace graphwright::extraction {

/// Reads a noun phrase and says whom it names: `the Chilean-backed rebels`, `Idlib province`.
class NounPhrases : public PhraseWords {
 public:
  using PhraseWords::PhraseWords;

 protected:
  void add_owner(Chunk& phrase, const Chunk& name) const;
  /// Whether a noun phrase goes on behind a name: `Idlib province`, `Hamas fighters`, `Ukraine war`.
  bool goes_on_behind_name(std::size_t at, const Chunk& name) const;
  /// `the capital Juba`: the name behind a noun for places.
  bool names_place(const Chunk& phrase, std::size_t at) const;
  /// `cease-fire agreement`, `mediation effort`: the first noun tells what it is.
  void take_telling_modifier(Chunk& phrase) const;
  /// `the Chilean businessman Luis Vega`: the name behind a noun for persons.
  bool names_person(const Chunk& phrase, std::size_t at) const;
  /// A phrase that is being read: up to which chunk, and whether its head noun was there.
  struct Reading {
    Chunk phrase;
    std::size_t at = 0;
    bool has_head = false;
  };
  enum class Step : std::uint8_t { goes_on, ends };

  /// Takes a phrase where one begins and puts it out; the number of its chunks.
  std::size_t take_phrase();
  Step take_next(Reading& now);
  Step take_date(Reading& now) const;
  Step take_name(Reading& now);
  /// Past a name that only modifies what follows, `Idlib` before `province`; the place itself where it is the head.
  std::size_t past_modifying_name(std::size_t at) const;
  Step take_mark(Reading& now);
  Step take_word(Reading& now);
  /// `-backed` behind `rebel`.
  Step take_second_half(Reading& now);
  Step take_pronoun(Reading& now) const;
  Step take_determiner(Reading& now) const;
  Step take_number(Reading& now) const;
  Step take_noun(Reading& now);
  bool is_adjective(std::size_t at, bool has_head) const;
  /// What the phrase names and what kind of noun its head is.
  void finish_phrase(Chunk& phrase, std::size_t& at);
  /// `the two bombed each other`: a verb of the past, no adjective.
  bool is_done(std::size_t at) const;
  /// `tiny Djibouti`: an unknown word right before a known state or place tells how it is.
  bool is_before_state(std::size_t at) const;
  /// `each other`, `one another`, `each` alone: how many words, 0 for any other.
  std::size_t pair_word(std::size_t at) const;
  /// Makes a phrase that of the two spoken of.
  static void mean_two(Chunk& phrase);
  /// Takes these words as a phrase of the two spoken of, with what they own; the number of chunks.
  std::size_t take_pair_word();
  /// `side`, `country`, `government`: who can be one of two.
  bool is_party(std::size_t at) const {
    return is_word(at) && (lexicon_.has_noun_class(chunks_[at].key, party_) ||
                           lexicon_.has_noun_class(plural_of(chunks_[at].key), party_));
  }
  /// `Both claim the region`: the two named before.
  bool is_both(const Chunk& phrase) const;
  /// `French, German, Russian and Ukrainian advisers`: demonyms in a row before one noun.
  std::size_t next_demonym(std::size_t at) const;
  bool joins_demonyms(std::size_t at) const;
  /// `the league's decision`, `the rebels' advance`: the noun so far owns what follows.
  void take_possessor(Chunk& phrase);
  bool is_armed_word(std::size_t at) const { return is_word(at) && lexicon_.has_noun_class(chunks_[at].key, armed_); }
  static std::string plural_of(const std::string& key) { return key.ends_with("s") ? key : key + "s"; }
  static void head_name(Chunk& phrase, const Chunk& name);
  void classify(Chunk& phrase);
  /// `fourteen armed groups`, `a rebel faction`: a group by the adjective.
  bool is_armed_band(const Chunk& phrase) const;
  std::string_view last_words(const Chunk& phrase, std::size_t count) const;
  /// The words of a phrase without its article.
  std::string_view bare(const Chunk& phrase) const;
  bool is_group(EntityId id) const;
  EntityId armed_group(const Chunk& phrase);
  /// `Idlib province`, `the city of Goma` (its name follows), `the region`.
  void classify_place(Chunk& phrase);

  std::size_t head_word_ = 0;
};

}  // namespace graphwright::extraction
