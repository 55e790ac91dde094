#include "event_arguments.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

constexpr std::size_t most_parties = 8;
constexpr std::size_t reduced_reach = 14;

}  // namespace

EventArguments::EventArguments(const EventContext& context, SentenceChunks& sentence)
    : context_(context),
      lexicon_(context.lexicon),
      entities_(context.entities),
      sentence_(sentence),
      chunks_(sentence.chunks),
      clauses_(context.lexicon, sentence.chunks) {
  support_ = lexicon_.find_class("v-support");
  fire_ = lexicon_.find_class("v-fire");
  respond_ = lexicon_.find_class("v-respond");
  broker_ = lexicon_.find_class("v-broker");
  mediate_ = lexicon_.find_class("v-mediate");
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

bool EventArguments::is_noun(std::size_t at, ClassId one) const {
  return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase && lexicon_.has_noun_class(chunks_[at].head, one);
}

const Compound* EventArguments::compound_of(const Rule& rule, const Chunk& one) {
  for (const Compound& compound : one.compounds)
    if (std::find(rule.participles.begin(), rule.participles.end(), compound.participle) != rule.participles.end())
      return &compound;
  return nullptr;
}

std::size_t EventArguments::argument_of(std::string_view name, std::size_t at) const {
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

std::size_t EventArguments::after_object(std::size_t verb) const {
  const std::size_t next = clauses_.verb(verb).object + 1;
  const bool is_there = clauses_.verb(verb).object != no_chunk && next < chunks_.size() && next > verb;
  return is_there && chunks_[next].kind == ChunkKind::phrase ? next : no_chunk;
}

Arguments EventArguments::entities_of(std::size_t at, bool wants_place) {
  Arguments out;
  if (at == no_chunk) return out;
  const Chunk& one = chunks_[at];
  if (one.kind != ChunkKind::phrase) return out;
  if (is_reciprocal(surface(one))) {
    const std::size_t verb = clauses_.noun(at).verb;
    const std::size_t subject = verb == no_chunk ? no_chunk : clauses_.verb(verb).subject;
    const bool is_told = subject != no_chunk && !is_reciprocal(surface(chunks_[subject]));
    return is_told ? entities_of(subject, wants_place) : out;
  }
  if (wants_place && one.form == NameForm::capital && one.actors.size() == 1 && !one.is_people) {
    out.push_back({entities_.named(NameKind::place, capital_name(context_.text, sentence_, one)), at});
    return out;
  }
  for (const EntityId id : one.actors) out.push_back({id, at});
  // `Yemen's capital, Sanaa`: the place.
  if (out.empty() && wants_place && one.head == "capital" && at + 2 < chunks_.size() && chunks_[at + 1].key == "," &&
      chunks_[at + 2].kind == ChunkKind::phrase && chunks_[at + 2].is_place)
    return entities_of(at + 2, wants_place);
  if (out.empty() && takes_owner_) return owner_of_deed(at);
  return out;
}

bool EventArguments::is_reciprocal(std::string_view words) {
  return words == "each other" || words == "one another" || words == "the other" || words == "the other side" ||
         words == "the other party";
}

std::string_view EventArguments::surface(const Chunk& one) const {
  return extraction::surface(context_.text, sentence_, one);
}

void EventArguments::append(Arguments& to, const Arguments& from) {
  for (const Argument& one : from) {
    const bool known =
        std::any_of(to.begin(), to.end(), [&](const Argument& other) { return other.entity == one.entity; });
    if (!known && to.size() < most_parties) to.push_back(one);
  }
}

Arguments EventArguments::owners_of(std::size_t at) const {
  Arguments out;
  if (at == no_chunk || chunks_[at].kind != ChunkKind::phrase) return out;
  for (const EntityId id : chunks_[at].owners) out.push_back({id, at});
  return out;
}

Arguments EventArguments::behind(std::size_t noun, std::string_view preposition, bool wants_place) {
  Arguments out;
  if (noun == no_chunk) return out;
  for (const Complement& one : clauses_.noun(noun).complements) {
    if (one.preposition != preposition || !belongs(noun, one.phrase)) continue;
    // `talks with A and with B`
    const bool is_joined = one.phrase >= 2 && chunks_[one.phrase - 2].key == "and";
    if (out.empty() || is_joined) append(out, entities_of(one.phrase, wants_place));
  }
  const NounFrame& frame = clauses_.noun(noun);
  if (frame.verb != no_chunk && (frame.is_object || frame.is_subject) && is_support(frame.verb)) {
    for (const Complement& one : clauses_.verb(frame.verb).complements)
      if (one.preposition == preposition && one.phrase != noun) append(out, entities_of(one.phrase, wants_place));
  }
  // Participles behind the noun: `talks held with`, `an accord, drafted by A and signed by B and C`.
  for (std::size_t verb = noun + 1; verb < chunks_.size() && verb < noun + reduced_reach; ++verb)
    if (chunks_[verb].kind == ChunkKind::verb && chunks_[verb].verb.is_reduced &&
        (verb == noun + 1 || clauses_.verb(verb).object == noun) &&
        (preposition != "by" || is_support(verb) || chunks_[verb].verb.is(fire_)))
      for (const Complement& one : clauses_.verb(verb).complements)
        if (one.preposition == preposition) append(out, entities_of(one.phrase, wants_place));
  return out;
}

bool EventArguments::belongs(std::size_t noun, std::size_t phrase) const {
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

bool EventArguments::is_support(std::size_t verb) const {
  const VerbGroup& group = chunks_[verb].verb;
  return group.is(support_) || group.is(agree_) || group.is(sign_) || group.is(impose_) || group.lemma == "have" ||
         group.lemma == "be" || group.lemma == "launch";
}

Arguments EventArguments::agent(std::size_t noun) {
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

Arguments EventArguments::parties(std::size_t noun) {
  joined_by_with_.clear();
  if (noun == no_chunk) return {};
  Arguments out = behind(noun, "between", false);
  append(out, behind(noun, "among", false));
  if (out.size() >= 2) return out;
  out.clear();
  const Chunk& one = chunks_[noun];
  Arguments with = behind(noun, "with", false);
  if (with.size() > 1) joined_by_with_ = with;
  append(with, behind(noun, "against", false));
  if (is_noun(noun, war_)) append(with, behind(noun, "on", false));
  Arguments own = owners_of(noun);
  if (one.is_pair || own.size() >= 2) return own;
  if (with.empty()) {
    Arguments of = behind(noun, "of", false);
    if (of.size() >= 2 && is_noun(noun, talks_)) return of;
    Arguments who = agent(noun);
    if (who.size() >= 2) return who;
    Arguments by = behind(noun, "by", false);
    if (by.size() >= 2) return by;
    return {};
  }
  if (own.empty()) own = agent(noun);
  if (own.empty() && with.size() >= 2) return {};
  append(own, with);
  return own.size() >= 2 ? own : Arguments{};
}

Arguments EventArguments::context(std::size_t at, bool of_persons) {
  const bool is_verb = chunks_[at].kind == ChunkKind::verb;
  const std::size_t object = is_verb ? clauses_.verb(at).object : no_chunk;
  if (object != no_chunk && chunks_[object].noun == ClassId::none) return {};
  // Who mediates is none of the two.
  const NounFrame* const noun = is_verb ? nullptr : &clauses_.noun(at);
  const bool is_brokered = noun != nullptr && noun->is_object &&
                           (chunks_[noun->verb].verb.is(broker_) || chunks_[noun->verb].verb.is(mediate_));
  const Arguments subjects = is_verb       ? entities_of(clauses_.verb(at).subject, false)
                             : is_brokered ? entities_of(clauses_.verb(noun->verb).subject, false)
                                           : holder(at);
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
      const bool pairs = makes_a_pair(fact.relation) || fact.relation == "restored-ties-with";
      if (pairs && is_collective(fact.subject) && is_collective(fact.object))
        return arguments({fact.subject, fact.object}, at);
    }
  }
  // A state or body has states or bodies before it, a person persons.
  const bool is_of_states = !subjects.empty() && is_collective(subjects.front().entity);
  for (std::size_t i = context_.discourse.pairs.size(); i-- > 0;) {
    const Entities pair = is_of_states ? lifted(context_.discourse.pairs[i]) : context_.discourse.pairs[i];
    if (fits(pair) && !(is_verb && is_later(pair, at)) && (of_persons || is_collective(pair.front())))
      return arguments(pair, at);
  }
  // The only two states of the article so far.
  const Entities& polities = context_.discourse.polities;
  if (!of_persons && polities.size() == 2 && fits(polities)) return arguments(polities, at);
  return {};
}

bool EventArguments::is_later(const Entities& pair, std::size_t at) const {
  bool is_behind = false;
  for (std::size_t i = at > 60 ? at - 60 : 0; i < chunks_.size() && i < at + 60; ++i) {
    const Entities& actors = chunks_[i].actors;
    const bool has_first = std::find(actors.begin(), actors.end(), pair.front()) != actors.end();
    if (has_first && i < at) return false;
    is_behind = is_behind || (has_first && actors.size() > 1);
  }
  return is_behind;
}

bool EventArguments::is_unilateral(std::size_t noun) const {
  const NounFrame& frame = clauses_.noun(noun);
  return frame.is_object && chunks_[frame.verb].verb.is(declare_) && clauses_.verb(frame.verb).subject != no_chunk &&
         chunks_[clauses_.verb(frame.verb).subject].actors.size() < 2;
}

Entities EventArguments::lifted(const Entities& pair) const {
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

Arguments EventArguments::main(std::size_t noun) {
  if (noun == 0 || chunks_[noun].kind != ChunkKind::phrase ||
      (chunks_[noun - 1].key != "with" && chunks_[noun - 1].key != "on"))
    return {};
  for (std::size_t at = noun + 1; noun == 1 && at < chunks_.size() && at < noun + 12; ++at)
    if (chunks_[at].kind == ChunkKind::verb && chunks_[at].verb.is_finite)
      return entities_of(clauses_.verb(at).subject, false);
  const std::size_t verb = clauses_.noun(noun).verb;
  return verb == no_chunk ? Arguments{} : entities_of(clauses_.verb(verb).subject, false);
}

Arguments EventArguments::holder(std::size_t noun) {
  if (noun < 2 || chunks_[noun].kind != ChunkKind::phrase) return {};
  const Chunk& before = chunks_[noun - 1];
  const bool is_apposed = before.kind == ChunkKind::mark && before.key == ",";
  const bool is_said = before.kind == ChunkKind::verb && before.verb.is_copula && before.verb.reality == Reality::real;
  // `with Norway as its host`
  const bool is_with = before.key == "as" && noun >= 3 && chunks_[noun - 3].key == "with";
  return is_apposed || is_said || is_with ? entities_of(noun - 2, false) : Arguments{};
}

Arguments EventArguments::clause(std::size_t verb) {
  if (chunks_[verb].kind != ChunkKind::verb || verb + 1 >= chunks_.size() || chunks_[verb + 1].key != "that") return {};
  for (std::size_t at = verb + 2; at < chunks_.size() && at < verb + 8; ++at)
    if (chunks_[at].kind == ChunkKind::verb && chunks_[at].verb.is_finite)
      return entities_of(clauses_.verb(at).subject, false);
  return {};
}

Arguments EventArguments::other(std::size_t at) {
  if (chunks_[at].kind != ChunkKind::verb) return {};
  const Arguments subjects = entities_of(clauses_.verb(at).subject, false);
  if (subjects.size() != 1) return {};
  for (std::size_t i = context_.discourse.pairs.size(); i-- > 0;) {
    const Entities& pair = context_.discourse.pairs[i];
    if (pair.size() != 2 || std::find(pair.begin(), pair.end(), subjects.front().entity) == pair.end()) continue;
    return arguments({pair[0] == subjects.front().entity ? pair[1] : pair[0]}, at);
  }
  const EntityId before = context_.discourse.deed.subject;
  if (before != no_entity && before != subjects.front().entity) return arguments({before}, at);
  return {};
}

Arguments EventArguments::arguments(const Entities& all, std::size_t at) {
  Arguments out;
  for (const EntityId id : all) out.push_back({id, at});
  return out;
}

Arguments EventArguments::subjects(std::size_t verb, bool wants_place) {
  const std::size_t at = clauses_.verb(verb).subject;
  Arguments all = entities_of(at, wants_place);
  if (all.size() < 2 || at > verb) return all;
  const std::size_t next = chunks_[at + 1].key == "," ? at + 2 : at + 1;
  const bool is_relative = next < verb && (chunks_[next].key == "who" || chunks_[next].key == "which");
  const bool is_singular = lexicon_.word(chunks_[verb].key).verb.is_third && chunks_[verb].verb.is_present;
  if (is_relative && is_singular) all.erase(all.begin(), all.end() - 1);
  return all;
}

Arguments EventArguments::fill(const Rule& rule, const Slot& slot, std::size_t at, bool wants_place) {
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
    case SlotKind::self: {
      const Compound* const compound = rule.trigger == TriggerKind::compound ? compound_of(rule, chunks_[at]) : nullptr;
      if (compound == nullptr || compound->said_of.empty()) return entities_of(base, wants_place);
      return arguments(compound->said_of, at);
    }
    case SlotKind::body:
      return body(base);
    case SlotKind::other:
      return other(base);
    case SlotKind::main:
      return main(base);
    case SlotKind::clause:
      return clause(base);
    case SlotKind::holder:
      return holder(base);
    case SlotKind::preposition:
      break;
  }
  if (!is_verb) return behind(base, slot.preposition, wants_place);
  Arguments out;
  for (const Complement& one : clauses_.verb(base).complements)
    if (one.preposition == slot.preposition) append(out, entities_of(one.phrase, wants_place));
  return out;
}

Arguments EventArguments::body(std::size_t at) {
  const Chunk& one = chunks_[at];
  if (one.kind != ChunkKind::phrase) return {};
  if (one.is_coreferent && one.actors.size() == 1 && is_collective(one.actors.front()) &&
      entities_[one.actors.front()].kind != NameKind::polity)
    return entities_of(at, false);
  if (is_noun(at, delegation_) || is_noun(at, body_) || is_noun(at, orgnoun_)) {
    std::string_view name = surface(one);
    for (std::string_view article : {"the ", "The ", "a ", "an ", "its ", "his ", "her ", "their "})
      if (name.starts_with(article)) name.remove_prefix(article.size());
    return {{entities_.named(NameKind::organization, name, true), at}};
  }
  return entities_of(at, false);
}

Arguments EventArguments::fill(const Rule& rule, const std::vector<SlotGroup>& groups, std::size_t at,
                               bool wants_place) {
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

bool EventArguments::is_stance(std::string_view relation) {
  return relation == "condemned" || relation == "praised" || relation == "backs" || relation == "accused";
}

Arguments EventArguments::owner_of_deed(std::size_t at) const {
  const Chunk& one = chunks_[at];
  if (!one.owners.empty()) return owners_of(at);
  const bool is_known = one.is_definite && one.owner_pronoun.empty() && is_noun(at, deed_);
  if (!is_known) return {};
  for (std::size_t i = facts_.size(); i-- > 0;)
    if (is_deed(facts_[i].relation)) return {{facts_[i].subject, at}};
  const EntityId before = context_.discourse.deed.subject;
  return before == no_entity ? Arguments{} : Arguments{{before, at}};
}

bool EventArguments::is_deed(std::string_view relation) {
  return relation == "attacked" || relation == "seized-territory" || relation == "deployed-troops-to" ||
         relation == "withdrew-troops-from" || relation == "recognized" || relation == "cut-ties-with" ||
         relation == "sanctioned";
}

bool EventArguments::makes_a_pair(std::string_view relation) {
  return relation == "fought-war-with" || relation == "met-with" || relation == "attacked" || relation == "accused" ||
         relation == "signed-agreement-with";
}

}  // namespace graphwright::extraction
