#include "lexicon.hpp"

#include <algorithm>
#include <array>

#include "data_files.hpp"
#include "table_lines.hpp"

namespace graphwright::extraction {
namespace {

const Word unknown_word;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string plural(const std::string& noun) {
  if (noun.ends_with("y") && noun.size() > 1 && !is_vowel(noun[noun.size() - 2]))
    return noun.substr(0, noun.size() - 1) + "ies";
  if (noun.ends_with("s") || noun.ends_with("x") || noun.ends_with("ch") || noun.ends_with("sh")) return noun + "es";
  return noun + "s";
}

std::string past(const std::string& verb) {
  if (verb.ends_with("e")) return verb + "d";
  if (verb.ends_with("y") && !is_vowel(verb[verb.size() - 2])) return verb.substr(0, verb.size() - 1) + "ied";
  return verb + "ed";
}

std::string gerund(const std::string& verb) {
  if (verb == "be" || verb.ends_with("ee") || verb.ends_with("oe")) return verb + "ing";
  if (verb == "lie" || verb == "die") return verb.substr(0, verb.size() - 2) + "ying";
  if (verb.ends_with("e")) return verb.substr(0, verb.size() - 1) + "ing";
  return verb + "ing";
}

/// Verbs whose last consonant is doubled: cut, cutting.
bool is_doubling(const std::string& verb, const std::string& past_form) {
  if (past_form.size() > verb.size() && past_form.starts_with(verb + verb.back())) return true;
  constexpr auto known =
      std::to_array<std::string_view>({"cut", "get", "hit", "let", "put", "quit", "run", "overrun", "set", "shut",
                                       "sit", "split", "win", "begin", "forget", "spread"});
  return verb != "spread" && std::find(known.begin(), known.end(), verb) != known.end();
}

}  // namespace

std::string_view ontology_class(NameKind kind) {
  constexpr auto names =
      std::to_array<std::string_view>({"Person", "Polity", "Organization", "ArmedGroup", "Alliance", "Place"});
  return names[static_cast<std::size_t>(kind)];
}

Lexicon::Lexicon() {
  class_names_.emplace_back();
  read_words(data::words);
  read_offices(data::offices);
  read_nouns(data::nouns);
  read_irregular(data::irregular);
  read_verbs(data::verbs);
  read_states(data::states);
  read_places(data::places);
  read_bodies(data::bodies);
}

ClassId Lexicon::class_id(std::string_view name) {
  const auto [at, is_new] = class_ids_.try_emplace(std::string(name), static_cast<ClassId>(class_names_.size()));
  if (is_new) class_names_.emplace_back(name);
  return at->second;
}

ClassId Lexicon::find_class(std::string_view name) const {
  const auto at = class_ids_.find(std::string(name));
  return at == class_ids_.end() ? ClassId::none : at->second;
}

const Word& Lexicon::word(const std::string& key) const {
  const auto at = words_.find(key);
  return at == words_.end() ? unknown_word : at->second;
}

const std::vector<ClassId>* Lexicon::verb_classes(const std::string& lemma, std::string_view particle) const {
  const auto at = particle.empty() ? verbs_.find(lemma) : verbs_.find(lemma + "_" + std::string(particle));
  return at == verbs_.end() ? nullptr : &at->second;
}

bool Lexicon::is_verb_in(const std::string& lemma, ClassId one) const {
  const std::vector<ClassId>* classes = verb_classes(lemma);
  return classes != nullptr && std::find(classes->begin(), classes->end(), one) != classes->end();
}

bool Lexicon::has_noun_class(const std::string& key, ClassId one) const {
  const auto at = nouns_.find(key);
  return at != nouns_.end() && std::find(at->second.begin(), at->second.end(), one) != at->second.end();
}

void Lexicon::read_words(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    const ClassId one = class_id(line.head);
    for (const std::string& word : line.words) words_[word].classes.push_back(one);
  }
}

void Lexicon::read_offices(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    const ClassId one = class_id(line.head);
    if (line.head == "office-phrase" || line.head == "office-tail") {
      for (const std::string& phrase : split(line.tail, ';')) insert(phrases_[line.head], phrase, {});
      if (line.head == "office-phrase")
        for (const std::string& phrase : split(line.tail, ';'))
          if (phrase.find(' ') == std::string::npos) words_[phrase].classes.push_back(one);
      continue;
    }
    for (const std::string& piece : split(line.tail, ';')) {
      const std::vector<std::string> words = split(piece, ' ');
      if (line.head == "counterpart" && words.size() == 2 && words[0] == "opposite") {
        insert(phrases_["counterpart"], piece, {});
        continue;
      }
      for (const std::string& word : words) {
        words_[word].classes.push_back(one);
        if (line.head == "office" || line.head == "leader") {
          Word& many = words_[plural(word)];
          many.classes.push_back(one);
          many.is_plural = true;
          many.lemma = word;
        }
      }
    }
  }
}

void Lexicon::read_nouns(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    const ClassId one = class_id(line.head);
    for (const std::string& noun : line.words) {
      for (const bool many : {false, true}) {
        const std::string form = many ? plural(noun) : noun;
        if (many && noun.ends_with("s")) continue;
        nouns_[form].push_back(one);
        Word& word = words_[form];
        if (word.noun == ClassId::none) word.noun = one;
        if (many || (noun.ends_with("s") && noun != "status")) word.is_plural = true;
      }
    }
  }
}

void Lexicon::read_irregular(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    const std::vector<std::string> forms = split(line.whole, ' ');
    if (forms.size() == 3) irregular_[forms[0]] = {forms[1], forms[2]};
  }
}

void Lexicon::add_form(const std::string& lemma, const std::string& form, bool VerbForms::*which) {
  Word& word = words_[form];
  word.verb.*which = true;
  // Where a form is of two verbs (found, lay) the later table's verb is meant, save that `lay` is its own.
  if (word.lemma.empty() || word.lemma == form) word.lemma = lemma;
  if (form == "lay") word.lemma = form;
}

void Lexicon::add_forms(const std::string& lemma) {
  const auto irregular = irregular_.find(lemma);
  const std::string past_form = irregular == irregular_.end() ? past(lemma) : irregular->second.first;
  const std::string participle = irregular == irregular_.end() ? past_form : irregular->second.second;
  add_form(lemma, lemma, &VerbForms::is_base);
  add_form(lemma, plural(lemma), &VerbForms::is_third);
  const std::size_t size = lemma.size();
  if (size > 3 && lemma.back() == 'l' && is_vowel(lemma[size - 2]) &&
      (!is_vowel(lemma[size - 3]) || lemma == "initial")) {
    add_form(lemma, lemma + "led", &VerbForms::is_past);
    add_form(lemma, lemma + "led", &VerbForms::is_participle);
    add_form(lemma, lemma + "ling", &VerbForms::is_gerund);
  }
  if (lemma == "go" || lemma == "do" || lemma == "undergo") add_form(lemma, lemma + "es", &VerbForms::is_third);
  add_form(lemma, past_form, &VerbForms::is_past);
  add_form(lemma, participle, &VerbForms::is_participle);
  add_form(lemma, is_doubling(lemma, past_form) ? lemma + lemma.back() + "ing" : gerund(lemma), &VerbForms::is_gerund);
}

void Lexicon::add_verb(const std::string& lemma, ClassId one) {
  std::vector<ClassId>& classes = verbs_[lemma];
  if (std::find(classes.begin(), classes.end(), one) == classes.end()) classes.push_back(one);
  const std::string bare = lemma.substr(0, lemma.find('_'));
  if (bare != lemma && verbs_.find(bare) == verbs_.end()) verbs_[bare];
  if (!words_[bare].verb.is_base) add_forms(bare);
}

void Lexicon::read_verbs(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    const ClassId one = class_id("v-" + line.head);
    for (const std::string& lemma : line.words) add_verb(lemma, one);
  }
}

void Lexicon::insert(std::vector<Node>& trie, std::string_view phrase, NameEntry entry) {
  if (trie.empty()) trie.emplace_back();
  std::uint32_t node = 0;
  const std::string copy(phrase);
  for (const Token& token : tokens(copy, {0, copy.size()})) {
    const auto at = trie[node].next.find(token.key);
    if (at != trie[node].next.end()) {
      node = at->second;
      continue;
    }
    const auto made = static_cast<std::uint32_t>(trie.size());
    trie[node].next.emplace(token.key, made);
    trie.emplace_back();
    node = made;
  }
  if (node == 0 || trie[node].is_end) return;
  entry.needs_capitals =
      copy.size() <= 5 && std::all_of(copy.begin(), copy.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  trie[node].is_end = true;
  trie[node].entry = entry;
}

void Lexicon::add_name(NameKind kind, std::string_view name, const std::vector<std::string>& others,
                       const std::vector<std::string>& adjectives, const std::vector<std::string>& capitals,
                       bool is_people) {
  const auto [at, is_new] = entity_ids_.try_emplace(std::string(name), static_cast<std::uint32_t>(entities_.size()));
  if (is_new) entities_.push_back({std::string(name), kind, false, {}});
  const std::uint32_t id = at->second;
  entities_[id].is_people = entities_[id].is_people || is_people;
  insert(names_, name, {kind, NameForm::name, id});
  for (const std::string& other : others) insert(names_, other, {kind, NameForm::name, id});
  for (std::string adjective : adjectives) {
    std::replace(adjective.begin(), adjective.end(), '_', ' ');
    const bool is_plural = adjective.ends_with("s") && !adjective.ends_with("ss");
    const NameForm form = is_plural                  ? NameForm::plural_demonym
                          : kind == NameKind::polity ? NameForm::demonym
                                                     : NameForm::adjective;
    insert(names_, adjective, {kind, form, id});
  }
  for (const std::string& capital : capitals) insert(names_, capital, {kind, NameForm::capital, id});
}

void Lexicon::read_states(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    std::vector<std::string> fields = split(line.whole, '|');
    fields.resize(5);
    add_name(NameKind::polity, fields[0], split(fields[1], ';'), split(fields[2], ' '), split(fields[3], ';'));
    entities_[entity_ids_.at(fields[0])].nouns = split(fields[4], ' ');
  }
}

void Lexicon::read_places(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    std::vector<std::string> fields = split(line.whole, '|');
    fields.resize(4);
    add_name(NameKind::place, fields[0], split(fields[1], ';'), split(fields[2], ' '), {});
  }
}

void Lexicon::read_bodies(std::string_view text) {
  for (const TableLine& line : table_lines(text)) {
    std::vector<std::string> fields = split(line.whole, '|');
    fields.resize(4);
    const bool is_people = fields[0] == "people";
    const NameKind kind = fields[0] == "group" || is_people ? NameKind::group
                          : fields[0] == "alliance"         ? NameKind::alliance
                                                            : NameKind::organization;
    add_name(kind, fields[1], split(fields[2], ';'), split(fields[3], ' '), {}, is_people);
  }
}

std::size_t Lexicon::longest(const std::vector<Node>& trie, const std::vector<Token>& all, std::size_t at,
                             NameEntry& entry) {
  std::size_t best = 0;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < all.size(); ++i) {
    const auto next = trie[node].next.find(all[i].key);
    if (next == trie[node].next.end()) break;
    node = next->second;
    if (!trie[node].is_end) continue;
    best = i + 1 - at;
    entry = trie[node].entry;
  }
  return best;
}

std::size_t Lexicon::find_name(const std::vector<Token>& all, std::size_t at, NameEntry& entry) const {
  return longest(names_, all, at, entry);
}

const NameEntry* Lexicon::find_single(const std::string& key) const {
  const auto at = names_[0].next.find(key);
  if (at == names_[0].next.end() || !names_[at->second].is_end) return nullptr;
  return &names_[at->second].entry;
}

std::size_t Lexicon::find_phrase(std::string_view set, const std::vector<Token>& all, std::size_t at) const {
  const auto trie = phrases_.find(set);
  if (trie == phrases_.end()) return 0;
  NameEntry ignored;
  return longest(trie->second, all, at, ignored);
}

}  // namespace graphwright::extraction
