#pragma once

#include <string_view>
#include <vector>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// What a word can be where it stands: noun, verb, adjective, the start of a phrase.
class PhraseWords {
 public:
  PhraseWords(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence);

 protected:
  std::string_view slice(std::size_t first, std::size_t last) const {
    const std::size_t begin = sentence_.tokens[chunks_[first].first].begin;
    return text_.substr(begin, sentence_.tokens[chunks_[last - 1].last - 1].end - begin);
  }
  bool is_word(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::word; }
  bool is_class(std::size_t at, ClassId one) const { return is_word(at) && chunks_[at].word->is(one); }
  bool is_key(std::size_t at, std::string_view key) const;
  bool is_named(std::size_t at) const;
  bool is_any_noun(std::size_t at) const { return is_word(at) && chunks_[at].word->noun != ClassId::none; }
  bool is_closed(std::size_t at) const;
  static bool is_unknown_participle(const Chunk& one);
  static bool is_unknown_gerund(const Chunk& one);
  bool is_verb_word(std::size_t at) const;
  bool is_noun_start(std::size_t at) const;
  /// Whether an ambiguous word is a verb, given the phrase that stands before it.
  bool is_verb_at(std::size_t at, const Chunk* phrase, bool has_head, std::size_t done = 0) const;
  static bool is_plural_name(const Chunk& phrase) { return phrase.form == NameForm::plural_demonym; }
  // ---- noun phrases ----
  /// `Thursday's meeting`.
  bool is_dated(std::size_t at) const;
  /// `Not a single unit`.
  bool is_not_one(std::size_t at) const {
    return is_key(at, "not") && (is_key(at + 1, "a") || is_key(at + 1, "one") || is_key(at + 1, "even"));
  }
  /// An adjective that no table knows, by its ending, with something behind it that it can qualify.
  bool looks_adjective(std::size_t at) const;
  /// An adverb of manner that no table knows.
  bool is_manner(std::size_t at) const;
  /// `late on Wednesday`: an adverb.
  bool is_hour(std::size_t at) const;
  /// How many words before a number only qualify it: `about 2,000`, `more than 2,000`, `as many as 2,000`.
  std::size_t quantifier(std::size_t at) const;
  bool starts_phrase(std::size_t at) const;
  bool is_noun_follows(std::size_t at) const { return is_any_noun(at + 1) && !is_verb_word(at + 1); }
  std::size_t skip_adverbs(std::size_t at) const;

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  std::vector<Chunk> out_;
  std::size_t at_ = 0;
  ClassId det_, poss_, pron_, prep_, conj_, sub_, rel_, modal_, be_, have_, do_, neg_, adv_, adj_, hyp_, number_, deny_,
      people_, armed_, party_, region_, settlement_, part_, that_, talks_, ceasefire_, agreement_, statebody_, orgnoun_,
      body_, delegation_, office_;
};

}  // namespace graphwright::extraction
