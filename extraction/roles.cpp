#include "roles.hpp"

#include <algorithm>

#include "role_parser.hpp"

namespace graphwright::extraction {
namespace {

/// One sentence's roles, bound to the names beside them.
class RoleBinder : private RoleParser {
 public:
  using RoleParser::RoleParser;

  std::vector<RoleFact> run() {
    previous_person_ = entities_.recent_person;
    previous_first_ = entities_.first_collective;
    entities_.first_collective = no_entity;
    while (at_ < chunks_.size()) step();
    resolve_counterparts();
    chunks_ = std::move(out_);
    return std::move(facts_);
  }

 private:
  void emit_actor(const Entities& who, std::size_t first, std::size_t last) {
    Chunk one = chunks_[first];
    one.kind = ChunkKind::name;
    one.name_kind = NameKind::person;
    one.form = NameForm::name;
    one.is_guess = false;
    one.first = chunks_[first].first;
    one.last = chunks_[last - 1].last;
    one.actors = who;
    one.is_definite = true;
    out_.push_back(std::move(one));
    at_ = last;
  }

  void emit_role(const Role& role) {
    const std::size_t end = role.bare_last > role.first ? role.bare_last : role.last;
    Chunk one;
    one.kind = ChunkKind::phrase;
    one.first = chunks_[role.first].first;
    one.last = chunks_[end - 1].last;
    one.actors =
        role.owner.body != no_entity && role.owner.actors.empty() ? Entities{role.owner.body} : role.owner.actors;
    one.owners = one.actors;
    one.is_people = true;
    one.is_plural = role.is_plural;
    one.is_definite = role.is_definite;
    one.head = role.title;
    one.key = chunks_[end - 1].key;
    if (one.actors.empty() && role.is_definite && role.kind != RoleKind::counterpart) {
      one.is_coreferent = true;
      if (!role.is_plural && titled_ == no_entity) titled_ = entities_.titled(role.title);
    }
    out_.push_back(std::move(one));
    at_ = end;
  }

  bool ends_apposition(std::size_t at) const {
    if (at >= chunks_.size()) return true;
    const Chunk& one = chunks_[at];
    if (one.kind == ChunkKind::mark)
      return one.key == "," || one.key == "." || one.key == ")" || one.key == "--" || one.key == ";" ||
             one.key == ":" || one.key == "?" || one.key == "!" || one.key == "\"";
    if (one.kind == ChunkKind::date || one.key == "and" || one.key == "who") return true;
    // What says more of the role: `the governor installed by`, `the envoy to whom`, `head of the mission in`.
    return one.kind == ChunkKind::word && (one.word->is(prep_) || one.word->is(rel_) || one.key == "that" ||
                                           (one.word->verb.is_participle && one.word->noun == ClassId::none));
  }

  /// What may follow a bound name: a further role in apposition, in parentheses, or `who is`.
  std::size_t take_appositions(const Entities& who, std::size_t name, std::size_t end) {
    for (int count = 0; count < 2; ++count) {
      const std::size_t next = take_apposition(who, name, end);
      if (next == end) return end;
      end = next;
    }
    return end;
  }

  std::size_t take_apposition(const Entities& who, std::size_t name, std::size_t end) {
    if (who.empty()) return end;
    Role role;
    const bool is_open = is_key(end, "(");
    const std::size_t start =
        is_key(end + 1, "now") || is_key(end + 1, "currently") || is_key(end + 1, "today") ? end + 2 : end + 1;
    if ((is_key(end, ",") || is_open || is_key(end, "--")) && parse(start, role) && role.first < role.last) {
      const bool has_name =
          is_person(skip_ranks(role.last)) || (is_key(role.last, "'s")) || is_role_of_next(role, who, is_open);
      const bool fits = role.is_plural ? who.size() > 1 : true;
      std::size_t stop = role.last;
      if (!has_name && fits && (ends_apposition(stop))) {
        role.is_former = role.is_former || is_past_span(stop);
        const Entities bound = role.is_plural ? who : Entities{who.back()};
        bind(role, bound, name, stop, "apposition");
        stop = take_second(role, bound, name, stop);
        const bool closes = is_key(stop, ")") || is_key(stop, ",") || is_key(stop, "--");
        // The comma that closes is taken too, unless a list or a clause goes on behind it.
        if (is_open && closes) return stop + 1;
        if (closes && !is_key(stop + 1, "and") && !is_person(stop + 1)) return stop + 1;
        return stop;
      }
    }
    return take_relative(who, name, end);
  }

  /// `the Malian minister, X, and Chad's minister, Y, the union's envoy, Z, said`: the name that has an office leaves
  /// the role to the one behind it.
  bool is_role_of_next(const Role& role, const Entities& who, bool is_open) const {
    if (is_open || role.is_plural || !role.owner.any() || entities_[who.back()].office.empty()) return false;
    const std::size_t name = skip_ranks(role.last + 1);
    if (!is_key(role.last, ",") || !is_person(name)) return false;
    // A list goes on by `and`: `X, the envoy, Y and Z`.
    return is_key(name + 1, ",") && !is_key(name + 2, "and");
  }

  /// `president from 1994 to 2005`, `minister until May`.
  bool is_past_span(std::size_t at) const {
    const auto is_date = [&](std::size_t one) { return one < chunks_.size() && chunks_[one].kind == ChunkKind::date; };
    const auto is_span = [&](std::size_t one) {
      return is_date(one) && (chunks_[one].time.find('/') != std::string::npos ||
                              ((is_key(one + 1, "to") || is_key(one + 1, "until")) && is_date(one + 2)));
    };
    if (is_key(at, "until") || is_key(at, "till")) return is_date(at + 1);
    return is_span(at) || (is_key(at, "from") && is_span(at + 1));
  }

  /// `his former deputy and long-time foe,`: a noun that is no role, up to the comma.
  std::size_t past_common(std::size_t at) const {
    std::size_t end = at;
    while (end < at + 4 &&
           (is_class(end, adj_) || is_class(end, qualifier_) || is_class(end, past_) || looks_adjective(end)))
      ++end;
    const bool is_noun = is_word(end) && head_at(end).length == 0 && is_plain(end) && !chunks_[end].word->verb.any();
    return is_noun && is_key(end + 1, ",") ? end + 1 : at;
  }

  /// `president and commander of ...`: a second role of the same person.
  std::size_t take_second(const Role& first, const Entities& who, std::size_t name, std::size_t at) {
    if (!is_key(at, "and")) return at;
    if (const std::size_t end = past_common(at + 1); end != at + 1) return end;
    Role role;
    const std::size_t start = is_key(at + 1, "now") || is_key(at + 1, "later") ? at + 2 : at + 1;
    if (!parse(start, role) || is_person(skip_ranks(role.last)) || role.is_plural || !ends_apposition(role.last))
      return at;
    if (!role.owner.any()) role.owner = first.owner;
    bind(role, who, name, role.last, "apposition");
    return role.last;
  }

  /// `X, who is the envoy of Y,`: the clause is taken, with its commas.
  std::size_t take_relative(const Entities& who, std::size_t name, std::size_t end) {
    std::size_t at = end;
    if (is_key(at, ",")) ++at;
    if (!is_key(at, "who")) return end;
    ++at;
    while (is_class(at, adverb_)) ++at;
    bool was = false;
    if (is_class(at, be_) || is_key(at, "serves") || is_key(at, "acts") || is_key(at, "served")) {
      was = is_key(at, "was") || is_key(at, "served");
      ++at;
    } else if (is_key(at, "has") && is_key(at + 1, "been")) {
      at += 2;
    } else {
      return end;
    }
    while (is_class(at, adverb_)) ++at;
    Entities served;
    at = past_served(at, served);
    if (is_key(at, "as")) ++at;
    Role role;
    if (!parse(at, role) || is_person(skip_ranks(role.last))) return end;
    if (!role.owner.any()) role.owner.actors = served;
    role.is_former = role.is_former || was;
    bind(role, {who.back()}, name, role.last, "relative");
    return is_key(role.last, ",") ? role.last + 1 : role.last;
  }

  /// `serves President X as`, `serves Chile as`: whom, up to `as`; the place itself where nobody is named.
  std::size_t past_served(std::size_t at, Entities& served) {
    std::vector<std::size_t> places;
    Role inner;
    const bool has_role = parse(at, inner) && !inner.is_plural;
    std::size_t end = persons(has_role ? inner.last : at, false, served, places);
    const bool is_person_served = !served.empty();
    if (!is_person_served && is_owner_name(at)) {
      served = chunks_[at].actors;
      end = at + 1;
    }
    if (served.empty() || !is_key(end, "as")) {
      served.clear();
      return at;
    }
    if (is_person_served && has_role) bind(inner, served, inner.first, end, "prefix");
    return end;
  }

  /// `role NAME`, `the role, NAME,`: true where a name was bound.
  bool bind_after(Role& role) {
    Entities who;
    std::vector<std::size_t> places;
    std::size_t at = role.last;
    const bool has_comma = is_key(at, ",");
    bool is_second_role = false;
    Role second;
    if (has_comma) ++at;
    const bool is_bare = !role.is_definite && !role.owner.any() && !role.is_plural;
    const bool is_envoy = is_class(role.first, det_) && role.kind == RoleKind::office;
    if (has_comma && is_bare && !is_envoy) return false;
    std::size_t end = persons(at, role.is_plural, who, places);
    // `his counterpart, Foreign Minister X`, `the union's envoy, President X`.
    const bool may_have_second = role.kind == RoleKind::counterpart || (has_comma && role.kind == RoleKind::office);
    if (who.empty() && may_have_second && parse(at, second) && second.kind == RoleKind::office &&
        second.is_plural == role.is_plural) {
      end = persons(second.last, second.is_plural, who, places);
      is_second_role = !who.empty();
    }
    if (who.empty()) return bind_copula(role);
    // `the president, Xs spokesman said`: a comma before a list of other things binds nothing.
    if (has_comma && is_key(end, "'s")) return false;
    if (has_comma && role.is_plural && who.size() == 1) return false;
    take_of_behind(role, places, end);
    if (is_second_role) {
      if (!second.owner.any()) second.owner = role.owner;
      bind(second, who, role.first, end, "counterpart");
      if (role.kind == RoleKind::office) bind(role, who, role.first, end, "prefix");
    } else {
      // `Russian President X and Foreign Minister Y`: Y is of the same state.
      if (at_ == joined_at_ && !role.owner.any() && !role.is_definite && role.pronoun.empty())
        role.owner = joined_owner_;
      bind(role, who, role.first, end, "prefix");
    }
    end = take_appositions(who, role.first, end);
    if (has_comma && is_key(end, ",") && !is_key(end + 1, "and") && !is_person(end + 1)) ++end;
    emit_actor(who, role.first, end);
    return true;
  }

  /// `its foreign minister is X`.
  bool bind_copula(const Role& role) {
    if (!is_key(role.last, "is") || role.is_plural || !role.owner.any() || !role.is_definite) return false;
    Entities who;
    std::vector<std::size_t> places;
    std::size_t end = persons(role.last + 1, false, who, places);
    Role second;
    const bool is_second_role = who.empty() && parse(role.last + 1, second) && second.kind == RoleKind::office;
    if (is_second_role) end = persons(second.last, false, who, places);
    if (who.empty() || !ends_apposition(end)) return false;
    if (is_second_role) bind(second, who, role.first, end, "copula");
    bind(role, who, role.first, end, "copula");
    emit_actor(who, role.first, end);
    return true;
  }

  /// `President X of Kenya`, `Presidents X of A and Y of B`.
  void take_of_behind(Role& role, const std::vector<std::size_t>& places, std::size_t& end) {
    if (role.owner.any()) return;
    Entities owners;
    for (const std::size_t place : places) {
      if (!is_key(place + 1, "of")) continue;
      Owner owner;
      const std::size_t next = owner_phrase(place + 2, owner, false);
      if (owner.actors.empty() && owner.body == no_entity) continue;
      owners.push_back(owner.actors.empty() ? owner.body : owner.actors.front());
      end = std::max(end, next);
    }
    if (owners.size() == places.size()) role.owner.actors = owners;
  }

  /// `the Libyan National Army of commander X`, `the army of General X`: who heads it.
  bool bind_body_of() {
    std::size_t body = at_;
    while (is_class(body, det_) && body < at_ + 3) ++body;
    Entities names;
    const std::size_t first = body;
    body = owner_names(body, names, false);
    const bool is_group =
        body > first && is_key(body, "of") &&
        (chunks_[body - 1].name_kind == NameKind::group || chunks_[body - 1].name_kind == NameKind::organization);
    const bool is_army =
        is_word(body) &&
        (lexicon_.has_noun_class(chunks_[body].key, body_) || lexicon_.has_noun_class(chunks_[body].key, armed_)) &&
        is_key(body + 1, "of");
    if (!is_group && !is_army) return false;
    const std::size_t of = is_group ? body : body + 1;
    std::size_t name = of + 1;
    while (is_class(name, rank_) || is_class(name, leader_)) ++name;
    if (name == of + 1 || !is_person(name)) return false;
    const EntityId person = as_person(name);
    bool ignored = false;
    const EntityId what = is_group ? names.front() : body_entity(first, of, names, ignored);
    fact("leads", person, what, at_, name + 1, "body-of");
    entities_[person].represents.push_back(what);
    // The words up to the name stay; the person is its own chunk.
    while (at_ < of) out_.push_back(chunks_[at_++]);
    out_.push_back(chunks_[at_++]);
    emit_actor({person}, at_, name + 1);
    return true;
  }

  /// `Armenia's Ararat Mirzoyan`, `Armenia's Mirzoyan and Azerbaijan's Bayramov`.
  bool bind_possessor() {
    if (!is_owner_name(at_) || chunks_[at_].name_kind == NameKind::person || !is_key(at_ + 1, "'s")) return false;
    const std::size_t name = skip_ranks(at_ + 2);
    if (!is_person(name) || sentence_.tokens[chunks_[name].first].shape != Shape::capitalized) return false;
    if (chunks_[name].is_guess && chunks_[name].last - chunks_[name].first < 2) return false;
    const EntityId owner = chunks_[at_].actors.front();
    const NameKind kind = entities_[owner].kind;
    if (kind != NameKind::polity && kind != NameKind::organization && kind != NameKind::group) return false;
    const EntityId person = as_person(name);
    fact("represents", person, owner, at_, name + 1, "possessor");
    entities_[person].represents.push_back(owner);
    const std::size_t end = take_appositions({person}, name, name + 1);
    emit_actor({person}, at_, end);
    return true;
  }

  /// `Paisley's Democratic Unionist Party`: whose it is leads it.
  bool bind_led_body() {
    if (is_key(at_, "whose") && is_name(at_ + 1) && !is_key(at_ + 2, "'s")) {
      const Entities who = antecedent();
      const NameKind kind = chunks_[at_ + 1].name_kind;
      const bool is_body = kind == NameKind::organization || kind == NameKind::group;
      if (who.size() == 1 && is_body && entities_[who.front()].kind == NameKind::person)
        fact("leads", who.front(), chunks_[at_ + 1].actors.front(), at_, at_ + 2, "led-body");
      return false;
    }
    if (!is_person(at_) || chunks_[at_].is_guess || !is_key(at_ + 1, "'s")) return false;
    std::size_t body = at_ + 2;
    if (is_word(body) && lexicon_.has_noun_class(chunks_[body].key, armed_)) {
      bool ignored = false;
      const EntityId group = body_entity(body, body + 1, {}, ignored);
      fact("leads", as_person(at_), group, at_, body + 1, "led-body");
      out_.push_back(chunks_[at_++]);
      return true;
    }
    if (!is_name(body) || is_key(body + 1, "'s")) return false;
    const NameKind kind = chunks_[body].name_kind;
    if (kind != NameKind::organization && kind != NameKind::group) return false;
    fact("leads", as_person(at_), chunks_[body].actors.front(), at_, body + 1, "led-body");
    entities_[chunks_[at_].actors.front()].represents.push_back(chunks_[body].actors.front());
    out_.push_back(chunks_[at_++]);
    return true;
  }

  /// `X, foreign minister of Y,`, `X and Y, the envoys of A and B`, `X is the president of Y`.
  bool bind_before() {
    const std::size_t start = at_;
    Entities who;
    std::vector<std::size_t> places;
    const std::size_t name = skip_ranks(start);
    if (!is_name(name)) return false;
    if (chunks_[name].name_kind != NameKind::person && !chunks_[name].is_guess) return false;
    if (!is_person(name)) return false;
    const std::size_t single = name + 1;
    // A list first: its apposition must be plural.
    std::size_t list_end = persons_if_list(name, who, places);
    if (who.size() > 1 && (is_key(list_end, ",") || is_key(list_end, "("))) {
      Role role;
      if (parse(list_end + 1, role) && role.is_plural && !is_person(skip_ranks(role.last))) {
        for (const std::size_t place : places) as_person(place);
        for (std::size_t i = 0; i < places.size(); ++i) who[i] = chunks_[places[i]].actors.front();
        const std::size_t end = take_appositions(who, start, list_end);
        if (end != list_end) {
          emit_actor(who, start, end);
          return true;
        }
      }
    }
    const std::size_t facts_before = facts_.size();
    const NameKind kind = chunks_[name].name_kind;
    if (kind != NameKind::person && !is_apposition_ahead(single)) return false;
    const Entities one{as_person(name)};
    std::size_t end = take_member_of(one.front(), start, single);
    end = take_appositions(one, start, end);
    if (facts_.size() == facts_before) end = take_copula(one, start, single);
    emit_actor(one, start, end);
    return true;
  }

  /// `X of the Moro Islamic Liberation Front` speaks for it.
  std::size_t take_member_of(EntityId person, std::size_t first, std::size_t end) {
    if (!is_key(end, "of")) return end;
    std::size_t at = end + 1;
    while (is_class(at, det_)) ++at;
    if (!is_name(at) || chunks_[at].is_guess) return end;
    const NameKind kind = chunks_[at].name_kind;
    if (kind != NameKind::group && kind != NameKind::organization && kind != NameKind::polity) return end;
    if (kind == NameKind::polity && chunks_[at].form != NameForm::name) return end;
    fact("represents", person, chunks_[at].actors.front(), first, at + 1, "member-of-body");
    entities_[person].represents.push_back(chunks_[at].actors.front());
    return at + 1;
  }

  /// Whether a role in apposition follows, so that a guessed name is a person's.
  bool is_apposition_ahead(std::size_t at) {
    Role role;
    if (!(is_key(at, ",") || is_key(at, "("))) return false;
    return parse(at + 1, role) && !role.is_plural && !is_person(skip_ranks(role.last)) && ends_apposition(role.last) &&
           (role.owner.any() || role.is_definite);
  }

  std::size_t persons_if_list(std::size_t at, Entities& out, std::vector<std::size_t>& places) const {
    std::size_t end = at;
    while (is_person(end)) {
      places.push_back(end);
      out.push_back(chunks_[end].actors.front());
      ++end;
      std::size_t next = end;
      if (is_key(next, ",") && places.size() < 6) ++next;
      if (is_key(next, "and")) ++next;
      if (next == end || !is_person(skip_ranks(next))) break;
      end = skip_ranks(next);
    }
    return end;
  }

  /// `X is the president of Y`: states the office; the words stay for the clause.
  std::size_t take_copula(const Entities& who, std::size_t name, std::size_t end) {
    std::size_t at = end;
    const bool is_now = is_key(at, "is") || is_key(at, "remains") || is_key(at, "became") || is_key(at, "becomes");
    const bool was = is_key(at, "was");
    if (!is_now && !was) return end;
    ++at;
    while (is_class(at, adverb_) && !is_key(at, "not") && !is_key(at, "never")) ++at;
    Role role;
    if (!parse(at, role) || is_person(skip_ranks(role.last)) || role.kind == RoleKind::counterpart) return end;
    if (!role.owner.any() && role.kind != RoleKind::office) return end;
    role.is_former = role.is_former || was;
    bind(role, who, name, role.last, "copula");
    return end;
  }

  bool step_role() {
    if (!is_word(at_) && !is_name(at_)) return false;
    if (is_name(at_) && (chunks_[at_].name_kind == NameKind::person && !is_key(at_ + 1, "'s"))) return false;
    // `X heads the delegation`: a verb.
    if (is_word(at_) && chunks_[at_].word->verb.is_third && !out_.empty() &&
        (out_.back().kind == ChunkKind::name || out_.back().key == "who" || out_.back().key == "which" ||
         is_name(at_ + 1) || is_class(at_ + 1, det_)))
      return false;
    Role role;
    if (!parse(at_, role)) return false;
    if (bind_after(role)) {
      if (role.owner.any() && !role.is_plural && is_key(at_, "and")) {
        joined_at_ = at_ + 1;
        joined_owner_ = role.owner;
      }
      return true;
    }
    // A second role of the same person: `foreign minister and chief negotiator X`.
    if (is_key(role.last, "and") && role.kind == RoleKind::office) {
      Role second;
      const bool is_second = parse(role.last + 1, second) && second.kind == RoleKind::office && !second.is_plural &&
                             !second.owner.any() && !is_class(role.last + 1, det_);
      // `Niger's prime minister and finance minister, X,`
      const std::size_t name =
          is_second && is_key(second.last, ",") && role.owner.any() ? second.last + 1 : second.last;
      if (is_second && is_person(skip_ranks(name))) {
        Entities who;
        std::vector<std::size_t> places;
        std::size_t end = persons(name, false, who, places);
        take_of_behind(role, places, end);
        second.owner = role.owner;
        bind(role, who, role.first, end, "prefix");
        bind(second, who, role.first, end, "prefix");
        emit_actor(who, role.first, take_appositions(who, role.first, end));
        return true;
      }
    }
    if (role.last == at_) return false;
    emit_role(role);
    return true;
  }

  void step() {
    const std::size_t before = at_;
    const bool is_bound = bind_body_of() || bind_possessor() || bind_led_body() || step_role() || bind_before();
    if (!is_bound) out_.push_back(chunks_[at_++]);
    for (std::size_t at = before; at < at_; ++at)
      if (is_name(at) && chunks_[at].form != NameForm::capital)
        for (const EntityId id : chunks_[at].actors) entities_.note(id);
  }

  /// Where a role without an owner would share that of the one before `and`.
  std::size_t joined_at_ = 0;
  Owner joined_owner_;
};

}  // namespace

std::vector<RoleFact> bind_roles(std::string_view text, const Lexicon& lexicon, Register& entities,
                                 SentenceChunks& sentence) {
  return RoleBinder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
