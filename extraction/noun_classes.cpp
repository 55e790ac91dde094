#include <algorithm>

#include "noun_phrases.hpp"

namespace graphwright::extraction {

void NounPhrases::classify(Chunk& phrase) {
  const std::string& head = phrase.head;
  const auto is = [&](ClassId one) { return lexicon_.has_noun_class(head, one); };
  phrase.noun = lexicon_.word(head).noun;
  if (!phrase.actors.empty()) return;
  // `a Palestinian state`
  if (head == "state" && phrase.owners.size() == 1 && phrase.owner_pronoun.empty() && !phrase.is_plural &&
      entities_[phrase.owners.front()].kind == NameKind::polity) {
    phrase.actors = phrase.owners;
    return;
  }
  if (is(region_) || is(settlement_)) return classify_place(phrase);
  const bool is_of_people = phrase.owners.size() == 1 && entities_[phrase.owners.front()].is_people;
  if (is(armed_) && is_of_people) {
    phrase.actors = {armed_group(phrase)};
    phrase.is_people = true;
    phrase.name_kind = NameKind::group;
    return;
  }
  if (is(armed_) && !(phrase.owners.size() == 1 && is_group(phrase.owners.front()) && !phrase.is_guess) &&
      (phrase.owners.empty() || !is(people_) || head == "rebels" || head == "militants" || head == "guerrillas" ||
       head == "militias")) {
    phrase.actors = {armed_group(phrase)};
    phrase.is_people = true;
    phrase.name_kind = NameKind::group;
    return;
  }
  const bool is_league =
      head == "coalition" || head == "alliance" || head == "mission" || head == "force" || head == "bloc";
  if (is_league && !phrase.compounds.empty()) {
    phrase.actors = {entities_.named(NameKind::organization, bare(phrase), true)};
    phrase.is_people = true;
    return;
  }
  if (is(people_) && !phrase.owners.empty()) {
    // `President X's envoy` is somebody else.
    const bool is_of_person = entities_[phrase.owners.front()].kind == NameKind::person;
    if (!(is_of_person && lexicon_.word(head).is(office_))) phrase.actors = phrase.owners;
    phrase.is_people = true;
    return;
  }
  if (phrase.owners.size() == 1 && is_group(phrase.owners.front()) && lexicon_.has_noun_class(head, orgnoun_) &&
      !phrase.is_guess) {
    phrase.actors = phrase.owners;
    phrase.is_people = true;
    return;
  }
  if (is(people_)) phrase.is_people = true;
  if (is_armed_band(phrase)) {
    phrase.actors = {entities_.named(NameKind::group, lower(last_words(phrase, 2)), true)};
    phrase.is_people = true;
    phrase.name_kind = NameKind::group;
    return;
  }
  if (!phrase.owner_pronoun.empty()) return;
  const bool is_two = phrase.number >= 2 || (phrase.is_definite && phrase.is_plural &&
                                             (head == "sides" || head == "neighbors" || head == "neighbours" ||
                                              head == "rivals" || head == "foes" || head == "pair"));
  if (phrase.owners.empty() && phrase.is_definite && ((is(party_) && is_two) || head == "pair" || head == "duo"))
    phrase.is_coreferent = true;
  if (phrase.owners.empty() && phrase.is_definite && (head == "two" || head == "three" || head == "four"))
    phrase.is_coreferent = true;
  const bool is_realm = head == "kingdom" || head == "emirate" || head == "sultanate";
  if (phrase.owners.empty() && phrase.is_definite && (is(party_) || is(people_) || is_realm))
    phrase.is_coreferent = true;
}

bool NounPhrases::is_armed_band(const Chunk& phrase) const {
  static constexpr std::string_view bands[] = {"group", "groups", "faction", "factions", "band", "bands"};
  if (std::find(std::begin(bands), std::end(bands), phrase.head) == std::end(bands)) return false;
  if (phrase.last < phrase.first + 2 || !phrase.owners.empty()) return false;
  const std::string& before = sentence_.tokens[phrase.last - 2].key;
  return before == "armed" || before == "guerrilla" || before == "guerilla" || lexicon_.has_noun_class(before, armed_);
}

std::string_view NounPhrases::last_words(const Chunk& phrase, std::size_t count) const {
  const std::size_t begin = sentence_.tokens[phrase.last - count].begin;
  return text_.substr(begin, sentence_.tokens[phrase.last - 1].end - begin);
}

std::string_view NounPhrases::bare(const Chunk& phrase) const {
  const std::size_t begin = sentence_.tokens[phrase.first].begin;
  std::string_view words = text_.substr(begin, sentence_.tokens[phrase.last - 1].end - begin);
  for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (words.starts_with(article)) words.remove_prefix(article.size());
  return words;
}

bool NounPhrases::is_group(EntityId id) const {
  const NameKind kind = entities_[id].kind;
  return kind == NameKind::group || kind == NameKind::organization || kind == NameKind::alliance;
}

EntityId NounPhrases::armed_group(const Chunk& phrase) {
  std::string name = phrase.head;
  const bool is_of_people = phrase.owners.size() == 1 && entities_[phrase.owners.front()].is_people;
  if (phrase.owners.size() == 1 && phrase.is_guess) name = entities_[phrase.owners.front()].name + " " + phrase.head;
  if (is_of_people) name = last_words(phrase, 2);
  if (name.ends_with("ry")) name.replace(name.size() - 1, 1, "ies");
  if (!name.ends_with("s") && name != "militia" && name != "junta" && name != "militiamen" && name != "gunmen" &&
      name != "mujahideen")
    name += "s";
  return entities_.named(NameKind::group, name, true);
}

void NounPhrases::classify_place(Chunk& phrase) {
  phrase.is_place = true;
  if (phrase.owners.size() == 1) {
    const Entity& owner = entities_[phrase.owners.front()];
    if (owner.kind == NameKind::place || (owner.kind == NameKind::organization && phrase.is_guess)) {
      if (owner.kind != NameKind::place) entities_[phrase.owners.front()].kind = NameKind::place;
      phrase.actors = phrase.owners;
      phrase.name_kind = NameKind::place;
      phrase.owners.clear();
    }
    return;
  }
  if (phrase.owners.size() == 2 && !phrase.is_pair) {
    // South Sudan's Abyei region: the nearer name is the place.
    const EntityId place = phrase.owners.back();
    if (entities_[place].kind == NameKind::place) {
      phrase.actors = {place};
      phrase.name_kind = NameKind::place;
      phrase.owners.pop_back();
    }
    return;
  }
  if (phrase.owners.empty() && phrase.is_definite && !phrase.is_plural) phrase.is_coreferent = true;
}

}  // namespace graphwright::extraction
