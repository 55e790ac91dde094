#include "events.hpp"

#include <algorithm>

#include "attribution.hpp"

namespace graphwright::extraction {
namespace {

constexpr std::size_t most_parties = 8;

/// An entity in the role of an argument, and the chunk that names it.
struct Argument {
  EntityId entity = no_entity;
  std::size_t chunk = no_chunk;
};
using Arguments = std::vector<Argument>;

/// One sentence under the rules.
class EventFinder {
 public:
  EventFinder(const EventContext& context, SentenceChunks& sentence)
      : context_(context),
        lexicon_(context.lexicon),
        entities_(context.entities),
        sentence_(sentence),
        chunks_(sentence.chunks),
        clauses_(context.lexicon, sentence.chunks),
        attribution_(context.lexicon, sentence.chunks, clauses_) {
    support_ = lexicon_.find_class("v-support");
    respond_ = lexicon_.find_class("v-respond");
    deed_ = lexicon_.find_class("deed");
    declare_ = lexicon_.find_class("v-unilateral");
    agree_ = lexicon_.find_class("v-agree");
    sign_ = lexicon_.find_class("v-sign");
    implicative_ = lexicon_.find_class("v-implicative");
    impose_ = lexicon_.find_class("v-impose");
    attack_ = lexicon_.find_class("attack");
    talks_ = lexicon_.find_class("talks");
    ceasefire_ = lexicon_.find_class("ceasefire");
    body_ = lexicon_.find_class("body");
    delegation_ = lexicon_.find_class("delegation");
    orgnoun_ = lexicon_.find_class("orgnoun");
    war_ = lexicon_.find_class("war");
    agreement_ = lexicon_.find_class("agreement");
    visit_ = lexicon_.find_class("visit");
  }
  SentenceEvents run() {
    for (std::size_t at = 0; at < chunks_.size(); ++at) {
      if (chunks_[at].kind != ChunkKind::verb && chunks_[at].kind != ChunkKind::phrase) continue;
      for (const Rule& rule : context_.rules) try_rule(rule, at);
      inverted_lead(at);
    }
    name_brokers();
    remember_deed();
    return {std::move(facts_), deniers()};
  }

 private:  /// Who denies, without saying what: `Rwanda denies that`, `Tehran rejects the charge`.
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
      if (fact.relation != "mediated-for" || (fact.rule != "mediation" && fact.rule != "mediate")) continue;
      const bool is_truce = std::any_of(facts_.begin(), facts_.end(), [&](const EventFact& one) {
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
      if (is_deed(fact.relation) && fact.reality == Reality::real) context_.discourse.deed = fact.subject;
  }

  bool is_noun(std::size_t at, ClassId one) const {
    return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase &&
           lexicon_.has_noun_class(chunks_[at].head, one);
  }

  bool is_triggered(const Rule& rule, std::size_t at) const {
    const Chunk& one = chunks_[at];
    if (rule.trigger == TriggerKind::verb)
      return one.kind == ChunkKind::verb && one.verb.is(rule.trigger_class) && !(rule.is_active && one.verb.is_passive);
    if (one.kind != ChunkKind::phrase) return false;
    if (rule.trigger == TriggerKind::noun)
      return !one.head.empty() && lexicon_.has_noun_class(one.head, rule.trigger_class);
    return compound_of(rule, one) != nullptr;
  }

  static const Compound* compound_of(const Rule& rule, const Chunk& one) {
    for (const Compound& compound : one.compounds)
      if (std::find(rule.participles.begin(), rule.participles.end(), compound.participle) != rule.participles.end())
        return &compound;
    return nullptr;
  }

  bool holds(const Condition& condition, std::size_t argument) const {
    if (argument == no_chunk || chunks_[argument].kind != ChunkKind::phrase) return false;
    if (condition.takes_any) return true;
    for (const ClassId one : condition.nouns)
      if (is_noun(argument, one) || lexicon_.word(chunks_[argument].head).is(one)) return true;
    const Chunk& phrase = chunks_[argument];
    if (phrase.actors.empty()) return false;
    const NameKind kind = entities_[phrase.actors.front()].kind;
    return (condition.takes_place && kind == NameKind::place && !phrase.is_people) ||
           (condition.takes_person && kind == NameKind::person) || (condition.takes_group && kind == NameKind::group) ||
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
  }  /// Whether an infinitive of a class follows: `agreed on Friday to meet`.
  bool is_next_infinitive(std::size_t at, ClassId one) const {
    for (std::size_t i = at + 1; i < chunks_.size() && i < at + 6; ++i)
      if (chunks_[i].kind == ChunkKind::verb) return chunks_[i].verb.is_infinitive && chunks_[i].verb.is(one);
    return false;
  }

  /// The chunk of a verb's or noun's argument by its name in a rule.
  std::size_t argument_of(std::string_view name, std::size_t at) const {
    if (chunks_[at].kind == ChunkKind::verb) {
      if (name == "subj") return clauses_.verb(at).subject;
      if (name == "obj") return clauses_.verb(at).object;
      if (name == "after") return after_object(at);
      for (const Complement& one : clauses_.verb(at).complements)
        if (one.preposition == name) return one.phrase;
      return no_chunk;
    }
    for (const Complement& one : clauses_.noun(at).complements)
      if (one.preposition == name) return one.phrase;
    return no_chunk;
  }

  /// What is said of the object right behind it: `holds Damascus responsible`.
  std::size_t after_object(std::size_t verb) const {
    const std::size_t next = clauses_.verb(verb).object + 1;
    const bool is_there = clauses_.verb(verb).object != no_chunk && next < chunks_.size() && next > verb;
    return is_there && chunks_[next].kind == ChunkKind::phrase ? next : no_chunk;
  }

  // ---- arguments ----

  Arguments entities_of(std::size_t at, bool wants_place) {
    Arguments out;
    if (at == no_chunk) return out;
    const Chunk& one = chunks_[at];
    if (one.kind != ChunkKind::phrase) return out;
    if (const std::string_view words = surface(one); words == "each other" || words == "one another") {
      const std::size_t verb = clauses_.noun(at).verb;
      return verb == no_chunk || clauses_.verb(verb).subject == at
                 ? out
                 : entities_of(clauses_.verb(verb).subject, wants_place);
    }
    if (wants_place && one.form == NameForm::capital && one.actors.size() == 1 && !one.is_people) {
      out.push_back({entities_.named(NameKind::place, surface(one)), at});
      return out;
    }
    for (const EntityId id : one.actors) out.push_back({id, at});
    if (out.empty() && takes_owner_) return owner_of_deed(at);
    return out;
  }
  std::string_view surface(const Chunk& one) const {
    const std::size_t begin = sentence_.tokens[one.first].begin;
    return context_.text.substr(begin, sentence_.tokens[one.last - 1].end - begin);
  }

  static void append(Arguments& to, const Arguments& from) {
    for (const Argument& one : from) {
      const bool known =
          std::any_of(to.begin(), to.end(), [&](const Argument& other) { return other.entity == one.entity; });
      if (!known && to.size() < most_parties) to.push_back(one);
    }
  }

  Arguments owners_of(std::size_t at) const {
    Arguments out;
    if (at == no_chunk || chunks_[at].kind != ChunkKind::phrase) return out;
    for (const EntityId id : chunks_[at].owners) out.push_back({id, at});
    return out;
  }

  Arguments behind(std::size_t noun, std::string_view preposition, bool wants_place) {
    Arguments out;
    if (noun == no_chunk) return out;
    for (const Complement& one : clauses_.noun(noun).complements)
      if (one.preposition == preposition && belongs(noun, one.phrase)) {
        append(out, entities_of(one.phrase, wants_place));
        break;
      }
    const NounFrame& frame = clauses_.noun(noun);
    if (frame.verb != no_chunk && (frame.is_object || frame.is_subject) && is_support(frame.verb)) {
      for (const Complement& one : clauses_.verb(frame.verb).complements)
        if (one.preposition == preposition && one.phrase != noun) append(out, entities_of(one.phrase, wants_place));
    }
    // A participle behind the noun: `talks held with`, `sanctions imposed on`.
    const std::size_t verb = noun + 1;
    if (verb < chunks_.size() && chunks_[verb].kind == ChunkKind::verb && chunks_[verb].verb.is_reduced &&
        (preposition != "by" || is_support(verb)))
      for (const Complement& one : clauses_.verb(verb).complements)
        if (one.preposition == preposition) append(out, entities_of(one.phrase, wants_place));
    return out;
  }
  /// A complement belongs to a noun unless another event noun stands between them.
  bool belongs(std::size_t noun, std::size_t phrase) const {
    for (std::size_t at = noun + 1; at < phrase; ++at) {
      if (chunks_[at].kind != ChunkKind::phrase) continue;
      const Chunk& one = chunks_[at];
      if (one.actors.empty() && one.noun != ClassId::none &&
          (is_noun(at, talks_) || is_noun(at, attack_) || is_noun(at, ceasefire_) || is_noun(at, war_) ||
           is_noun(at, agreement_)))
        return false;
    }
    return true;
  }

  bool is_support(std::size_t verb) const {
    const VerbGroup& group = chunks_[verb].verb;
    return group.is(support_) || group.is(agree_) || group.is(sign_) || group.is(impose_) || group.lemma == "have" ||
           group.lemma == "be" || group.lemma == "launch";
  }

  Arguments agent(std::size_t noun) {
    Arguments out = owners_of(noun);
    if (!out.empty()) return out;
    out = behind(noun, "by", false);
    if (!out.empty()) return out;
    const NounFrame& frame = clauses_.noun(noun);
    const bool is_meeting = is_noun(noun, talks_) || is_noun(noun, visit_) || is_noun(noun, agreement_) ||
                            is_noun(noun, ceasefire_) || is_noun(noun, war_);
    if (frame.verb != no_chunk) {
      const VerbFrame& verb = clauses_.verb(frame.verb);
      if (frame.is_object && is_support(frame.verb) && verb.subject != noun) return entities_of(verb.subject, false);
      if (frame.is_subject && chunks_[frame.verb].verb.is_passive) return entities_of(verb.subject, false);
      const bool answers = noun > 0 && chunks_[noun - 1].key == "with" && chunks_[frame.verb].verb.is(respond_);
      if (answers) return entities_of(verb.subject, false);
      const bool carries = is_meeting || is_support(frame.verb);
      if (!frame.is_object && !frame.is_subject && carries && (is_meeting || is_support(frame.verb))) {
        const std::size_t who = chunks_[frame.verb].verb.is_passive ? verb.object : verb.subject;
        if (who != noun) return entities_of(who, false);
      }
      return out;
    }
    if (!is_meeting || noun == 0) return out;
    // In an adverbial before the clause: `After talks with B, A said`.
    for (std::size_t at = noun + 1; at < chunks_.size() && at < noun + 20; ++at)
      if (chunks_[at].kind == ChunkKind::verb && chunks_[at].verb.is_finite)
        return entities_of(clauses_.verb(at).subject, false);
    return out;
  }

  Arguments parties(std::size_t noun) {
    if (noun == no_chunk) return {};
    Arguments out = behind(noun, "between", false);
    append(out, behind(noun, "among", false));
    if (out.size() >= 2) return out;
    out.clear();
    const Chunk& one = chunks_[noun];
    Arguments with = behind(noun, "with", false);
    append(with, behind(noun, "against", false));
    if (is_noun(noun, war_)) append(with, behind(noun, "on", false));
    Arguments own = owners_of(noun);
    if (one.is_pair || own.size() >= 2) return own;
    if (with.empty()) {
      const Arguments of = behind(noun, "of", false);
      if (of.size() >= 2 && is_noun(noun, talks_)) return of;
      const Arguments who = agent(noun);
      if (who.size() >= 2) return who;
      const Arguments by = behind(noun, "by", false);
      if (by.size() >= 2) return by;
      return {};
    }
    if (own.empty()) own = agent(noun);
    if (own.empty() && with.size() >= 2) return {};
    append(own, with);
    return own.size() >= 2 ? own : Arguments{};
  }

  /// The two parties spoken of: those of an event of this sentence, else those named together last,
  /// without those who are the subject already.
  Arguments context(std::size_t at, bool of_persons) {
    const bool is_verb = chunks_[at].kind == ChunkKind::verb;
    const std::size_t object = is_verb ? clauses_.verb(at).object : no_chunk;
    if (object != no_chunk && chunks_[object].noun == ClassId::none) return {};
    const Arguments subjects = is_verb ? entities_of(clauses_.verb(at).subject, false) : Arguments{};
    if (!is_verb && is_unilateral(at)) return {};
    const auto fits = [&](const Entities& all) {
      if (all.size() < 2) return false;
      for (const Compound& compound : chunks_[at].compounds)
        for (const EntityId broker : compound.actors)
          if (std::find(all.begin(), all.end(), broker) != all.end()) return false;
      for (const Argument& one : subjects)
        if (std::find(all.begin(), all.end(), one.entity) != all.end()) return false;
      return true;
    };
    if (!of_persons) {
      for (std::size_t i = facts_.size(); i-- > 0;) {
        const EventFact& fact = facts_[i];
        const bool pairs = fact.relation == "fought-war-with" || fact.relation == "met-with" ||
                           fact.relation == "attacked" || fact.relation == "accused";
        if (pairs && is_collective(fact.subject) && is_collective(fact.object))
          return arguments({fact.subject, fact.object}, at);
      }
    }
    // A state or body has states or bodies before it, a person persons.
    const bool is_of_states = !subjects.empty() && is_collective(subjects.front().entity);
    for (std::size_t i = context_.discourse.pairs.size(); i-- > 0;) {
      const Entities pair = is_of_states ? lifted(context_.discourse.pairs[i]) : context_.discourse.pairs[i];
      if (fits(pair) && (of_persons || is_collective(pair.front()))) return arguments(pair, at);
    }
    // The only two states of the article so far.
    const Entities& polities = context_.discourse.polities;
    if (!of_persons && polities.size() == 2 && fits(polities)) return arguments(polities, at);
    return {};
  }

  /// `declared a truce`: one side alone.
  bool is_unilateral(std::size_t noun) const {
    const NounFrame& frame = clauses_.noun(noun);
    return frame.is_object && chunks_[frame.verb].verb.is(declare_) && clauses_.verb(frame.verb).subject != no_chunk &&
           chunks_[clauses_.verb(frame.verb).subject].actors.size() < 2;
  }

  /// What the persons of a pair stand for, where each stands for something else; else the pair.
  Entities lifted(const Entities& pair) const {
    Entities out;
    for (const EntityId one : pair) {
      const Entity& known = entities_[one];
      const EntityId to = known.kind != NameKind::person ? one
                          : known.represents.empty()     ? no_entity
                                                         : known.represents.front();
      if (to == no_entity || std::find(out.begin(), out.end(), to) != out.end()) return {};
      out.push_back(to);
    }
    return out;
  }

  /// The subject of the clause to which a noun behind `with` is an adverbial: `with the backing of X, Y took`.
  Arguments main(std::size_t noun) {
    if (noun == 0 || chunks_[noun].kind != ChunkKind::phrase || chunks_[noun - 1].key != "with") return {};
    for (std::size_t at = noun + 1; noun == 1 && at < chunks_.size() && at < noun + 12; ++at)
      if (chunks_[at].kind == ChunkKind::verb && chunks_[at].verb.is_finite)
        return entities_of(clauses_.verb(at).subject, false);
    const std::size_t verb = clauses_.noun(noun).verb;
    return verb == no_chunk ? Arguments{} : entities_of(clauses_.verb(verb).subject, false);
  }

  /// The subject of the clause behind `that`: `alleged that Y had`.
  Arguments clause(std::size_t verb) {
    if (chunks_[verb].kind != ChunkKind::verb || verb + 1 >= chunks_.size() || chunks_[verb + 1].key != "that")
      return {};
    for (std::size_t at = verb + 2; at < chunks_.size() && at < verb + 8; ++at)
      if (chunks_[at].kind == ChunkKind::verb && chunks_[at].verb.is_finite)
        return entities_of(clauses_.verb(at).subject, false);
    return {};
  }

  /// The other of the two parties spoken of last.
  Arguments other(std::size_t at) {
    if (chunks_[at].kind != ChunkKind::verb) return {};
    const Arguments subjects = entities_of(clauses_.verb(at).subject, false);
    if (subjects.size() != 1) return {};
    for (std::size_t i = context_.discourse.pairs.size(); i-- > 0;) {
      const Entities& pair = context_.discourse.pairs[i];
      if (pair.size() != 2 || std::find(pair.begin(), pair.end(), subjects.front().entity) == pair.end()) continue;
      return arguments({pair[0] == subjects.front().entity ? pair[1] : pair[0]}, at);
    }
    const EntityId before = context_.discourse.deed;
    if (before != no_entity && before != subjects.front().entity) return arguments({before}, at);
    return {};
  }

  bool is_collective(EntityId id) const {
    return entities_[id].kind != NameKind::person && entities_[id].kind != NameKind::place;
  }
  static Arguments arguments(const Entities& all, std::size_t at) {
    Arguments out;
    for (const EntityId id : all) out.push_back({id, at});
    return out;
  }

  /// The subject; of a list before `who commands` only the last.
  Arguments subjects(std::size_t verb, bool wants_place) {
    const std::size_t at = clauses_.verb(verb).subject;
    Arguments all = entities_of(at, wants_place);
    if (all.size() < 2 || at > verb) return all;
    const std::size_t next = chunks_[at + 1].key == "," ? at + 2 : at + 1;
    const bool is_relative = next < verb && (chunks_[next].key == "who" || chunks_[next].key == "which");
    const bool is_singular = lexicon_.word(chunks_[verb].key).verb.is_third && chunks_[verb].verb.is_present;
    if (is_relative && is_singular) all.erase(all.begin(), all.end() - 1);
    return all;
  }

  Arguments fill(const Rule& rule, const Slot& slot, std::size_t at, bool wants_place) {
    std::size_t base = at;
    if (!slot.of.empty()) {
      base = argument_of(slot.of, at);
      if (base == no_chunk) return {};
    }
    const bool is_verb = chunks_[base].kind == ChunkKind::verb;
    switch (slot.kind) {
      case SlotKind::subject:
        return is_verb ? subjects(base, wants_place) : Arguments{};
      case SlotKind::object:
        return is_verb ? entities_of(clauses_.verb(base).object, wants_place) : Arguments{};
      case SlotKind::owner:
        return owners_of(base);
      case SlotKind::agent:
        return agent(base);
      case SlotKind::parties:
        return parties(base);
      case SlotKind::context:
        return context(base, rule.text.relation == "hosted-talks" || rule.text.relation == "mediated-for");
      case SlotKind::compound: {
        Arguments out;
        for (const EntityId id : compound_of(rule, chunks_[at])->actors) out.push_back({id, at});
        return out;
      }
      case SlotKind::self:
        return entities_of(base, wants_place);
      case SlotKind::body:
        return body(base);
      case SlotKind::other:
        return other(base);
      case SlotKind::main:
        return main(base);
      case SlotKind::clause:
        return clause(base);
      case SlotKind::preposition:
        break;
    }
    if (!is_verb) return behind(base, slot.preposition, wants_place);
    Arguments out;
    for (const Complement& one : clauses_.verb(base).complements)
      if (one.preposition == slot.preposition) append(out, entities_of(one.phrase, wants_place));
    return out;
  }

  /// `the Ukrainian delegation`: the body itself, not the state that its actors are.
  Arguments body(std::size_t at) {
    const Chunk& one = chunks_[at];
    if (one.kind != ChunkKind::phrase) return {};
    if (is_noun(at, delegation_) || is_noun(at, body_) || is_noun(at, orgnoun_)) {
      std::string_view name = surface(one);
      for (std::string_view article : {"the ", "The ", "a ", "an ", "its ", "his ", "her ", "their "})
        if (name.starts_with(article)) name.remove_prefix(article.size());
      return {{entities_.named(NameKind::organization, name, true), at}};
    }
    return entities_of(at, false);
  }

  Arguments fill(const Rule& rule, const std::vector<SlotGroup>& groups, std::size_t at, bool wants_place) {
    for (const bool takes_owner : {false, true}) {
      takes_owner_ = takes_owner;
      for (const SlotGroup& group : groups) {
        Arguments out;
        for (const Slot& one : group) append(out, fill(rule, one, at, wants_place));
        takes_owner_ = takes_owner && out.empty();
        if (!out.empty()) return out;
      }
      if (!is_stance(rule.text.relation)) break;
    }
    takes_owner_ = false;
    return {};
  }
  /// What is said of somebody may be said of what is theirs: `praised Norway's restraint`, `denounced the move`.
  static bool is_stance(std::string_view relation) {
    return relation == "condemned" || relation == "praised" || relation == "backs" || relation == "accused";
  }
  Arguments owner_of_deed(std::size_t at) const {
    const Chunk& one = chunks_[at];
    if (!one.owners.empty()) return owners_of(at);
    const bool is_known = one.is_definite && one.owner_pronoun.empty() && is_noun(at, deed_);
    if (!is_known) return {};
    for (std::size_t i = facts_.size(); i-- > 0;)
      if (is_deed(facts_[i].relation)) return {{facts_[i].subject, at}};
    return context_.discourse.deed == no_entity ? Arguments{} : Arguments{{context_.discourse.deed, at}};
  }
  static bool is_deed(std::string_view relation) {
    return relation == "attacked" || relation == "seized-territory" || relation == "deployed-troops-to" ||
           relation == "withdrew-troops-from" || relation == "recognized" || relation == "cut-ties-with" ||
           relation == "sanctioned";
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
    for (const EntityId state : one.represents)
      if ((bit(entities_[state].kind) & allowed) != 0) return state;
    return no_entity;
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
                            rule.text.relation == "visited");
    Arguments first = typed(fill(rule, rule.first, at, place_first), type.subjects);
    Arguments second = typed(fill(rule, rule.second, at, place_second), type.objects);
    if (place_second && (type.objects & bit(NameKind::organization)) == 0)
      std::erase_if(second, [&](const Argument& one) { return is_personal(chunks_[one.chunk]); });
    if (rule.text.relation == "leads" && first.size() > 2) return;
    if (chunks_[at].kind == ChunkKind::verb && !is_fitting_welcome(rule, at, second)) return;
    if (rule.trigger_class == agree_ && at + 1 < chunks_.size() && chunks_[at + 1].key == "that") return;
    if (rule.is_symmetric) {
      if (!rule.second.empty() && !rule.second.front().empty() && second.empty() && first.size() < 2) return;
      if (rule.text.relation == "fought-war-with" && !second.empty()) {
        add_cross(rule, at, first, second);
        return;
      }
      append(first, second);
      add_pairs(rule, at, first);
      return;
    }
    add_cross(rule, at, first, second);
    if (rule.text.relation == "hosted-talks") add_host_meetings(rule, at, first, second);
    if (rule.text.relation == "leads") add_represented(rule, at, first, second);
  }  /// `welcomed` is said of a guest or of an act; it and `received` host persons only.
  bool is_fitting_welcome(const Rule& rule, std::size_t at, const Arguments& second) const {
    const std::string& lemma = chunks_[at].verb.lemma;
    if (lemma != "welcome" && lemma != "receive" && lemma != "entertain") return true;
    const bool persons = std::any_of(second.begin(), second.end(), [&](const Argument& one) {
      return entities_[one.entity].kind == NameKind::person && !chunks_[one.chunk].is_people;
    });
    return persons == (rule.text.relation == "hosted-talks");
  }

  /// `them`, `him`: no place.
  static bool is_personal(const Chunk& one) { return !one.pronoun.empty() && one.pronoun != "it"; }

  void add_pairs(const Rule& rule, std::size_t at, const Arguments& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j) add(rule, rule.text.relation, at, all[i], all[j]);
  }

  void add_cross(const Rule& rule, std::size_t at, const Arguments& first, const Arguments& second) {
    for (const Argument& a : first)
      for (const Argument& b : second) add(rule, rule.text.relation, at, a, b);
  }

  /// Who leads a state's delegation speaks for the state.
  void add_represented(const Rule& rule, std::size_t at, const Arguments& leaders, const Arguments& bodies) {
    for (const Argument& body : bodies) {
      if (!is_noun(body.chunk, delegation_)) continue;
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
    if (one.form == NameForm::capital) return std::string(surface(one));
    return entities_[one.actors.front()].name;
  }

  const EventContext& context_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  Clauses clauses_;
  Attribution attribution_;
  std::vector<EventFact> facts_;
  bool takes_person_state_ = true;
  bool takes_owner_ = false;
  ClassId support_, agree_, sign_, implicative_, impose_, attack_, talks_, ceasefire_, body_, delegation_, orgnoun_,
      war_, agreement_, visit_, respond_, deed_, declare_;
};

}  // namespace

SentenceEvents find_events(const EventContext& context, SentenceChunks& sentence) {
  return EventFinder(context, sentence).run();
}

}  // namespace graphwright::extraction
