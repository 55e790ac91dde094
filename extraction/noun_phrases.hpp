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
  std::size_t take_phrase();
  /// `the two bombed each other`: a verb of the past, no adjective.
  bool is_done(std::size_t at) const;
  /// `tiny Djibouti`: an unknown word right before a known state or place tells how it is.
  bool is_before_state(std::size_t at) const;
  /// `each other`, `one another`, `each` alone: how many words, 0 for any other.
  std::size_t pair_word(std::size_t at) const;
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
