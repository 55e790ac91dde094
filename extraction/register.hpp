#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chunk.hpp"

namespace graphwright::extraction {

/// What is known of an entity of the article.
struct Entity {
  NameKind kind = NameKind::place;
  std::string name;
  /// An office that the article names, for `his Iranian counterpart` and `the minister`.
  std::string office;
  Entities represents;
  bool is_common = false;
  /// Its kind was only guessed from where the name stands.
  bool is_guess = false;
  /// A town or the like, which `the region` does not mean.
  bool is_settlement = false;
  /// A people, whose rebels are a group of their own.
  bool is_people = false;
  /// By what nouns the article may call it: `the kingdom`.
  std::vector<std::string> nouns = {};
};

/// The entities of an article and the names by which it calls them.
class Register {
 public:
  explicit Register(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Entity& operator[](EntityId id) { return entities_[id]; }
  const Entity& operator[](EntityId id) const { return entities_[id]; }
  std::size_t size() const { return entities_.size(); }
  /// The last of some that is called by a noun, `no_entity` where none is.
  EntityId last_called(const Entities& some, std::string_view noun) const;

  /// The entity of a name of the lexicon; `surface` is how the article writes it.
  EntityId from_lexicon(const NameEntry& entry, std::string_view surface);
  /// A person by a name; a surname alone finds the fuller name.
  EntityId person(std::string_view name);
  /// The person whose surname a single word is, if the article has named one.
  EntityId find_person(const std::string& key) const;
  /// Anything else by its name.
  EntityId named(NameKind kind, std::string_view name, bool is_common = false);
  EntityId find(std::string_view name) const;
  /// The person named last whose office has a title in it: `minister` finds the foreign minister.
  EntityId titled(std::string_view title) const;
  /// Remembers an abbreviation that stands in parentheses behind a name.
  void add_alias(EntityId id, std::string_view alias);

  /// Who was named last while the sentences are read in order.
  Entities recent_polities;
  EntityId recent_person = no_entity;
  EntityId recent_body = no_entity;
  EntityId recent_collective = no_entity;
  /// The first state or body of the sentence.
  EntityId first_collective = no_entity;
  void note(EntityId id);

 private:
  const Lexicon& lexicon_;
  std::vector<Entity> entities_;
  std::unordered_map<std::uint32_t, EntityId> by_entry_;
  std::unordered_map<std::string, EntityId> by_name_;
  std::unordered_map<std::string, EntityId> surnames_;
  std::unordered_map<std::string, EntityId> first_names_;
};

}  // namespace graphwright::extraction
