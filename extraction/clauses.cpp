#include "clauses.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

constexpr std::size_t window = 60;
constexpr std::size_t nearest_clause = 16;
constexpr std::size_t most_complements = 8;

}  // namespace

Clauses::Clauses(const Lexicon& lexicon, std::vector<Chunk>& chunks)
    : lexicon_(lexicon), chunks_(chunks), verbs_(chunks.size()), nouns_(chunks.size()) {
  const auto get = [&](std::string_view name) { return lexicon.find_class(name); };
  prep_ = get("prep"), conj_ = get("conj"), sub_ = get("sub"), rel_ = get("rel"), adv_ = get("adv");
  plan_ = get("v-plan"), deny_ = get("v-deny"), implicative_ = get("v-implicative"), control_ = get("v-object-control");
  broker_ = get("v-broker"), sign_ = get("v-sign"), host_ = get("v-host"), telephone_ = get("telephone"),
  ready_ = get("ready"), shifting_ = get("v-shifting"), ditransitive_ = get("v-ditransitive"),
  reduced_ = get("v-reduced"), agree_ = get("v-agree"), say_ = get("v-say"), accuse_ = get("v-accuse"),
  plan_noun_ = get("plan-noun"), deny_noun_ = get("deny-noun"), dispute_ = get("dispute"),
  recognize_ = get("v-recognize"), praise_ = get("v-praise"), condemn_ = get("v-condemn"), deploy_ = get("v-deploy"),
  attack_ = get("v-attack"), aircraft_ = get("aircraft");
  mark_reduced();
  for (std::size_t at = 0; at < chunks_.size(); ++at)
    if (is_verb(at)) find_complements(at);
  for (std::size_t at = 0; at < chunks_.size(); ++at)
    if (is_verb(at)) find_subject(at);
  for (std::size_t at = 0; at < chunks_.size(); ++at)
    if (is_verb(at)) find_reality(at);
  find_nouns();
}

bool Clauses::is_preposition(std::size_t at) const { return is_word(at, prep_); }

bool Clauses::is_adverb(std::size_t at) const {
  if (is_word(at, adv_) || is_key(at, "late") || is_key(at, "early")) return true;
  if (at >= chunks_.size() || chunks_[at].kind != ChunkKind::word) return false;
  const Chunk& one = chunks_[at];
  if (one.key == "and" && at > 0 && at + 1 < chunks_.size())
    return is_adverb(at - 1) && is_adverb(at + 1) && one.key != chunks_[at + 1].key;
  return one.word->classes.empty() && one.key.size() > 4 && one.key.ends_with("ly");
}

std::size_t Clauses::skip_adverbs(std::size_t at) const {
  while (at < chunks_.size() && (is_adverb(at) || chunks_[at].kind == ChunkKind::date)) ++at;
  return at;
}

/// Finds participles that only look finite: `talks hosted by`, `troops deployed in`.
void Clauses::mark_reduced() {
  std::size_t finite_ahead = 0;
  for (std::size_t i = chunks_.size(); i-- > 0;) {
    if (!is_verb(i)) {
      if (is_key(i, ";")) finite_ahead = 0;
      continue;
    }
    VerbGroup& verb = chunks_[i].verb;
    const Word& word = lexicon_.word(chunks_[i].key);
    const bool is_bare =
        chunks_[i].last - chunks_[i].first <= 2 && !verb.is_passive && !verb.is_infinitive && !verb.is_gerund;
    const bool is_participle = word.verb.is_participle || (!word.verb.any() && chunks_[i].key.ends_with("ed"));
    if (verb.is_reduced) verb.is_passive = true;
    if (is_bare && is_participle && !verb.is_copula && (word.verb.is_past || verb.is_reduced || !word.verb.any())) {
      const std::size_t next = skip_adverbs(i + 1);
      const std::size_t agent = finite_ahead > 0 ? past_circumstances(next) : next;
      const bool by =
          is_key(agent, "by") && is_phrase(agent + 1) && !lexicon_.has_noun_class(chunks_[agent + 1].head, telephone_);
      const bool no_object = !is_phrase(next) && !is_key(next, "that") && !is_key(next, "\"");
      const bool has_noun = i >= 1 && is_phrase(i - 1) && chunks_[i - 1].pronoun.empty();
      const bool is_embedded = i >= 2 && has_noun && (is_preposition(i - 2) || is_verb(i - 2));
      const bool is_first =
          has_noun && finite_ahead > 0 && (i < 2 || chunks_[i - 2].kind == ChunkKind::mark || is_word(i - 2, sub_));
      const bool after_comma = i >= 1 && is_key(i - 1, ",") && finite_ahead > 0;
      const bool is_taken =
          verb.is(reduced_) && no_object && (is_embedded || ((is_first || after_comma) && is_preposition(next)));
      if (by || is_taken) {
        verb.is_passive = true;
        verb.is_reduced = true;
        verb.is_finite = false;
      }
    }
    if (verb.is_finite) ++finite_ahead;
  }
}

/// `rockets fired from Lebanon by Hezbollah hit`, `signed in Paris in May by`: places and times may stand before `by`.
std::size_t Clauses::past_circumstances(std::size_t at) const {
  std::size_t next = at;
  for (int steps = 0; steps < 2 && is_preposition(next) && !is_key(next, "by"); ++steps)
    if (is_phrase(next + 1) || (next + 1 < chunks_.size() && chunks_[next + 1].kind == ChunkKind::date)) next += 2;
  return is_key(next, "by") ? next : at;
}

void Clauses::find_complements(std::size_t verb) {
  VerbFrame& frame = verbs_[verb];
  bool may_have_object = !chunks_[verb].verb.is_passive;
  std::size_t commas = 0;
  std::size_t at = verb + 1;
  while (at < chunks_.size() && at < verb + window && frame.complements.size() < most_complements) {
    const Chunk& one = chunks_[at];
    if (one.kind == ChunkKind::date || is_adverb(at) || is_key(at, "\"")) {
      if (!is_preposition(at)) {
        ++at;
        continue;
      }
    }
    if (one.kind == ChunkKind::phrase) {
      if (!may_have_object && !is_shifted_object(verb, at)) return;
      if (frame.object != no_chunk) return;
      frame.object = at++;
      may_have_object = false;
      if (is_phrase(at) && takes_two(verb)) {
        // `promised Baghdad its support`: the first is whom it is given to.
        frame.complements.push_back({"to", frame.object});
        frame.object = at++;
      }
    } else if (is_preposition(at)) {
      may_have_object = false;
      const std::size_t next = is_key(at + 1, "\"") ? at + 2 : at + 1;
      if (is_role_of_helper(at)) {
        at += 4;
      } else if (is_phrase(next)) {
        frame.complements.push_back({one.key, next});
        at = next + 1;
      } else if (next < chunks_.size() && chunks_[next].kind == ChunkKind::date) {
        at = next + 1;
      } else if (is_preposition(next)) {
        at = next;
      } else {
        return;
      }
    } else if (one.kind == ChunkKind::mark && one.key == ",") {
      may_have_object = false;
      const std::size_t next = skip_adverbs(at + 1);
      // `in the capital, Minsk, to`: a name between commas.
      if (is_phrase(next) && is_key(next + 1, ",") && is_preposition(next + 2) && chunks_[next].is_place &&
          ++commas <= 2) {
        at = next + 2;
        continue;
      }
      // `wrested Goma, the largest city in the east, from the army`
      const std::size_t end = frame.object == at - 1 && is_phrase(next) ? end_of_apposition(next) : no_chunk;
      if (end != no_chunk && is_key(end + 1, "from")) {
        at = end + 1;
        continue;
      }
      if (!is_preposition(next) || ++commas > 2) return;
      at = next;
    } else if (one.kind == ChunkKind::mark && one.key == "(") {
      while (at < chunks_.size() && !is_key(at, ")")) ++at;
      ++at;
    } else if (is_word(at, conj_) && is_preposition(at + 1)) {
      ++at;
    } else if (is_word(at, conj_) && frame.object != no_chunk && at == frame.object + 1 && is_phrase(at + 1) &&
               chunks_[at + 1].actors.empty() && !is_verb(at + 2)) {
      at += 2;
    } else {
      // Among others a reduced relative behind the object: its own complements follow.
      return;
    }
  }
}

/// The comma behind `the largest city in the east`, where no verb stands before it.
std::size_t Clauses::end_of_apposition(std::size_t at) const {
  for (std::size_t end = at + 1; end < chunks_.size() && end < at + 6; ++end) {
    if (is_key(end, ",")) return end;
    if (is_verb(end)) return no_chunk;
  }
  return no_chunk;
}

/// `with Norway as mediator`: no party.
bool Clauses::is_role_of_helper(std::size_t at) const {
  return is_key(at, "with") && is_phrase(at + 1) && is_key(at + 2, "as") && is_phrase(at + 3);
}

/// `condemned in the strongest terms the shelling`: an object that an adverbial parts from its verb.
bool Clauses::is_shifted_object(std::size_t verb, std::size_t at) const {
  const VerbGroup& group = chunks_[verb].verb;
  return !group.is_passive && group.is(shifting_) && verbs_[verb].object == no_chunk &&
         verbs_[verb].complements.size() == 1 && is_phrase(at - 1) && verbs_[verb].complements.front().phrase == at - 1;
}

bool Clauses::takes_two(std::size_t verb) const {
  return !chunks_[verb].verb.is_passive && chunks_[verb].verb.is(ditransitive_);
}

/// The phrase to the left that can be the subject of a finite verb.
std::size_t Clauses::left_phrase(std::size_t verb) const {
  std::size_t at = verb;
  const std::size_t stop = verb > window ? verb - window : 0;
  std::size_t fallback = no_chunk;
  while (at > stop) {
    --at;
    const Chunk& one = chunks_[at];
    if (one.kind == ChunkKind::date || is_word(at, adv_)) {
      if (one.kind == ChunkKind::date && at > 0 && is_preposition(at - 1)) --at;
      continue;
    }
    if (is_word(at, rel_) || is_key(at, "that")) {
      std::size_t before = at;
      while (before > 0 && (is_key(before - 1, ",") || is_preposition(before - 1) || is_key(before - 1, "--")))
        --before;
      while (before > 1 && is_phrase(before - 1) && chunks_[before - 1].actors.empty() &&
             chunks_[before - 1].head.empty() && is_key(before - 2, ","))
        before -= 2;
      if (before > 0 && is_phrase(before - 1) && fallback == no_chunk && (is_word(at, rel_) || !is_verb(before - 1)))
        return before - 1;
      return fallback;
    }
    if (one.kind == ChunkKind::phrase) {
      if (at > 0 && is_preposition(at - 1)) {
        // Behind a preposition: part of the subject's phrase or of an adverbial.
        const std::string& preposition = chunks_[at - 1].key;
        const bool is_clause = preposition == "since" || preposition == "after" || preposition == "before" ||
                               preposition == "until" || preposition == "as" || preposition == "than" ||
                               preposition == "like";
        if (is_clause && chunks_[verb].verb.is_finite && skip_adverbs(at + 1) == verb) return at;
        --at;
        continue;
      }
      // The object of a verb in an inserted clause: `X, who was visiting Qatar, accused`.
      if (at > 0 && is_verb(at - 1) && chunks_[verb].verb.is_finite && is_key(verb - 1, ",") && at + 1 < verb) continue;
      return at;
    }
    if (one.kind == ChunkKind::mark) {
      if (one.key == "," || one.key == "--" || one.key == ")") {
        // Jump over what stands between two marks.
        std::size_t open = at;
        const std::string_view wanted = one.key == ")" ? "(" : std::string_view(one.key);
        std::size_t steps = 0;
        bool found = false;
        while (open > stop && steps++ < 24) {
          --open;
          if (is_key(open, wanted)) {
            found = true;
            break;
          }
        }
        const bool is_inserted = found && (open + 1 < at) &&
                                 (is_word(open + 1, rel_) || is_preposition(open + 1) ||
                                  (is_verb(open + 1) && !chunks_[open + 1].verb.is_finite) || is_phrase(open + 1) ||
                                  chunks_[open + 1].kind == ChunkKind::date || is_word(open + 1, adv_));
        if (is_inserted && open > 0 &&
            (is_phrase(open - 1) || is_word(open - 1, rel_) || is_verb(open - 1) ||
             chunks_[open - 1].kind == ChunkKind::date)) {
          at = open;
          continue;
        }
        if (at + 1 == verb) continue;
        return fallback;
      }
      if (one.key == "\"") continue;
      return fallback;
    }
    if (one.kind == ChunkKind::verb) {
      if (!one.verb.is_finite && (one.verb.is_reduced || one.verb.is_infinitive || one.verb.is_gerund)) continue;
      if (at > 0 && (is_word(at - 1, rel_) || is_key(at - 1, "that")) && is_key(verb - 1, ",")) continue;
      return fallback;
    }
    if (is_word(at, sub_)) return fallback;
    if (is_word(at, conj_)) {
      if (at + 1 == verb) return fallback;
      continue;
    }
    if (is_preposition(at)) continue;
  }
  return fallback;
}

/// Whether a clause is one of time or reason: `after the rebels left`.
bool Clauses::is_subordinate(std::size_t verb) const {
  const std::size_t subject = chunks_[verb].verb.is_passive ? verbs_[verb].object : verbs_[verb].subject;
  if (subject == no_chunk || subject == 0 || subject > verb) return false;
  return is_word(subject - 1, sub_) || is_key(subject - 1, "after") || is_key(subject - 1, "before") ||
         is_key(subject - 1, "since") || is_key(subject - 1, "as") || is_key(subject - 1, "until");
}

std::size_t Clauses::main_subject(std::size_t verb) const {
  // The nearest finite verb to the left that has a subject, else the next to the right.
  std::size_t at = verb;
  const std::size_t stop = verb > window ? verb - window : 0;
  while (at-- > stop) {
    if (is_verb(at) && is_subordinate(at)) continue;
    if (is_verb(at) && chunks_[at].verb.is_finite && verbs_[at].subject != no_chunk && !chunks_[at].verb.is_passive)
      return verbs_[at].subject;
    if (is_verb(at) && chunks_[at].verb.is_finite && chunks_[at].verb.is_passive && verbs_[at].object != no_chunk)
      return verbs_[at].object;
    if (is_key(at, ";")) break;
  }
  return next_subject(verb, window);
}

std::size_t Clauses::governor_of(std::size_t verb) const {
  std::size_t at = verb;
  const std::size_t stop = verb > 12 ? verb - 12 : 0;
  while (at-- > stop) {
    if (is_verb(at)) return at;
    if (is_key(at, ";") || is_word(at, sub_)) return no_chunk;
  }
  return no_chunk;
}

/// `Heading the delegation was X`, `Taking part are X and Y`: who stands behind the copula.
std::size_t Clauses::inverted_subject(std::size_t verb) const {
  if (!chunks_[verb].verb.is_gerund || (verb > 0 && chunks_[verb - 1].kind != ChunkKind::mark)) return no_chunk;
  for (std::size_t at = verb + 1; at < chunks_.size() && at < verb + 8; ++at) {
    if (chunks_[at].kind == ChunkKind::mark) return no_chunk;
    if (!is_verb(at)) continue;
    const std::size_t behind = verbs_[at].object;
    const bool is_named = behind != no_chunk && !chunks_[behind].actors.empty();
    return chunks_[at].verb.is_copula && is_named ? behind : no_chunk;
  }
  return no_chunk;
}

std::size_t Clauses::dependent_subject(std::size_t verb) {
  VerbFrame& frame = verbs_[verb];
  const VerbGroup& group = chunks_[verb].verb;
  frame.governor = governor_of(verb);
  if (group.is_gerund && verb > 0 && is_phrase(verb - 1) && !(verb > 1 && is_verb(verb - 2))) {
    // `Armenia losing control`: the phrase before it, where no comma parts them.
    if (!chunks_[verb - 1].actors.empty()) return verb - 1;
  }
  if (group.is_infinitive && verb > 1 && is_phrase(verb - 1) && (is_key(verb - 2, "to") || is_key(verb - 2, "for")))
    return verb - 1;
  if (const std::size_t behind = inverted_subject(verb); behind != no_chunk) return behind;
  if (frame.governor == no_chunk) return main_subject(verb);
  // `X entered after Y had left, wresting`: of the main clause.
  if (group.is_gerund && verb > 0 && is_key(verb - 1, ",") && is_subordinate(frame.governor)) return main_subject(verb);
  const VerbFrame& ruling = verbs_[frame.governor];
  const VerbGroup& governor = chunks_[frame.governor].verb;
  // `praised Thailand for hosting`: Thailand hosted.
  const bool is_judged = group.is_gerund && is_key(verb - 1, "for") && (governor.is(praise_) || governor.is(condemn_));
  const bool controls_object = governor.is(control_) || governor.is(accuse_) || is_judged;
  if (controls_object && ruling.object != no_chunk && ruling.object < verb) return ruling.object;
  if (governor.is_passive) return ruling.object;
  if (ruling.subject != no_chunk) return ruling.subject;
  return main_subject(verb);
}

/// What a participle behind a noun says something of: the noun, past the names that belong to it
/// (`talks between A and B hosted by`), or what a participle joined to it spoke of.
std::size_t Clauses::reduced_object(std::size_t verb) const {
  std::size_t at = verb;
  while (at > 0 && (is_word(at - 1, adv_) || is_key(at - 1, ",") || chunks_[at - 1].kind == ChunkKind::date)) --at;
  if (at > 0 && is_word(at - 1, conj_)) {
    for (std::size_t before = at - 1; before-- > 0 && before + 12 > verb;)
      if (is_verb(before) && chunks_[before].verb.is_passive) return verbs_[before].object;
    return no_chunk;
  }
  if (at == 0) return next_subject(verb, nearest_clause);
  --at;
  while (at > 0 && chunks_[at].kind == ChunkKind::date && is_preposition(at - 1)) at = at >= 2 ? at - 2 : 0;
  if (!is_phrase(at)) return no_chunk;
  while (at >= 2 && is_preposition(at - 1) && is_phrase(at - 2) && chunks_[at].noun == ClassId::none &&
         chunks_[at - 2].noun != ClassId::none)
    at -= 2;
  return at;
}

/// `Hosted by A, B and C met`: the subject of the clause that follows within so many chunks.
std::size_t Clauses::next_subject(std::size_t verb, std::size_t reach) const {
  for (std::size_t at = verb + 1; at < chunks_.size() && at < verb + reach; ++at)
    if (is_verb(at) && chunks_[at].verb.is_finite) return left_phrase(at);
  return no_chunk;
}

void Clauses::find_subject(std::size_t verb) {
  VerbFrame& frame = verbs_[verb];
  const VerbGroup& group = chunks_[verb].verb;
  std::size_t found = no_chunk;
  if (group.is_reduced && !group.is_finite) {
    found = reduced_object(verb);
  } else if (group.is_finite) {
    found = finite_subject(verb);
    if (found != no_chunk && found < verb) add_relative_complement(verb, found);
  } else {
    found = dependent_subject(verb);
  }
  if (!group.is_passive) {
    frame.subject = found;
    // `the war that Russia fought`: the phrase before the relative is the object.
    if (frame.object == no_chunk && group.is_finite && found != no_chunk && found >= 2 &&
        (is_word(found - 1, rel_) || is_key(found - 1, "that"))) {
      const std::size_t before = found >= 3 && is_key(found - 2, ",") ? found - 3 : found - 2;
      if (is_phrase(before)) frame.object = past_place(before, verb);
    }
    if (frame.object == no_chunk && group.is_finite) frame.object = shared_relative(found);
    return;
  }
  frame.object = found;
  for (const Complement& one : frame.complements)
    if (one.preposition == "by") frame.subject = one.phrase;
}

/// `an island, which A took and B still claims`: the island, for the second verb too.
std::size_t Clauses::shared_relative(std::size_t subject) const {
  if (subject == no_chunk || subject == 0 || !is_word(subject - 1, conj_)) return no_chunk;
  for (std::size_t at = subject - 1; at-- > 0 && at + nearest_clause > subject;) {
    if (!is_verb(at) || !chunks_[at].verb.is_finite) continue;
    const VerbFrame& before = verbs_[at];
    const bool is_relative = before.object != no_chunk && before.subject != no_chunk &&
                             before.object < before.subject && before.subject < at && is_word(before.subject - 1, rel_);
    return is_relative ? before.object : no_chunk;
  }
  return no_chunk;
}

/// `talks in Oslo that Norway hosted`, `the truce between A and B that C brokered`: the talks, the truce.
std::size_t Clauses::past_place(std::size_t at, std::size_t verb) const {
  const VerbGroup& group = chunks_[verb].verb;
  const bool takes_event = group.is(host_) || group.is(broker_) || group.is(sign_);
  if (!takes_event || at < 2 || !is_preposition(at - 1) || !is_phrase(at - 2)) return at;
  return chunks_[at].noun == ClassId::none && chunks_[at - 2].noun != ClassId::none ? at - 2 : at;
}

/// `X, with whom Y had conferred`: what stands before the relative is the complement.
void Clauses::add_relative_complement(std::size_t verb, std::size_t subject) {
  if (subject < 3 || subject == no_chunk || !is_word(subject - 1, rel_) || !is_preposition(subject - 2)) return;
  const std::size_t before = is_key(subject - 3, ",") && subject > 3 ? subject - 4 : subject - 3;
  if (is_phrase(before)) verbs_[verb].complements.push_back({chunks_[subject - 2].key, before});
}

/// The place before a relative clause between two marks, for a mark that ends one.
std::size_t Clauses::past_inserted(std::size_t at) const {
  if (!is_key(at, "--") && !is_key(at, ",")) return at;
  const std::string_view mark = chunks_[at].key;
  for (std::size_t open = at; open-- > 0 && open + 24 > at;)
    if (is_key(open, mark)) return is_word(open + 1, rel_) ? open : at;
  return at;
}

/// `cut the roads that led north and sent troops`: the roads sent nobody.
bool Clauses::is_said_of_thing(std::size_t verb) const {
  const std::size_t subject = verbs_[verb].subject;
  if (subject == no_chunk || subject + 2 != verb || !(is_word(verb - 1, rel_) || is_key(verb - 1, "that")))
    return false;
  const Chunk& one = chunks_[subject];
  return one.actors.empty() && !one.is_people && one.pronoun.empty() && subject > 0 && is_verb(subject - 1);
}

std::size_t Clauses::finite_subject(std::size_t verb) {
  std::size_t before = verb;
  while (before > 0 && (is_word(before - 1, adv_) || chunks_[before - 1].kind == ChunkKind::date)) --before;
  // `denied this and in turn blamed`: an adverbial between the joined verbs.
  if (before > 2 && is_phrase(before - 1) && chunks_[before - 1].actors.empty() && is_preposition(before - 2) &&
      is_word(before - 3, conj_))
    before -= 2;
  const bool is_joined = before > 0 && (is_word(before - 1, conj_));
  const bool is_listed = before > 0 && is_key(before - 1, ",") && !chunks_[verb].verb.is_passive;
  if (is_joined) {
    for (std::size_t at = before - 1; at-- > 0 && at + window > verb;) {
      at = past_inserted(at);
      if (!is_verb(at)) continue;
      verbs_[verb].governor = at;
      if (!chunks_[at].verb.is_finite && !chunks_[at].verb.is_infinitive && !chunks_[at].verb.is_gerund) continue;
      if (is_said_of_thing(at)) continue;
      if (chunks_[at].verb.is_passive) return verbs_[at].object;
      if (verbs_[at].subject != no_chunk) return verbs_[at].subject;
    }
  }
  const std::size_t left = left_phrase(verb);
  if (left != no_chunk) return left;
  // Inversion: `said X`, `at its head is X`.
  if ((chunks_[verb].verb.is(say_) || is_listed) && verbs_[verb].object != no_chunk && chunks_[verb].verb.is(say_)) {
    const std::size_t subject = verbs_[verb].object;
    if (!chunks_[subject].actors.empty() || chunks_[subject].is_people || !chunks_[subject].pronoun.empty()) {
      verbs_[verb].object = no_chunk;
      return subject;
    }
  }
  return no_chunk;
}

}  // namespace graphwright::extraction
