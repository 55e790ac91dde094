#include "names.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

constexpr std::size_t longest_name = 9;

/// One sentence's names, from left to right.
class NameFinder {
 public:
  NameFinder(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), tokens_(sentence.tokens), chunks_(sentence.chunks) {
    office_ = lexicon.find_class("office");
    modifier_ = lexicon.find_class("office-modifier");
    rank_ = lexicon.find_class("rank");
    leader_ = lexicon.find_class("leader");
    spokesperson_ = lexicon.find_class("spokesperson");
    representative_ = lexicon.find_class("representative");
    particle_ = lexicon.find_class("particle");
    month_ = lexicon.find_class("month");
    weekday_ = lexicon.find_class("weekday");
    orgnoun_ = lexicon.find_class("orgnoun");
    statebody_ = lexicon.find_class("statebody");
    grouporg_ = lexicon.find_class("grouporg");
    placenoun_ = lexicon.find_class("placenoun");
    settlement_ = lexicon.find_class("settlement");
    region_ = lexicon.find_class("region");
    det_ = lexicon.find_class("det");
    given_ = lexicon.find_class("given-name");
    adj_ = lexicon.find_class("adj");
    war_ = lexicon.find_class("war");
    agreement_ = lexicon.find_class("agreement");
    ceasefire_ = lexicon.find_class("ceasefire");
    past_ = lexicon.find_class("past-word");
  }

  void run() {
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (const Token& one : tokens_) {
      capitals += one.shape == Shape::capitals;
      letters += one.shape != Shape::punctuation && one.shape != Shape::number;
    }
    is_shouting_ = letters > 6 && capitals * 10 > letters * 8;
    while (at_ < tokens_.size()) step();
  }

 private:
  const Word& word(std::size_t at) const { return lexicon_.word(tokens_[at].key); }
  bool is_capital(std::size_t at) const {
    return at < tokens_.size() && (tokens_[at].shape == Shape::capitalized || tokens_[at].shape == Shape::capitals);
  }
  bool is_title(std::size_t at) const {
    const Word& one = word(at);
    return one.is(office_) || one.is(modifier_) || one.is(rank_) || one.is(leader_) || one.is(spokesperson_) ||
           one.is(representative_) || one.is(month_) || one.is(weekday_) || one.is(past_);
  }
  bool is_known(std::size_t at) const {
    const Word& one = word(at);
    return !one.classes.empty() || one.verb.any() || one.noun != ClassId::none;
  }
  bool is_start(std::size_t at) const {
    return at == 0 || (tokens_[at - 1].shape == Shape::punctuation &&
                       (tokens_[at - 1].key == "\"" || tokens_[at - 1].key == "--" || tokens_[at - 1].key == ":"));
  }
  bool is_body_noun(std::size_t at) const {
    return is_capital(at) && lexicon_.has_noun_class(tokens_[at].key, orgnoun_);
  }
  std::string_view slice(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
  }

  void add_word() {
    Chunk one;
    one.kind = tokens_[at_].shape == Shape::punctuation && !tokens_[at_].key.starts_with("-") ? ChunkKind::mark
                                                                                              : ChunkKind::word;
    if (tokens_[at_].key == "--") one.kind = ChunkKind::mark;
    one.first = static_cast<std::uint32_t>(at_);
    one.last = one.first + 1;
    one.word = &word(at_);
    one.key = tokens_[at_].key;
    chunks_.push_back(std::move(one));
    ++at_;
  }

  void add_name(std::size_t length, NameKind kind, NameForm form, EntityId id, bool is_guess = false) {
    Chunk one;
    one.kind = ChunkKind::name;
    one.first = static_cast<std::uint32_t>(at_);
    one.last = static_cast<std::uint32_t>(at_ + length);
    one.name_kind = kind;
    one.form = form;
    one.key = tokens_[at_].key;
    one.word = &lexicon_.word(one.key);
    one.is_guess = is_guess;
    one.actors = {id};
    chunks_.push_back(std::move(one));
    at_ += length;
  }

  /// The length of a run of capitalized words with the particles and `of` that names take.
  std::size_t run_length(bool is_person) const {
    std::size_t end = at_;
    std::size_t last = at_;
    while (end < tokens_.size() && end - at_ < longest_name) {
      if (is_capital(end)) {
        if (end > at_ && is_person && is_title(end) && !word(end).is(modifier_) && !word(end).is(rank_)) break;
        if (end > at_ && is_event_noun(end)) break;
        last = ++end;
        continue;
      }
      const bool is_joint =
          end > at_ && word(end).is(particle_) && !word(end).is(det_) &&
          (is_capital(end + 1) || (end + 2 < tokens_.size() && word(end + 1).is(particle_) && is_capital(end + 2)));
      if (!is_joint) break;
      ++end;
    }
    return last - at_;
  }

  /// The Ogaden War, the Rio Protocol: the noun is no part of a name of a person or place.
  bool is_event_noun(std::size_t at) const {
    const std::string& key = tokens_[at].key;
    return lexicon_.has_noun_class(key, war_) || lexicon_.has_noun_class(key, agreement_) ||
           lexicon_.has_noun_class(key, ceasefire_) || key == "accords" || key == "agreements" || key == "summit";
  }

  /// The length of a body's name that begins here: it ends by a noun such as Front or Ministry, and
  /// may go on behind `of` or `for`.
  std::size_t body_length() const {
    std::size_t best = 0;
    std::size_t end = at_;
    while (end < tokens_.size() && end - at_ < longest_name) {
      if (is_capital(end)) {
        if (end > at_ && word(end).is(office_) && !is_body_noun(end)) break;
        ++end;
        if (is_body_noun(end - 1)) best = end - at_;
        continue;
      }
      const std::string& key = tokens_[end].key;
      if (best == end - at_ && best > 0 && (key == "of" || key == "for")) {
        std::size_t next = end + 1;
        while (next < tokens_.size() && (tokens_[next].key == "the" || tokens_[next].key == "and")) ++next;
        NameEntry entry;
        if (best == 1 && !is_general_body(at_)) break;
        const bool is_own = is_capital(next) && !is_state_body(end - 1);
        if (!is_own) break;
        const std::size_t length = lexicon_.find_name(tokens_, next, entry);
        best = next + std::max<std::size_t>(1, length) - at_;
        end = at_ + best;
        while (is_capital(end)) best = ++end - at_;
        continue;
      }
      NameEntry joined;
      if (key == "and" && end > at_ && is_capital(end + 1) && best == 0 && is_body_noun(end + 2) &&
          lexicon_.find_name(tokens_, end + 1, joined) == 0) {
        ++end;
        continue;
      }
      if (key == "'s" && is_capital(end + 1) && end > at_ &&
          (tokens_[end - 1].key == "people" || tokens_[end - 1].key == "workers")) {
        ++end;
        continue;
      }
      break;
    }
    return best;
  }
  bool is_state_body(std::size_t at) const { return lexicon_.has_noun_class(tokens_[at].key, statebody_); }
  bool is_general_body(std::size_t at) const {
    const std::string& key = tokens_[at].key;
    return key == "organization" || key == "organisation" || key == "movement" || key == "front" || key == "union" ||
           key == "government" || key == "alliance" || key == "forces" || key == "council" || key == "party" ||
           key == "league" || key == "association";
  }

  bool step_body() {
    if (word(at_).is(det_)) return false;
    if (word(at_).is(past_)) return false;
    const std::size_t length = body_length();
    if (length == 0) return false;
    NameEntry entry;
    const std::size_t known = lexicon_.find_name(tokens_, at_, entry);
    if (known >= length) return false;
    if (known > 0 && entry.form == NameForm::name &&
        (entry.kind == NameKind::organization || entry.kind == NameKind::group || entry.kind == NameKind::alliance) &&
        known > 1 && !is_part_of_body(at_ + known, length - known))
      return false;
    // A demonym before a body of the state stays its own chunk: [Russian] [Foreign Ministry].
    if (known > 0 && is_state_body(at_ + length - 1) && entry.kind != NameKind::organization) return false;
    // A whole body name inside a longer run wins over it: State Department Spokesman.
    if (length == 1 && is_start(at_) && !is_shouting_) {
      if (!is_state_body(at_)) return false;
    }
    // Polity + people's noun in capitals: "Syria Talks" and the like are no bodies; titles are not part.
    if (word(at_).is(rank_) && length > 1 && !word(at_).is(modifier_) && tokens_[at_].key != "general") return false;
    // The noun before `of` or `for` tells what kind of body it is.
    std::size_t head = at_;
    while (head + 1 < at_ + length && tokens_[head + 1].key != "of" && tokens_[head + 1].key != "for") ++head;
    const std::string& last = tokens_[head].key;
    const NameKind kind = lexicon_.has_noun_class(last, grouporg_) && !is_state_body(at_ + length - 1)
                              ? NameKind::group
                              : NameKind::organization;
    const EntityId id = entities_.named(kind, slice(at_, at_ + length));
    add_name(length, kind, NameForm::name, id);
    note_alias(id);
    return true;
  }

  /// The African Union Commission, unlike the M23 Movement, is another body than what its first words name.
  bool is_part_of_body(std::size_t at, std::size_t length) const {
    const std::string& key = tokens_[at].key;
    return length == 1 && (key == "commission" || key == "council" || key == "assembly" || key == "parliament" ||
                           key == "secretariat" || key == "court" || key == "mission");
  }

  /// An abbreviation in parentheses behind a name names the same.
  void note_alias(EntityId id) {
    if (at_ + 2 < tokens_.size() && tokens_[at_].key == "(" && tokens_[at_ + 2].key == ")" && is_capital(at_ + 1)) {
      entities_.add_alias(id, slice(at_ + 1, at_ + 2));
      for (int i = 0; i < 3; ++i) ++at_;
      chunks_.back().last = static_cast<std::uint32_t>(at_);
    }
  }

  bool is_after_title() const {
    if (chunks_.empty() || chunks_.back().kind != ChunkKind::word || chunks_.back().last != at_) return false;
    const Word& before = *chunks_.back().word;
    if (before.is(rank_)) return true;
    const std::size_t at = chunks_.back().first;
    return (before.is(office_) || before.is(leader_) || before.is(spokesperson_)) && at + 1 == at_ && !before.is_plural;
  }

  bool step_lexicon() {
    NameEntry entry;
    std::size_t length = lexicon_.find_name(tokens_, at_, entry);
    if (length == 0) return false;
    if (length == 1 && word(at_).is(given_) && is_capital(at_ + 1) && !is_title(at_ + 1) && !is_known(at_ + 1) &&
        tokens_[at_ + 1].shape == Shape::capitalized && lexicon_.find_single(tokens_[at_ + 1].key) == nullptr)
      return false;
    if (entry.needs_capitals && length == 1 && tokens_[at_].shape != Shape::capitals) return false;
    if (is_after_title() && length == 1 && is_capital(at_ + 1) && !is_title(at_ + 1) &&
        lexicon_.find_single(tokens_[at_ + 1].key) == nullptr)
      return false;
    const EntityId id = entities_.from_lexicon(entry, slice(at_, at_ + length));
    add_name(length, entry.kind, entry.form, id);
    if (entry.form == NameForm::name) note_alias(id);
    return true;
  }

  /// Two names joined by a hyphen: Belgrade-Pristina.
  bool step_pair() {
    const std::string& key = tokens_[at_].key;
    const std::size_t hyphen = key.find('-');
    if (hyphen == std::string::npos || hyphen == 0) return false;
    const NameEntry* left = lexicon_.find_single(key.substr(0, hyphen));
    const NameEntry* right = lexicon_.find_single(key.substr(hyphen + 1));
    if (left == nullptr || right == nullptr || left->entity == right->entity) return false;
    const EntityId first = entities_.from_lexicon(*left, slice(at_, at_ + 1).substr(0, hyphen));
    const EntityId second = entities_.from_lexicon(*right, slice(at_, at_ + 1).substr(hyphen + 1));
    add_name(1, NameKind::polity, NameForm::demonym, first);
    chunks_.back().actors.push_back(second);
    chunks_.back().is_pair = true;
    return true;
  }

  bool step_shape() {
    if (word(at_).is(month_) || word(at_).is(weekday_)) return false;
    const bool is_first = is_start(at_);
    if (is_title(at_)) return false;
    const std::string& key = tokens_[at_].key;
    const bool is_given = word(at_).is(given_) && is_capital(at_ + 1) && !is_known(at_ + 1) && !is_title(at_ + 1);
    if (is_known(at_) && !is_given && (is_first || word(at_).is(det_) || !is_name_inside())) return false;
    std::size_t length = run_length(true);
    if (length == 0) return false;
    if (length > 1 && is_adjective_of_state(length)) return false;
    if (is_first && length == 1) {
      const bool looks_like_word = key.ends_with("ed") || key.ends_with("ing") || key.ends_with("ly");
      const EntityId known = entities_.find_person(key);
      if (known == no_entity && looks_like_word) return false;
    }
    return add_shape(length);
  }
  /// `Muslim Pakistan`, `Himalayan Kashmir`: an adjective before a name of the tables.
  bool is_adjective_of_state(std::size_t length) const {
    const std::string& key = tokens_[at_].key;
    const bool is_ended = key.ends_with("an") || key.ends_with("ese") || key.ends_with("ic") || key.ends_with("ish");
    if (!(word(at_).is(adj_) || is_ended) || word(at_).is(given_)) return false;
    NameEntry entry;
    return lexicon_.find_name(tokens_, at_ + 1, entry) + 1 == length && entry.form == NameForm::name &&
           (entry.kind == NameKind::polity || entry.kind == NameKind::place);
  }
  /// A known word in capitals amid a sentence is part of a name where the next word is one too.
  bool is_name_inside() const { return is_capital(at_ + 1) && !is_title(at_ + 1); }

  bool add_shape(std::size_t length) {
    const std::size_t end = at_ + length;
    const bool is_place_name = lexicon_.has_noun_class(tokens_[end - 1].key, placenoun_);
    if (is_place_name && length > 1) {
      // Anthony Lake, Park Chung: what stands around tells later.
      const std::string& noun = tokens_[end - 1].key;
      const bool is_surname = noun == "lake" || noun == "park" || noun == "bay" || noun == "street" || noun == "port" ||
                              noun == "dam" || noun == "camp" || noun == "rivers";
      add_name(length, NameKind::place, NameForm::name, entities_.named(NameKind::place, slice(at_, end)), is_surname);
      return true;
    }
    if (length == 1) return add_single();
    if (const EntityId known = entities_.find(slice(at_, end)); known != no_entity) {
      add_name(length, entities_[known].kind, NameForm::name, known, entities_[known].kind == NameKind::place);
      return true;
    }
    if (is_after_preposition() || is_before_place_noun(end)) {
      add_name(length, NameKind::place, NameForm::name, entities_.named(NameKind::place, slice(at_, end)), true);
      return true;
    }
    add_name(length, NameKind::person, NameForm::name, entities_.person(slice(at_, end)));
    return true;
  }

  /// `the Himalayan region`: an adjective that no table knows.
  bool is_adjective_of_place() const {
    const std::string& key = tokens_[at_].key;
    const bool is_ended = key.ends_with("ian") || key.ends_with("ean") || key.ends_with("ayan") || key.ends_with("ese");
    return is_ended && at_ + 1 < tokens_.size() && tokens_[at_ + 1].shape == Shape::lower &&
           lexicon_.has_noun_class(tokens_[at_ + 1].key, region_);
  }

  bool add_single() {
    const std::string& key = tokens_[at_].key;
    if (is_adjective_of_place()) return false;
    const EntityId known = entities_.find(slice(at_, at_ + 1));
    const EntityId person = entities_.find_person(key);
    if (known != no_entity && person == no_entity) {
      add_name(1, entities_[known].kind, NameForm::name, known, entities_[known].is_guess);
    } else if (person != no_entity) {
      add_name(1, NameKind::person, NameForm::name, person);
    } else if (is_after_title()) {
      add_name(1, NameKind::person, NameForm::name, entities_.person(slice(at_, at_ + 1)));
    } else {
      const bool is_place = is_after_preposition() || is_before_place_noun(at_ + 1);
      const NameKind kind = is_place                                ? NameKind::place
                            : tokens_[at_].shape == Shape::capitals ? NameKind::organization
                                                                    : NameKind::place;
      const EntityId id = entities_.named(kind, slice(at_, at_ + 1));
      entities_[id].is_guess = true;
      add_name(1, kind, NameForm::name, id, true);
    }
    return true;
  }

  bool is_after_preposition() const {
    if (at_ == 0) return false;
    std::size_t before = at_ - 1;
    const std::string& key = tokens_[before].key;
    return key == "in" || key == "near" || key == "at" || key == "outside" || key == "into" || key == "toward" ||
           key == "towards" || key == "across" || key == "around";
  }
  bool is_before_place_noun(std::size_t at) const {
    return at < tokens_.size() &&
           (lexicon_.has_noun_class(tokens_[at].key, region_) ||
            lexicon_.has_noun_class(tokens_[at].key, settlement_)) &&
           tokens_[at].key != "base" && tokens_[at].key != "state";
  }

  /// `pro-European`: an adjective, no name.
  bool is_prefixed() const {
    const char first = text_[tokens_[at_].begin];
    if (first < 'a' || first > 'z') return false;
    for (std::string_view prefix :
         {"pro-", "anti-", "non-", "mid-", "post-", "pre-", "all-", "trans-", "half-", "self-"})
      if (tokens_[at_].key.starts_with(prefix)) return true;
    return false;
  }

  void step() {
    if (!is_capital(at_) || tokens_[at_].shape == Shape::punctuation) return add_word();
    if (!is_shouting_ && !is_after_title() && step_body()) return;
    if (step_lexicon() || step_pair()) return;
    if (is_prefixed()) return add_word();
    if (is_shouting_) return add_word();
    if (step_shape()) return;
    add_word();
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  const std::vector<Token>& tokens_;
  std::vector<Chunk>& chunks_;
  std::size_t at_ = 0;
  bool is_shouting_ = false;
  ClassId office_, modifier_, rank_, leader_, spokesperson_, representative_, particle_, month_, weekday_, orgnoun_,
      statebody_, grouporg_, placenoun_, settlement_, region_, det_, past_, war_, agreement_, ceasefire_, given_, adj_;
};

}  // namespace

void find_names(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence) {
  NameFinder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
