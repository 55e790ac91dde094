#include "places.hpp"

namespace graphwright::extraction {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, const Lexicon& lexicon, Register& entities, const SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
    region_ = lexicon.find_class("region");
    direction_ = lexicon.find_class("direction");
    fraction_ = lexicon.find_class("fraction");
    settlement_ = lexicon.find_class("settlement");
  }

  std::vector<RoleFact> run() {
    for (std::size_t at = 0; at < chunks_.size(); ++at) {
      if (!is_phrase(at)) continue;
      owned_place(at);
      pair_of_places(at);
      apposed_region(at);
      makes_up(at);
      belongs(at);
      capital(at);
      member(at);
    }
    return std::move(facts_);
  }

 private:
  bool is_phrase(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase; }
  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && chunks_[at].kind != ChunkKind::phrase && chunks_[at].key == key;
  }
  bool is_place_word(const Chunk& one) const {
    return lexicon_.has_noun_class(one.head, region_) || lexicon_.has_noun_class(one.head, settlement_);
  }
  std::string_view surface(const Chunk& one) const { return extraction::surface(text_, sentence_, one); }

  /// The place that a phrase names: a place, a capital by its own name, a guessed name.
  EntityId place(std::size_t at) {
    if (!is_phrase(at)) return no_entity;
    const Chunk& one = chunks_[at];
    if (one.actors.size() != 1 || one.is_people) return no_entity;
    if (one.form == NameForm::capital) return entities_.named(NameKind::place, capital_name(text_, sentence_, one));
    return entities_[one.actors.front()].kind == NameKind::place ? one.actors.front() : no_entity;
  }
  EntityId state(std::size_t at) const {
    if (!is_phrase(at)) return no_entity;
    const Chunk& one = chunks_[at];
    if (one.actors.size() != 1 || one.form != NameForm::name || one.is_people || !one.owners.empty()) return no_entity;
    return entities_[one.actors.front()].kind == NameKind::polity ? one.actors.front() : no_entity;
  }

  /// A state or a place whose name is known or that a noun calls a region: it can hold another place.
  EntityId territory(std::size_t at) {
    if (is_phrase(at) && chunks_[at].head == "capital") return no_entity;
    if (const EntityId one = state(at); one != no_entity) return one;
    if (!is_phrase(at) || chunks_[at].form != NameForm::name) return no_entity;
    if (chunks_[at].is_guess && !is_place_word(chunks_[at]) && chunks_[at].head != "state") return no_entity;
    return place(at);
  }
  /// What stands behind `in`, also past a direction: `in the north of Chad`, `at the tip of Sumatra`.
  EntityId behind_in(std::size_t at, std::size_t& last) {
    const bool is_at = is_key(at, "in") || is_key(at, "at") || is_key(at, "on");
    if (!is_at || !is_phrase(at + 1)) return no_entity;
    std::size_t name = at + 1;
    bool is_told = false;
    if (lexicon_.has_noun_class(chunks_[name].head, direction_) && chunks_[name].actors.empty() &&
        (is_key(name + 1, "of") || is_key(name + 1, "in")))
      name += 2, is_told = true;
    else if (is_key(at, "at"))
      return no_entity;
    last = name;
    if (is_key(name + 1, "'s")) return no_entity;
    const EntityId known = territory(name);
    return known == no_entity && is_told ? place(name) : known;
  }

  void add(std::string_view relation, EntityId subject, EntityId object, std::size_t first, std::size_t last,
           std::string_view rule) {
    if (subject == object) return;
    RoleFact one;
    one.relation = relation;
    one.subject = subject;
    one.object = object;
    one.first = chunks_[first].first;
    one.last = chunks_[last].last;
    one.rule = rule;
    facts_.push_back(std::move(one));
  }

  /// `Syria's Idlib province`, `the Syrian province of Idlib`, `the Syrian city Idlib`.
  void owned_place(std::size_t at) {
    const Chunk& one = chunks_[at];
    if (one.owners.size() != 1 || one.is_people || one.head == "colony") return;
    const EntityId owner = one.owners.front();
    if (entities_[owner].kind != NameKind::polity && entities_[owner].kind != NameKind::place) return;
    if (one.name_kind == NameKind::place && one.actors.size() == 1 &&
        entities_[one.actors.front()].kind == NameKind::place && one.form == NameForm::name) {
      add("region-part-of", one.actors.front(), owner, at, at, "owned-place");
    } else if (is_place_word(one) && one.actors.empty() && one.head != "capital") {
      const EntityId named = place(at + 1);
      if (named != no_entity) add("region-part-of", named, owner, at, at + 1, "owned-place");
    }
  }

  /// `Doha, Qatar`, `the Idlib region of Syria`, `the town of Goma in Congo`, `El Fasher, in western Sudan`.
  void pair_of_places(std::size_t at) {
    const EntityId small = place(at);
    if (small == no_entity) return;
    const bool has_word = is_place_word(chunks_[at]);
    if (is_key(at + 1, ",")) {
      const bool closes = at + 3 >= chunks_.size() || chunks_[at + 3].kind == ChunkKind::mark ||
                          chunks_[at + 3].kind == ChunkKind::verb || chunks_[at + 3].kind == ChunkKind::date ||
                          chunks_[at + 3].kind == ChunkKind::word;
      const EntityId large = territory(at + 2);
      if (large != no_entity && closes && !is_key(at + 3, "and") && !is_key(at + 3, "or") && is_first_of_list(at))
        add("region-part-of", small, large, at, at + 2, "place-comma-state");
      std::size_t last = at;
      const EntityId around = behind_in(at + 2, last);
      if (around != no_entity) add("region-part-of", small, around, at, last, "place-in-state");
      return;
    }
    std::size_t last = at;
    if (is_key(at + 1, "in") && is_phrase(at + 2) && lexicon_.has_noun_class(chunks_[at + 2].head, direction_)) {
      const EntityId around = behind_in(at + 1, last);
      if (around != no_entity && last > at + 2) add("region-part-of", small, around, at, last, "place-in-state");
      return;
    }
    if (has_word && (is_key(at + 1, "of") || is_key(at + 1, "in")) && state(at + 2) != no_entity)
      add("region-part-of", small, state(at + 2), at, at + 2, "place-of-state");
  }
  bool is_first_of_list(std::size_t at) const {
    return !(at >= 2 && is_key(at - 1, ",") && is_phrase(at - 2) && chunks_[at - 2].is_place);
  }

  /// `Tigray, a region of Ethiopia`, `X, a breakaway Georgian province`, `X, which is part of Y`.
  void apposed_region(std::size_t at) {
    const EntityId small = place(at) != no_entity ? place(at) : breakaway(at);
    if (small == no_entity) return;
    std::size_t next = at + 1;
    if (is_key(next, ",")) ++next;
    if (is_key(next, "which") || is_key(next, "that")) ++next;
    if (next < chunks_.size() && chunks_[next].kind == ChunkKind::verb && chunks_[next].verb.is_copula &&
        chunks_[next].verb.reality == Reality::real)
      ++next;
    if (next == at + 1 || !is_phrase(next)) return;
    const Chunk& what = chunks_[next];
    const bool is_part = what.head == "part" || what.is_part;
    if (!(is_place_word(what) || is_part) || what.head == "capital") return;
    if (what.is_part && !what.actors.empty()) {
      add("region-part-of", small, what.actors.front(), at, next, "apposed-region");
      return;
    }
    if (!what.actors.empty() && place(next) != no_entity && place(next) != small) return;
    if (what.owners.size() == 1) {
      add("region-part-of", small, what.owners.front(), at, next, "apposed-region");
      return;
    }
    // `a region in the west of Sudan`
    std::size_t last = next;
    if (const EntityId around = behind_in(next + 1, last); around != no_entity) {
      add("region-part-of", small, around, at, last, "apposed-region");
      return;
    }
    const bool joins = is_key(next + 1, "of") || is_key(next + 1, "in");
    if (!joins || !is_phrase(next + 2) || chunks_[next + 2].actors.size() != 1) return;
    const EntityId large = place(next + 2) != no_entity ? place(next + 2) : chunks_[next + 2].actors.front();
    if (entities_[large].kind == NameKind::polity || entities_[large].kind == NameKind::place)
      add("region-part-of", small, large, at, next + 2, "apposed-region");
  }

  /// A state that is called a region of another: `Somaliland, a breakaway region of Somalia`.
  EntityId breakaway(std::size_t at) const {
    const bool is_apposed = is_key(at + 1, ",") && is_phrase(at + 2) && chunks_[at + 2].head != "country" &&
                            chunks_[at + 2].head != "republic" && chunks_[at + 2].head != "state";
    return is_apposed ? state(at) : no_entity;
  }

  /// `Essequibo, which makes up two thirds of Guyana`.
  void makes_up(std::size_t at) {
    const EntityId small = place(at);
    if (small == no_entity) return;
    std::size_t verb = at + 1;
    if (is_key(verb, ",")) ++verb;
    if (is_key(verb, "which") || is_key(verb, "that")) ++verb;
    if (verb >= chunks_.size() || chunks_[verb].kind != ChunkKind::verb || !is_filling(chunks_[verb].verb)) return;
    std::size_t whole = verb + 1;
    if (whole < chunks_.size() && (is_key(whole, "most") || is_key(whole, "much")) && is_key(whole + 1, "of"))
      whole += 2;
    if (is_phrase(whole) && lexicon_.has_noun_class(chunks_[whole].head, fraction_) && is_key(whole + 1, "of"))
      whole += 2;
    if (!is_phrase(whole) || (whole == verb + 1 && !chunks_[whole].is_part)) return;
    if (const EntityId large = territory(whole); large != no_entity)
      add("region-part-of", small, large, at, whole, "makes-up");
  }
  static bool is_filling(const VerbGroup& verb) {
    const std::string& lemma = verb.lemma;
    return verb.reality == Reality::real &&
           (lemma == "make_up" || lemma == "make" || lemma == "form" || lemma == "cover" || lemma == "comprise" ||
            lemma == "constitute" || lemma == "occupy");
  }

  /// `X belongs to Y`, `X is recognized as part of Y`, `the world regards X as Y's`, said by nobody of a side.
  void belongs(std::size_t at) {
    const EntityId small = place(at);
    if (small == no_entity) return;
    const bool is_object = at > 0 && is_verb(at - 1);
    const std::size_t verb = is_object ? at - 1 : verb_said_of(at);
    if (!is_verb(verb)) return;
    const VerbGroup& group = chunks_[verb].verb;
    if (group.reality != Reality::real) return;
    const bool is_within =
        group.lemma == "belong" ? is_key(verb + 1, "to") : group.lemma == "lie" && is_key(verb + 1, "in");
    if (is_within && !is_object) {
      const EntityId known = territory(verb + 2);
      const EntityId large = known == no_entity ? place(verb + 2) : known;
      if (large != no_entity) add("region-part-of", small, large, at, verb + 2, "belongs");
      return;
    }
    if (!is_view(group.lemma) || (is_object && !is_said_by_all(verb))) return;
    for (std::size_t i = std::max(at, verb) + 1; i + 1 < chunks_.size() && i < verb + 8; ++i) {
      if (is_key(i, "by")) return;
      if (is_key(i, "as")) return add_owner(small, at, i + 1);
    }
  }
  bool is_verb(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::verb; }
  /// Where the verb may stand whose subject a place is.
  std::size_t verb_said_of(std::size_t at) const {
    std::size_t verb = at + 1;
    // `Aceh, on the tip of Sumatra, belongs to`
    if (is_key(verb, ","))
      for (std::size_t i = verb + 1; i < chunks_.size() && i < verb + 8; ++i)
        if (is_key(i, ",")) verb = i + 1;
    while (is_key(verb, "but") || is_key(verb, "internationally") || is_key(verb, "formally")) ++verb;
    // `X is home to A but regarded as`
    if (is_verb(verb) && chunks_[verb].verb.is_copula)
      for (std::size_t i = verb + 1; i < chunks_.size() && i < verb + 8; ++i)
        if (is_key(i, "but") || is_key(i, "yet")) verb = i + 1;
    return verb;
  }
  static bool is_view(std::string_view lemma) {
    return lemma == "recognize" || lemma == "recognise" || lemma == "regard" || lemma == "consider" || lemma == "see" ||
           lemma == "view" || lemma == "treat";
  }
  /// Whether no state or person holds the view: `the world`, `most countries`.
  bool is_said_by_all(std::size_t verb) const {
    return verb > 0 && is_phrase(verb - 1) && chunks_[verb - 1].actors.empty();
  }
  /// `part of Angola`, `Moldova's`, `Angolan territory`.
  void add_owner(EntityId small, std::size_t first, std::size_t at) {
    if (!is_phrase(at)) return;
    const Chunk& one = chunks_[at];
    const bool is_part = (one.head == "part" || one.is_part) && is_key(at + 1, "of");
    const bool is_owned = one.owners.size() == 1 && (one.head.empty() || is_place_word(one) || one.head == "soil");
    const EntityId large = is_part       ? territory(at + 2)
                           : one.is_part ? territory(at)
                           : is_owned    ? one.owners.front()
                                         : no_entity;
    if (large != no_entity) add("region-part-of", small, large, first, is_part ? at + 2 : at, "belongs");
  }

  /// `the Sudanese capital, Khartoum`, `Khartoum, the capital of Sudan`, `the capital, Khartoum`.
  void capital(std::size_t at) {
    const Chunk& one = chunks_[at];
    if (one.head != "capital") return;
    EntityId owner = one.owners.size() == 1   ? one.owners.front()
                     : one.actors.size() == 1 ? one.actors.front()
                                              : no_entity;
    std::size_t end = at;
    if (is_key(at + 1, "of") && is_phrase(at + 2) && chunks_[at + 2].actors.size() == 1) {
      owner = chunks_[at + 2].actors.front();
      end = at + 2;
    }
    const std::size_t before = named_before(at);
    const std::size_t after = is_key(end + 1, ",") ? end + 2 : end + 1;
    for (const std::size_t name : {after, before}) {
      if (name >= chunks_.size()) continue;
      const EntityId city = place(name);
      if (city == no_entity) continue;
      if (owner == no_entity) owner = state_of(chunks_[name]);
      if (owner == no_entity || entities_[owner].kind == NameKind::organization) return;
      add("capital-of", city, owner, std::min(at, name), std::max(end, name), "capital");
      return;
    }
  }
  /// Whose capital is spoken of: `X, the capital`, `X is the capital`, `X, which is the capital`.
  std::size_t named_before(std::size_t at) const {
    if (at < 2) return no_entity;
    if (is_key(at - 1, ",")) return at - 2;
    if (!is_verb(at - 1) || !chunks_[at - 1].verb.is_copula) return no_entity;
    const bool is_relative = at >= 4 && is_key(at - 2, "which");
    return !is_relative ? at - 2 : is_key(at - 3, ",") ? at - 4 : at - 3;
  }
  /// The state whose capital a name of the lexicon is.
  static EntityId state_of(const Chunk& one) {
    return one.form == NameForm::capital && !one.actors.empty() ? one.actors.front() : no_entity;
  }

  /// `X, a member of NATO`, `X is a member of`, `NATO member X`, `fellow NATO members X and Y`.
  void member(std::size_t at) {
    const Chunk& one = chunks_[at];
    if (one.head != "member" && one.head != "members") return;
    EntityId body = one.owners.size() == 1 ? one.owners.front() : no_entity;
    std::size_t last = at;
    if (is_key(at + 1, "of") && is_phrase(at + 2) && chunks_[at + 2].actors.size() == 1) {
      body = chunks_[at + 2].actors.front();
      last = at + 2;
    }
    if (body == no_entity && is_of_which(at)) {
      const std::size_t which = is_key(at - 3, "which") ? at - 3 : at - 4;
      const std::size_t name = is_key(which - 2, ",") ? which - 3 : which - 2;
      if (!is_phrase(name) || chunks_[name].actors.size() != 1) return;
      for (const EntityId id : chunks_[at - 2].actors)
        add("member-of", id, chunks_[name].actors.front(), name, at, "member");
      return;
    }
    if (body == no_entity) return;
    const NameKind kind = entities_[body].kind;
    if (kind != NameKind::organization && kind != NameKind::alliance && kind != NameKind::group) return;
    std::size_t who = is_phrase(last + 1) ? last + 1 : no_entity;
    // `one of the members of`
    const std::size_t begin = at >= 2 && is_key(at - 1, "of") && surface(chunks_[at - 2]) == "one" ? at - 2 : at;
    if (who >= chunks_.size() && begin >= 2 &&
        (is_key(begin - 1, ",") || (chunks_[begin - 1].kind == ChunkKind::verb && chunks_[begin - 1].verb.is_copula &&
                                    chunks_[begin - 1].verb.reality == Reality::real)))
      who = begin - 2;
    if (who >= chunks_.size() || !is_phrase(who)) return;
    for (const EntityId id : chunks_[who].actors)
      if (entities_[id].kind != NameKind::place)
        add("member-of", id, body, std::min(at, who), std::max(last, who), "member");
  }

  /// `the OSCE, of which Moldova and Russia are members`, at the last word.
  bool is_of_which(std::size_t at) const {
    if (at < 6 || chunks_[at - 1].kind != ChunkKind::verb || !chunks_[at - 1].verb.is_copula || !is_phrase(at - 2))
      return false;
    return (is_key(at - 3, "which") && is_key(at - 4, "of")) ||
           (is_key(at - 4, "which") && is_key(at - 5, "of") && is_key(at - 3, "both"));
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  const SentenceChunks& sentence_;
  const std::vector<Chunk>& chunks_;
  std::vector<RoleFact> facts_;
  ClassId region_, settlement_, direction_, fraction_;
};

}  // namespace

std::vector<RoleFact> find_place_facts(std::string_view text, const Lexicon& lexicon, Register& entities,
                                       const SentenceChunks& sentence) {
  return PlaceFinder(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
