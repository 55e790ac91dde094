#include "roles.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

enum class RoleKind : std::uint8_t { office, leader, spokesperson, representative, counterpart };

/// Whom or what a role belongs to.
struct Owner {
  Entities actors;
  EntityId body = no_entity;
  bool is_delegation = false;
  bool any() const { return !actors.empty() || body != no_entity; }
};

/// A role as a sentence puts it: [first, last) are chunks.
struct Role {
  RoleKind kind = RoleKind::office;
  std::string title;
  Owner owner;
  bool is_former = false;
  bool is_plural = false;
  bool is_definite = false;
  std::string pronoun;
  std::size_t first = 0;
  std::size_t last = 0;
  /// The end without what the office is for.
  std::size_t bare_last = 0;
};

constexpr std::size_t longest_role = 14;

/// One sentence's roles.
class RoleBinder {
 public:
  RoleBinder(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
    const auto get = [&](std::string_view name) { return lexicon.find_class(name); };
    det_ = get("det");
    poss_ = get("poss");
    past_ = get("past-word");
    qualifier_ = get("office-qualifier");
    modifier_ = get("office-modifier");
    office_ = get("office");
    phrase_ = get("office-phrase");
    leader_ = get("leader");
    spokesperson_ = get("spokesperson");
    representative_ = get("representative");
    counterpart_ = get("counterpart");
    rank_ = get("rank");
    prep_ = get("prep");
    rel_ = get("rel");
    adj_ = get("adj");
    body_ = get("body");
    armed_ = get("armed");
    delegation_ = get("delegation");
    orgnoun_ = get("orgnoun");
    number_ = get("number");
    party_ = get("party-word");
    country_ = get("country");
    be_ = get("be");
    adverb_ = get("adv");
  }

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
  struct Pending {
    std::size_t fact;
    EntityId person;
  };

  const Chunk* chunk(std::size_t at) const { return at < chunks_.size() ? &chunks_[at] : nullptr; }
  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && chunks_[at].kind != ChunkKind::name && chunks_[at].key == key;
  }
  bool is_word(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::word; }
  bool is_class(std::size_t at, ClassId one) const { return is_word(at) && chunks_[at].word->is(one); }
  bool is_name(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::name; }
  /// A name that may be a person's: by shape, or a guess.
  bool is_person(std::size_t at) const {
    if (!is_name(at)) return false;
    const Chunk& one = chunks_[at];
    if (one.name_kind == NameKind::person) return true;
    if (!one.is_guess || one.actors.size() != 1) return false;
    const Shape shape = sentence_.tokens[one.first].shape;
    return shape == Shape::capitalized;
  }
  std::string_view slice(std::size_t first, std::size_t last) const {
    const std::vector<Token>& tokens = sentence_.tokens;
    const std::size_t begin = tokens[chunks_[first].first].begin;
    return text_.substr(begin, tokens[chunks_[last - 1].last - 1].end - begin);
  }

  static bool is_body_kind(NameKind kind) {
    return kind == NameKind::organization || kind == NameKind::group || kind == NameKind::alliance;
  }

  bool is_owner_name(std::size_t at) const {
    if (!is_name(at)) return false;
    if (chunks_[at].is_pair) return false;
    if (chunks_[at].name_kind == NameKind::person) return is_key(at + 1, "'s");
    return true;
  }

  /// `Azerbaijani and Armenian`, `Armenia, Azerbaijan and Russia's`: the names, and whether `'s` follows.
  std::size_t owner_names(std::size_t at, Entities& out, bool is_list, bool is_behind_of = false) const {
    if (!is_owner_name(at)) return at;
    std::size_t end = at;
    while (is_owner_name(end)) {
      out.push_back(chunks_[end].actors.front());
      ++end;
      std::size_t next = end;
      if (is_key(next, ",")) ++next;
      if (is_key(next, "and")) ++next;
      if (is_class(next, det_)) ++next;
      if (next == end || !is_list || !is_owner_name(next) || chunks_[next].name_kind == NameKind::person) break;
      // A demonym is joined to demonyms, a name to names.
      const bool is_adjective = chunks_[end - 1].form == NameForm::demonym;
      const bool is_alike = (chunks_[next].form == NameForm::demonym) == is_adjective && (is_adjective || is_behind_of);
      if (!is_alike) break;
      end = next;
    }
    if (is_key(end, "'s")) ++end;
    return end;
  }

  /// A word that no table knows and that can qualify a noun: `land forces`.
  bool is_plain(std::size_t at) const {
    if (!is_word(at) || !chunks_[at].word->classes.empty() || chunks_[at].word->verb.is_past) return false;
    const char first = text_[sentence_.tokens[chunks_[at].first].begin];
    return first >= 'a' && first <= 'z';
  }
  /// An adjective that no table knows, by its ending: `pro-European`, `Islamist`, `embattled`.
  bool looks_adjective(std::size_t at) const {
    if (!is_plain(at) || chunks_[at].word->noun != ClassId::none || chunks_[at].word->verb.any()) return false;
    const std::string& key = chunks_[at].key;
    if (key.find('-') != std::string::npos) return true;
    for (std::string_view end : {"ist", "ian", "ive", "al", "ary", "ic", "ous", "ish", "ent", "ant"})
      if (key.size() > end.size() + 2 && key.ends_with(end)) return true;
    return false;
  }

  bool is_body_word(std::size_t at) const {
    if (!is_word(at)) return false;
    const std::string& key = chunks_[at].key;
    return lexicon_.has_noun_class(key, body_) || lexicon_.has_noun_class(key, armed_) ||
           lexicon_.has_noun_class(key, delegation_) || lexicon_.has_noun_class(key, orgnoun_);
  }

  EntityId body_entity(std::size_t first, std::size_t last, const Entities& owners, bool& is_delegation) {
    const std::string& key = chunks_[last - 1].key;
    is_delegation = lexicon_.has_noun_class(key, delegation_);
    const bool is_government = key == "government" || key == "administration";
    if (is_government && owners.size() == 1) return owners.front();
    if (first + 1 == last && is_common_reference(key)) {
      for (std::size_t id = entities_.size(); id-- > 0;)
        if (entities_[static_cast<EntityId>(id)].kind == NameKind::organization ||
            entities_[static_cast<EntityId>(id)].kind == NameKind::group)
          return static_cast<EntityId>(id);
    }
    const bool is_armed = lexicon_.has_noun_class(key, armed_);
    const std::string written(slice(first, last));
    return entities_.named(is_armed ? NameKind::group : NameKind::organization,
                           is_word(first) ? lower(written) : written, true);
  }
  static bool is_common_reference(std::string_view key) {
    return key == "department" || key == "ministry" || key == "movement" || key == "group" || key == "council" ||
           key == "union" || key == "organization" || key == "organisation" || key == "bloc" || key == "agency" ||
           key == "alliance";
  }

  /// `president of Sinn Fein`: a name that was taken for a person's by its shape.
  bool may_be_body(std::size_t at) const {
    if (!is_name(at) || chunks_[at].name_kind != NameKind::person || is_key(at + 1, "'s")) return false;
    const Entity& known = entities_[chunks_[at].actors.front()];
    return known.office.empty() && known.represents.empty();
  }

  /// What stands behind `of`: [the] [adjectives] [owners] [body].
  std::size_t owner_phrase(std::size_t at, Owner& owner, bool is_list) {
    std::size_t end = at;
    while (is_class(end, det_) || is_class(end, adj_) || is_class(end, qualifier_)) ++end;
    const std::size_t first = end;
    const std::size_t names = owner_names(end, owner.actors, is_list, true);
    end = names;
    if (names > first && is_name(end) && chunks_[end].name_kind != NameKind::person &&
        chunks_[end - 1].form != NameForm::name) {
      owner.body = chunks_[end].actors.front();
      return end + 1;
    }
    if (names > first && is_key(names - 1, "'s") && is_name(end) && is_body_kind(chunks_[end].name_kind)) {
      owner.body = chunks_[end].actors.front();
      return end + 1;
    }
    if (names > first && is_key(names - 1, "'s") && is_owner_name(end) && is_body_word(end + 1)) {
      owner.body = body_entity(first, end + 2, {}, owner.is_delegation);
      return end + 2;
    }
    if (names == first && may_be_body(end)) {
      chunks_[end].name_kind = NameKind::organization;
      entities_[chunks_[end].actors.front()].kind = NameKind::organization;
      owner.actors = chunks_[end].actors;
      return end + 1;
    }
    std::size_t body = end;
    while (body < chunks_.size() && body - end < 3 && is_word(body) && !is_body_word(body) &&
           (is_class(body, adj_) || is_class(body, modifier_) || is_class(body, armed_) || is_plain(body)))
      ++body;
    const bool may_have_body = names == first || is_key(names - 1, "'s") || chunks_[names - 1].form != NameForm::name ||
                               chunks_[names - 1].name_kind != NameKind::polity;
    if (may_have_body && is_body_word(body)) {
      while (is_body_word(body + 1) && !chunks_[body].is_plural) ++body;
      owner.body = body_entity(names == first ? end : first, body + 1, owner.actors, owner.is_delegation);
      if (owner.actors.size() == 1 && owner.body == owner.actors.front()) owner.body = no_entity;
      return body + 1;
    }
    if (names == first) return at;
    return end;
  }

  static std::string joined(const std::string& title, std::string_view word) {
    return title.empty() ? std::string(word) : title + " " + std::string(word);
  }

  /// Whether a word that may be modifier or head is a modifier here: a head follows.
  bool is_followed_by_head(std::size_t at) const {
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

  struct Head {
    std::size_t length = 0;
    RoleKind kind = RoleKind::office;
    std::string title;
    bool is_plural = false;
  };

  Head head_at(std::size_t at) const {
    Head head;
    if (!is_word(at)) return head;
    const std::size_t token = chunks_[at].first;
    if (const std::size_t length = lexicon_.find_phrase("office-phrase", sentence_.tokens, token); length != 0) {
      for (std::size_t i = 0; i < length; ++i) head.title = joined(head.title, sentence_.tokens[token + i].key);
      head.length = length;
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
  static std::string singular(const Word& word, const std::string& key) {
    return word.lemma.empty() ? key : word.lemma;
  }

  bool parse(std::size_t at, Role& role) {
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
    std::string title;
    for (; end < chunks_.size() && end < at + longest_role;) {
      const Head head = head_at(end);
      if (head.length != 0) return finish(head, end, names, title, role);
      if (is_class(end, past_)) {
        role.is_former = true;
        ++end;
      } else if (is_owner_name(end)) {
        if (!names.empty()) {
          // [Russian] [Foreign Ministry]: the later body is the owner, the former name is whose it is.
          if (chunks_[end].name_kind != NameKind::organization && chunks_[end].name_kind != NameKind::group)
            return false;
          role.owner.body = merged_body(body_first, end, chunks_[end].actors.front());
          ++end;
          if (is_key(end, "'s")) ++end;
          continue;
        }
        body_first = end;
        end = owner_names(end, names, true);
      } else if (is_class(end, modifier_) || (is_key(end, "and") && !title.empty() && is_class(end + 1, modifier_))) {
        if (!is_key(end, "and")) title = joined(title, chunks_[end].key);
        ++end;
      } else if (is_key(end + 1, "'s") && names.empty() && is_word(end) && !common_owner(end).empty()) {
        names = common_owner(end);
        body_first = end;
        end += 2;
      } else if (is_body_word(end) && !is_class(end, qualifier_)) {
        role.owner.body = body_entity(names.empty() ? end : body_first, end + 1, names, role.owner.is_delegation);
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

  /// `rebels ousted President X`: a verb, no qualifier of the president.
  bool is_deed(std::size_t first, std::size_t at) const {
    if (at == first || !is_class(at, qualifier_) || !chunks_[at].word->verb.is_past) return false;
    const bool after_name = is_name(at - 1) && chunks_[at - 1].form != NameForm::demonym;
    return after_name || (is_body_word(at - 1) && chunks_[at - 1].word->is_plural);
  }

  EntityId merged_body(std::size_t first, std::size_t last, EntityId body) {
    Entity& known = entities_[body];
    const std::string full(slice(first, last + 1));
    if (entities_.find(full) == no_entity && known.kind == NameKind::organization && known.name.size() < full.size() &&
        chunks_[last].is_guess == false && lexicon_.find_single(chunks_[last].key) == nullptr) {
      entities_.add_alias(body, full);
      known.name = full;
    }
    return body;
  }  /// `the two countries'`, `the kingdom's`, `the movement's`: who was named last.
  Entities common_owner(std::size_t at) const {
    const std::string& key = chunks_[at].key;
    const Entities& recent = entities_.recent_polities;
    if (lexicon_.has_noun_class(key, party_) && chunks_[at].word->is_plural)
      return recent.size() >= 2 ? Entities{recent.end() - 2, recent.end()} : Entities{};
    if (lexicon_.has_noun_class(key, country_)) return recent.empty() ? Entities{} : Entities{recent.back()};
    if (is_common_reference(key) && entities_.recent_body != no_entity) return {entities_.recent_body};
    return {};
  }

  /// What `whose` looks back to: the name before the comma.
  Entities antecedent() const {
    if (at_ < 2 || out_.empty() || !is_key(at_, "whose")) return {};
    const Chunk& before = out_.back().key == "," && out_.size() >= 2 ? out_[out_.size() - 2] : out_.back();
    return before.kind == ChunkKind::name && before.actors.size() == 1 ? before.actors : Entities{};
  }

  /// `his`, `its`, `their` before a role: the person or body named last.
  void resolve_pronoun(Role& role) const {
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

  bool finish(const Head& head, std::size_t at, const Entities& names, const std::string& modifiers, Role& role) {
    role.kind = head.kind;
    role.is_plural = head.is_plural;
    role.title = head.kind == RoleKind::office ? joined(modifiers, head.title) : head.title;
    // `intelligence chief`, `deputy leader`: a title, not a bare head of something.
    if (head.kind == RoleKind::leader && !modifiers.empty()) {
      role.kind = RoleKind::office;
      role.title = joined(modifiers, head.title);
    }
    if (head.kind == RoleKind::representative && !modifiers.empty() && head.title != "official" &&
        head.title != "officials") {
      const bool is_title = head.title == "negotiators";
      if (is_title) role.kind = RoleKind::office;
      if (is_title) role.title = joined(modifiers, "negotiator");
    }
    role.owner.actors = names;
    resolve_pronoun(role);
    std::size_t end = at + head.length;
    end = take_tail(end, role);
    end = take_of(end, role);
    role.last = end;
    return true;
  }

  std::size_t take_tail(std::size_t end, Role& role) {
    if (end >= chunks_.size() || !is_word(end)) return end;
    const std::size_t length = lexicon_.find_phrase("office-tail", sentence_.tokens, chunks_[end].first);
    if (length == 0) return take_portfolio(end, role);
    for (std::size_t i = 0; i < length; ++i)
      role.title = joined(role.title, sentence_.tokens[chunks_[end].first + i].key);
    return end + length;
  }

  /// `minister of infrastructure`, `minister for water and energy`: common nouns, no owner.
  std::size_t take_portfolio(std::size_t end, Role& role) const {
    if (!role.title.ends_with("minister") || !(is_key(end, "of") || is_key(end, "for"))) return end;
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

  std::size_t take_of(std::size_t end, Role& role) {
    const bool is_for = is_key(end, "for") || is_key(end, "to");
    const bool speaks =
        role.kind == RoleKind::spokesperson || role.title.ends_with("adviser") || role.title.ends_with("advisor");
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

  /// `envoy of the Secretary-General of the United Nations`: whom the one stands for, the other does.
  std::size_t take_office_of(std::size_t at, Role& role) {
    Role inner;
    if (is_nested_) return 0;
    is_nested_ = true;
    const bool is_role = parse(at, inner) && inner.kind == RoleKind::office && inner.owner.any();
    is_nested_ = false;
    if (!is_role || role.owner.any()) return 0;
    role.owner = inner.owner;
    return inner.bare_last;
  }

  /// `envoy for the Horn of Africa`, `undersecretary for terrorism and financial intelligence`.
  std::size_t take_topic(std::size_t at, const Role& role) const {
    if (role.kind == RoleKind::counterpart || role.is_plural) return at;
    if (is_key(at, "in") && !role.title.ends_with("envoy") && !role.title.ends_with("representative")) return at;
    if (is_key(at, "on") && !role.title.ends_with("envoy") && !role.title.ends_with("adviser") &&
        !role.title.ends_with("rapporteur"))
      return at;
    std::size_t end = at + 1;
    std::size_t last = at;
    while (end < chunks_.size() && end < at + 9) {
      const bool is_noun = is_word(end) && !chunks_[end].word->verb.is_past &&
                           (chunks_[end].word->classes.empty() || is_class(end, adj_) || is_class(end, modifier_));
      if (is_name(end) && !is_person(end)) {
        last = ++end;
      } else if (is_noun) {
        last = ++end;
      } else if (is_class(end, det_) || is_key(end, "and") || is_key(end, "of") || is_key(end, "'s")) {
        ++end;
      } else {
        break;
      }
    }
    return last > at ? last : at;
  }

  std::size_t skip_ranks(std::size_t at) const {
    while (is_class(at, rank_) && !is_person(at)) ++at;
    return at;
  }

  /// `X, Y and Z` from a name on; only one where the role is singular.
  std::size_t persons(std::size_t at, bool is_list, Entities& out, std::vector<std::size_t>& places) {
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

  EntityId as_person(std::size_t at) {
    Chunk& one = chunks_[at];
    if (one.name_kind == NameKind::person) return one.actors.front();
    const EntityId id = entities_.person(slice(at, at + 1));
    one.name_kind = NameKind::person;
    one.is_guess = false;
    one.actors = {id};
    return id;
  }

  void fact(std::string_view relation, EntityId subject, EntityId object, std::size_t first, std::size_t last,
            std::string_view rule, std::string office = {}) {
    RoleFact one;
    one.relation = relation;
    one.subject = subject;
    one.object = object;
    one.office = std::move(office);
    one.first = chunks_[first].first;
    one.last = chunks_[last - 1].last;
    one.rule = rule;
    facts_.push_back(std::move(one));
  }

  void bind(const Role& role, const Entities& who, std::size_t first, std::size_t last, std::string_view rule) {
    const Entities& owners = role.owner.actors;
    for (std::size_t i = 0; i < who.size(); ++i) {
      Owner owner = role.owner;
      if (who.size() > 1 && owners.size() == who.size()) owner.actors = {owners[i]};
      if (who.size() == 1 || owners.size() == who.size() || owners.size() <= 1)
        bind_one(role, who[i], owner, first, last, rule);
    }
  }

  void bind_one(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
                std::string_view rule) {
    const EntityId body = owner.body;
    switch (role.kind) {
      case RoleKind::office:
        fact(role.is_former ? "held-office" : "holds-office", person, no_entity, first, last, rule, role.title);
        if (!role.is_former) entities_[person].office = role.title;
        keeps_state_ = role.title.ends_with("ambassador");
        if (!role.is_former) represent(person, owner, first, last, rule);
        keeps_state_ = false;
        break;
      case RoleKind::leader:
        lead(role, person, owner, first, last, rule);
        break;
      case RoleKind::spokesperson:
        if (role.is_former) break;
        if (body != no_entity) {
          fact("spokesperson-of", person, body, first, last, rule);
        } else if (!owner.actors.empty()) {
          fact("spokesperson-of", person, owner.actors.front(), first, last, rule);
        }
        break;
      case RoleKind::representative:
        if (!role.is_former) represent(person, owner, first, last, rule);
        break;
      case RoleKind::counterpart:
        pending_.push_back({facts_.size(), person});
        fact("holds-office", person, no_entity, first, last, rule, std::string(1, '?'));
        represent(person, owner, first, last, rule);
        break;
    }
  }

  void represent(EntityId person, const Owner& owner, std::size_t first, std::size_t last, std::string_view rule) {
    const bool is_known =
        owner.body != no_entity && (!entities_[owner.body].is_common || entities_[owner.body].kind == NameKind::group);
    if (is_known && !owner.is_delegation && !(keeps_state_ && !owner.actors.empty())) {
      fact("represents", person, owner.body, first, last, rule);
      entities_[person].represents.push_back(owner.body);
      return;
    }
    for (const EntityId one : owner.actors) {
      if (one == person) continue;
      const NameKind kind = entities_[one].kind;
      if (kind == NameKind::place && entities_[one].name.empty()) continue;
      fact("represents", person, one, first, last, rule);
      entities_[person].represents.push_back(one);
    }
  }

  void lead(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
            std::string_view rule) {
    if (role.is_former) return;
    const bool is_state_leader = owner.body == no_entity;
    if (!is_state_leader) {
      if (entities_[owner.body].kind == NameKind::polity) {
        represent(person, {{owner.body}, no_entity, false}, first, last, rule);
        return;
      }
      fact("leads", person, owner.body, first, last, rule);
      if (owner.is_delegation) represent(person, {owner.actors, no_entity, false}, first, last, rule);
      for (const EntityId one : owner.actors) entities_[person].represents.push_back(one);
      return;
    }
    for (const EntityId one : owner.actors) {
      const NameKind kind = entities_[one].kind;
      if (kind == NameKind::organization || kind == NameKind::group || kind == NameKind::alliance) {
        fact("leads", person, one, first, last, rule);
        entities_[person].represents.push_back(one);
      } else if (kind == NameKind::polity || kind == NameKind::place) {
        represent(person, {{one}, no_entity, false}, first, last, rule);
      }
    }
  }

  /// The person that a sentence named last before a fact, or the one named last before the sentence.
  EntityId person_before(std::size_t fact, EntityId person) const {
    if (titled_ != no_entity && titled_ != person) return titled_;
    for (std::size_t i = fact; i-- > 0;)
      if (facts_[i].subject != person && facts_[i].first < facts_[fact].first) return facts_[i].subject;
    return previous_person_;
  }

  /// `his Iranian counterpart` holds the office of the person named before.
  void resolve_counterparts() {
    for (const Pending& one : pending_) {
      std::string office;
      const EntityId before = person_before(one.fact, one.person);
      if (before != no_entity) {
        office = entities_[before].office;
      } else {
        for (const RoleFact& known : facts_)
          if (office.empty() && known.relation == "holds-office" && known.office != "?" && known.subject != one.person)
            office = known.office;
      }
      facts_[one.fact].office = office;
      entities_[one.person].office = office;
    }
    std::erase_if(facts_, [](const RoleFact& known) {
      return known.office == "?" ||
             ((known.relation == "holds-office" || known.relation == "held-office") && known.office.empty());
    });
  }

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
      const bool has_name = is_person(skip_ranks(role.last)) || (is_key(role.last, "'s"));
      const bool fits = role.is_plural ? who.size() > 1 : true;
      std::size_t stop = role.last;
      if (!has_name && fits && (ends_apposition(stop))) {
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
    if (!parse(at + 1, role) || is_person(skip_ranks(role.last)) || role.is_plural || !ends_apposition(role.last))
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
    if (is_key(at, "as")) ++at;
    Role role;
    if (!parse(at, role) || is_person(skip_ranks(role.last))) return end;
    role.is_former = role.is_former || was;
    bind(role, {who.back()}, name, role.last, "relative");
    return is_key(role.last, ",") ? role.last + 1 : role.last;
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
    if (who.empty() && role.kind == RoleKind::counterpart && parse(at, second) &&
        second.kind != RoleKind::counterpart) {
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
    } else {
      bind(role, who, role.first, end, "prefix");
    }
    if (!role.is_plural && role.kind == RoleKind::office) last_office_ = role.title;
    end = take_appositions(who, role.first, end);
    if (has_comma && is_key(end, ",") && !is_key(end + 1, "and") && !is_person(end + 1)) ++end;
    emit_actor(who, role.first, end);
    return true;
  }  /// `its foreign minister is X`.
  bool bind_copula(const Role& role) {
    if (!is_key(role.last, "is") || role.is_plural || !role.owner.any() || !role.is_definite) return false;
    Entities who;
    std::vector<std::size_t> places;
    const std::size_t end = persons(role.last + 1, false, who, places);
    if (who.empty() || !ends_apposition(end)) return false;
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
    while (is_class(body, det_)) ++body;
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
    const bool is_now = is_key(at, "is") || is_key(at, "remains");
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
    // `Russian President X and Foreign Minister Y`: Y is of the same state.
    if (at_ == joined_at_ && !role.owner.any() && !role.is_definite && role.pronoun.empty()) role.owner = joined_owner_;
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
      if (parse(role.last + 1, second) && second.kind == RoleKind::office && !second.is_plural &&
          is_person(skip_ranks(second.last)) && !second.owner.any() && !is_class(role.last + 1, det_)) {
        second.owner = role.owner;
        Entities who;
        std::vector<std::size_t> places;
        const std::size_t end = persons(second.last, false, who, places);
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

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  std::vector<Chunk> out_;
  std::vector<RoleFact> facts_;
  std::vector<Pending> pending_;
  std::string last_office_;
  bool keeps_state_ = false;
  bool is_nested_ = false;
  /// Where a role without an owner would share that of the one before `and`.
  std::size_t joined_at_ = 0;
  Owner joined_owner_;
  EntityId previous_person_ = no_entity;
  /// The person that `the minister` of this sentence is.
  EntityId titled_ = no_entity;
  EntityId previous_first_ = no_entity;
  std::size_t at_ = 0;
  ClassId det_, poss_, past_, qualifier_, modifier_, office_, phrase_, leader_, spokesperson_, representative_,
      counterpart_, rank_, adj_, body_, armed_, delegation_, orgnoun_, number_, be_, adverb_, party_, country_, prep_,
      rel_;
};

}  // namespace

std::vector<RoleFact> bind_roles(std::string_view text, const Lexicon& lexicon, Register& entities,
                                 SentenceChunks& sentence) {
  return RoleBinder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
