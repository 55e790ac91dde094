#include "phrases.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

/// One sentence's phrases, from left to right.
class PhraseBuilder {
 public:
  PhraseBuilder(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
    const auto get = [&](std::string_view name) { return lexicon.find_class(name); };
    det_ = get("det"), poss_ = get("poss"), pron_ = get("pron"), prep_ = get("prep"), conj_ = get("conj");
    sub_ = get("sub"), rel_ = get("rel"), modal_ = get("modal"), be_ = get("be"), have_ = get("have"), do_ = get("do");
    neg_ = get("neg"), adv_ = get("adv"), adj_ = get("adj"), hyp_ = get("hyp-adj"), number_ = get("number");
    deny_ = get("deny-word"), people_ = get("people"), armed_ = get("armed"), party_ = get("party-word");
    region_ = get("region"), settlement_ = get("settlement"), part_ = get("territory-part"), that_ = get("that");
    talks_ = get("talks"), statebody_ = get("statebody"), orgnoun_ = get("orgnoun"), body_ = get("body"),
    delegation_ = get("delegation");
  }

  void run() {
    while (at_ < chunks_.size()) step();
    sentence_.chunks = std::move(out_);
  }

 private:
  bool is_word(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::word; }
  bool is_class(std::size_t at, ClassId one) const { return is_word(at) && chunks_[at].word->is(one); }
  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && chunks_[at].kind != ChunkKind::name && chunks_[at].key == key;
  }
  bool is_named(std::size_t at) const {
    return at < chunks_.size() && (chunks_[at].kind == ChunkKind::name || chunks_[at].kind == ChunkKind::phrase);
  }
  bool has_noun(std::size_t at, ClassId one) const {
    return is_word(at) && lexicon_.has_noun_class(chunks_[at].key, one);
  }
  bool is_any_noun(std::size_t at) const { return is_word(at) && chunks_[at].word->noun != ClassId::none; }
  bool is_closed(std::size_t at) const {
    return is_class(at, prep_) || is_class(at, conj_) || is_class(at, sub_) || is_class(at, rel_) ||
           is_class(at, pron_) || is_class(at, modal_) || is_class(at, be_) || is_class(at, have_) ||
           is_class(at, do_) || is_class(at, neg_) || is_key(at, "that");
  }

  static bool is_unknown_participle(const Chunk& one) {
    return !one.word->verb.any() && one.word->noun == ClassId::none && one.word->classes.empty() &&
           one.key.size() > 4 && one.key.ends_with("ed");
  }
  static bool is_unknown_gerund(const Chunk& one) {
    return !one.word->verb.any() && one.word->noun == ClassId::none && one.word->classes.empty() &&
           one.key.size() > 5 && one.key.ends_with("ing");
  }
  bool is_verb_word(std::size_t at) const {
    return is_word(at) &&
           (chunks_[at].word->verb.any() || is_unknown_participle(chunks_[at]) || is_unknown_gerund(chunks_[at])) &&
           !is_class(at, be_) && !is_class(at, have_) && !is_class(at, do_);
  }
  bool is_noun_start(std::size_t at) const {
    return is_named(at) || is_class(at, det_) || is_class(at, poss_) || is_class(at, number_) || is_class(at, pron_) ||
           (at < chunks_.size() && chunks_[at].kind == ChunkKind::word &&
            sentence_.tokens[chunks_[at].first].shape == Shape::number);
  }

  /// Whether an ambiguous word is a verb, given the phrase that stands before it.
  bool is_verb_at(std::size_t at, const Chunk* phrase, bool has_head, std::size_t done = 0) const {
    if (!is_verb_word(at)) return false;
    const Chunk& one = chunks_[at];
    const VerbForms& forms = one.word->verb;
    const bool is_noun = is_any_noun(at) || is_class(at, adj_);
    if (phrase != nullptr && !has_head) return false;
    if (forms.is_past || forms.is_participle || is_unknown_participle(one)) {
      if (!is_noun) return true;
      // `and allied militias`: an adjective, where no article tells that it is a verb.
      if (phrase == nullptr && is_class(at, adj_)) return is_class(at + 1, det_) || is_class(at + 1, poss_);
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
    const bool goes_on = is_noun_start(at + 1) || is_key(at + 1, "'s");
    const std::size_t before = out_.size() - std::min(done, out_.size());
    const bool is_joined = before >= 2 && out_[before - 1].key == "and" && out_[before - 2].kind == ChunkKind::phrase;
    const bool ends = at + 1 >= chunks_.size() || chunks_[at + 1].kind == ChunkKind::mark ||
                      chunks_[at + 1].kind == ChunkKind::date || is_class(at + 1, prep_);
    if (forms.is_base && is_actor && is_joined && (goes_on || ends)) return true;
    if (forms.is_third) {
      if (!is_noun && !one.word->is_plural) return true;
      if (is_actor && phrase->name_kind == NameKind::person) return true;
      if (is_actor || phrase->is_people || phrase->head.empty() == false) return goes_on && !phrase->is_plural;
      return false;
    }
    if (forms.is_base) {
      if (!is_noun)
        return phrase->is_plural || !phrase->pronoun.empty() || phrase->actors.size() > 1 || is_plural_name(*phrase) ||
               is_class(at + 1, det_);
      return (phrase->is_plural || phrase->actors.size() > 1) && goes_on;
    }
    return false;
  }
  static bool is_plural_name(const Chunk& phrase) { return phrase.form == NameForm::plural_demonym; }

  // ---- noun phrases ----

  /// `Thursday's meeting`.
  bool is_dated(std::size_t at) const {
    return at < chunks_.size() && chunks_[at].kind == ChunkKind::date && is_key(at + 1, "'s") && is_word(at + 2) &&
           !is_closed(at + 2);
  }
  /// `Not a single unit`.
  bool is_not_one(std::size_t at) const {
    return is_key(at, "not") && (is_key(at + 1, "a") || is_key(at + 1, "one") || is_key(at + 1, "even"));
  }

  /// An adjective that no table knows, by its ending, with something behind it that it can qualify.
  bool looks_adjective(std::size_t at) const {
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

  /// An adverb of manner that no table knows.
  bool is_manner(std::size_t at) const {
    return is_word(at) && chunks_[at].word->classes.empty() && !chunks_[at].word->verb.any() &&
           chunks_[at].key.size() > 4 && chunks_[at].key.ends_with("ly");
  }
  /// `late on Wednesday`: an adverb.
  bool is_hour(std::size_t at) const {
    return (is_key(at, "late") || is_key(at, "early")) && at + 1 < chunks_.size() &&
           (is_class(at + 1, prep_) || chunks_[at + 1].kind == ChunkKind::date);
  }
  /// `about 2,000 troops`: a preposition that only qualifies a number.
  bool is_about(std::size_t at) const {
    const bool word = is_key(at, "about") || is_key(at, "around") || is_key(at, "over");
    return word && is_word(at + 1) &&
           (is_class(at + 1, number_) || sentence_.tokens[chunks_[at + 1].first].shape == Shape::number);
  }

  bool starts_phrase(std::size_t at) const {
    if (at >= chunks_.size()) return false;
    if (is_named(at) || is_about(at) || is_not_one(at)) return true;
    if (is_hour(at)) return false;
    if (!is_word(at) || is_manner(at)) return false;
    if (is_class(at, pron_)) return true;
    if (is_class(at, det_) || is_class(at, poss_) || is_class(at, number_) || is_class(at, adj_) ||
        is_class(at, hyp_)) {
      if (is_key(at, "no") || is_key(at, "neither")) return true;
      return !is_key(at, "that") || is_bare_that(at);
    }
    if (is_closed(at) || is_class(at, adv_)) return false;
    return true;
  }
  bool is_bare_that(std::size_t) const { return false; }

  void add_owner(Chunk& phrase, const Chunk& name) const {
    for (const EntityId one : name.actors) phrase.owners.push_back(one);
    phrase.is_pair = phrase.is_pair || name.is_pair;
    if (name.is_guess) phrase.is_guess = true;
  }

  /// Whether a noun phrase goes on behind a name: `Idlib province`, `Hamas fighters`, `Ukraine war`.
  bool goes_on_behind_name(std::size_t at, const Chunk& name) const {
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
  bool is_noun_follows(std::size_t at) const { return is_any_noun(at + 1) && !is_verb_word(at + 1); }

  std::size_t take_phrase() {
    Chunk phrase;
    phrase.kind = ChunkKind::phrase;
    phrase.first = chunks_[at_].first;
    std::size_t at = at_;
    bool has_head = false;
    std::size_t steps = 0;
    while (at < chunks_.size() && steps++ < 40) {
      const Chunk& one = chunks_[at];
      if (one.kind == ChunkKind::date) {
        // The 2015 agreement: a date inside the phrase.
        if (!has_head && (at > at_ || is_dated(at)) && !is_closed(at + 1) &&
            (is_word(at + 1) || is_key(at + 1, "'s"))) {
          phrase.time = one.time;
          at += is_key(at + 1, "'s") ? 2 : 1;
          continue;
        }
        break;
      }
      if (is_named(at)) {
        if (has_head) break;
        if (is_word(at + 1) && chunks_[at + 1].key.starts_with("-")) {
          phrase.compounds.push_back({chunks_[at + 1].key.substr(1), one.actors});
          at += 2;
          continue;
        }
        if (is_key(at + 1, "'s")) {
          if (!phrase.owners.empty() && !phrase.is_pair) phrase.owners.clear();
          add_owner(phrase, one);
          phrase.is_definite = true;
          at += 2;
          continue;
        }
        const bool is_state =
            one.kind == ChunkKind::name && one.name_kind == NameKind::polity && one.form == NameForm::name;
        if (is_state && at + 1 < chunks_.size() && chunks_[at + 1].kind == ChunkKind::name &&
            chunks_[at + 1].name_kind == NameKind::organization && chunks_[at + 1].first == one.last) {
          add_owner(phrase, one);
          ++at;
          continue;
        }
        const bool is_role = one.kind == ChunkKind::phrase;
        if (!is_role && goes_on_behind_name(at + 1, one)) {
          add_owner(phrase, one);
          if (one.form == NameForm::plural_demonym) phrase.is_plural = true;
          ++at;
          continue;
        }
        if (!is_role && (one.form == NameForm::demonym || one.form == NameForm::adjective) && joins_demonyms(at)) {
          add_owner(phrase, one);
          at = next_demonym(at);
          continue;
        }
        head_name(phrase, one);
        has_head = true;
        ++at;
        break;
      }
      if (!is_word(at)) {
        if (is_key(at, "'s") && has_head && !phrase.head.empty() && phrase.actors.empty()) {
          take_possessor(phrase);
          has_head = false;
          ++at;
          continue;
        }
        // Quotation marks around a noun do not end the phrase.
        if (one.kind == ChunkKind::mark && one.key == "\"" && !has_head && at > at_ && is_word(at + 1) &&
            !is_closed(at + 1)) {
          ++at;
          continue;
        }
        break;
      }
      if (one.key.starts_with("-")) {
        if (is_armed_word(at - 1)) {
          phrase.compounds.push_back(
              {one.key.substr(1), {entities_.named(NameKind::group, plural_of(chunks_[at - 1].key), true)}});
        }
        has_head = false;
        ++at;
        continue;
      }
      if (is_class(at, pron_)) {
        if (at != at_) break;
        phrase.pronoun = one.key;
        phrase.is_plural = one.key == "they" || one.key == "them" || one.key == "we" || one.key == "themselves";
        has_head = true;
        ++at;
        break;
      }
      if (is_class(at, poss_) && !is_class(at, det_)) {
        if (at != at_ && !is_class(at - 1, adv_)) break;
        phrase.owner_pronoun = one.key;
        phrase.is_definite = true;
        ++at;
        continue;
      }
      if (is_key(at, "no") || is_key(at, "neither") || is_not_one(at)) {
        if (has_head) break;
        phrase.reality = Reality::denied;
        ++at;
        continue;
      }
      if (is_class(at, det_)) {
        if (has_head) break;
        if (one.key == "the" || one.key == "these" || one.key == "this" || one.key == "both" || one.key == "those")
          phrase.is_definite = true;
        if (one.key == "both") phrase.number = 2;
        ++at;
        continue;
      }
      if (is_about(at) && !has_head) {
        ++at;
        continue;
      }
      if (is_closed(at)) break;
      if (one.key == "first" || one.key == "second" || one.key == "last" || one.key == "only" || one.key == "latest")
        phrase.is_first = true;
      if (is_class(at, number_)) {
        if (has_head) break;
        if (one.key == "two") phrase.number = 2;
        if (one.key == "three") phrase.number = 3;
        if (one.key == "four") phrase.number = 4;
        has_head = has_head || !(is_word(at + 1) || is_named(at + 1));
        if (phrase.head.empty()) phrase.head = one.key;
        ++at;
        continue;
      }
      if (is_class(at, hyp_)) {
        if (has_head && !is_noun_follows(at)) break;
        phrase.reality = phrase.reality == Reality::denied ? Reality::denied : Reality::hypothetical;
        ++at;
        continue;
      }
      if ((is_class(at, adv_) || is_manner(at)) && !is_any_noun(at)) {
        if (has_head) break;
        if (at == at_) break;
        ++at;
        continue;
      }
      if (is_verb_at(at, at == at_ ? nullptr : &phrase, has_head)) break;
      const bool is_adjective =
          (is_class(at, adj_) && !is_any_noun(at)) || (!has_head && looks_adjective(at)) ||
          ((chunks_[at].word->verb.is_participle || is_unknown_participle(one)) && !is_any_noun(at));
      if (is_adjective) {
        if (has_head && !is_noun_follows(at)) break;
        ++at;
        continue;
      }
      phrase.head = one.key;
      phrase.is_plural = one.word->is_plural ||
                         (one.word->noun == ClassId::none && one.key.ends_with("s") && !one.key.ends_with("ss"));
      head_word_ = at;
      has_head = true;
      ++at;
    }
    if (at == at_) return 0;
    phrase.last = chunks_[at - 1].last;
    if (!phrase.head.empty()) classify(phrase);
    if (is_both(phrase)) {
      phrase.number = 2;
      phrase.is_coreferent = phrase.is_plural = phrase.is_definite = true;
      phrase.head = "two";
    }
    if (phrase.head.empty() && phrase.actors.empty() && !phrase.owners.empty() && phrase.pronoun.empty())
      phrase.actors = phrase.owners;
    out_.push_back(std::move(phrase));
    return at - at_;
  }

  /// `Both claim the region`: the two named before.
  bool is_both(const Chunk& phrase) const {
    const bool is_partitive = phrase.last < sentence_.tokens.size() && sentence_.tokens[phrase.last].key == "of";
    return !is_partitive && phrase.last == phrase.first + 1 && sentence_.tokens[phrase.first].key == "both";
  }

  /// `French, German, Russian and Ukrainian advisers`: demonyms in a row before one noun.
  std::size_t next_demonym(std::size_t at) const {
    std::size_t next = at + 1;
    if (is_key(next, ",")) ++next;
    if (is_key(next, "and") || is_key(next, "or")) ++next;
    return next;
  }
  bool joins_demonyms(std::size_t at) const {
    const std::size_t next = next_demonym(at);
    if (next == at + 1 || next >= chunks_.size() || chunks_[next].kind != ChunkKind::name) return false;
    return chunks_[next].form == NameForm::demonym || chunks_[next].form == NameForm::adjective;
  }  /// `the league's decision`, `the rebels' advance`: the noun so far owns what follows.
  void take_possessor(Chunk& phrase) {
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

  bool is_armed_word(std::size_t at) const { return is_word(at) && lexicon_.has_noun_class(chunks_[at].key, armed_); }
  static std::string plural_of(const std::string& key) { return key.ends_with("s") ? key : key + "s"; }

  static void head_name(Chunk& phrase, const Chunk& name) {
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

  void classify(Chunk& phrase) {
    const std::string& head = phrase.head;
    const auto is = [&](ClassId one) { return lexicon_.has_noun_class(head, one); };
    phrase.noun = lexicon_.word(head).noun;
    if (!phrase.actors.empty()) return;
    if (is(region_) || is(settlement_)) return classify_place(phrase);
    const bool is_of_people = phrase.owners.size() == 1 && entities_[phrase.owners.front()].is_people;
    if (is(armed_) && is_of_people) {
      phrase.actors = {armed_group(phrase)};
      phrase.is_people = true;
      phrase.name_kind = NameKind::group;
      return;
    }
    if (is(armed_) && !(phrase.owners.size() == 1 && is_group(phrase.owners.front()) && !phrase.is_guess) &&
        (phrase.owners.empty() || !is(people_) || head == "rebels" || head == "militants" || head == "guerrillas" ||
         head == "militias")) {
      phrase.actors = {armed_group(phrase)};
      phrase.is_people = true;
      phrase.name_kind = NameKind::group;
      return;
    }
    const bool is_league =
        head == "coalition" || head == "alliance" || head == "mission" || head == "force" || head == "bloc";
    if (is_league && !phrase.compounds.empty()) {
      phrase.actors = {entities_.named(NameKind::organization, bare(phrase), true)};
      phrase.is_people = true;
      return;
    }
    if (is(people_) && !phrase.owners.empty()) {
      phrase.actors = phrase.owners;
      phrase.is_people = true;
      return;
    }
    if (phrase.owners.size() == 1 && is_group(phrase.owners.front()) && lexicon_.has_noun_class(head, orgnoun_) &&
        !phrase.is_guess) {
      phrase.actors = phrase.owners;
      phrase.is_people = true;
      return;
    }
    if (is(people_)) phrase.is_people = true;
    if (is_armed_band(phrase)) {
      phrase.actors = {entities_.named(NameKind::group, lower(last_words(phrase, 2)), true)};
      phrase.is_people = true;
      phrase.name_kind = NameKind::group;
      return;
    }
    if (!phrase.owner_pronoun.empty()) return;
    const bool is_two = phrase.number >= 2 || (phrase.is_definite && phrase.is_plural &&
                                               (head == "sides" || head == "neighbors" || head == "neighbours" ||
                                                head == "rivals" || head == "foes" || head == "pair"));
    if (phrase.owners.empty() && phrase.is_definite && ((is(party_) && is_two) || head == "pair" || head == "duo"))
      phrase.is_coreferent = true;
    if (phrase.owners.empty() && phrase.is_definite && (head == "two" || head == "three" || head == "four"))
      phrase.is_coreferent = true;
    if (phrase.owners.empty() && phrase.is_definite && (is(party_) || is(people_))) phrase.is_coreferent = true;
  }

  /// `fourteen armed groups`, `a rebel faction`: a group by the adjective.
  bool is_armed_band(const Chunk& phrase) const {
    static constexpr std::string_view bands[] = {"group", "groups", "faction", "factions", "band", "bands"};
    if (std::find(std::begin(bands), std::end(bands), phrase.head) == std::end(bands)) return false;
    if (phrase.last < phrase.first + 2 || !phrase.owners.empty()) return false;
    const std::string& before = sentence_.tokens[phrase.last - 2].key;
    return before == "armed" || before == "guerrilla" || before == "guerilla" ||
           lexicon_.has_noun_class(before, armed_);
  }
  std::string_view last_words(const Chunk& phrase, std::size_t count) const {
    const std::size_t begin = sentence_.tokens[phrase.last - count].begin;
    return text_.substr(begin, sentence_.tokens[phrase.last - 1].end - begin);
  }

  /// The words of a phrase without its article.
  std::string_view bare(const Chunk& phrase) const {
    const std::size_t begin = sentence_.tokens[phrase.first].begin;
    std::string_view words = text_.substr(begin, sentence_.tokens[phrase.last - 1].end - begin);
    for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
      if (words.starts_with(article)) words.remove_prefix(article.size());
    return words;
  }

  bool is_group(EntityId id) const {
    const NameKind kind = entities_[id].kind;
    return kind == NameKind::group || kind == NameKind::organization || kind == NameKind::alliance;
  }

  EntityId armed_group(const Chunk& phrase) {
    std::string name = phrase.head;
    const bool is_of_people = phrase.owners.size() == 1 && entities_[phrase.owners.front()].is_people;
    if (phrase.owners.size() == 1 && phrase.is_guess) name = entities_[phrase.owners.front()].name + " " + phrase.head;
    if (is_of_people) name = last_words(phrase, 2);
    if (!name.ends_with("s") && name != "militia" && name != "junta" && name != "militiamen" && name != "gunmen" &&
        name != "mujahideen")
      name += "s";
    return entities_.named(NameKind::group, name, true);
  }

  /// `Idlib province`, `the city of Goma` (its name follows), `the region`.
  void classify_place(Chunk& phrase) {
    phrase.is_place = true;
    if (phrase.owners.size() == 1) {
      const Entity& owner = entities_[phrase.owners.front()];
      if (owner.kind == NameKind::place || (owner.kind == NameKind::organization && phrase.is_guess)) {
        if (owner.kind != NameKind::place) entities_[phrase.owners.front()].kind = NameKind::place;
        phrase.actors = phrase.owners;
        phrase.name_kind = NameKind::place;
        phrase.owners.clear();
      }
      return;
    }
    if (phrase.owners.size() == 2 && !phrase.is_pair) {
      // South Sudan's Abyei region: the nearer name is the place.
      const EntityId place = phrase.owners.back();
      if (entities_[place].kind == NameKind::place) {
        phrase.actors = {place};
        phrase.name_kind = NameKind::place;
        phrase.owners.pop_back();
      }
      return;
    }
    if (phrase.owners.empty() && phrase.is_definite && !phrase.is_plural) phrase.is_coreferent = true;
  }

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
    return is_class(at, neg_) || is_class(at, adv_) || is_manner(at) || key == "both" || key == "all" ||
           key == "each" || key == "either";
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

  std::size_t skip_adverbs(std::size_t at) const {
    while (is_class(at, adv_) && !is_verb_word(at)) ++at;
    return at;
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
                            is_class(end, neg_) || is_class(end, adv_) || is_key(end, "to"))) {
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

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  std::vector<Chunk> out_;
  std::size_t at_ = 0;
  std::size_t head_word_ = 0;
  bool has_verb_ = false;
  ClassId det_, poss_, pron_, prep_, conj_, sub_, rel_, modal_, be_, have_, do_, neg_, adv_, adj_, hyp_, number_, deny_,
      people_, armed_, party_, region_, settlement_, part_, that_, talks_, statebody_, orgnoun_, body_, delegation_;
};

}  // namespace

void build_phrases(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence) {
  PhraseBuilder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
