#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tokens.hpp"

namespace graphwright::extraction {

/// What a name names.
enum class NameKind : std::uint8_t { person, polity, organization, group, alliance, place };

/// The class of the ontology that a kind of name belongs to.
std::string_view ontology_class(NameKind kind);

/// How an entry of the lexicon names its entity.
enum class NameForm : std::uint8_t { name, demonym, plural_demonym, capital, adjective };

/// A name of the lexicon: `entity` is the name under which all its forms are one.
struct NameEntry {
  NameKind kind = NameKind::place;
  NameForm form = NameForm::name;
  std::uint32_t entity = 0;
  /// An abbreviation that is also a word: IS, US, CAR.
  bool needs_capitals = false;
};

/// A class of words; classes are small numbers so that rules compare fast.
enum class ClassId : std::uint16_t { none = 0 };

/// The forms of a verb that a word can be.
struct VerbForms {
  bool is_base = false;
  bool is_third = false;
  bool is_past = false;
  bool is_participle = false;
  bool is_gerund = false;
  bool any() const { return is_base || is_third || is_past || is_participle || is_gerund; }
};

/// What the lexicon knows of a word.
struct Word {
  std::vector<ClassId> classes;
  VerbForms verb;
  std::string lemma;
  ClassId noun = ClassId::none;
  bool is_plural = false;
  bool is(ClassId one) const {
    for (ClassId has : classes)
      if (has == one) return true;
    return false;
  }
};

/// Words, verbs, nouns and names: the tables in `extraction/data`, and what users add.
class Lexicon {
 public:
  Lexicon();

  /// The number of a class by its name, made when it is new.
  ClassId class_id(std::string_view name);
  ClassId find_class(std::string_view name) const;
  const Word& word(const std::string& key) const;
  /// The classes of a verb, with the particle that may follow it.
  const std::vector<ClassId>* verb_classes(const std::string& lemma, std::string_view particle = {}) const;
  bool is_verb_in(const std::string& lemma, ClassId one) const;
  bool has_noun_class(const std::string& key, ClassId one) const;

  /// The longest name that begins at a token; its length in tokens, 0 where there is none.
  std::size_t find_name(const std::vector<Token>& all, std::size_t at, NameEntry& entry) const;
  const NameEntry* find_single(const std::string& key) const;
  const std::string& entity_name(std::uint32_t entity) const { return entities_[entity].name; }
  NameKind entity_kind(std::uint32_t entity) const { return entities_[entity].kind; }
  /// Whether phrases such as `chief of staff` begin at a token, by class; their length.
  std::size_t find_phrase(std::string_view set, const std::vector<Token>& all, std::size_t at) const;

  /// Adds a name; the same name again gains forms.
  void add_name(NameKind kind, std::string_view name, const std::vector<std::string>& others,
                const std::vector<std::string>& adjectives, const std::vector<std::string>& capitals,
                bool is_people = false);
  /// Whether an entity is a people rather than an armed group: Tuareg rebels are not all Tuaregs.
  bool is_people(std::uint32_t entity) const { return entities_[entity].is_people; }
  /// By what nouns a state is called: `kingdom`, `island`.
  const std::vector<std::string>& nouns(std::uint32_t entity) const { return entities_[entity].nouns; }

 private:
  struct Node {
    std::unordered_map<std::string, std::uint32_t> next;
    bool is_end = false;
    NameEntry entry;
  };
  struct Entity {
    std::string name;
    NameKind kind;
    bool is_people;
    std::vector<std::string> nouns;
  };

  void read_words(std::string_view text);
  void read_offices(std::string_view text);
  void read_nouns(std::string_view text);
  void read_irregular(std::string_view text);
  void read_verbs(std::string_view text);
  void read_states(std::string_view text);
  void read_places(std::string_view text);
  void read_bodies(std::string_view text);
  void add_verb(const std::string& lemma, ClassId one);
  void add_forms(const std::string& lemma);
  void add_form(const std::string& lemma, const std::string& form, bool VerbForms::*which);
  void insert(std::vector<Node>& trie, std::string_view phrase, NameEntry entry);
  static std::size_t longest(const std::vector<Node>& trie, const std::vector<Token>& all, std::size_t at,
                             NameEntry& entry);

  std::vector<std::string> class_names_;
  std::unordered_map<std::string, ClassId> class_ids_;
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<std::string, std::vector<ClassId>> verbs_;
  std::unordered_map<std::string, std::vector<ClassId>> nouns_;
  std::map<std::string, std::pair<std::string, std::string>> irregular_;
  std::vector<Node> names_{1};
  std::map<std::string, std::vector<Node>, std::less<>> phrases_;
  std::vector<Entity> entities_;
  std::unordered_map<std::string, std::uint32_t> entity_ids_;
};

}  // namespace graphwright::extraction
