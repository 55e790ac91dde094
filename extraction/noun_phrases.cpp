#include "noun_phrases.hpp"

namespace graphwright::extraction {

void NounPhrases::add_owner(Chunk& phrase, const Chunk& name) const {
  for (const EntityId one : name.actors) phrase.owners.push_back(one);
  phrase.is_pair = phrase.is_pair || name.is_pair;
  if (name.is_guess) phrase.is_guess = true;
}

bool NounPhrases::goes_on_behind_name(std::size_t at, const Chunk& name) const {
  if (!is_word(at)) return false;
  if (is_closed(at) || is_class(at, det_) || is_class(at, poss_)) return false;
  if (is_class(at, adv_)) return false;
  Chunk probe;
  probe.kind = ChunkKind::phrase;
  probe.actors = name.actors;
  probe.form = name.form;
  probe.name_kind = name.name_kind;
  const bool is_adjective = name.form == NameForm::demonym || name.form == NameForm::adjective;
  if (is_adjective)
    return !(is_verb_word(at) && !is_any_noun(at) && !chunks_[at].word->verb.is_gerund &&
             chunks_[at].word->verb.any() && !is_class(at, adj_) && !is_noun_follows(at));
  if (name.name_kind == NameKind::person)
    return is_any_noun(at) && !is_verb_at(at, &probe, true) && !chunks_[at].word->verb.any();
  if (is_verb_at(at, &probe, true)) return false;
  return is_any_noun(at) || (is_class(at, adj_) && is_any_noun(at + 1));
}

std::size_t NounPhrases::pair_word(std::size_t at) const {
  if ((is_key(at, "one") && is_key(at + 1, "another")) || (is_key(at, "each") && is_key(at + 1, "other"))) return 2;
  if (is_key(at, "the") && is_key(at + 1, "other") && is_key(at + 2, "'s")) return 2;
  if (is_key(at, "both") && is_verb_word(at + 1) && !is_class(at + 1, adj_) &&
      (chunks_[at + 1].word->verb.is_past || !is_any_noun(at + 1) || is_noun_start(at + 2) ||
       (at > 0 && (is_key(at - 1, "which") || is_key(at - 1, "that")))))
    return 1;
  const bool is_one = is_key(at, "each") || is_key(at, "either") || is_key(at, "neither");
  if (!is_one || is_key(at + 1, "of") || !is_word(at + 1)) return 0;
  const bool ends = at + 1 >= chunks_.size() || chunks_[at + 1].kind == ChunkKind::mark;
  const bool is_before_verb = is_class(at + 1, be_) || is_class(at + 1, have_) || is_class(at + 1, modal_) ||
                              is_class(at + 1, do_) || is_class(at + 1, adv_) || chunks_[at + 1].word->verb.is_third ||
                              (chunks_[at + 1].word->verb.is_past && !is_class(at + 1, adj_));
  return ends || is_before_verb ? 1 : 0;
}

void NounPhrases::mean_two(Chunk& phrase) {
  phrase.number = 2;
  phrase.is_coreferent = phrase.is_definite = true;
  phrase.head = "two";
}

std::size_t NounPhrases::take_pair_word() {
  const std::size_t words = pair_word(at_);
  if (words == 0) return 0;
  Chunk phrase;
  phrase.kind = ChunkKind::phrase;
  phrase.first = chunks_[at_].first;
  phrase.last = chunks_[at_ + words - 1].last;
  if (words == 1) {
    mean_two(phrase);
    phrase.is_plural = is_key(at_, "both");
    if (is_key(at_, "neither")) phrase.reality = Reality::denied;
  } else if (is_key(at_ + 2, "'s")) {
    // `each other's ports`: the two own what follows.
    at_ += 3;
    const std::size_t rest = starts_phrase(at_) ? take_phrase() : 0;
    at_ -= 3;
    if (rest == 0) return 0;
    out_.back().first = phrase.first;
    out_.back().owner_pronoun = "each other";
    out_.back().is_definite = true;
    return rest + 3;
  }
  out_.push_back(std::move(phrase));
  return words;
}

NounPhrases::Step NounPhrases::take_date(Reading& now) const {
  const std::size_t at = now.at;
  // The 2015 agreement: a date inside the phrase.
  const bool is_inside =
      !now.has_head && (at > at_ || is_dated(at)) && !is_closed(at + 1) && (is_word(at + 1) || is_key(at + 1, "'s"));
  if (!is_inside) return Step::ends;
  now.phrase.time = chunks_[at].time;
  now.at += is_key(at + 1, "'s") ? 2 : 1;
  return Step::goes_on;
}

NounPhrases::Step NounPhrases::take_name(Reading& now) {
  const std::size_t at = now.at;
  const Chunk& one = chunks_[at];
  Chunk& phrase = now.phrase;
  if (now.has_head) return Step::ends;
  if (is_word(at + 1) && chunks_[at + 1].key.starts_with("-")) {
    phrase.compounds.push_back({chunks_[at + 1].key.substr(1), one.actors});
    now.at += 2;
    return Step::goes_on;
  }
  if (is_key(at + 1, "'s")) {
    if (!phrase.owners.empty() && !phrase.is_pair) phrase.owners.clear();
    add_owner(phrase, one);
    phrase.is_definite = true;
    now.at += 2;
    return Step::goes_on;
  }
  if (const std::size_t next = past_modifying_name(at); next != at) {
    add_owner(phrase, one);
    if (one.form == NameForm::plural_demonym) phrase.is_plural = true;
    now.at = next;
    return Step::goes_on;
  }
  head_name(phrase, one);
  if (one.form == NameForm::plural_demonym && at > at_ && is_key(at - 1, "ethnic")) {
    // `ethnic Armenians`: people, not the state.
    phrase.actors = {entities_.named(NameKind::group, slice(at - 1, at + 1), true)};
    phrase.name_kind = NameKind::group;
    phrase.is_place = false;
  }
  now.has_head = true;
  ++now.at;
  return Step::ends;
}

std::size_t NounPhrases::past_modifying_name(std::size_t at) const {
  const Chunk& one = chunks_[at];
  if (one.kind == ChunkKind::phrase) return at;
  const bool is_state = one.name_kind == NameKind::polity && one.form == NameForm::name;
  if (is_state && at + 1 < chunks_.size() && chunks_[at + 1].kind == ChunkKind::name &&
      chunks_[at + 1].name_kind == NameKind::organization && chunks_[at + 1].first == one.last)
    return at + 1;
  if (goes_on_behind_name(at + 1, one)) return at + 1;
  const bool is_adjective = one.form == NameForm::demonym || one.form == NameForm::adjective;
  return is_adjective && joins_demonyms(at) ? next_demonym(at) : at;
}

NounPhrases::Step NounPhrases::take_mark(Reading& now) {
  const std::size_t at = now.at;
  const Chunk& one = chunks_[at];
  if (is_key(at, "'s") && now.has_head && !now.phrase.head.empty() && now.phrase.actors.empty()) {
    take_possessor(now.phrase);
    now.has_head = false;
    ++now.at;
    return Step::goes_on;
  }
  // Quotation marks around a noun do not end the phrase.
  const bool is_quote = one.kind == ChunkKind::mark && one.key == "\"" && !now.has_head && at > at_ &&
                        is_word(at + 1) && !is_closed(at + 1);
  if (!is_quote) return Step::ends;
  ++now.at;
  return Step::goes_on;
}

NounPhrases::Step NounPhrases::take_second_half(Reading& now) {
  const std::size_t at = now.at;
  if (is_armed_word(at - 1))
    now.phrase.compounds.push_back(
        {chunks_[at].key.substr(1), {entities_.named(NameKind::group, plural_of(chunks_[at - 1].key), true)}});
  now.has_head = false;
  ++now.at;
  return Step::goes_on;
}

NounPhrases::Step NounPhrases::take_pronoun(Reading& now) const {
  const std::string& key = chunks_[now.at].key;
  if (now.at != at_) return Step::ends;
  ++now.at;
  if (key == "one" && is_any_noun(now.at)) return Step::goes_on;
  now.phrase.pronoun = key;
  now.phrase.is_plural = key == "they" || key == "them" || key == "we" || key == "themselves";
  now.has_head = true;
  return Step::ends;
}

NounPhrases::Step NounPhrases::take_determiner(Reading& now) const {
  const std::size_t at = now.at;
  const std::string& key = chunks_[at].key;
  Chunk& phrase = now.phrase;
  if (is_class(at, poss_) && !is_class(at, det_)) {
    if (at != at_ && !is_class(at - 1, adv_)) return Step::ends;
    phrase.owner_pronoun = key;
    phrase.is_definite = true;
  } else if (now.has_head) {
    return Step::ends;
  } else if (is_key(at, "no") || is_key(at, "neither") || is_not_one(at)) {
    phrase.reality = Reality::denied;
  } else {
    if (key == "the" || key == "these" || key == "this" || key == "both" || key == "those") phrase.is_definite = true;
    if (key == "both") phrase.number = 2;
    if ((key == "each" || key == "either") && at == at_ && is_party(at + 1)) {
      phrase.number = 2;
      phrase.is_definite = phrase.is_plural = true;
    }
  }
  ++now.at;
  return Step::goes_on;
}

NounPhrases::Step NounPhrases::take_number(Reading& now) const {
  const std::size_t at = now.at;
  if (now.has_head) return Step::ends;
  const std::string& key = chunks_[at].key;
  Chunk& phrase = now.phrase;
  if (key == "two") phrase.number = 2;
  if (key == "three") phrase.number = 3;
  if (key == "four") phrase.number = 4;
  if (phrase.number >= 3 && at > at_ && is_key(at - 1, "all")) phrase.is_definite = true;
  now.has_head = !(is_word(at + 1) || is_named(at + 1)) || (phrase.is_definite && is_done(at + 1));
  if (phrase.head.empty()) phrase.head = key;
  ++now.at;
  return Step::goes_on;
}

NounPhrases::Step NounPhrases::take_noun(Reading& now) {
  const std::size_t at = now.at;
  const Chunk& one = chunks_[at];
  Chunk& phrase = now.phrase;
  if ((is_class(at, adv_) || is_manner(at)) && !is_any_noun(at)) {
    if (now.has_head || at == at_) return Step::ends;
    ++now.at;
    return Step::goes_on;
  }
  if (is_verb_at(at, at == at_ ? nullptr : &phrase, now.has_head)) return Step::ends;
  // `the paramilitary Rapid Support Forces`: what they are stands before their name.
  const bool tells_name =
      !now.has_head && is_armed_word(at) && !one.key.ends_with("s") && at + 1 < chunks_.size() &&
      chunks_[at + 1].kind == ChunkKind::name &&
      (chunks_[at + 1].name_kind == NameKind::group || chunks_[at + 1].name_kind == NameKind::organization);
  if (tells_name) {
    ++now.at;
    return Step::goes_on;
  }
  if (one.key == "disputed" || one.key == "contested") phrase.compounds.push_back({one.key, {}});
  ++now.at;
  if (is_adjective(at, now.has_head)) {
    if (!now.has_head || is_noun_follows(at)) return Step::goes_on;
    --now.at;
    return Step::ends;
  }
  phrase.head = one.key;
  phrase.is_plural =
      one.word->is_plural || (one.word->noun == ClassId::none && one.key.ends_with("s") && !one.key.ends_with("ss"));
  head_word_ = at;
  now.has_head = true;
  return Step::goes_on;
}

bool NounPhrases::is_adjective(std::size_t at, bool has_head) const {
  const bool is_noun = is_any_noun(at);
  return (is_class(at, adj_) && !is_noun) || (!has_head && (looks_adjective(at) || is_before_state(at))) ||
         ((chunks_[at].word->verb.is_participle || is_unknown_participle(chunks_[at])) && !is_noun);
}

NounPhrases::Step NounPhrases::take_word(Reading& now) {
  const std::size_t at = now.at;
  const std::string& key = chunks_[at].key;
  if (key.starts_with("-")) return take_second_half(now);
  if (is_class(at, pron_)) return take_pronoun(now);
  if (is_class(at, poss_) || is_class(at, det_) || is_key(at, "no") || is_key(at, "neither") || is_not_one(at))
    return take_determiner(now);
  if (const std::size_t words = quantifier(at); words != 0 && !now.has_head) {
    now.at += words;
    return Step::goes_on;
  }
  if (is_closed(at)) return Step::ends;
  if (key == "first" || key == "second" || key == "last" || key == "only" || key == "latest")
    now.phrase.is_first = true;
  if (is_class(at, number_) || sentence_.tokens[chunks_[at].first].shape == Shape::number) return take_number(now);
  if (is_class(at, hyp_)) {
    if (now.has_head && !is_noun_follows(at)) return Step::ends;
    if (now.phrase.reality != Reality::denied) now.phrase.reality = Reality::hypothetical;
    ++now.at;
    return Step::goes_on;
  }
  return take_noun(now);
}

NounPhrases::Step NounPhrases::take_next(Reading& now) {
  if (chunks_[now.at].kind == ChunkKind::date) return take_date(now);
  if (is_named(now.at)) return take_name(now);
  return is_word(now.at) ? take_word(now) : take_mark(now);
}

std::size_t NounPhrases::take_phrase() {
  Reading now{.phrase = {}, .at = at_, .has_head = false};
  now.phrase.kind = ChunkKind::phrase;
  now.phrase.first = chunks_[at_].first;
  for (std::size_t steps = 0; now.at < chunks_.size() && steps < 40; ++steps)
    if (take_next(now) == Step::ends) break;
  if (now.at == at_) return 0;
  finish_phrase(now.phrase, now.at);
  const std::size_t length = now.at - at_;
  out_.push_back(std::move(now.phrase));
  return length;
}

void NounPhrases::finish_phrase(Chunk& phrase, std::size_t& at) {
  if (names_person(phrase, at) || names_place(phrase, at)) head_name(phrase, chunks_[at++]);
  phrase.last = chunks_[at - 1].last;
  take_telling_modifier(phrase);
  if (!phrase.head.empty()) classify(phrase);
  if (is_both(phrase)) {
    mean_two(phrase);
    phrase.is_plural = true;
  }
  if (phrase.head.empty() && phrase.actors.empty() && !phrase.owners.empty() && phrase.pronoun.empty())
    phrase.actors = phrase.owners;
}

bool NounPhrases::is_done(std::size_t at) const {
  const bool goes_on = at + 1 >= chunks_.size() || chunks_[at + 1].kind == ChunkKind::mark || is_noun_start(at + 1) ||
                       is_class(at + 1, prep_) || is_class(at + 1, adv_);
  return is_verb_word(at) && chunks_[at].word->verb.is_past && !is_class(at, adj_) && goes_on;
}

bool NounPhrases::is_before_state(std::size_t at) const {
  if (at + 1 >= chunks_.size() || chunks_[at + 1].kind != ChunkKind::name) return false;
  const Word& word = *chunks_[at].word;
  const Chunk& name = chunks_[at + 1];
  const bool is_unknown = word.classes.empty() && word.noun == ClassId::none && !word.verb.any() && !word.is_plural;
  const bool is_state = name.form == NameForm::name && (name.name_kind == NameKind::polity || !name.is_guess) &&
                        (name.name_kind == NameKind::polity || name.name_kind == NameKind::place);
  return is_unknown && is_state && name.first == chunks_[at].last && !chunks_[at].key.ends_with("s");
}

bool NounPhrases::is_both(const Chunk& phrase) const {
  const bool is_partitive = phrase.last < sentence_.tokens.size() && sentence_.tokens[phrase.last].key == "of";
  return !is_partitive && phrase.last == phrase.first + 1 && sentence_.tokens[phrase.first].key == "both";
}

bool NounPhrases::names_person(const Chunk& phrase, std::size_t at) const {
  if (at >= chunks_.size() || chunks_[at].kind != ChunkKind::name || chunks_[at].name_kind != NameKind::person)
    return false;
  if (phrase.head.empty() || phrase.is_plural || !phrase.actors.empty() || !phrase.compounds.empty()) return false;
  if (chunks_[at].last - chunks_[at].first < 2 || is_key(at + 1, "'s")) return false;
  for (std::string_view end :
       {"man", "woman", "er", "or", "ist", "ian", "ant", "eer", "tycoon", "son", "mogul", "ally"})
    if (phrase.head.size() > end.size() && phrase.head.ends_with(end)) return true;
  return false;
}

bool NounPhrases::names_place(const Chunk& phrase, std::size_t at) const {
  if (at >= chunks_.size() || chunks_[at].kind != ChunkKind::name || is_key(at + 1, "'s")) return false;
  const bool is_name = chunks_[at].form == NameForm::capital ||
                       (chunks_[at].name_kind == NameKind::place && chunks_[at].form == NameForm::name);
  const bool is_kind =
      lexicon_.has_noun_class(phrase.head, settlement_) || lexicon_.has_noun_class(phrase.head, region_);
  return is_name && is_kind && !phrase.is_plural && phrase.actors.empty() && phrase.owners.empty();
}

void NounPhrases::take_telling_modifier(Chunk& phrase) const {
  if (phrase.head.empty() || phrase.last < phrase.first + 2 || !phrase.actors.empty()) return;
  const std::string& before = sentence_.tokens[phrase.last - 2].key;
  const bool is_truce = lexicon_.has_noun_class(before, ceasefire_) && lexicon_.has_noun_class(phrase.head, agreement_);
  const bool is_mediation = before == "mediation" && (phrase.head == "effort" || phrase.head == "efforts" ||
                                                      phrase.head == "mission" || phrase.head == "bid");
  if (is_truce || is_mediation) phrase.head = before;
  if ((phrase.head == "list" || phrase.head == "lists") && (before == "sanctions" || before == "sanction"))
    phrase.head = "blacklist";
}

std::size_t NounPhrases::next_demonym(std::size_t at) const {
  std::size_t next = at + 1;
  if (is_key(next, ",")) ++next;
  if (is_key(next, "and") || is_key(next, "or")) ++next;
  return next;
}

bool NounPhrases::joins_demonyms(std::size_t at) const {
  const std::size_t next = next_demonym(at);
  if (next == at + 1 || next >= chunks_.size() || chunks_[next].kind != ChunkKind::name) return false;
  return chunks_[next].form == NameForm::demonym || chunks_[next].form == NameForm::adjective;
}

void NounPhrases::take_possessor(Chunk& phrase) {
  classify(phrase);
  if (!phrase.actors.empty()) {
    phrase.owners = phrase.actors;
  } else {
    phrase.owner_head = phrase.head;
    phrase.owner_number = phrase.number;
    phrase.is_owner_plural = phrase.is_plural;
  }
  phrase.actors.clear();
  phrase.compounds.clear();
  phrase.head.clear();
  phrase.number = 0;
  phrase.is_people = phrase.is_place = phrase.is_coreferent = phrase.is_plural = false;
  phrase.name_kind = NameKind::place;
}

void NounPhrases::head_name(Chunk& phrase, const Chunk& name) {
  phrase.actors = name.actors;
  phrase.name_kind = name.name_kind;
  phrase.form = name.form;
  phrase.is_guess = name.is_guess;
  phrase.is_place =
      name.name_kind == NameKind::place || name.form == NameForm::capital || name.name_kind == NameKind::polity;
  phrase.is_pair = name.is_pair;
  phrase.is_plural = name.is_plural || name.form == NameForm::plural_demonym || name.actors.size() > 1;
  phrase.is_people = phrase.is_people || name.is_people;
  if (name.kind == ChunkKind::phrase) {
    phrase.head = name.head;
    phrase.owners = name.owners;
    phrase.is_people = true;
    phrase.is_definite = name.is_definite;
    phrase.is_coreferent = name.is_coreferent;
    phrase.is_place = false;
  }
}

}  // namespace graphwright::extraction
