#include "phrase_words.hpp"

#include <algorithm>

namespace graphwright::extraction {

PhraseWords::PhraseWords(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
    : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
  const auto get = [&](std::string_view name) { return lexicon.find_class(name); };
  det_ = get("det"), poss_ = get("poss"), pron_ = get("pron"), prep_ = get("prep"), conj_ = get("conj");
  sub_ = get("sub"), rel_ = get("rel"), modal_ = get("modal"), be_ = get("be"), have_ = get("have"), do_ = get("do");
  neg_ = get("neg"), adv_ = get("adv"), adj_ = get("adj"), hyp_ = get("hyp-adj"), number_ = get("number");
  deny_ = get("deny-word"), people_ = get("people"), armed_ = get("armed"), party_ = get("party-word");
  region_ = get("region"), settlement_ = get("settlement"), part_ = get("territory-part"), that_ = get("that");
  ceasefire_ = get("ceasefire"), agreement_ = get("agreement"), talks_ = get("talks"), statebody_ = get("statebody"),
  orgnoun_ = get("orgnoun"), body_ = get("body"), delegation_ = get("delegation"), office_ = get("office");
}

bool PhraseWords::is_key(std::size_t at, std::string_view key) const {
  return at < chunks_.size() && chunks_[at].kind != ChunkKind::name && chunks_[at].key == key;
}

bool PhraseWords::is_named(std::size_t at) const {
  return at < chunks_.size() && (chunks_[at].kind == ChunkKind::name || chunks_[at].kind == ChunkKind::phrase);
}

bool PhraseWords::is_closed(std::size_t at) const {
  return is_class(at, prep_) || is_class(at, conj_) || is_class(at, sub_) || is_class(at, rel_) ||
         is_class(at, pron_) || is_class(at, modal_) || is_class(at, be_) || is_class(at, have_) || is_class(at, do_) ||
         is_class(at, neg_) || is_key(at, "that");
}

bool PhraseWords::is_unknown_participle(const Chunk& one) {
  return !one.word->verb.any() && one.word->noun == ClassId::none && one.word->classes.empty() && one.key.size() > 4 &&
         one.key.ends_with("ed");
}

bool PhraseWords::is_unknown_gerund(const Chunk& one) {
  return !one.word->verb.any() && one.word->noun == ClassId::none && one.word->classes.empty() && one.key.size() > 5 &&
         one.key.ends_with("ing");
}

bool PhraseWords::is_verb_word(std::size_t at) const {
  return is_word(at) &&
         (chunks_[at].word->verb.any() || is_unknown_participle(chunks_[at]) || is_unknown_gerund(chunks_[at])) &&
         !is_class(at, be_) && !is_class(at, have_) && !is_class(at, do_);
}

bool PhraseWords::is_noun_start(std::size_t at) const {
  return is_named(at) || is_class(at, det_) || is_class(at, poss_) || is_class(at, number_) || is_class(at, pron_) ||
         (at < chunks_.size() && chunks_[at].kind == ChunkKind::word &&
          sentence_.tokens[chunks_[at].first].shape == Shape::number);
}

bool PhraseWords::is_verb_at(std::size_t at, const Chunk* phrase, bool has_head, std::size_t done) const {
  if (!is_verb_word(at)) return false;
  const Chunk& one = chunks_[at];
  const VerbForms& forms = one.word->verb;
  const bool is_noun = is_any_noun(at) || is_class(at, adj_);
  if (phrase != nullptr && !has_head) return false;
  if (forms.is_past || forms.is_participle || is_unknown_participle(one)) {
    if (!is_noun) return true;
    // `and allied militias`: an adjective, where no article tells that it is a verb.
    if (phrase == nullptr && is_class(at, adj_))
      return is_class(at + 1, det_) || is_class(at + 1, poss_) || is_key(at + 1, "by");
    if (phrase == nullptr) return is_noun_start(at + 1);
    return true;
  }
  if (forms.is_gerund || is_unknown_gerund(one)) {
    if (phrase == nullptr) return !is_noun || is_noun_start(at + 1);
    return !is_noun &&
           (is_noun_start(at + 1) || is_any_noun(at + 1) || is_class(at + 1, prep_) || is_class(at + 1, adv_));
  }
  if (phrase == nullptr) return false;
  const bool is_actor =
      !phrase->actors.empty() && phrase->form != NameForm::demonym && phrase->form != NameForm::adjective;
  const bool goes_on = is_noun_start(at + 1) || is_key(at + 1, "'s") || is_key(at + 1, "more") ||
                       is_key(at + 1, "most") || is_key(at + 1, "only") || is_key(at + 1, "much");
  const std::size_t before = out_.size() - std::min(done, out_.size());
  const bool is_joined = before >= 2 && out_[before - 1].key == "and" && out_[before - 2].kind == ChunkKind::phrase;
  const bool ends = at + 1 >= chunks_.size() || chunks_[at + 1].kind == ChunkKind::mark ||
                    chunks_[at + 1].kind == ChunkKind::date || is_class(at + 1, prep_);
  if (forms.is_base && is_actor && is_joined && (goes_on || ends)) return true;
  const bool is_relative = before >= 1 && (out_[before - 1].key == "which" || out_[before - 1].key == "that") &&
                           out_[before - 1].kind == ChunkKind::word && ends && (is_actor || !phrase->head.empty());
  if (forms.is_third) {
    if (is_relative && !phrase->is_plural) return true;
    if (!is_noun && !one.word->is_plural) return true;
    if (is_actor && phrase->name_kind == NameKind::person) return true;
    const bool is_pair = is_actor && is_key(at + 1, "and") && is_word(at + 2) && chunks_[at + 2].key.ends_with("s") &&
                         is_noun_start(at + 3);
    if (is_pair || (is_actor && one.key == "stands")) return true;
    if (is_actor || phrase->is_people || !phrase->head.empty()) return goes_on && !phrase->is_plural;
    return false;
  }
  const bool is_of_them = phrase->pronoun == "them" && before >= 1 && out_[before - 1].key == "of";
  if (forms.is_base && is_noun && is_of_them) return true;
  if (forms.is_base) {
    if (!is_noun)
      return phrase->is_plural || !phrase->pronoun.empty() || phrase->actors.size() > 1 || is_plural_name(*phrase) ||
             is_class(at + 1, det_);
    return (phrase->is_plural || phrase->actors.size() > 1) && (goes_on || is_relative);
  }
  return false;
}

bool PhraseWords::is_dated(std::size_t at) const {
  return at < chunks_.size() && chunks_[at].kind == ChunkKind::date && is_key(at + 1, "'s") && is_word(at + 2) &&
         !is_closed(at + 2);
}

bool PhraseWords::looks_adjective(std::size_t at) const {
  const Word& word = *chunks_[at].word;
  if (!word.classes.empty() || word.verb.any() || word.noun != ClassId::none) return false;
  if (!(is_named(at + 1) || (is_word(at + 1) && !is_closed(at + 1) && !is_class(at + 1, adv_)))) return false;
  const std::string& key = chunks_[at].key;
  if (key.find('-', 1) != std::string::npos) return true;
  for (std::string_view end :
       {"ist", "ian", "ive", "al", "ary", "ic", "ous", "ish", "ful", "less", "able", "ible", "est"})
    if (key.size() > end.size() + 2 && key.ends_with(end)) return true;
  return false;
}

bool PhraseWords::is_manner(std::size_t at) const {
  return is_word(at) && chunks_[at].word->classes.empty() && !chunks_[at].word->verb.any() &&
         chunks_[at].key.size() > 4 && chunks_[at].key.ends_with("ly");
}

bool PhraseWords::is_hour(std::size_t at) const {
  return (is_key(at, "late") || is_key(at, "early")) && at + 1 < chunks_.size() &&
         (is_class(at + 1, prep_) || chunks_[at + 1].kind == ChunkKind::date);
}

std::size_t PhraseWords::quantifier(std::size_t at) const {
  const auto is_number = [&](std::size_t one) {
    return is_word(one) && (is_class(one, number_) || sentence_.tokens[chunks_[one].first].shape == Shape::number);
  };
  const bool is_one = is_key(at, "about") || is_key(at, "around") || is_key(at, "over");
  if (is_one) return is_number(at + 1) ? 1 : 0;
  const bool is_than = (is_key(at, "more") || is_key(at, "fewer") || is_key(at, "less")) && is_key(at + 1, "than");
  const bool is_two = is_than || (is_key(at, "up") && is_key(at + 1, "to")) ||
                      (is_key(at, "at") && (is_key(at + 1, "least") || is_key(at + 1, "most")));
  if (is_two) return is_number(at + 2) ? 2 : 0;
  const bool is_three = is_key(at, "as") && (is_key(at + 1, "many") || is_key(at + 1, "few")) && is_key(at + 2, "as");
  return is_three && is_number(at + 3) ? 3 : 0;
}

bool PhraseWords::starts_phrase(std::size_t at) const {
  if (at >= chunks_.size()) return false;
  if (is_named(at) || quantifier(at) != 0 || is_not_one(at)) return true;
  if (is_hour(at)) return false;
  if (!is_word(at) || is_manner(at)) return false;
  if (is_class(at, pron_)) return true;
  if (is_class(at, det_) || is_class(at, poss_) || is_class(at, number_) || is_class(at, adj_) || is_class(at, hyp_)) {
    if (is_key(at, "no") || is_key(at, "neither")) return true;
    return !is_key(at, "that");
  }
  if (is_closed(at) || is_class(at, adv_)) return false;
  return true;
}

std::size_t PhraseWords::skip_adverbs(std::size_t at) const {
  while (is_class(at, adv_) && !is_verb_word(at)) ++at;
  return at;
}

}  // namespace graphwright::extraction
