#pragma once

#include <string_view>
#include <vector>

#include "chunk.hpp"

namespace graphwright::extraction {

inline constexpr std::size_t no_chunk = static_cast<std::size_t>(-1);

/// A phrase behind a preposition.
struct Complement {
  std::string_view preposition;
  std::size_t phrase = no_chunk;
};

/// The arguments of a verb group, as places of chunks; in a passive the subject is the `by` phrase.
struct VerbFrame {
  std::size_t subject = no_chunk;
  std::size_t object = no_chunk;
  std::vector<Complement> complements;
  /// The verb that an infinitive, gerund or coordinate verb depends on.
  std::size_t governor = no_chunk;
  Reality reality = Reality::real;
  /// An infinitive of what somebody agreed to do.
  bool is_agreed = false;
};

/// The arguments of a noun: what stands behind it, and the verb whose argument it is.
struct NounFrame {
  std::vector<Complement> complements;
  std::size_t verb = no_chunk;
  bool is_object = false;
  bool is_subject = false;
  Reality reality = Reality::real;
};

/// A shallow view of a sentence: who does what to whom, by the order of its chunks.
///
/// @complexity linear in the chunks with bounded windows
class Clauses {
 public:
  Clauses(const Lexicon& lexicon, std::vector<Chunk>& chunks);

  const VerbFrame& verb(std::size_t at) const { return verbs_[at]; }
  const NounFrame& noun(std::size_t at) const { return nouns_[at]; }

 private:
  bool is_word(std::size_t at, ClassId one) const {
    return at < chunks_.size() && chunks_[at].kind == ChunkKind::word && chunks_[at].word->is(one);
  }
  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && (chunks_[at].kind == ChunkKind::word || chunks_[at].kind == ChunkKind::mark) &&
           chunks_[at].key == key;
  }
  bool is_phrase(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase; }
  bool is_verb(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::verb; }
  bool is_preposition(std::size_t at) const;
  bool is_adverb(std::size_t at) const;
  std::size_t skip_adverbs(std::size_t at) const;

  void mark_reduced();
  void find_complements(std::size_t verb);
  void find_subject(std::size_t verb);
  std::size_t past_place(std::size_t at, std::size_t verb) const;
  std::size_t end_of_apposition(std::size_t at) const;
  std::size_t past_circumstances(std::size_t at) const;
  std::size_t past_inserted(std::size_t at) const;
  std::size_t shared_relative(std::size_t subject) const;
  bool is_said_of_thing(std::size_t verb) const;
  std::size_t finite_subject(std::size_t verb);
  std::size_t next_subject(std::size_t verb, std::size_t reach) const;
  std::size_t reduced_object(std::size_t verb) const;
  bool is_role_of_helper(std::size_t at) const;
  bool is_shifted_object(std::size_t verb, std::size_t at) const;
  bool takes_two(std::size_t verb) const;
  void add_relative_complement(std::size_t verb, std::size_t subject);
  bool is_ordinal(std::size_t copula, std::size_t verb) const;
  std::size_t left_phrase(std::size_t verb) const;
  std::size_t inverted_subject(std::size_t verb) const;
  std::size_t dependent_subject(std::size_t verb);
  bool is_subordinate(std::size_t verb) const;
  std::size_t main_subject(std::size_t verb) const;
  std::size_t governor_of(std::size_t verb) const;
  void find_nouns();
  void find_reality(std::size_t verb);
  Reality noun_reality(std::size_t noun) const;
  bool is_in_condition(std::size_t at) const;

  const Lexicon& lexicon_;
  std::vector<Chunk>& chunks_;
  std::vector<VerbFrame> verbs_;
  std::vector<NounFrame> nouns_;
  ClassId prep_, conj_, sub_, rel_, adv_, plan_, deny_, implicative_, control_, say_, accuse_, plan_noun_, deny_noun_,
      dispute_, recognize_, praise_, condemn_, deploy_, attack_, aircraft_, reduced_, agree_, shifting_, ditransitive_,
      ready_, telephone_, host_, broker_, sign_;
};

}  // namespace graphwright::extraction
