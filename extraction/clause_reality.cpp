#include <algorithm>

#include "clauses.hpp"

namespace graphwright::extraction {
namespace {

Reality stronger(Reality a, Reality b) { return std::max(a, b); }

}  // namespace

bool Clauses::is_in_condition(std::size_t at) const {
  const std::size_t stop = at > 16 ? at - 16 : 0;
  while (at-- > stop) {
    if (is_key(at, "if") || is_key(at, "unless") || is_key(at, "whether")) return true;
    if (is_key(at, ",") || is_key(at, ";") || is_word(at, sub_)) return false;
    if (is_key(at, "until") || is_key(at, "till")) return is_phrase(at + 1);
  }
  return false;
}

/// `was the first state to recognize`: it did.
bool Clauses::is_ordinal(std::size_t copula, std::size_t verb) const {
  const VerbGroup& group = chunks_[copula].verb;
  if (!(group.is_copula || group.lemma == "become") || verb < copula + 2 || !is_phrase(copula + 1)) return false;
  const Chunk& one = chunks_[copula + 1];
  if (lexicon_.word(one.head).is(ready_) && copula + 2 == verb) return true;
  return one.is_first && one.last <= chunks_[verb].first;
}

void Clauses::find_reality(std::size_t verb) {
  VerbFrame& frame = verbs_[verb];
  const VerbGroup& group = chunks_[verb].verb;
  frame.reality = group.reality;
  // `Not a single unit has left`, `No country has recognized`.
  const std::size_t logical = group.is_passive ? frame.object : frame.subject;
  if (logical != no_chunk && group.is_finite && chunks_[logical].reality == Reality::denied)
    frame.reality = Reality::denied;
  if (is_in_condition(verb)) frame.reality = stronger(frame.reality, Reality::hypothetical);
  if (group.is_finite) {
    if (frame.governor != no_chunk && group.reality == Reality::real && !group.is_present &&
        chunks_[frame.governor].verb.is_infinitive)
      frame.reality = stronger(frame.reality, verbs_[frame.governor].reality);
    return;
  }
  if (group.is_reduced) return;
  if (group.is_infinitive) {
    // A noun of planning before it: `an attempt to`, or the verb that governs.
    const bool by_noun = verb > 0 && is_phrase(verb - 1) && lexicon_.has_noun_class(chunks_[verb - 1].head, deny_noun_);
    if (by_noun) {
      frame.reality = Reality::denied;
      return;
    }
    const std::size_t ruler = frame.governor;
    if (ruler == no_chunk) {
      frame.reality = stronger(frame.reality, Reality::hypothetical);
      return;
    }
    const VerbGroup& governor = chunks_[ruler].verb;
    if (is_ordinal(ruler, verb)) {
      frame.reality = stronger(frame.reality, verbs_[ruler].reality);
      return;
    }
    // `sent jets to bomb`: they did.
    const bool is_sortie = governor.is(deploy_) && group.is(attack_) && verbs_[ruler].object != no_chunk &&
                           lexicon_.has_noun_class(chunks_[verbs_[ruler].object].head, aircraft_);
    if (is_sortie) {
      frame.reality = stronger(frame.reality, verbs_[ruler].reality);
      return;
    }
    // `claimed to have shot down`: it says so.
    if (group.is_perfect && governor.is(say_)) {
      frame.reality = stronger(frame.reality, verbs_[ruler].reality);
      return;
    }
    const bool is_near = verb - ruler <= 4;
    frame.is_agreed =
        governor.is(agree_) && is_near && verbs_[ruler].reality == Reality::real && frame.reality == Reality::real;
    if (governor.is(deny_) && is_near) {
      frame.reality = Reality::denied;
    } else if (governor.is(implicative_) && is_near && !governor.is(plan_)) {
      frame.reality = stronger(frame.reality, verbs_[ruler].reality);
      const bool moves = governor.lemma == "go" || governor.lemma == "come" || governor.lemma == "get" ||
                         governor.lemma == "gather" || governor.lemma == "return";
      if (moves) frame.reality = stronger(frame.reality, Reality::hypothetical);
    } else {
      frame.reality = stronger(frame.reality, Reality::hypothetical);
    }
    return;
  }
  if (group.is_gerund && frame.governor != no_chunk) {
    const VerbGroup& governor = chunks_[frame.governor].verb;
    const std::size_t gap = verb - frame.governor;
    const bool is_near = gap <= 2 || (gap <= 4 && (is_preposition(verb - 1)));
    if (is_key(verb - 1, "without")) frame.reality = Reality::denied;
    if (is_near && governor.is(deny_)) frame.reality = Reality::denied;
    if (is_near && governor.is(plan_) && !is_key(verb - 1, "after"))
      frame.reality = stronger(frame.reality, Reality::hypothetical);
    if (is_near && verbs_[frame.governor].reality != Reality::real)
      frame.reality = stronger(frame.reality, verbs_[frame.governor].reality);
  }
  if (verb > 0 && is_key(verb - 1, "before")) frame.reality = frame.reality;
}

void Clauses::find_nouns() {
  for (std::size_t at = 0; at < chunks_.size(); ++at) {
    if (!is_phrase(at)) continue;
    NounFrame& frame = nouns_[at];
    std::size_t next = at + 1;
    std::size_t commas = 0;
    while (next < chunks_.size() && frame.complements.size() < 6) {
      const bool is_aside = chunks_[next].kind == ChunkKind::date || (is_word(next, adv_) && !is_preposition(next)) ||
                            (is_key(next, ",") && is_preposition(next + 1) && ++commas <= 1);
      if (is_aside) {
        ++next;
      } else if (is_role_of_helper(next)) {
        next += 4;
      } else if (is_preposition(next) && is_phrase(next + 1)) {
        frame.complements.push_back({chunks_[next].key, next + 1});
        next += 2;
      } else if (is_preposition(next) && next + 1 < chunks_.size() && chunks_[next + 1].kind == ChunkKind::date) {
        next += 2;
      } else {
        break;
      }
    }
  }
  for (std::size_t verb = 0; verb < chunks_.size(); ++verb) {
    if (!is_verb(verb) || chunks_[verb].verb.is_reduced) continue;
    const VerbFrame& frame = verbs_[verb];
    if (frame.object != no_chunk) {
      NounFrame& noun = nouns_[frame.object];
      if (noun.verb == no_chunk || !noun.is_object) {
        noun.verb = verb;
        noun.is_object = true;
      }
    }
    if (frame.subject != no_chunk && nouns_[frame.subject].verb == no_chunk) {
      nouns_[frame.subject].verb = verb;
      nouns_[frame.subject].is_subject = true;
    }
    for (const Complement& one : frame.complements)
      if (nouns_[one.phrase].verb == no_chunk) nouns_[one.phrase].verb = verb;
  }
  for (std::size_t at = 0; at < chunks_.size(); ++at)
    if (is_phrase(at)) nouns_[at].reality = noun_reality(at);
}

Reality Clauses::noun_reality(std::size_t at) const {
  Reality reality = chunks_[at].reality;
  const NounFrame& frame = nouns_[at];
  // `calls for a cease-fire`, `efforts towards talks`: a noun of planning before the preposition.
  if (at >= 2 && is_preposition(at - 1) && is_phrase(at - 2)) {
    const std::string& head = chunks_[at - 2].head;
    if (lexicon_.has_noun_class(head, plan_noun_)) reality = stronger(reality, Reality::hypothetical);
    if (lexicon_.has_noun_class(head, deny_noun_)) reality = stronger(reality, Reality::denied);
    reality = stronger(reality, chunks_[at - 2].reality);
  }
  if (at >= 1 && is_key(at - 1, "without")) return Reality::denied;
  if (at >= 1 && (is_key(at - 1, "before") || is_key(at - 1, "until")) && frame.verb != no_chunk && !frame.is_object)
    reality = stronger(reality, verbs_[frame.verb].reality);
  if (frame.verb == no_chunk) return reality;
  const VerbGroup& verb = chunks_[frame.verb].verb;
  const bool is_argument = frame.is_object || frame.is_subject;
  if (frame.is_object && verb.is(plan_)) reality = stronger(reality, Reality::hypothetical);
  if (frame.is_object && verb.is(deny_)) reality = stronger(reality, Reality::denied);
  // Who does not recognize an annexation does not deny it.
  const bool is_presupposed =
      frame.is_object && !chunks_[at].owners.empty() && (verb.is(recognize_) || verb.is(condemn_) || verb.is(praise_));
  // `undertook not to use force in their dispute`: it is there.
  const bool is_standing = !chunks_[at].owner_pronoun.empty() && at >= 1 &&
                           (is_key(at - 1, "in") || is_key(at - 1, "over")) &&
                           lexicon_.has_noun_class(chunks_[at].head, dispute_);
  if (is_presupposed || is_standing) return reality;
  if (is_argument) return stronger(reality, verbs_[frame.verb].reality);
  // In a complement close behind the verb: `take part in talks`, `agreed to a truce`, `called on ...`.
  const bool is_temporal = at >= 1 && (is_key(at - 1, "after") || is_key(at - 1, "during") || is_key(at - 1, "since") ||
                                       is_key(at - 1, "following") || is_key(at - 1, "under") ||
                                       is_key(at - 1, "amid") || is_key(at - 1, "despite"));
  if (!is_temporal) {
    if (verbs_[frame.verb].reality != Reality::real) reality = stronger(reality, verbs_[frame.verb].reality);
    if (verb.is(plan_) && (is_key(at - 1, "for") || is_key(at - 1, "on") || is_key(at - 1, "to")))
      reality = stronger(reality, Reality::hypothetical);
  }
  return reality;
}

}  // namespace graphwright::extraction
