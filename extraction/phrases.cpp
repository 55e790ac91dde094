#include "phrases.hpp"

#include <algorithm>

#include "noun_phrases.hpp"

namespace graphwright::extraction {
namespace {

/// One sentence's phrases and verb groups, from left to right.
class PhraseBuilder : private NounPhrases {
 public:
  using NounPhrases::NounPhrases;

  void run() {
    while (at_ < chunks_.size()) step();
    sentence_.chunks = std::move(out_);
  }

 private:
  // ---- verb groups ----
  struct VerbState {
    VerbGroup verb;
    bool has_modal = false;
    bool has_be = false;
    bool has_have = false;
    bool has_do = false;
    bool is_past_be = false;
    bool has_to = false;
  };

  static void make(Reality& reality, Reality to) {
    if (reality != Reality::denied) reality = to;
  }

  /// Takes an auxiliary, negation or adverb at a place; false where there is none.
  bool take_auxiliary(std::size_t at, VerbState& state) const {
    const std::string& key = chunks_[at].key;
    if (is_class(at, neg_)) state.verb.reality = Reality::denied;
    if (is_class(at, modal_)) {
      state.has_modal = true;
      state.verb.is_finite = true;
      make(state.verb.reality, Reality::hypothetical);
      return true;
    }
    if (is_class(at, be_)) {
      state.has_be = true;
      state.verb.is_finite = state.verb.is_finite || (key != "be" && key != "been" && key != "being");
      state.is_past_be = key == "was" || key == "were";
      return true;
    }
    if (is_class(at, have_)) {
      state.has_have = true;
      state.verb.is_finite = state.verb.is_finite || key != "having";
      return true;
    }
    if (is_class(at, do_)) {
      state.has_do = true;
      state.verb.is_finite = true;
      return true;
    }
    if (key == "since" && state.has_have) return true;
    return is_class(at, neg_) || is_class(at, adv_) || is_manner(at) || (key == "both" && !is_party(at + 1)) ||
           key == "all" || key == "each" || key == "either";
  }

  std::size_t take_verb() {
    VerbState state;
    std::size_t at = at_;
    bool has_auxiliary = false;
    for (std::size_t steps = 0; at < chunks_.size() && steps < 12; ++steps) {
      if (!is_word(at)) break;
      if (is_key(at, "to")) {
        const std::size_t next = skip_adverbs(at + 1);
        const bool is_base = is_word(next) && ((chunks_[next].word->verb.is_base && !is_noun_only(next)) ||
                                               is_key(next, "be") || is_key(next, "have") || is_key(next, "do"));
        if (!is_base && has_auxiliary && !state.has_do) break;
        if (!is_base || state.has_do) return 0;
        if (has_auxiliary) {
          if (state.has_be && !state.has_modal) make(state.verb.reality, Reality::hypothetical);
          if (state.has_have) make(state.verb.reality, Reality::hypothetical);
          state.has_be = state.has_have = false;
        } else {
          state.verb.is_infinitive = true;
        }
        state.has_to = true;
        at = next;
        continue;
      }
      if (is_main_verb(at, state, has_auxiliary)) break;
      if (!take_auxiliary(at, state)) break;
      has_auxiliary = has_auxiliary || !is_class(at, adv_) || is_class(at, neg_);
      ++at;
    }
    if (at < chunks_.size() && is_main_verb(at, state, has_auxiliary)) return finish_verb(at, state);
    if (!has_auxiliary && !state.has_to) return 0;
    return finish_auxiliary(state);
  }

  bool is_noun_only(std::size_t at) const { return is_word(at) && is_class(at, prep_); }

  bool is_main_verb(std::size_t at, const VerbState& state, bool has_auxiliary) const {
    if (!is_verb_word(at) || (is_class(at, adv_) && !is_any_noun(at) && at != at_)) return false;
    const VerbForms& forms = chunks_[at].word->verb;
    const bool unknown = is_unknown_participle(chunks_[at]);
    if (state.has_to && !state.has_be && !state.has_have) return forms.is_base;
    if ((state.has_modal || state.has_do) && !state.has_be && !state.has_have) return forms.is_base;
    if (state.has_be) {
      if (forms.is_participle || unknown) return true;
      return (forms.is_gerund || is_unknown_gerund(chunks_[at])) &&
             !(is_any_noun(at) && !is_noun_start(at + 1) && !is_class(at + 1, prep_));
    }
    if (state.has_have) return forms.is_participle || unknown;
    if (has_auxiliary) return forms.any();
    const Chunk* before = out_.empty() ? nullptr : &out_.back();
    if (before != nullptr && is_helping(*before) && at == at_) return forms.is_base;
    const bool is_phrase = before != nullptr && before->kind == ChunkKind::phrase;
    if (is_phrase && before->number == 2 && before->last == before->first + 1 && at == at_)
      return forms.is_third || forms.is_past || (forms.is_base && before->is_plural);
    if (is_phrase || (before != nullptr && before->key == "who")) {
      Chunk probe;
      if (is_phrase) probe = *before;
      if (!is_phrase)
        probe.name_kind = NameKind::person, probe.actors = {0}, probe.is_plural = true, probe.head = "who";
      return is_verb_at(at, &probe, true, is_phrase ? 1 : 0);
    }
    if (before != nullptr && (before->key == "which" || before->key == "that")) return true;
    if (before != nullptr && before->kind == ChunkKind::word &&
        (before->key == "and" || before->key == "but" || before->key == "or") && forms.is_third && !is_any_noun(at))
      return true;
    const bool joins =
        before != nullptr && before->kind == ChunkKind::word && (before->key == "and" || before->key == "but");
    if (joins && forms.is_base && !forms.is_past && has_verb_ &&
        (is_noun_start(at + 1) || is_key(at + 1, "most") || is_key(at + 1, "much")))
      return true;
    return is_verb_at(at, nullptr, false) || (forms.is_third && !is_any_noun(at));
  }

  /// `helped broker`: an infinitive without `to`.
  static bool is_helping(const Chunk& one) { return one.kind == ChunkKind::verb && one.verb.lemma == "help"; }

  std::size_t finish_verb(std::size_t at, VerbState& state) {
    if (!out_.empty() && is_helping(out_.back()) && chunks_[at].word->verb.is_base && at == at_) {
      state.verb.is_infinitive = true;
      state.has_to = true;
    }
    Chunk one;
    one.kind = ChunkKind::verb;
    one.first = chunks_[at_].first;
    VerbGroup& verb = state.verb;
    const Chunk& main = chunks_[at];
    const VerbForms& forms = main.word->verb;
    verb.lemma = main.word->lemma.empty() || !forms.any() ? main.key : main.word->lemma;
    const bool is_gerund_form = forms.is_gerund || is_unknown_gerund(main);
    verb.is_passive = state.has_be && !is_gerund_form;
    verb.is_gerund = is_gerund_form && !state.has_be;
    verb.is_perfect = state.has_have;
    if (!state.has_be && !state.has_have && !state.has_modal && !state.has_do && !state.has_to && !is_gerund_form) {
      verb.is_finite = forms.is_past || forms.is_third || forms.is_base || is_unknown_participle(main);
      verb.is_present = forms.is_third || forms.is_base;
      if (forms.is_participle && !forms.is_past) verb.is_reduced = true, verb.is_finite = false;
    }
    if (verb.is_gerund) verb.is_finite = false;
    if (state.has_be && is_gerund_form) verb.is_present = !state.is_past_be;
    std::size_t end = at + 1;
    verb.classes = lexicon_.verb_classes(verb.lemma);
    if (is_word(end)) {
      const bool is_before_date = end + 1 < chunks_.size() && chunks_[end + 1].kind == ChunkKind::date;
      if (const auto* with = lexicon_.verb_classes(verb.lemma, chunks_[end].key); with != nullptr && !is_before_date) {
        verb.classes = with;
        verb.lemma += "_" + chunks_[end].key;
        ++end;
      } else if (is_class(end, pron_) && is_word(end + 1)) {
        // `took it back`
        if (const auto* parted = lexicon_.verb_classes(verb.lemma, chunks_[end + 1].key); parted != nullptr) {
          verb.classes = parted;
          verb.lemma += "_" + chunks_[end + 1].key;
          particle_ = end + 1;
        }
      }
    }
    one.last = chunks_[end - 1].last;
    one.reality = verb.reality;
    one.key = main.key;
    has_verb_ = true;
    one.verb = std::move(verb);
    out_.push_back(std::move(one));
    return end - at_;
  }

  /// A group without a further verb: `is`, `have`, `does`; trailing adverbs are left behind.
  std::size_t finish_auxiliary(VerbState& state) {
    std::size_t end = at_;
    std::size_t last = at_;
    while (is_word(end) && (is_class(end, modal_) || is_class(end, be_) || is_class(end, have_) || is_class(end, do_) ||
                            is_class(end, neg_) || is_class(end, adv_) || (state.has_to && is_key(end, "to")))) {
      if (!is_class(end, adv_) || is_class(end, neg_)) last = end + 1;
      ++end;
    }
    if (last == at_) return 0;
    Chunk one;
    one.kind = ChunkKind::verb;
    one.first = chunks_[at_].first;
    one.last = chunks_[last - 1].last;
    one.key = chunks_[last - 1].key;
    one.verb = state.verb;
    one.verb.lemma = state.has_be ? "be" : state.has_have ? "have" : "do";
    one.verb.is_copula = state.has_be;
    one.verb.is_present = !state.is_past_be && one.key != "had" && one.key != "did";
    one.verb.classes = lexicon_.verb_classes(one.verb.lemma);
    one.reality = one.verb.reality;
    out_.push_back(std::move(one));
    return last - at_;
  }

  void step() {
    if (at_ == particle_) {
      out_.push_back(chunks_[at_++]);
      return;
    }
    if (is_class(at_, adv_) && pair_word(at_ + 1) != 0) {
      out_.push_back(chunks_[at_++]);
      return;
    }
    if (const std::size_t length = take_pair_word(); length != 0) {
      at_ += length;
      return;
    }
    const bool is_one_of_two = (is_key(at_, "each") || is_key(at_, "either")) && is_party(at_ + 1);
    if (is_one_of_two) {
      at_ += take_phrase();
      return;
    }
    // `Neither A nor B`: words that join names, no negation of a verb.
    if ((is_key(at_, "neither") || is_key(at_, "nor")) && is_named(at_ + 1)) {
      out_.push_back(chunks_[at_++]);
      return;
    }
    if (is_word(at_) && !is_not_one(at_)) {
      if (const std::size_t length = take_verb(); length != 0) {
        at_ += length;
        return;
      }
    }
    if (starts_phrase(at_) || is_dated(at_)) {
      if (const std::size_t length = take_phrase(); length != 0) {
        at_ += length;
        return;
      }
    }
    out_.push_back(chunks_[at_++]);
  }

  bool has_verb_ = false;
  /// A particle that stands apart from its verb, behind a pronoun.
  std::size_t particle_ = std::string::npos;
};

}  // namespace

void build_phrases(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence) {
  PhraseBuilder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
