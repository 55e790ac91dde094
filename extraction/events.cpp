#include "events.hpp"

#include <algorithm>

#include "attribution.hpp"
#include "event_arguments.hpp"

namespace graphwright::extraction {
namespace {

/// One sentence under the rules.
class EventFinder : private EventArguments {
 public:
  EventFinder(const EventContext& context, SentenceChunks& sentence)
      : EventArguments(context, sentence), attribution_(context.lexicon, sentence.chunks, clauses_) {}

  SentenceEvents run() {
    for (std::size_t at = 0; at < chunks_.size(); ++at) {
      if (chunks_[at].kind != ChunkKind::verb && chunks_[at].kind != ChunkKind::phrase) continue;
      for (const Rule& rule : context_.rules) try_rule(rule, at);
      do_the_same(at);
      inverted_lead(at);
    }
    name_brokers();
    remember_deed();
    remember_pair();
    remember_truce();
    return {std::move(facts_), deniers()};
  }

 private:
  /// Who denies, without saying what: `Rwanda denies that`, `Tehran rejects the charge`.
  Entities deniers() {
    Entities out;
    for (std::size_t at = 0; at < chunks_.size(); ++at) {
      if (chunks_[at].kind != ChunkKind::verb || !chunks_[at].verb.is_finite) continue;
      const std::string& lemma = chunks_[at].verb.lemma;
      if (lemma != "deny" && lemma != "reject" && lemma != "dismiss" && lemma != "refute") continue;
      for (const Argument& one : entities_of(clauses_.verb(at).subject, false)) out.push_back(one.entity);
    }
    return out;
  }

  /// Who mediated for those who agreed on a cease-fire in the same sentence brokered it.
  void name_brokers() {
    for (EventFact& fact : facts_) {
      const bool is_mediation = fact.rule == "mediation" || fact.rule == "mediate" || fact.rule == "mediator-with";
      if (fact.relation != "mediated-for" || !(is_mediation || fact.rule == "broker-deal")) continue;
      const Entities& truce = context_.discourse.truce;
      const bool is_of_before = std::find(truce.begin(), truce.end(), fact.object) != truce.end();
      const bool is_truce =
          is_of_before || std::any_of(facts_.begin(), facts_.end(), [&](const EventFact& one) {
            return one.relation == "ceasefire-with" && (one.subject == fact.object || one.object == fact.object);
          });
      if (!is_truce) continue;
      fact.relation = "ceasefire-brokered-by";
      std::swap(fact.subject, fact.object);
    }
  }

  /// Who did what the next sentence may call `the move` or `the strikes`.
  void remember_deed() {
    for (const EventFact& fact : facts_)
      if (is_deed(fact.relation) && fact.reality == Reality::real)
        context_.discourse.deed = {fact.relation, fact.rule, fact.subject, fact.object};
  }

  /// Between whom `the deal` of the next sentence is, if this one tells of a cease-fire.
  void remember_truce() {
    context_.discourse.truce.clear();
    for (const EventFact& fact : facts_)
      if (fact.relation == "ceasefire-with" && fact.reality == Reality::real)
        context_.discourse.truce = {fact.subject, fact.object};
  }

  /// `B followed suit`, `C had done so`: what was told last is told of them too.
  void do_the_same(std::size_t at) {
    const Chunk& verb = chunks_[at];
    if (verb.kind != ChunkKind::verb || at + 1 >= chunks_.size()) return;
    const Chunk& next = chunks_[at + 1];
    const bool is_same =
        (verb.verb.lemma == "follow" && next.head == "suit") ||
        (verb.verb.lemma == "do" && (next.key == "so" || next.key == "likewise" || next.head == "same"));
    if (!is_same || clauses_.verb(at).reality != Reality::real) return;
    const auto last = std::find_if(facts_.rbegin(), facts_.rend(), [](const EventFact& one) {
      return is_deed(one.relation) && one.reality == Reality::real;
    });
    const Deed deed =
        last != facts_.rend() ? Deed{last->relation, last->rule, last->subject, last->object} : context_.discourse.deed;
    if (deed.relation.empty()) return;
    EventFact fact;
    fact.relation = deed.relation;
    fact.rule = deed.rule;
    fact.object = deed.object;
    fact.time = time_of(at, Reality::real);
    for (const Argument& one : entities_of(clauses_.verb(at).subject, false)) {
      fact.subject = typed(one.entity, find_relation(fact.relation)->subjects);
      fact.first = std::min(chunks_[one.chunk].first, verb.first);
      fact.last = next.last;
      if (fact.subject != no_entity && fact.subject != fact.object && !known(fact)) facts_.push_back(fact);
    }
  }

  /// Those of whom the first such fact speaks are the pair that the next sentence may mean, unless a list was.
  void remember_pair() {
    const auto is_paired = [&](const EventFact& fact) {
      return (makes_a_pair(fact.relation) || fact.relation == "ceasefire-with") && is_collective(fact.subject) &&
             is_collective(fact.object);
    };
    const auto fact = std::find_if(facts_.begin(), facts_.end(), is_paired);
    const bool has_list = std::any_of(chunks_.begin(), chunks_.end(), [](const Chunk& one) {
      return one.kind == ChunkKind::phrase && !one.is_coreferent && one.actors.size() + (one.is_pair ? 1 : 0) >= 2;
    });
    if (fact == facts_.end() || has_list) return;
    const Entities pair{fact->subject, fact->object};
    context_.discourse.pair = context_.discourse.last_pair = pair;
    context_.discourse.note_pair(pair);
  }

  bool is_triggered(const Rule& rule, std::size_t at) const {
    const Chunk& one = chunks_[at];
    if (rule.trigger == TriggerKind::verb)
      return one.kind == ChunkKind::verb && one.verb.is(rule.trigger_class) &&
             !(rule.is_active && one.verb.is_passive) && !(rule.is_agreed && !clauses_.verb(at).is_agreed);
    if (one.kind != ChunkKind::phrase) return false;
    if (rule.trigger == TriggerKind::noun)
      return !one.head.empty() && lexicon_.has_noun_class(one.head, rule.trigger_class);
    return compound_of(rule, one) != nullptr;
  }

  bool holds(const Condition& condition, std::size_t argument) const {
    if (argument == no_chunk || chunks_[argument].kind != ChunkKind::phrase) return false;
    if (condition.takes_any) return true;
    for (const ClassId one : condition.nouns)
      if (is_noun(argument, one) || lexicon_.word(chunks_[argument].head).is(one)) return true;
    const Chunk& phrase = chunks_[argument];
    if (phrase.actors.empty()) return condition.takes_place && phrase.head == "capital";
    const NameKind kind = entities_[phrase.actors.front()].kind;
    const bool is_place = (kind == NameKind::place || phrase.form == NameForm::capital) && !phrase.is_people;
    return (condition.takes_place && is_place) || (condition.takes_person && kind == NameKind::person) ||
           (condition.takes_group && kind == NameKind::group) ||
           (condition.takes_actor && kind != NameKind::place && kind != NameKind::person);
  }

  bool fits_conditions(const Rule& rule, std::size_t at) const {
    for (const Condition& condition : rule.conditions) {
      if (condition.argument == "then") {
        const bool follows = std::any_of(condition.nouns.begin(), condition.nouns.end(),
                                         [&](ClassId one) { return is_next_infinitive(at, one); });
        if (follows == condition.is_negative) return false;
        continue;
      }
      const std::size_t argument = condition.argument == "noun" ? at : argument_of(condition.argument, at);
      if (holds(condition, argument) == condition.is_negative) return false;
    }
    return true;
  }

  /// Whether an infinitive of a class follows: `agreed on Friday to meet`.
  bool is_next_infinitive(std::size_t at, ClassId one) const {
    for (std::size_t i = at + 1; i < chunks_.size() && i < at + 6; ++i)
      if (chunks_[i].kind == ChunkKind::verb) return chunks_[i].verb.is_infinitive && chunks_[i].verb.is(one);
    return false;
  }

  // ---- typing ----
  /// The entity in a place of a relation: itself, or the state or body that a person stands for.
  EntityId typed(EntityId id, std::uint8_t allowed) {
    const Entity& one = entities_[id];
    if ((bit(one.kind) & allowed) != 0) return id;
    if (one.kind == NameKind::polity && (allowed & bit(NameKind::place)) != 0) return id;
    const bool wants_person = (allowed & bit(NameKind::person)) != 0 && (allowed & bit(NameKind::place)) == 0;
    if (one.is_guess && one.kind == NameKind::place && wants_person) {
      entities_[id].kind = NameKind::person;
      return id;
    }
    const bool fights = (allowed & bit(NameKind::group)) != 0 && (allowed & bit(NameKind::organization)) == 0;
    if (fights && one.kind == NameKind::organization && is_named_like_fighters(one.name)) {
      entities_[id].kind = NameKind::group;
      return id;
    }
    if (one.kind != NameKind::person) return no_entity;
    const bool is_only_body =
        (allowed & ~(bit(NameKind::organization) | bit(NameKind::group) | bit(NameKind::alliance))) == 0;
    if (is_only_body && one.office.empty() && one.represents.empty() && one.name.find(' ') != std::string::npos) {
      entities_[id].kind = NameKind::organization;
      return id;
    }
    const bool is_only_place =
        (allowed & bit(NameKind::place)) != 0 && (allowed & bit(NameKind::person)) == 0 && !takes_person_state_;
    if (is_only_place && one.office.empty() && one.represents.empty()) {
      entities_[id].kind = NameKind::place;
      return id;
    }
    if (is_only_place) return no_entity;
    for (const EntityId state : one.represents)
      if ((bit(entities_[state].kind) & allowed) != 0) return state;
    return no_entity;
  }

  /// `the Three Brotherhood Alliance`: who takes towns is an armed group, if its name ends so.
  static bool is_named_like_fighters(std::string_view name) {
    return name.ends_with(" Alliance") || name.ends_with(" Coalition") || name.ends_with(" Movement") ||
           name.ends_with(" Front") || name.ends_with(" Union") || name.ends_with(" Group");
  }

  Arguments typed(const Arguments& all, std::uint8_t allowed) {
    Arguments out;
    for (const Argument& one : all)
      if (const EntityId id = typed(one.entity, allowed); id != no_entity) append(out, {{id, one.chunk}});
    return out;
  }

  // ---- facts ----
  void try_rule(const Rule& rule, std::size_t at) {
    if (!is_triggered(rule, at) || !fits_conditions(rule, at)) return;
    const RelationType& type = *find_relation(rule.text.relation);
    const bool place_first = (type.subjects & bit(NameKind::place)) != 0;
    const bool place_second = (type.objects & bit(NameKind::place)) != 0;
    if (rule.text.name == "fall-to" && clauses_.verb(at).subject != no_chunk &&
        !chunks_[clauses_.verb(at).subject].pronoun.empty())
      return;
    takes_person_state_ = !(rule.text.relation == "seized-territory" || rule.text.relation == "lost-control-of" ||
                            rule.text.relation == "visited" || rule.text.relation == "disputes-territory");
    Arguments first = typed(fill(rule, rule.first, at, place_first), type.subjects);
    Arguments second = typed(fill(rule, rule.second, at, place_second), type.objects);
    if (place_second && (type.objects & bit(NameKind::organization)) == 0)
      std::erase_if(second, [&](const Argument& one) { return is_personal(chunks_[one.chunk]); });
    if (rule.text.relation == "leads" && first.size() > 2) return;
    // `NATO allies` are in it.
    if (rule.text.name == "backer")
      std::erase_if(second, [&](const Argument& one) { return entities_[one.entity].kind == NameKind::alliance; });
    if (chunks_[at].kind == ChunkKind::verb && !is_fitting_welcome(rule, at, second)) return;
    if (rule.trigger_class == agree_ && !says_on_what(at)) return;
    if (rule.is_symmetric) {
      if (!rule.second.empty() && !rule.second.front().empty() && second.empty() && first.size() < 2) return;
      if (rule.text.relation == "fought-war-with" && !second.empty()) {
        add_cross(rule, at, first, second);
        return;
      }
      // `X met Y and Z`: with each of them, not they with each other.
      add_cross(rule, at, first, second);
      add_pairs(rule, at, second.empty() || first.size() > 1 ? first : Arguments{});
      if (first.empty()) add_pairs(rule, at, second);
      return;
    }
    add_cross(rule, at, first, second);
    if (rule.text.relation == "hosted-talks") add_host_meetings(rule, at, first, second);
    if (rule.text.relation == "leads") add_represented(rule, at, first, second);
  }

  /// `agreed on a route`, `agreed to share`, not `agreed that` or `agreed` alone.
  bool says_on_what(std::size_t at) const {
    if (at + 1 < chunks_.size() && chunks_[at + 1].key == "that") return false;
    if (clauses_.verb(at).object != no_chunk) return true;
    const std::string& next = at + 1 < chunks_.size() ? chunks_[at + 1].key : chunks_[at].key;
    if (next == "on" || next == "upon" || next == "over") return true;
    for (const Complement& one : clauses_.verb(at).complements)
      if (one.preposition == "on" || one.preposition == "to" || one.preposition == "upon" || one.preposition == "over")
        return true;
    for (std::size_t i = at + 1; i < chunks_.size() && i < at + 8; ++i)
      if (chunks_[i].kind == ChunkKind::verb) return chunks_[i].verb.is_infinitive;
    return false;
  }

  /// `welcomed` is said of a guest or of an act; it and `received` host persons only.
  bool is_fitting_welcome(const Rule& rule, std::size_t at, const Arguments& second) const {
    const std::string& lemma = chunks_[at].verb.lemma;
    if (lemma != "welcome" && lemma != "receive" && lemma != "entertain") return true;
    const bool persons = std::any_of(second.begin(), second.end(), [&](const Argument& one) {
      const Entities& named = chunks_[one.chunk].actors;
      const bool is_named = std::find(named.begin(), named.end(), one.entity) != named.end();
      return entities_[one.entity].kind == NameKind::person && is_named && !chunks_[one.chunk].is_people;
    });
    return persons == (rule.text.relation == "hosted-talks");
  }

  /// `them`, `him`: no place.
  static bool is_personal(const Chunk& one) { return !one.pronoun.empty() && one.pronoun != "it"; }

  void add_pairs(const Rule& rule, std::size_t at, const Arguments& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (!are_of_one_side(all[i].entity, all[j].entity) && !(is_with(all[i]) && is_with(all[j])))
          add(rule, rule.text.relation, at, all[i], all[j]);
  }

  bool is_with(const Argument& one) const {
    return std::any_of(joined_by_with_.begin(), joined_by_with_.end(),
                       [&](const Argument& other) { return other.entity == one.entity; });
  }

  /// A president and his minister are one side: talks with both are not talks between them.
  bool are_of_one_side(EntityId a, EntityId b) const {
    const Entities& first = entities_[a].represents;
    const Entities& second = entities_[b].represents;
    return !first.empty() && !second.empty() && first.front() == second.front();
  }

  void add_cross(const Rule& rule, std::size_t at, const Arguments& first, const Arguments& second) {
    for (const Argument& a : first)
      for (const Argument& b : second) add(rule, rule.text.relation, at, a, b);
  }

  /// Who leads a state's delegation speaks for the state.
  void add_represented(const Rule& rule, std::size_t at, const Arguments& leaders, const Arguments& bodies) {
    for (const Argument& body : bodies) {
      if (!is_noun(body.chunk, delegation_) || chunks_[body.chunk].owners.size() != 1) continue;
      for (const EntityId owner : chunks_[body.chunk].owners)
        for (const Argument& leader : leaders)
          if (entities_[leader.entity].kind == NameKind::person)
            add(rule, "represents", at, leader, {owner, body.chunk});
    }
  }

  /// `At the head of the delegation is X`.
  void inverted_lead(std::size_t at) {
    if (chunks_[at].kind != ChunkKind::phrase || chunks_[at].head != "head" || at + 4 >= chunks_.size()) return;
    if (chunks_[at + 1].key != "of" || chunks_[at + 2].kind != ChunkKind::phrase ||
        chunks_[at + 3].kind != ChunkKind::verb || !chunks_[at + 3].verb.is_copula)
      return;
    const Rule* lead = nullptr;
    for (const Rule& rule : context_.rules)
      if (rule.text.name == "lead") lead = &rule;
    if (lead == nullptr || chunks_[at + 4].kind != ChunkKind::phrase || chunks_[at + 4].name_kind != NameKind::person)
      return;
    const RelationType& type = *find_relation("leads");
    const Arguments leaders = typed(entities_of(at + 4, false), type.subjects);
    const Arguments bodies = typed(body(at + 2), type.objects);
    add_cross(*lead, at + 3, leaders, bodies);
    add_represented(*lead, at + 3, leaders, bodies);
  }

  /// Who receives somebody has met them, and the guests have met each other.
  void add_host_meetings(const Rule& rule, std::size_t at, const Arguments& hosts, const Arguments& guests) {
    if (rule.text.name != "host" && rule.text.name != "play-host") return;
    const auto is_person = [&](const Argument& one) { return entities_[one.entity].kind == NameKind::person; };
    for (const Argument& host : hosts)
      for (const Argument& guest : guests)
        if (is_person(host) && is_person(guest)) add(rule, "met-with", at, host, guest);
    // A state that receives two ministers may receive them one after the other.
    if (std::none_of(hosts.begin(), hosts.end(), is_person)) return;
    for (std::size_t i = 0; i < guests.size(); ++i)
      for (std::size_t j = i + 1; j < guests.size(); ++j)
        if (is_person(guests[i]) && is_person(guests[j])) add(rule, "met-with", at, guests[i], guests[j]);
  }

  void add(const Rule& rule, std::string_view relation, std::size_t at, const Argument& a, const Argument& b) {
    if (a.entity == b.entity) return;
    EventFact fact;
    fact.relation = relation;
    fact.subject = a.entity;
    fact.object = b.entity;
    fact.first = std::min({chunks_[at].first, chunks_[a.chunk].first, chunks_[b.chunk].first});
    fact.last = std::max({chunks_[at].last, chunks_[a.chunk].last, chunks_[b.chunk].last});
    fact.reality = chunks_[at].kind == ChunkKind::verb ? clauses_.verb(at).reality : clauses_.noun(at).reality;
    if (rule.trigger == TriggerKind::compound && rule.text.relation == "backs") fact.reality = Reality::real;
    if (rule.is_real && fact.reality == Reality::hypothetical && !chunks_[at].verb.is_infinitive &&
        chunks_[at].verb.reality == Reality::real)
      fact.reality = Reality::real;
    // Who rejects a claim does not deny that it is made.
    if (rule.is_real && rule.trigger == TriggerKind::noun && chunks_[at].reality == Reality::real)
      fact.reality = Reality::real;
    const bool is_accord =
        relation == "restored-ties-with" || relation == "signed-agreement-with" || relation == "ceasefire-with";
    if (chunks_[at].kind == ChunkKind::verb && clauses_.verb(at).is_agreed && is_accord) fact.reality = Reality::real;
    const Source source = attribution_.source(at);
    fact.is_accusation = source.is_accusation;
    if (source.phrase != no_chunk && source.phrase != at) set_speaker(fact, source.phrase);
    fact.rule = rule.text.name;
    fact.time = time_of(at, fact.reality);
    fact.place = place_of(at);
    if (!known(fact)) facts_.push_back(std::move(fact));
  }

  bool known(const EventFact& fact) const {
    return std::any_of(facts_.begin(), facts_.end(), [&](const EventFact& one) {
      const bool same = one.subject == fact.subject && one.object == fact.object;
      const RelationType* type = find_relation(fact.relation);
      const bool turned = type->is_symmetric && one.subject == fact.object && one.object == fact.subject;
      return one.relation == fact.relation && (same || turned) && one.time == fact.time && one.reality == fact.reality;
    });
  }

  void set_speaker(EventFact& fact, std::size_t phrase) {
    const Chunk& one = chunks_[phrase];
    if (one.actors.size() == 1 && !one.is_people) {
      fact.speaker = one.actors.front();
    } else {
      std::string_view name = surface(one);
      for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
        if (name.starts_with(article)) name.remove_prefix(article.size());
      fact.speaker_text = name;
    }
  }

  std::string time_of(std::size_t at, Reality reality) const {
    if (!chunks_[at].time.empty()) return chunks_[at].time;
    const Chunk* best = nullptr;
    std::size_t distance = 14;
    for (std::size_t i = at > distance ? at - distance : 0; i < chunks_.size() && i < at + distance; ++i) {
      if (chunks_[i].kind != ChunkKind::date) continue;
      const std::size_t gap = i > at ? i - at : at - i + 1;
      if (gap >= distance || is_parted(std::min(i, at), std::max(i, at))) continue;
      distance = gap;
      best = &chunks_[i];
    }
    if (best == nullptr) return {};
    if (reality == Reality::hypothetical && !best->key.empty()) return next_weekday(best->key, context_.dateline);
    return best->time;
  }

  bool is_parted(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (chunks_[i].kind == ChunkKind::mark && chunks_[i].key == ";") return true;
    return false;
  }

  std::string place_of(std::size_t at) const {
    const std::vector<Complement>& own =
        chunks_[at].kind == ChunkKind::verb ? clauses_.verb(at).complements : clauses_.noun(at).complements;
    for (const Complement& one : own)
      if (is_place(one)) return place_text(one.phrase);
    if (chunks_[at].kind == ChunkKind::phrase && clauses_.noun(at).verb != no_chunk)
      for (const Complement& one : clauses_.verb(clauses_.noun(at).verb).complements)
        if (is_place(one)) return place_text(one.phrase);
    return {};
  }

  bool is_place(const Complement& one) const {
    return (one.preposition == "in" || one.preposition == "at") && chunks_[one.phrase].is_place &&
           chunks_[one.phrase].actors.size() == 1;
  }

  std::string place_text(std::size_t at) const {
    const Chunk& one = chunks_[at];
    if (one.form == NameForm::capital) return std::string(capital_name(context_.text, sentence_, one));
    return entities_[one.actors.front()].name;
  }

  Attribution attribution_;
  bool takes_person_state_ = true;
};

}  // namespace

SentenceEvents find_events(const EventContext& context, SentenceChunks& sentence) {
  return EventFinder(context, sentence).run();
}

}  // namespace graphwright::extraction
