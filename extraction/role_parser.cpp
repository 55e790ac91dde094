#include "role_parser.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

constexpr std::size_t longest_role = 14;

}  // namespace

bool RoleParser::is_person(std::size_t at) const {
  if (!is_name(at)) return false;
  const Chunk& one = chunks_[at];
  if (one.name_kind == NameKind::person) return true;
  if (!one.is_guess || one.actors.size() != 1) return false;
  const Shape shape = sentence_.tokens[one.first].shape;
  return shape == Shape::capitalized;
}

std::string RoleParser::joined(const std::string& title, std::string_view word) {
  return title.empty() ? std::string(word) : title + " " + std::string(word);
}

bool RoleParser::is_followed_by_head(std::size_t at) const {
  for (std::size_t i = at + 1; i < chunks_.size() && i < at + 5; ++i) {
    if (is_name(i)) {
      if (chunks_[i].form == NameForm::demonym) continue;
      return false;
    }
    if (!is_word(i)) return false;
    if (is_class(i, office_) || is_class(i, leader_) || is_class(i, counterpart_) || is_class(i, spokesperson_) ||
        is_class(i, representative_))
      return true;
    if (!is_class(i, modifier_)) return false;
  }
  return false;
}

RoleParser::Head RoleParser::head_at(std::size_t at) const {
  Head head;
  if (!is_word(at)) return head;
  const std::size_t token = chunks_[at].first;
  if (const std::size_t length = lexicon_.find_phrase("office-phrase", sentence_.tokens, token); length != 0) {
    for (std::size_t i = 0; i < length; ++i) head.title = joined(head.title, sentence_.tokens[token + i].key);
    head.length = length;
    head.is_plural = head.title.starts_with("chiefs ");
    if (head.is_plural) head.title.erase(5, 1);
    return head;
  }
  if (lexicon_.find_phrase("counterpart", sentence_.tokens, token) != 0) return {2, RoleKind::counterpart, "", false};
  const Word& word = *chunks_[at].word;
  std::string key = chunks_[at].key;
  head.is_plural = word.is_plural && !word.lemma.empty();
  if (word.is(counterpart_)) return {1, RoleKind::counterpart, "", key.ends_with("s")};
  if (word.is(spokesperson_)) return {1, RoleKind::spokesperson, key, key.ends_with("s") || key.ends_with("men")};
  if (word.is(office_)) {
    if (is_class(at, modifier_) && is_followed_by_head(at)) return head;
    if (head.is_plural) key = singular(word, key);
    const std::string& next = at + 1 < chunks_.size() ? chunks_[at + 1].key : key;
    if (key == "secretary" && next == "general") return {2, RoleKind::office, "secretary general", false};
    return {1, RoleKind::office, key, head.is_plural};
  }
  if (word.is(leader_)) {
    if (is_class(at, modifier_) && is_followed_by_head(at)) return head;
    return {1, RoleKind::leader, key, key.ends_with("s")};
  }
  if (word.is(representative_)) return {1, RoleKind::representative, key, key.ends_with("s")};
  return head;
}

bool RoleParser::parse(std::size_t at, Role& role) {
  role = {};
  role.first = at;
  std::size_t end = at;
  if (is_key(end, "no") || is_key(end, "neither") || is_key(end, "every")) return false;
  if (is_class(end, poss_) || is_class(end, det_)) {
    role.is_definite = chunks_[end].key != "a" && chunks_[end].key != "an" && chunks_[end].key != "another";
    role.pronoun = is_class(end, poss_) ? chunks_[end].key : "";
    ++end;
  }
  Entities names;
  std::size_t body_first = end;
  std::size_t modifier = end;
  std::string title;
  for (; end < chunks_.size() && end < at + longest_role;) {
    const Head head = head_at(end);
    if (head.length != 0) {
      // `President X's envoy`, `the secretary-general's envoy`: whose it is, is told by an office.
      const std::size_t next = past_owning_office(head, end, names, title, role);
      if (next == end) return finish(head, end, names, title, role);
      title.clear();
      end = next;
      continue;
    }
    if (is_class(end, past_)) {
      role.is_former = true;
      ++end;
    } else if (is_owner_name(end)) {
      if (!names.empty()) {
        // `Deby's Sudanese counterpart`: the demonym tells the state, the person only whose it is.
        const bool is_of_person = names.size() == 1 && entities_[names.front()].kind == NameKind::person;
        if (is_of_person && chunks_[end].form == NameForm::demonym) {
          names.clear();
          continue;
        }
        // [Russian] [Foreign Ministry]: the later body is the owner, the former name is whose it is.
        if (chunks_[end].name_kind != NameKind::organization && chunks_[end].name_kind != NameKind::group) return false;
        role.owner.body = merged_body(body_first, end, chunks_[end].actors.front());
        ++end;
        if (is_key(end, "'s")) ++end;
        continue;
      }
      body_first = end;
      if (title == "first" || title == "second") title.clear();  // `the first Ethiopian prime minister`
      end = owner_names(end, names, true);
    } else if (is_word(end) && chunks_[end].key.starts_with("-") && end > at) {
      names.clear();  // `the Russian-backed leader`
      ++end;
    } else if (is_key(end, "de") && is_key(end + 1, "facto")) {
      end += 2;
    } else if ((is_class(end, modifier_) && !(is_body_word(end) && is_key(end + 1, "'s"))) ||
               (is_key(end, "and") && !title.empty() && is_class(end + 1, modifier_))) {
      if (title.empty()) modifier = end;
      if (!is_key(end, "and")) title = joined(title, chunks_[end].key);
      ++end;
    } else if (is_key(end + 1, "'s") && names.empty() && is_word(end) && !common_owner(end).empty()) {
      names = common_owner(end);
      body_first = end;
      end += 2;
    } else if (is_body_word(end) && !is_class(end, qualifier_)) {
      const bool is_adjective = !names.empty() && lexicon_.has_noun_class(chunks_[end].key, armed_) &&
                                !chunks_[end].word->is_plural && head_at(end + 1).length != 0;
      if (is_adjective) {
        ++end;  // `its separatist leader`
        continue;
      }
      const std::size_t first = !names.empty() ? body_first : title.empty() ? end : modifier;
      title.clear();
      role.owner.body = body_entity(first, end + 1, names, role.owner.is_delegation);
      if (names.size() == 1 && role.owner.body == names.front()) role.owner.body = no_entity;
      ++end;
      if (is_key(end, "'s")) ++end;
    } else if (is_class(end, qualifier_) || is_class(end, adj_) || is_class(end, number_) || looks_adjective(end)) {
      if (is_deed(at, end)) return false;
      ++end;
    } else {
      return false;
    }
  }
  return false;
}

std::size_t RoleParser::past_owning_office(const Head& head, std::size_t at, Entities& names, const std::string& title,
                                           Role& role) {
  const std::size_t next = at + head.length;
  if ((head.kind != RoleKind::office && head.kind != RoleKind::leader) || head.is_plural) return at;
  if (head.kind == RoleKind::office && is_key(next, "'s"))
    return names.empty() && role.owner.body == no_entity ? at : next + 1;
  const std::size_t name = skip_ranks(next);
  if (!is_person(name) || !is_key(name + 1, "'s") || is_nested_) return at;
  Role inner = role;
  is_nested_ = true;
  finish(head, at, names, title, inner);
  is_nested_ = false;
  const Entities who{as_person(name)};
  bind(inner, who, inner.first, name + 1, "prefix");
  names = who;
  role.owner = {};
  role.is_former = false;
  return name + 2;
}

bool RoleParser::is_deed(std::size_t first, std::size_t at) const {
  if (at == first || !is_class(at, qualifier_) || !chunks_[at].word->verb.is_past) return false;
  const bool after_name = is_name(at - 1) && chunks_[at - 1].form != NameForm::demonym;
  return after_name || (is_body_word(at - 1) && chunks_[at - 1].word->is_plural);
}

EntityId RoleParser::merged_body(std::size_t first, std::size_t last, EntityId body) {
  Entity& known = entities_[body];
  const std::string full(slice(first, last + 1));
  if (entities_.find(full) == no_entity && known.kind == NameKind::organization && known.name.size() < full.size() &&
      !chunks_[last].is_guess && lexicon_.find_single(chunks_[last].key) == nullptr) {
    entities_.add_alias(body, full);
    known.name = full;
  }
  return body;
}

EntityId RoleParser::state_body() const {
  for (std::size_t id = entities_.size(); id-- > 0;) {
    const Entity& one = entities_[static_cast<EntityId>(id)];
    const std::string key = lower(one.name);
    const std::size_t space = key.rfind(' ');
    const std::string last = space == std::string::npos ? key : key.substr(space + 1);
    if (one.kind == NameKind::organization && !one.is_common && lexicon_.has_noun_class(last, statebody_))
      return static_cast<EntityId>(id);
  }
  return no_entity;
}

Entities RoleParser::common_owner(std::size_t at) const {
  const std::string& key = chunks_[at].key;
  const Entities& recent = entities_.recent_polities;
  if (lexicon_.has_noun_class(key, party_) && chunks_[at].word->is_plural)
    return recent.size() >= 2 ? Entities{recent.end() - 2, recent.end()} : Entities{};
  if (const EntityId called = entities_.last_called(recent, key); called != no_entity) return {called};
  if (lexicon_.has_noun_class(key, country_)) {
    // `the republic's` is one whose name has the word, if there is one.
    for (std::size_t i = recent.size(); i-- > 0;)
      if (lower(entities_[recent[i]].name).find(key) != std::string::npos) return {recent[i]};
    return recent.empty() ? Entities{} : Entities{recent.back()};
  }
  if (key == "department" || key == "ministry")
    if (const EntityId body = state_body(); body != no_entity) return {body};
  if (is_common_reference(key) && entities_.recent_body != no_entity) return {entities_.recent_body};
  return {};
}

Entities RoleParser::antecedent() const {
  if (at_ < 2 || out_.empty() || !is_key(at_, "whose")) return {};
  const Chunk& before = out_.back().key == "," && out_.size() >= 2 ? out_[out_.size() - 2] : out_.back();
  return before.kind == ChunkKind::name && before.actors.size() == 1 ? before.actors : Entities{};
}

void RoleParser::resolve_pronoun(Role& role) const {
  if (role.pronoun.empty() || role.owner.any() || role.kind == RoleKind::counterpart) return;
  const bool of_person = role.pronoun == "his" || role.pronoun == "her";
  if (of_person && entities_.recent_person != no_entity) role.owner.actors = {entities_.recent_person};
  const Entities& recent = entities_.recent_polities;
  if (role.pronoun == "their" && role.is_plural && recent.size() >= 2)
    role.owner.actors = {recent.end() - 2, recent.end()};
  if (role.pronoun == "whose") role.owner.actors = antecedent();
  if (role.pronoun != "its") return;
  const EntityId owner = entities_.first_collective != no_entity ? entities_.recent_collective : previous_first_;
  if (owner != no_entity) role.owner.actors = {owner};
}

bool RoleParser::finish(const Head& head, std::size_t at, const Entities& names, const std::string& modifiers,
                        Role& role) {
  role.kind = head.kind;
  role.is_plural = head.is_plural;
  role.title = head.kind == RoleKind::office ? joined(modifiers, head.title) : head.title;
  // `intelligence chief`, `deputy leader`: a title, not a bare head of something.
  const bool is_bare_leader = head.title != "chief" && head.title != "commander" &&
                              (modifiers == "military" || modifiers == "political" || modifiers == "transitional");
  if (head.kind == RoleKind::leader && !modifiers.empty() && !is_bare_leader) {
    role.kind = RoleKind::office;
    role.title = joined(modifiers, head.title);
  }
  if (head.kind == RoleKind::representative && !modifiers.empty() && head.title != "official" &&
      head.title != "officials") {
    const bool is_title = head.title == "negotiators";
    if (is_title) role.kind = RoleKind::office;
    if (is_title) role.title = joined(modifiers, "negotiator");
  }
  if (role.title == "representative") role.kind = RoleKind::representative;
  role.owner.actors = names;
  resolve_pronoun(role);
  std::size_t end = past_then(at + head.length, role);
  end = take_tail(end, role);
  end = past_then(take_of(end, role), role);
  role.last = end;
  return true;
}

std::size_t RoleParser::past_then(std::size_t end, Role& role) const {
  const bool is_then =
      is_key(end, "at") && (is_key(end + 1, "the") || is_key(end + 1, "that")) && is_key(end + 2, "time");
  const bool is_of_day =
      is_key(end, "of") && is_key(end + 1, "the") && (is_key(end + 2, "day") || is_key(end + 2, "time"));
  if (!is_then && !is_of_day) return end;
  role.is_former = true;
  return end + 3;
}

std::size_t RoleParser::take_tail(std::size_t end, Role& role) {
  if (end >= chunks_.size() || !is_word(end)) return end;
  const std::size_t length = lexicon_.find_phrase("office-tail", sentence_.tokens, chunks_[end].first);
  if (length == 0) return take_portfolio(end, role);
  for (std::size_t i = 0; i < length; ++i)
    role.title = joined(role.title, sentence_.tokens[chunks_[end].first + i].key);
  return end + length;
}

std::size_t RoleParser::take_portfolio(std::size_t end, Role& role) const {
  const bool has_portfolio = role.title.ends_with("minister") || role.title.ends_with("director") ||
                             role.title.ends_with("director general") || role.title.ends_with("director-general") ||
                             role.title.ends_with("undersecretary") || role.title.ends_with("commissioner");
  if (!has_portfolio || !(is_key(end, "of") || is_key(end, "for"))) return end;
  std::size_t at = end + 1;
  std::size_t last = end;
  while (at < end + 5) {
    const bool is_noun = is_word(at) && !is_body_word(at) && head_at(at).length == 0 && !is_class(at, det_) &&
                         (is_plain(at) || is_class(at, modifier_) || is_class(at, adj_));
    if (is_noun) {
      last = ++at;
    } else if (is_key(at, "and") && last == at) {
      ++at;
    } else {
      break;
    }
  }
  for (std::size_t i = end; i < last; ++i) role.title = joined(role.title, chunks_[i].key);
  return last;
}

std::size_t RoleParser::take_of(std::size_t end, Role& role) {
  const bool is_for = is_key(end, "for") || is_key(end, "to");
  const bool speaks = role.kind == RoleKind::spokesperson || role.title.ends_with("adviser") ||
                      role.title.ends_with("advisor") || role.title.starts_with("aide");
  if (speaks && (is_key(end, "for") || is_key(end, "of") || is_key(end, "to")) && !role.owner.any()) {
    Role inner;
    Entities who;
    std::vector<std::size_t> places;
    if (!is_nested_ && (is_nested_ = true) && parse(end + 1, inner)) {
      const std::size_t next = persons(inner.last, false, who, places);
      if (!who.empty()) {
        bind(inner, who, inner.first, next, "prefix");
        role.owner.actors = who;
        is_nested_ = false;
        return next;
      }
    }
    is_nested_ = false;
    const std::size_t next = persons(end + 1, false, who, places);
    if (!who.empty()) {
      role.owner.actors = who;
      return next;
    }
  }
  if (is_key(end, "of") || (is_key(end, "from") && !role.owner.any()) || (is_for && speaks && !role.owner.any())) {
    Owner owner;
    const std::size_t next = owner_phrase(end + 1, owner, true);
    if (next > end + 1 && owner.any()) {
      if (role.owner.actors.empty()) role.owner.actors = owner.actors;
      if (owner.body != no_entity) {
        role.owner.body = owner.body;
        role.owner.is_delegation = owner.is_delegation;
      }
      end = next;
    } else if (const std::size_t inner = take_office_of(end + 1, role); inner != 0) {
      end = inner;
    }
  }
  role.bare_last = end;
  if (is_key(end, "for") || is_key(end, "to") || is_key(end, "on") || is_key(end, "in")) end = take_topic(end, role);
  return end;
}

std::size_t RoleParser::take_office_of(std::size_t at, Role& role) {
  Role inner;
  if (is_nested_) return 0;
  is_nested_ = true;
  const bool is_role = parse(at, inner) && inner.kind == RoleKind::office && inner.owner.any();
  is_nested_ = false;
  if (!is_role || role.owner.any()) return 0;
  role.owner = inner.owner;
  return inner.bare_last;
}

std::size_t RoleParser::take_topic(std::size_t at, const Role& role) const {
  if (role.kind == RoleKind::counterpart || role.is_plural) return at;
  if (is_key(at, "in") && !role.title.ends_with("envoy") && !role.title.ends_with("representative") &&
      !role.title.ends_with("ambassador") && !role.title.ends_with("consul"))
    return at;
  if (is_key(at, "on") && !role.title.ends_with("envoy") && !role.title.ends_with("adviser") &&
      !role.title.ends_with("rapporteur"))
    return at;
  std::size_t end = at + 1;
  std::size_t last = at;
  while (end < chunks_.size() && end < at + 9) {
    const bool is_noun = is_word(end) && !chunks_[end].word->verb.is_past &&
                         (chunks_[end].word->classes.empty() || is_class(end, adj_) || is_class(end, modifier_));
    if (is_noun || (is_name(end) && !is_person(end))) {
      last = ++end;
    } else if (is_class(end, det_) || is_key(end, "and") || is_key(end, "of") || is_key(end, "'s")) {
      ++end;
    } else {
      break;
    }
  }
  return last > at ? last : at;
}

std::size_t RoleParser::skip_ranks(std::size_t at) const {
  while (is_class(at, rank_) && !is_person(at)) ++at;
  return at;
}

std::size_t RoleParser::persons(std::size_t at, bool is_list, Entities& out, std::vector<std::size_t>& places) {
  std::size_t end = skip_ranks(at);
  if (!is_person(end)) return at;
  while (is_person(end)) {
    places.push_back(end);
    out.push_back(as_person(end));
    ++end;
    if (!is_list) break;
    std::size_t next = end;
    if (is_key(next, "of") && is_owner_name(next + 1)) next += 2;
    if (is_key(next, ",")) ++next;
    if (is_key(next, "and")) ++next;
    if (next == end) break;
    next = skip_ranks(next);
    if (!is_person(next)) break;
    end = next;
  }
  return end;
}

EntityId RoleParser::as_person(std::size_t at) {
  Chunk& one = chunks_[at];
  if (one.name_kind == NameKind::person) return one.actors.front();
  const EntityId id = entities_.person(slice(at, at + 1));
  one.name_kind = NameKind::person;
  one.is_guess = false;
  one.actors = {id};
  return id;
}

}  // namespace graphwright::extraction
