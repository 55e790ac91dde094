#include "referents.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lists.hpp"
#include "parts.hpp"

namespace graphwright::extraction {
namespace {

class ReferentFinder : private Lists {
 public:
  ReferentFinder(std::string_view text, const Lexicon& lexicon, Register& entities, Discourse& discourse,
                 SentenceChunks& sentence)
      : Lists(entities, sentence.chunks), text_(text), lexicon_(lexicon), discourse_(discourse), sentence_(sentence) {
    region_ = lexicon.find_class("region");
    settlement_ = lexicon.find_class("settlement");
    country_ = lexicon.find_class("country");
    orgnoun_ = lexicon.find_class("orgnoun");
    party_ = lexicon.find_class("party-word");
    people_ = lexicon.find_class("people");
    ties_ = lexicon.find_class("ties");
    actor_verbs_ = {lexicon.find_class("v-accuse"), lexicon.find_class("v-condemn"), lexicon.find_class("v-praise"),
                    lexicon.find_class("v-back")};
    seize_ = lexicon.find_class("v-seize");
    cut_ = lexicon.find_class("v-cut");
    restore_ = lexicon.find_class("v-restore");
  }

  void run() {
    join_parts(text_, lexicon_, entities_, sentence_);
    join_parted_names();
    join_lists();
    close();
  }

 private:
  void join_lists() {
    std::vector<Chunk> out;
    out.reserve(chunks_.size());
    for (std::size_t i = 0; i < chunks_.size();) {
      const std::size_t end = list_end(i);
      for (std::size_t j = i; j < std::max(end, i + 1); ++j) resolve_in_list(j, j == i, out);
      if (end == i) {
        out.push_back(std::move(chunks_[i++]));
        continue;
      }
      Chunk joined = joined_list(i, end);
      name_announced(joined, out, end);
      if (!out.empty() && out.back().key == "neither") joined.reality = Reality::denied;
      if (!out.empty() && (out.back().key == "by" || out.back().key == "like" || out.back().key == "including"))
        remember_each(joined);
      else
        remember(joined);
      out.push_back(std::move(joined));
      i = end;
    }
    chunks_ = std::move(out);
  }

  /// What stands before the first of a list, or before a chunk of its own, was moved to `out` already.
  void resolve_in_list(std::size_t at, bool is_first, std::vector<Chunk>& out) {
    appose(chunks_[at], out, is_first);
    const std::span<const Chunk> before =
        is_first ? std::span<const Chunk>(out) : std::span<const Chunk>(chunks_).first(at);
    const Chunk* last = before.empty() ? nullptr : &before.back();
    const bool is_free = last == nullptr || last->key.empty() || (is_first && last->kind == ChunkKind::mark);
    own_subject_ = clause_subject(before);
    is_apposed_ = is_first && out.size() == 2 && out[1].key == "," && out[0].kind == ChunkKind::phrase;
    look_around(at, last);
    resolve(chunks_[at]);
    if (!is_free || here_ != no_entity || !is_phrase(at)) return;
    const Entities& who = chunks_[at].actors.empty() ? chunks_[at].owners : chunks_[at].actors;
    if (!who.empty()) here_ = who.front();
  }

  /// What the verb or preposition before a chunk makes of it.
  void look_around(std::size_t at, const Chunk* last) {
    const std::string_view before = last == nullptr ? std::string_view{} : std::string_view(last->key);
    const bool is_behind_verb = last != nullptr && last->kind == ChunkKind::verb;
    // `said it had left`: the subject of a clause of its own.
    const bool is_subject = !chunks_[at].pronoun.empty() && at + 1 < chunks_.size() &&
                            chunks_[at + 1].kind == ChunkKind::verb && chunks_[at + 1].verb.is_finite;
    is_object_ = is_behind_verb && !is_subject;
    is_told_ = is_subject && (is_behind_verb || before == "that");
    is_of_actor_ = is_object_ && std::any_of(actor_verbs_.begin(), actor_verbs_.end(),
                                             [&](ClassId verb) { return last->verb.is(verb); });
    is_of_place_ = is_object_ && last->verb.is(seize_);
    is_of_ties_ = is_object_ && (last->verb.is(cut_) || last->verb.is(restore_));
    is_around_ = before == "from" || before == "over" || before == "into" || before == "in";
    is_bound_ = is_object_ || before == "on" || before == "to" || before == "with" || before == "against" ||
                before == "of" || before == "for" || is_around_;
    is_agent_ = before == "by";
    is_location_ = before == "in" || before == "at" || before == "to" || before == "from" || before == "near";
  }

  /// The phrases of a list as one.
  Chunk joined_list(std::size_t first, std::size_t end) const {
    Chunk joined = chunks_[first];
    for (Compound& compound : joined.compounds) compound.said_of = joined.actors;
    for (std::size_t at = first + 1; at < end; ++at) {
      if (!is_phrase(at)) continue;
      for (const EntityId one : chunks_[at].actors) add_once(joined.actors, one);
      joined.is_people = joined.is_people || chunks_[at].is_people;
      if (joined.head.empty()) joined.head = chunks_[at].head;
      for (Compound compound : chunks_[at].compounds) {
        compound.said_of = chunks_[at].actors;
        joined.compounds.push_back(std::move(compound));
      }
    }
    joined.last = chunks_[end - 1].last;
    joined.is_plural = true;
    joined.is_place = joined.is_place && chunks_[end - 1].is_place;
    return joined;
  }

  /// `The two leaders, A and B, met`: those who are announced are the persons between the commas.
  void name_announced(const Chunk& persons, std::vector<Chunk>& before, std::size_t end) const {
    const bool is_between = before.size() >= 2 && before.back().key == "," && is_key(end, ",");
    if (!is_between) return;
    Chunk& announced = before[before.size() - 2];
    const bool are_people = announced.kind == ChunkKind::phrase && announced.is_plural && announced.pronoun.empty() &&
                            lexicon_.has_noun_class(announced.head, people_);
    const auto is_person = [&](EntityId id) { return kind(id) == NameKind::person; };
    if (!are_people || !std::all_of(persons.actors.begin(), persons.actors.end(), is_person)) return;
    if (std::any_of(announced.actors.begin(), announced.actors.end(), is_person)) return;
    announced.actors = persons.actors;
    announced.name_kind = NameKind::person;
    announced.is_people = false;
  }

  /// The subject of the verb that stands last, so far.
  EntityId clause_subject(std::span<const Chunk> before) const {
    const std::size_t stop = before.size() > 40 ? before.size() - 40 : 0;
    for (std::size_t at = before.size(); at-- > stop;) {
      if (before[at].kind != ChunkKind::verb) continue;
      const bool is_there = at > 0 && before[at - 1].kind == ChunkKind::phrase && !before[at - 1].actors.empty();
      return is_there ? before[at - 1].actors.front() : here_;
    }
    return here_;
  }

  /// `a splinter group, the Freedom Fighters`: the group is they.
  void name_described(const Chunk& one, Chunk& described, bool has_comma) const {
    const bool is_named =
        has_comma && one.actors.size() == 1 && one.owners.empty() && !one.is_coreferent &&
        (kind(one.actors.front()) == NameKind::group || kind(one.actors.front()) == NameKind::organization) &&
        !entities_[one.actors.front()].is_common;
    const bool is_noun = described.pronoun.empty() && described.owners.empty() && !described.is_definite &&
                         (described.actors.empty() || is_nameless_group(described)) &&
                         (lexicon_.has_noun_class(described.head, orgnoun_) || is_nameless_group(described));
    if (!is_named || !is_noun) return;
    described.actors = one.actors;
    described.name_kind = one.name_kind;
  }

  /// `Jijiga, a garrison town that`: the noun behind the comma is the place; `X, whose country`: X's.
  void appose(Chunk& one, std::vector<Chunk>& before, bool is_first) {
    if (!is_first || one.kind != ChunkKind::phrase || before.empty()) return;
    const bool has_comma = before.back().key == "," && before.size() >= 2;
    Chunk& name = has_comma ? before[before.size() - 2] : before.back();
    if (name.kind != ChunkKind::phrase) return;
    name_described(one, name, has_comma);
    if (name.actors.empty()) return;
    if (one.owner_pronoun == "whose") {
      for (const EntityId id : name.actors) {
        if (kind(id) != NameKind::person || one.name_kind == NameKind::organization) one.owners.push_back(id);
        if (kind(id) == NameKind::person)
          for (const EntityId state : entities_[id].represents) one.owners.push_back(state);
      }
      if (is_nameless_group(one) && !one.owners.empty()) one.actors = one.owners;
      if (one.actors.empty() && (one.is_people || lexicon_.has_noun_class(one.head, country_))) one.actors = one.owners;
      return;
    }
    // `A and B, neighbors that`: the list.
    if (has_comma && name.actors.size() > 1 && one.actors.empty() && one.owners.empty() && one.is_plural &&
        !one.is_definite && lexicon_.has_noun_class(one.head, party_)) {
      one.actors = name.actors;
      one.name_kind = name.name_kind;
      one.is_people = one.is_coreferent = true;
      return;
    }
    const NameKind what = kind(name.actors.front());
    if (has_comma && name.actors.size() == 1 && (what == NameKind::organization || what == NameKind::group) &&
        !one.is_plural && !one.is_definite && lexicon_.has_noun_class(one.head, orgnoun_) && one.compounds.empty()) {
      one.actors = name.actors;
      one.name_kind = what;
      one.is_people = one.is_coreferent = true;
      return;
    }
    const bool is_place_noun =
        lexicon_.has_noun_class(one.head, region_) || lexicon_.has_noun_class(one.head, settlement_);
    const bool is_plain = one.actors.empty() && one.owners.empty() && !one.is_plural && one.head != "capital";
    if (!has_comma || !is_place_noun || !is_plain || name.actors.size() != 1) return;
    // Aksai Chin, a plateau: no person, as its shape had it.
    Entity& known = entities_[name.actors.front()];
    if (known.kind == NameKind::person && known.office.empty() && known.represents.empty() && !one.is_definite) {
      known.kind = name.name_kind = NameKind::place;
      name.is_place = true;
    }
    if (known.kind != NameKind::place || name.is_people) return;
    if (lexicon_.has_noun_class(one.head, settlement_)) {
      known.is_settlement = true;
      if (discourse_.region == name.actors.front()) discourse_.region = no_entity;
      discourse_.settlement = name.actors.front();
    }
    one.actors = name.actors;
    one.name_kind = NameKind::place;
    one.is_place = one.is_coreferent = true;
  }

  /// `fighters`, `rebels`: no group of its own where they are somebody's.
  bool is_nameless_group(const Chunk& one) const {
    return one.actors.size() == 1 && kind(one.actors.front()) == NameKind::group &&
           entities_[one.actors.front()].is_common;
  }

  /// Those of a list that are no pair: `backed by A and B`.
  void remember_each(const Chunk& one) {
    for (const EntityId id : one.actors) remember(id, one.form);
  }

  void remember(const Chunk& one) {
    // A demonym before a noun does not make its state the country spoken of, where another is.
    for (const EntityId id : one.owners)
      if (one.is_people || kind(id) != NameKind::polity || discourse_.polity == no_entity)
        remember(id, one.form);
      else
        note_polity(id);
    for (const EntityId id : one.actors) remember(id, one.form);
    if (one.is_pair && one.owners.size() == 2) {
      discourse_.pair = one.owners;
      discourse_.note_pair(one.owners);
    }
    if (one.actors.size() < 2) return;
    const bool persons =
        std::all_of(one.actors.begin(), one.actors.end(), [&](EntityId id) { return kind(id) == NameKind::person; });
    const bool places =
        std::all_of(one.actors.begin(), one.actors.end(), [&](EntityId id) { return kind(id) == NameKind::place; });
    if (!places) {
      discourse_.last_pair = one.actors;
      discourse_.note_pair(one.actors);
    }
    if (persons) {
      discourse_.person_pair = one.actors;
      Entities states;
      for (const EntityId id : one.actors)
        for (const EntityId state : entities_[id].represents) add_once(states, state);
      if (states.size() >= 2) discourse_.pair = states;
    } else if (!places) {
      discourse_.pair = one.actors;
    }
  }

  void note_polity(EntityId id) {
    std::erase(discourse_.polities, id);
    discourse_.polities.push_back(id);
  }

  void remember(EntityId id, NameForm form) {
    switch (kind(id)) {
      case NameKind::person:
        discourse_.person = id;
        std::erase(discourse_.persons, id);
        discourse_.persons.push_back(id);
        break;
      case NameKind::polity:
        if ((form != NameForm::capital && !is_location_ && !is_agent_) || discourse_.polity == no_entity)
          discourse_.polity = id;
        if (form != NameForm::capital || !is_location_) note_polity(id);
        break;
      case NameKind::place:
        (entities_[id].is_settlement ? discourse_.settlement : discourse_.region) = id;
        break;
      default:
        discourse_.body = id;
        (kind(id) == NameKind::group ? discourse_.group : discourse_.organization) = id;
        break;
    }
  }

  /// The states or bodies of a pair: themselves, or those that its persons stand for.
  Entities states_of(const Entities& pair) const {
    Entities states;
    for (const EntityId id : pair) {
      if (kind(id) == NameKind::person)
        for (const EntityId state : entities_[id].represents) add_once(states, state);
      else
        add_once(states, id);
    }
    return states;
  }

  Entities two(const Chunk& one) const {
    const std::string& head = one.head;
    const bool of_persons = head == "men" || head == "leaders" || head == "ministers" || head == "presidents" ||
                            head == "envoys" || head == "premiers" || head == "pair" || head == "duo" ||
                            head == "diplomats" || head == "negotiators" || head == "generals";
    const std::size_t wanted = one.number;
    const auto fits = [&](const Entities& all) { return all.size() >= 2 && (wanted == 0 || all.size() == wanted); };
    if (of_persons && fits(discourse_.person_pair)) return discourse_.person_pair;
    if (of_persons && wanted <= 2 && discourse_.person_pair.empty()) {
      // The two who stand for somebody, named last.
      Entities last;
      for (std::size_t i = discourse_.persons.size(); i-- > 0 && last.size() < 2;)
        if (!entities_[discourse_.persons[i]].represents.empty()) last.insert(last.begin(), discourse_.persons[i]);
      if (last.size() == 2) return last;
    }
    const bool is_two = head == "sides" || head == "neighbours" || head == "neighbors" || head == "rivals" ||
                        head == "foes" || head == "enemies";
    if (is_two && wanted == 0 && discourse_.pair.size() != 2)
      for (std::size_t i = discourse_.pairs.size(); i-- > 0;)
        if (Entities states = states_of(discourse_.pairs[i]); states.size() == 2) return states;
    if (fits(discourse_.pair)) return discourse_.pair;
    if (!of_persons && discourse_.polities.size() >= 2 && wanted <= 2)
      return {discourse_.polities.end() - 2, discourse_.polities.end()};
    if (fits(discourse_.person_pair) && (head == "two" || head == "three" || head == "sides"))
      return discourse_.person_pair;
    return {};
  }

  /// `the front`, `the league's decision`: the body whose name ends by the word, else the last one.
  EntityId body_named(const std::string& head) const {
    for (std::size_t id = entities_.size(); id-- > 0;) {
      const Entity& known = entities_[static_cast<EntityId>(id)];
      if (known.is_common || known.kind == NameKind::person || known.kind == NameKind::place) continue;
      const std::string key = lower(known.name);
      if (key.size() > head.size() && key.ends_with(head) && key[key.size() - head.size() - 1] == ' ')
        return static_cast<EntityId>(id);
    }
    const bool is_general = head == "group" || head == "movement" || head == "organization" || head == "organisation" ||
                            head == "bloc" || head == "militia" || head == "alliance";
    if (!is_general) return no_entity;
    const bool is_armed = head == "group" || head == "movement" || head == "militia";
    const EntityId wanted = is_armed ? discourse_.group : discourse_.organization;
    return wanted != no_entity ? wanted : discourse_.body;
  }

  void resolve_body(Chunk& one) {
    if (!one.owner_head.empty() && one.owners.empty()) {
      Chunk owner;
      owner.kind = ChunkKind::phrase;
      owner.head = one.owner_head;
      owner.number = one.owner_number;
      owner.is_plural = one.is_owner_plural;
      const EntityId body = lexicon_.has_noun_class(owner.head, orgnoun_) ? body_named(owner.head) : no_entity;
      if (body != no_entity) {
        owner.actors = {body};
      } else {
        resolve_definite(owner);
      }
      one.owners = owner.actors;
      if (one.is_people && one.actors.empty() && !one.owners.empty()) {
        one.actors = one.owners;
        one.is_coreferent = false;
      }
    }
    const bool is_plain = one.actors.empty() && one.owners.empty() && one.owner_pronoun.empty() && one.is_definite &&
                          !one.head.empty() && !one.is_plural;
    const bool is_state =
        one.head == "army" || one.head == "military" || one.head == "government" || one.head == "navy";
    if (!is_plain || !(is_state || lexicon_.has_noun_class(one.head, orgnoun_))) return;
    EntityId body = body_named(one.head);
    if (is_state && discourse_.polity != no_entity) body = discourse_.polity;
    if (body == no_entity) return;
    one.actors = {body};
    one.is_people = true;
    one.is_coreferent = true;
  }

  EntityId other_person(EntityId than) const {
    const EntityId before = discourse_.subject;
    if (before != no_entity && before != than && kind(before) == NameKind::person) return before;
    for (std::size_t i = discourse_.persons.size(); i-- > 0;)
      if (discourse_.persons[i] != than) return discourse_.persons[i];
    return no_entity;
  }

  bool is_collective(EntityId one) const {
    return one != no_entity && kind(one) != NameKind::person && kind(one) != NameKind::place;
  }

  void resolve_pronoun(Chunk& one) {
    const std::string& word = one.pronoun;
    if (word == "he" || word == "she" || word == "him") {
      const EntityId subject = here_ != no_entity && kind(here_) == NameKind::person ? here_ : discourse_.subject;
      EntityId id = subject != no_entity && kind(subject) == NameKind::person ? subject : discourse_.person;
      // `him` is not the subject of its own clause.
      if (word == "him" && id == here_ && own_subject_ == here_) id = other_person(id);
      if (id != no_entity) one.actors = {id};
      one.name_kind = NameKind::person;
    } else if (word == "them" && is_of_ties_) {
      // `severed them`: the relations that were spoken of.
      one.head = "ties";
      one.noun = ties_;
    } else if (word == "they" || word == "them") {
      if (discourse_.last_pair.size() >= 2)
        one.actors = discourse_.last_pair;
      else if (discourse_.person_pair.size() >= 2 && discourse_.pair.empty())
        one.actors = discourse_.person_pair;
      else if (discourse_.pair.size() >= 2)
        one.actors = discourse_.pair;
      else if (discourse_.body != no_entity)
        one.actors = {discourse_.body};
    } else if (word == "it" && is_of_place_ && place_taken() != no_entity) {
      one.actors = {place_taken()};
      one.name_kind = NameKind::place;
      one.is_place = true;
    } else if (word == "it") {
      const EntityId subject = is_collective(here_) ? here_ : discourse_.subject;
      const bool fits = is_collective(subject) && !(((is_object_ && !is_of_actor_) || is_around_ || one.is_part) &&
                                                    discourse_.region != no_entity);
      EntityId id = is_told_ && is_collective(own_subject_) ? own_subject_ : fits ? subject : no_entity;
      // Within a clause `it` is another than its subject.
      if (id != no_entity && id == own_subject_ && is_bound_) id = other_collective(id);
      if (id != no_entity) one.actors = {id};
      one.is_place = id == no_entity;
      if (id == no_entity && discourse_.region != no_entity) one.actors = {discourse_.region};
    }
  }

  EntityId place_taken() const {
    return discourse_.settlement != no_entity ? discourse_.settlement : discourse_.region;
  }

  EntityId other_collective(EntityId than) const {
    if (is_collective(discourse_.subject) && discourse_.subject != than) return discourse_.subject;
    for (std::size_t i = discourse_.polities.size(); i-- > 0;)
      if (discourse_.polities[i] != than) return discourse_.polities[i];
    return no_entity;
  }

  void resolve_owner(Chunk& one) {
    const std::string& word = one.owner_pronoun;
    Entities owners;
    if (word == "his" || word == "her") {
      const EntityId id = discourse_.person;
      if (id != no_entity) owners = {id};
    } else if (word == "its") {
      EntityId id = is_object_ && is_collective(own_subject_) ? own_subject_
                    : is_collective(here_)                    ? here_
                                                              : discourse_.subject;
      if (!is_collective(id)) id = discourse_.polity;
      if (is_apposed_ && id == here_) id = other_collective(id);
      if (id != no_entity) owners = {id};
    } else if (word == "each other") {
      owners = discourse_.last_pair.size() >= 2 ? discourse_.last_pair : discourse_.pair;
    } else if (word == "their") {
      if (discourse_.last_pair.size() >= 2)
        owners = discourse_.last_pair;
      else if (is_collective(here_) && kind(here_) != NameKind::polity)
        owners = {here_};
    }
    const bool is_rival = !owners.empty() && (one.head == "rival" || one.head == "neighbor" ||
                                              one.head == "neighbour" || one.head == "foe" || one.head == "enemy" ||
                                              one.head == "adversary" || (one.head == "ally" && is_object_));
    if (is_rival) {
      const Entities& pair = discourse_.pair;
      const bool is_of_pair = std::find(pair.begin(), pair.end(), owners.front()) != pair.end();
      for (std::size_t i = 0; is_of_pair && i < pair.size(); ++i)
        if (pair[i] != owners.front()) one.actors = {pair[i]};
      for (std::size_t i = discourse_.polities.size(); one.actors.empty() && i-- > 0;)
        if (discourse_.polities[i] != owners.front()) one.actors = {discourse_.polities[i]};
      return;
    }
    for (const EntityId id : owners) one.owners.push_back(id);
    const bool is_fighting_body = !owners.empty() && kind(owners.front()) != NameKind::person;
    if (is_fighting_body && is_nameless_group(one) && one.head != "rebels" && one.head != "separatists")
      one.actors.clear();
    if (one.is_people && one.actors.empty() && !owners.empty() && !one.is_coreferent) {
      for (const EntityId id : owners) {
        if (kind(id) != NameKind::person)
          one.actors.push_back(id);
        else
          for (const EntityId state : entities_[id].represents) one.actors.push_back(state);
      }
    }
  }

  /// `the mountain region`, where none was named: the region by these words.
  EntityId described_region(const Chunk& one) {
    if (one.head != "region" || one.is_plural || one.last < one.first + 3) return no_entity;
    const Token& noun = sentence_.tokens[one.last - 2];
    const Word& word = lexicon_.word(noun.key);
    if (!word.classes.empty() || word.verb.any() || noun.shape != Shape::lower || noun.key == "border")
      return no_entity;
    const std::size_t begin = noun.begin;
    const EntityId id =
        entities_.named(NameKind::place, text_.substr(begin, sentence_.tokens[one.last - 1].end - begin), true);
    discourse_.region = id;
    return id;
  }

  void resolve_definite(Chunk& one) {
    if (const EntityId called = entities_.last_called(discourse_.polities, one.head); called != no_entity) {
      one.actors = {called};
      one.name_kind = NameKind::polity;
      return;
    }
    if (one.head == "island" && discourse_.region == no_entity && discourse_.polity != no_entity) {
      one.actors = {discourse_.polity};
      return;
    }
    if (one.head == "capitals") {
      one.actors = two(one);
      return;
    }
    if (one.head == "state" || one.head == "district" || one.head == "zone" || one.head == "camp" ||
        one.head == "base" || one.head == "airport" || one.head == "capital")
      return;
    if (lexicon_.has_noun_class(one.head, region_) || lexicon_.has_noun_class(one.head, settlement_)) {
      const bool is_state = lexicon_.has_noun_class(one.head, country_) && one.head == "republic";
      const bool is_town = lexicon_.has_noun_class(one.head, settlement_) && discourse_.settlement != no_entity;
      EntityId id = is_state ? discourse_.polity : is_town ? discourse_.settlement : discourse_.region;
      if (id == no_entity) id = described_region(one);
      if (id != no_entity) one.actors = {id};
      one.name_kind = NameKind::place;
      return;
    }
    if (one.is_plural || one.number >= 2 || one.head == "pair" || one.head == "duo") {
      one.actors = two(one);
      if (!one.actors.empty()) one.name_kind = kind(one.actors.front());
      return;
    }
    const std::string& head = one.head;
    if (head == "government" || head == "administration" || head == "authorities" ||
        lexicon_.has_noun_class(head, country_)) {
      if (discourse_.polity != no_entity) one.actors = {discourse_.polity};
      one.name_kind = NameKind::polity;
      return;
    }
    if (head == "president" || head == "minister" || head == "leader" || head == "premier" || head == "envoy" ||
        head == "prime minister" || head == "foreign minister" || head == "chief" || head == "king" ||
        head == "general" || head == "ambassador" || head == "mediator" || head == "secretary" || head == "commander" ||
        head == "colonel" || head == "warlord" || head == "negotiator" || head == "chancellor") {
      EntityId id = entities_.titled(head);
      if (id == no_entity) id = discourse_.person;
      if (id != no_entity) one.actors = {id};
      one.name_kind = NameKind::person;
    }
  }

  void resolve(Chunk& one) {
    if (one.kind != ChunkKind::phrase) return;
    resolve_body(one);
    const bool is_group_noun = one.name_kind == NameKind::group && is_nameless_group(one);
    const bool is_known_group = discourse_.body != no_entity && kind(discourse_.body) == NameKind::group &&
                                !entities_[discourse_.body].is_common;
    if (is_group_noun && is_known_group && one.is_definite && one.owners.empty() && one.compounds.empty()) {
      one.actors = {discourse_.body};
      one.is_coreferent = true;
    }
    if (!one.pronoun.empty()) resolve_pronoun(one);
    if (!one.owner_pronoun.empty()) resolve_owner(one);
    if (one.is_coreferent && one.actors.empty()) resolve_definite(one);
    if (!one.pronoun.empty() || one.is_coreferent) return;
    remember(one);
  }

  /// The subject of the sentence is who `it` and `he` in the next one means first.
  void close() {
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      if (!is_phrase(i) || chunks_[i].actors.empty()) continue;
      const bool is_free = i == 0 || chunks_[i - 1].kind == ChunkKind::mark;
      if (!is_free) continue;
      discourse_.subject = chunks_[i].actors.front();
      return;
    }
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Discourse& discourse_;
  SentenceChunks& sentence_;
  bool is_location_ = false;
  bool is_agent_ = false;
  bool is_object_ = false;
  /// It is the subject of what somebody says: `announced that it had`.
  bool is_told_ = false;
  /// It is whom somebody accused, praised or backed: no place.
  bool is_of_actor_ = false;
  /// It is what somebody took.
  bool is_of_place_ = false;
  /// It is what somebody cut or restored.
  bool is_of_ties_ = false;
  bool is_around_ = false;
  /// It stands behind a verb or a preposition.
  bool is_bound_ = false;
  /// It is said of the subject, right behind it: `China, its ally`.
  bool is_apposed_ = false;
  EntityId own_subject_ = no_entity;
  /// The first actor of the sentence that stands free: its subject.
  EntityId here_ = no_entity;
  std::array<ClassId, 4> actor_verbs_{};
  ClassId region_, settlement_, country_, orgnoun_, party_, people_, ties_, cut_, restore_, seize_;
};

}  // namespace

void find_referents(std::string_view text, const Lexicon& lexicon, Register& entities, Discourse& discourse,
                    SentenceChunks& sentence) {
  ReferentFinder(text, lexicon, entities, discourse, sentence).run();
}

}  // namespace graphwright::extraction
